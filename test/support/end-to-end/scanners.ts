import type { Browser, Page } from 'playwright-core';
import { type Visit, visit } from './chromium.ts';

/** Something that opens the links of a mail before its reader does. */
export interface Scanner {
  readonly name: string;
  /** Does to one link what it does. */
  readonly scan: (browser: Browser, link: string) => Promise<void>;
}

const fetched =
  (method: 'GET' | 'HEAD', times: number): Scanner['scan'] =>
  async (_, link) => {
    for (let time = 0; time < times; time += 1) {
      // Some gateways hand on a fragment as part of the path or the query.
      for (const address of [link, link.replace('#', '%23')]) {
        const response = await fetch(address, { method, redirect: 'follow' });
        await response.arrayBuffer();
      }
    }
  };

/** Opens a link in a window of its own, and waits until nothing moves any more. */
async function opened(browser: Browser, link: string, then: (seat: Visit) => Promise<void>): Promise<void> {
  const seat = await visit(browser);
  seat.page.setDefaultTimeout(4000);
  try {
    await seat.page.goto(link);
    await settled(seat.page);
    await then(seat);
  } finally {
    await seat.context.close();
  }
}

const settled = (page: Page) => page.waitForLoadState('networkidle');

/** What a script can do to a form without a hand on the mouse: past its checks, through them, and by each button. */
const WAYS_TO_SUBMIT: readonly string[] = [
  'HTMLFormElement.prototype.submit.call(form)',
  'form.requestSubmit()',
  "form.querySelectorAll('button').forEach((button) => form.requestSubmit(button))",
  "form.querySelectorAll('button').forEach((button) => button.click())",
];

/** Runs the page's scripts, and submits each of its forms as it stands. */
async function submitEveryForm(browser: Browser, link: string): Promise<void> {
  let forms = 0;
  await opened(browser, link, async ({ page }) => {
    forms = await page.locator('form').count();
  });
  for (let index = 0; index < forms; index += 1) {
    for (const way of WAYS_TO_SUBMIT) {
      await opened(browser, link, async ({ page }) => {
        const script = `(() => { const form = document.querySelectorAll('form')[${index}]; ${way}; })()`;
        await page.evaluate(script).catch(() => undefined);
        await settled(page);
      });
    }
  }
}

/** How many pages behind one another a scanner goes that clicks its way on. */
const DEEP = 2;

/** Clicks every button that can be clicked, on the page and on what comes after it, and types nothing. */
async function clickEveryButton(browser: Browser, link: string, path: readonly number[] = []): Promise<void> {
  let buttons = 0;
  await opened(browser, link, async ({ page }) => {
    for (const index of path) await click(page, index);
    if (path.length < DEEP) buttons = await page.getByRole('button').count();
  });
  for (let index = 0; index < buttons; index += 1) await clickEveryButton(browser, link, [...path, index]);
}

async function click(page: Page, index: number): Promise<void> {
  await page
    .getByRole('button')
    .nth(index)
    .click()
    .catch(() => undefined);
  await settled(page);
}

/** Those that only look: what they do may change nothing. */
export const LOOKERS: readonly Scanner[] = [
  { name: 'asks for its head', scan: fetched('HEAD', 1) },
  { name: 'gets it', scan: fetched('GET', 1) },
  { name: 'gets it five times', scan: fetched('GET', 5) },
  { name: 'opens it in a browser', scan: (browser, link) => opened(browser, link, async () => undefined) },
];

/** What runs scripts and submits the forms it finds, without a press on anything. */
export const SUBMITTER: Scanner = { name: 'submits every form as it stands', scan: submitEveryForm };

/** What presses as a person does. No page can tell it from one; it types nothing. */
export const CLICKER: Scanner = { name: 'clicks every button', scan: clickEveryButton };
