import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { openSampleWindow, type SampleWindow } from '../support/browser/shown-samples.ts';
import { deskPagesIn } from '../views/desk-samples.ts';
import { contextIn } from '../views/page-samples.ts';

let browser: Browser;
let shown: SampleWindow;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());
beforeEach(async () => {
  shown = await openSampleWindow(browser, { viewport: { width: 1280, height: 800 } });
  ({ page } = shown);
  return async () => page.context().close();
});

async function open(name: string): Promise<void> {
  const markup = new Map(deskPagesIn(contextIn('en'))).get(name);
  if (markup === undefined) throw new Error(`there is no sample "${name}"`);
  await shown.show(markup);
}

/** What has the focus: its words, or its name where it is a field. */
const focused = () =>
  page.evaluate<string>(
    `(({ name, innerText, tagName }) => name || innerText.replaceAll(/\\s+/g, ' ').trim() || tagName)(document.activeElement)`,
  );

async function press(key: string, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

/** Presses Tab until something has the focus; tells how often that took. */
async function tabTo(wanted: string | RegExp, most = 60): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    await press('Tab');
    const words = await focused();
    if (typeof wanted === 'string' ? words === wanted : wanted.test(words)) return count;
  }
  throw new Error(`Tab does not come to ${wanted} in ${most} presses`);
}

describe('the overview, by keyboard alone', () => {
  it('leads past its head, and from there to the cases', async () => {
    await open('desk overview of many');
    await press('Tab');
    expect(await focused()).toBe('Skip to content');
    await press('Enter');
    expect(await tabTo('To the cases (120)', 1)).toBe(1);
    await press('Enter');
    // The filters, and then the first case.
    expect(await tabTo('All (120)', 1)).toBe(1);
    await tabTo(/^P-/, 20);
  });

  it('has the search two presses behind its head', async () => {
    await open('desk overview of many');
    await press('Tab');
    await press('Enter');
    await tabTo('Find a case', 2);
    await press('Enter');
    expect(await focused()).toBe('caseNumber');
  });

  it('has each case once on the way, and nothing else between two', async () => {
    await open('desk overview of many');
    await tabTo(/^P-/);
    const [first, second] = [await focused(), (await press('Tab'), await focused())];
    expect(second).toMatch(/^P-/);
    expect(second).not.toBe(first);
  });

  it('starts from what went wrong, and leads from there to the field', async () => {
    await open('desk overview with errors');
    expect(await focused()).toMatch(/^Something is not right|^There is a problem|case number/);
    await press('Tab');
    await press('Enter');
    expect(await focused()).toBe('caseNumber');
  });
});

describe('a case, by keyboard alone', () => {
  it('comes to what is usual next before all else that can be done', async () => {
    await open('desk case');
    await tabTo('Accept this request', 8);
    await press('Tab');
    expect(await focused()).toBe('Dismiss this request');
    await press('Tab');
    expect(await focused()).toMatch(/^Answer \(/);
  });

  it.each(['Enter', 'Space'])('shows more with %s, and passes over what is not shown', async (key) => {
    await open('desk case');
    await tabTo(/^Ask or write to the requester \(/);
    await press('Tab');
    expect(await focused()).toMatch(/^Who is it\? \(/);
    await press('Shift+Tab');
    await press(key);
    await press('Tab');
    expect(await focused()).toBe('Ask what the requester means');
  });
});

describe('a form of the desk, by keyboard alone', () => {
  it('starts from what went wrong, and leads from there to the field', async () => {
    await open('staff answer with an error');
    expect(await focused()).toContain('Write the text first.');
    await press('Tab');
    await press('Enter');
    expect(await focused()).toBe('text');
  });

  it('asks what a refusal needs once the outcome is one', async () => {
    await open('staff answer');
    const refusal = page.locator('fieldset.refusal');
    const contents = page.locator('fieldset.contents');
    expect([await refusal.isVisible(), await contents.isVisible()]).toEqual([false, true]);
    await tabTo('outcome');
    await page.keyboard.type('Refused');
    expect([await refusal.isVisible(), await contents.isVisible()]).toEqual([true, false]);
    await press('ArrowUp');
    expect([await refusal.isVisible(), await contents.isVisible()]).toEqual([true, true]);
    await tabTo('ground');
  });

  it('asks why something is not in the answer only of what is not', async () => {
    await open('staff answer');
    const why = page.locator('fieldset.contents .more').first();
    expect(await why.isVisible()).toBe(true);
    await tabTo(/^content_/);
    await press('Space');
    expect(await why.isVisible()).toBe(false);
  });
});

it.each(['done: answer', 'done by: take', 'done batch', 'done intake'])(
  'after a press the keyboard goes on from the result, on the page "%s"',
  async (name) => {
    await open(name);
    // A browser gives the focus to what asked for it with the first picture it draws, which is after the page has loaded.
    await page.waitForSelector('#main:focus');
    await press('Tab');
    expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
  },
);
