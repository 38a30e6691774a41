import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { picture, sticksOut, type Visit, visit } from '../support/end-to-end/chromium.ts';
import { answeredCase, newCaseMail, openedCase, staffSecrets } from '../support/end-to-end/lives.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { anna, sessionOf } from '../support/end-to-end/staff.ts';

/** The narrowest window WCAG 2.2 asks for (1.4.10). */
const NARROW = { width: 320, height: 640 };
const LONG_WORD = 'Verzekeringsmaatschappijenbestuursvergadering'.repeat(4);

let browser: Browser;
let seat: Visit;

beforeAll(async () => {
  browser = await openBrowser();
  seat = await visit(browser, { viewport: NARROW, hasTouch: true, isMobile: true });
});
afterAll(async () => browser.close());

describe('on a narrow phone nothing sticks out', () => {
  it.each(
    ['/', '/request', '/confirm', '/collect', '/desk', '/desk/act', '/desk/sign-in'].flatMap((path) => [
      [path, 'nl'],
      [path, 'en'],
    ]),
  )('of %s (%s)', async (path, language) => {
    await seat.page.goto(`${desk.url}${path}?language=${language}`);
    expect(await sticksOut(seat)).toBe(0);
    await picture(seat, `phone-${path.replaceAll('/', '-').slice(1) || 'start'}-${language}`);
  });

  it('of the receipt and of a form with errors', async () => {
    const { page } = seat;
    await page.goto(`${desk.url}/request?language=nl`);
    await page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))");
    for (const box of await page.locator('input[type="checkbox"]').all()) await box.check();
    await page.fill('input[name="name"]', LONG_WORD);
    await page.fill('input[name="email"]', `${unique('robin.')}@example`);
    await page.evaluate("document.querySelector('main form').noValidate = true");
    await page.click('main form button');
    await page.waitForSelector('.error-summary');
    expect(await sticksOut(seat)).toBe(0);
    await picture(seat, 'phone-form-errors');
    await page.fill('input[name="email"]', `${unique('robin.')}@example.com`);
    await page.click('main form button');
    await page.waitForSelector('.code');
    expect(await sticksOut(seat)).toBe(0);
    await picture(seat, 'phone-received');
  });

  it('of an answer with long words', async () => {
    const { collectSecret, collectionCode } = await answeredCase({}, `${LONG_WORD}\nhttps://example.org/${LONG_WORD}`);
    await seat.page.goto(`${desk.url}/collect?language=nl#${collectSecret}`);
    await seat.page.fill('input[name="collectionCode"]', collectionCode);
    await seat.page.click('main form button');
    await seat.page.waitForSelector(`text=${LONG_WORD}`);
    expect(await sticksOut(seat)).toBe(0);
    await picture(seat, 'phone-answer');
  });

  it('of a case as staff see it, whatever was typed', async () => {
    const { caseNumber } = await openedCase({
      requester: { name: LONG_WORD, email: `${unique('r')}${'x'.repeat(40)}@${'long.'.repeat(20)}example.com` },
      parts: [{ requestType: 'automated_decision', text: LONG_WORD }],
    });
    const { answers } = staffSecrets(await newCaseMail(anna, caseNumber));
    const value = await sessionOf(anna);
    await seat.context.addCookies([{ name: 'desk-session', value, url: desk.url, httpOnly: true }]);
    await seat.page.goto(`${desk.url}/desk/act?language=nl#${answers[0] ?? ''}`);
    await seat.page.click('main form button');
    await seat.page.waitForSelector('textarea[name="text"]');
    expect(await sticksOut(seat)).toBe(0);
    await picture(seat, 'phone-staff-answer');
  });
});
