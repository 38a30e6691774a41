import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { endCleanly, type Visit, visit } from '../support/end-to-end/chromium.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';

let browser: Browser;
let seat: Visit;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());
afterEach(async () => endCleanly(seat));

const address = () => `${unique('robin.')}@example.com`;

async function fillIn({ page }: Visit, email: string): Promise<void> {
  await page.goto(`${desk.url}/request?language=nl&ask=access`);
  await page.fill('textarea[name="text.access"]', 'Alles graag.');
  await page.fill('input[name="name"]', 'Robin Voorbeeld');
  await page.fill('input[name="email"]', email);
}

/** Sends a form that is filled in, and waits for the receipt. */
async function sendFilledIn(visitor: Visit): Promise<void> {
  await fillIn(visitor, address());
  await visitor.page.click('main form button');
  await visitor.page.waitForSelector('strong.code');
}

describe.each([true, false])('a form half filled in, with script: %s', (javaScriptEnabled) => {
  it('is drawn again in another language with what was typed, and is sent by the Enter key', async () => {
    seat = await visit(browser, { javaScriptEnabled });
    const { page } = seat;
    const email = address();
    await fillIn(seat, email);
    await page.click('button[name="redraw"]');
    await page.waitForSelector('html[lang="en"]');
    expect(await page.isChecked('input[value="access"]')).toBe(true);
    expect(await page.inputValue('textarea[name="text.access"]')).toBe('Alles graag.');
    expect(await page.inputValue('input[name="email"]')).toBe(email);
    expect(await page.locator('.error-summary').count()).toBe(0);
    await page.press('input[name="email"]', 'Enter');
    await page.waitForSelector('strong.code');
    expect(await page.title()).toMatch(/^We have your request/);
  });

  it('offers to copy, save and print the receipt only where that works', async () => {
    seat = await visit(browser, { javaScriptEnabled });
    await sendFilledIn(seat);
    expect(await seat.page.isVisible('[data-save]')).toBe(javaScriptEnabled);
    expect(await seat.page.isVisible('[data-print]')).toBe(javaScriptEnabled);
  });
});

it('the receipt is saved as a file that says where to follow the request', async () => {
  seat = await visit(browser);
  const { page } = seat;
  await sendFilledIn(seat);
  const codes = await page.locator('strong.code').allTextContents();
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-save]')]);
  expect(download.suggestedFilename()).toBe(`${codes[0]}.txt`);
  const saved = await readFile(await download.path(), 'utf8');
  for (const said of [...codes, `${desk.url}/case?language=nl`]) expect(saved).toContain(said);
});

it('what stands in the other forms of a case goes along to another language', async () => {
  seat = await visit(browser);
  const { page } = seat;
  await sendFilledIn(seat);
  const [caseNumber = '', collectionCode = ''] = await page.locator('strong.code').allTextContents();
  await page.goto(`${desk.url}/case?language=nl`);
  await page.fill('input[name="caseNumber"]', caseNumber);
  await page.fill('input[name="collectionCode"]', collectionCode);
  await page.click('main form button');
  await page.fill('textarea[name="text"]', 'Nog iets.');
  await page.click('details:has(input[name="email"]) > summary');
  await page.fill('input[name="email"]', 'robin@example.org');
  await page.click('button[name="redraw"]');
  await page.waitForSelector('html[lang="en"]');
  expect(await page.inputValue('textarea[name="text"]')).toBe('Nog iets.');
  expect(await page.inputValue('input[name="email"]')).toBe('robin@example.org');
});
