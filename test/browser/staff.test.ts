import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { endCleanly, picture, type Visit, visit } from '../support/end-to-end/chromium.ts';
import { newCaseMail, openedCase, staffSecrets } from '../support/end-to-end/lives.ts';
import { secretIn, signInMailAfter } from '../support/end-to-end/mailbox.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { sam } from '../support/end-to-end/staff.ts';
import { cases, forgetSignInLimits, storedCase } from '../support/end-to-end/stored.ts';

let browser: Browser;
const visits: Visit[] = [];

beforeAll(async () => {
  await forgetSignInLimits();
  browser = await openBrowser();
});
afterAll(async () => browser.close());
afterEach(async () => {
  await Promise.all(visits.splice(0).map((one) => endCleanly(one)));
});

async function openVisit(): Promise<Visit> {
  const opened = await visit(browser);
  visits.push(opened);
  return opened;
}

describe('somebody on the staff', () => {
  it('opens a link, signs in by mail, sees the case, takes it and answers it', async () => {
    const { caseNumber } = await openedCase({
      parts: [{ requestType: 'question', text: 'Which data do you keep, and how long?' }],
      message: 'Thank you in advance.',
    });
    const { take, answers } = staffSecrets(await newCaseMail(sam, caseNumber));
    const seat = await openVisit();
    const { page } = seat;

    await page.goto(`${desk.url}/desk?language=en`);
    await picture(seat, 'desk');
    await page.goto(`${desk.url}/desk/act?language=en#${take}`);
    await page.waitForFunction("location.hash === ''");
    await picture(seat, 'staff-open');
    const mail = await signInMailAfter(sam.email, async () => {
      await page.click('main form button');
      await page.waitForSelector('text=Look in your mail');
    });
    await picture(seat, 'staff-sign-in-sent');
    const signIn = secretIn(mail, 'desk/sign-in');
    await page.goto(`${desk.url}/desk/sign-in?language=en#${signIn}`);
    await page.waitForFunction("location.hash === ''");
    await picture(seat, 'staff-sign-in');
    await page.click('main form button');
    await page.waitForSelector('text=Which data do you keep, and how long?');
    await picture(seat, 'staff-take');
    expect(await storedCase(caseNumber)).toMatchObject({ assignee: null });
    await page.click('main form button');
    await page.waitForSelector(`text=You are now the handler of case ${caseNumber}.`);
    await picture(seat, 'staff-taken');

    await page.goto(`${desk.url}/desk/act?language=en#${answers[0] ?? ''}`);
    await page.click('main form button');
    await page.waitForSelector('textarea[name="text"]');
    await picture(seat, 'staff-answer');
    await page.fill('textarea[name="text"]', 'We keep your name for two years.');
    for (const box of await page.$$('input[name^="content_"]')) await box.check();
    await page.click('text=Look at the letter first');
    await page.waitForSelector('text=This is what the requester reads');
    await picture(seat, 'staff-preview');
    expect((await storedCase(caseNumber)).status).toBe('open');
    expect(await page.inputValue('textarea[name="text"]')).toBe('We keep your name for two years.');
    await page.dblclick('text=Record this answer');
    await page.waitForSelector(`text=/The answer in case ${caseNumber} is stored|has been done already/`);
    await picture(seat, 'staff-answered');
    expect((await storedCase(caseNumber)).status).toBe('closed');
    expect(await cases.listAnswers(caseNumber)).toHaveLength(1);

    await page.goto(`${desk.url}/desk/act?language=en#${answers[0] ?? ''}`);
    await page.click('main form button');
    await page.waitForSelector('text=What has happened so far');
    await picture(seat, 'staff-done-before');
    await page.goto(`${desk.url}/desk?language=en`);
    await page.waitForSelector('text=You are signed in as Sam Okafor.');
    await picture(seat, 'staff-overview');
    await page.goto(`${desk.url}/desk/cases/${caseNumber}?language=en`);
    await page.waitForSelector('text=Which data do you keep, and how long?');
    await picture(seat, 'staff-case');
    await page.goto(`${desk.url}/desk/intake?language=en`);
    await page.waitForSelector('text=Enter a request');
    await picture(seat, 'staff-intake');
    expect(
      seat.requested.filter((address) => [take, signIn, ...answers].some((secret) => address.includes(secret))),
    ).toStrictEqual([]);
  });
});
