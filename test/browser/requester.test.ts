import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { endCleanly, picture, type Visit, visit } from '../support/end-to-end/chromium.ts';
import { answeredCase, answerAll, askedCase } from '../support/end-to-end/lives.ts';
import { type Mail, mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';

let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());
afterEach(async () => {
  await Promise.all(visits.splice(0).map((one) => endCleanly(one)));
});

async function openVisit(options: Parameters<typeof visit>[1] = {}): Promise<Visit> {
  const opened = await visit(browser, options);
  visits.push(opened);
  return opened;
}

const linkIn = (mail: Mail, page: string): string => {
  const link = mail.text.split(/\s+/).find((word) => word.includes(`/${page}?`) && word.includes('#'));
  if (link === undefined) throw new Error(`the mail has no link to ${page}`);
  return link;
};
const secretOf = (link: string) => link.slice(link.indexOf('#') + 1);

/** Fills in the form and presses its button; answers the address that was given. */
async function ask({ page }: Visit, language = 'en'): Promise<string> {
  const address = `${unique('robin.')}@example.com`;
  await page.goto(`${desk.url}/request?language=${language}`);
  await page.check('input[value="access"]');
  await page.fill('textarea[name="text.access"]', 'All of it, please.');
  await page.fill('input[name="name"]', 'Robin Example');
  await page.fill('input[name="email"]', address);
  await page.click('main form button');
  await page.waitForSelector('.code');
  return address;
}

const codesOn = async ({ page }: Visit) => {
  const [caseNumber = '', collectionCode = ''] = await page.locator('strong.code').allTextContents();
  return { caseNumber, collectionCode };
};

describe('somebody who asks', () => {
  it('gets number and code at once, confirms by a button, and collects with the code', async () => {
    const seat = await openVisit();
    await seat.page.goto(`${desk.url}/?language=en`);
    await picture(seat, 'start');
    await seat.page.goto(`${desk.url}/request?language=en`);
    await picture(seat, 'form');
    const address = await ask(seat);
    await picture(seat, 'received');
    const { caseNumber, collectionCode } = await codesOn(seat);
    expect(caseNumber).toMatch(/^P-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(collectionCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    const link = linkIn(await mailTo(address, [caseNumber]), 'confirm');
    await seat.page.goto(link);
    await seat.page.waitForFunction("location.hash === ''");
    expect(seat.page.url()).not.toContain(secretOf(link));
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
    await picture(seat, 'confirm');
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=Your request is confirmed');
    await picture(seat, 'confirmed');
    expect((await storedCase(caseNumber)).status).toBe('open');

    await answerAll(caseNumber, 'We hold your name and address.\n\nThat is all.');
    const collect = linkIn(await mailTo(address, [caseNumber, '/collect?']), 'collect');
    await seat.page.goto(collect);
    await picture(seat, 'collect');
    await seat.page.fill('input[name="collectionCode"]', '0000-0000-0000');
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=This collection code is wrong');
    await picture(seat, 'collect-wrong-code');
    await seat.page.fill('input[name="collectionCode"]', collectionCode.toLowerCase());
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=We hold your name and address.');
    await picture(seat, 'answer');
    expect(seat.page.url()).not.toContain(secretOf(collect));
  });

  it('in Dutch finds Dutch pages', async () => {
    const seat = await openVisit({ locale: 'nl-NL' });
    await seat.page.goto(`${desk.url}/request`);
    expect(await seat.page.getAttribute('html', 'lang')).toBe('nl');
    await picture(seat, 'form-nl');
    await ask(seat, 'nl');
    await picture(seat, 'received-nl');
  });

  it('without script gets along by pasting the code', async () => {
    const seat = await openVisit({ javaScriptEnabled: false });
    const address = await ask(seat);
    const { caseNumber } = await codesOn(seat);
    const link = linkIn(await mailTo(address, [caseNumber]), 'confirm');
    await seat.page.goto(link.slice(0, link.indexOf('#')));
    await picture(seat, 'confirm-without-script');
    await seat.page.fill('input[name="token"]', secretOf(link));
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=Your request is confirmed');
    expect((await storedCase(caseNumber)).status).toBe('open');
    await answerAll(caseNumber);
  });

  it('wrongly is shown what is wrong, and keeps what was typed', async () => {
    const seat = await openVisit({ javaScriptEnabled: false });
    await seat.page.goto(`${desk.url}/request?language=en`);
    await seat.page.check('input[value="question"]');
    await seat.page.fill('textarea[name="text.question"]', 'Hello, desk.');
    await seat.page.fill('input[name="name"]', 'Robin Example');
    await seat.page.fill('input[name="email"]', 'robin@example');
    await seat.page.click('main form button');
    await seat.page.waitForSelector('.error-summary');
    await picture(seat, 'form-errors');
    expect(await seat.page.inputValue('textarea[name="text.question"]')).toBe('Hello, desk.');
    expect(await seat.page.inputValue('input[name="email"]')).toBe('robin@example');
    expect(await seat.page.title()).toMatch(/^Error/);
  });

  it('twice by the back button has asked once', async () => {
    const seat = await openVisit();
    const address = await ask(seat);
    const first = await codesOn(seat);
    await seat.page.goBack();
    await seat.page.waitForSelector('input[name="email"]');
    expect(await seat.page.inputValue('input[name="email"]')).toBe(address);
    await seat.page.click('main form button');
    await seat.page.waitForSelector('.code');
    expect(await codesOn(seat)).toStrictEqual(first);
    await mailTo(address, [first.caseNumber]);
    expect(await mailsTo(address)).toHaveLength(1);
  });

  it('with a hasty double press has asked once, and confirms once', async () => {
    const seat = await openVisit();
    const address = `${unique('robin.')}@example.com`;
    await seat.page.goto(`${desk.url}/request?language=en`);
    await seat.page.check('input[value="question"]');
    await seat.page.fill('input[name="name"]', 'Robin Example');
    await seat.page.fill('input[name="email"]', address);
    await seat.page.dblclick('main form button');
    await seat.page.waitForSelector('.code');
    const { caseNumber } = await codesOn(seat);
    await seat.page.goto(linkIn(await mailTo(address, [caseNumber]), 'confirm'));
    await seat.page.dblclick('main form button');
    await seat.page.waitForSelector('text=Your request is confirmed');
    const events = await cases.listEvents(caseNumber);
    expect(events.map(({ type }) => type)).toStrictEqual(['request_received', 'request_confirmed']);
    expect((await mailsTo(address)).filter(({ text }) => text.includes('/confirm?'))).toHaveLength(1);
    await answerAll(caseNumber);
  });
});

describe('a mail scanner that runs scripts', () => {
  it('confirms nothing by opening the link, again and again; the person still can', async () => {
    const { caseNumber, confirmSecret, request } = await askedCase();
    const link = linkIn(await mailTo(request.requester.email, [caseNumber]), 'confirm');
    for (let opening = 0; opening < 3; opening += 1) {
      const scanner = await openVisit();
      await scanner.page.goto(link, { waitUntil: 'networkidle' });
      expect(scanner.requested.filter((address) => address.includes(confirmSecret))).toStrictEqual([]);
    }
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
    const seat = await openVisit();
    await seat.page.goto(link);
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=Your request is confirmed');
    await answerAll(caseNumber);
  });
});

describe('a page', () => {
  it('loses nothing when the language is changed half way', async () => {
    const { collectSecret, collectionCode } = await answeredCase({}, 'Still here.');
    const seat = await openVisit();
    await seat.page.goto(`${desk.url}/collect?language=en#${collectSecret}`);
    await seat.page.fill('input[name="collectionCode"]', collectionCode);
    await seat.page.click('button[name="redraw"][value="nl"]');
    await seat.page.waitForFunction("document.documentElement.lang === 'nl'");
    expect(await seat.page.inputValue('input[name="collectionCode"]')).toBe(collectionCode);
    await seat.page.click('main form button');
    await seat.page.waitForSelector('text=Still here.');
    expect(seat.requested.filter((address) => address.includes(collectSecret))).toStrictEqual([]);
  });
});
