import type { Browser, Page } from 'playwright-core';
import { languageSchema } from '../../../domain/languages.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { visit } from './chromium.ts';

/** Something that opens the links of a mail before its reader does. */
export interface Scanner {
  readonly name: string;
  /** Whether it is a browser: those take time. */
  readonly opensPages: boolean;
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

/** Opens a link in a window of its own; what becomes of it there. */
async function opened<Found>(browser: Browser, link: string, then: (page: Page) => Promise<Found>): Promise<Found> {
  const { context, page } = await visit(browser);
  try {
    await page.goto(link);
    return await then(page);
  } finally {
    await context.close();
  }
}

const settled = (page: Page) => page.waitForLoadState('networkidle');

/** How long a scanner waits for a page to go somewhere, in milliseconds. */
const PATIENCE = 400;

/** Does something on a page, and waits for the page that it leads to, if it leads to any. */
async function andLetGo(page: Page, act: () => Promise<unknown>): Promise<void> {
  const left = page.waitForRequest((request) => request.isNavigationRequest(), { timeout: PATIENCE });
  const [went] = await Promise.allSettled([left, act()]);
  if (went.status === 'fulfilled') await went.value.response();
  await page.waitForLoadState('load');
}

/** What a script can do to a form without a hand on the mouse: past its checks, and through each of its buttons. */
const SUBMITS = (form: string, buttons: number): readonly string[] => [
  `HTMLFormElement.prototype.submit.call(${form})`,
  ...Array.from({ length: buttons }, (_, index) => `${form}.querySelectorAll('button')[${index}].click()`),
];

/** Runs the page's scripts, and submits each of its forms as it stands, in each way there is. */
async function submitEveryForm(browser: Browser, link: string): Promise<void> {
  const buttonsOfForms = await opened(browser, link, (page) =>
    page.evaluate<number[]>("[...document.forms].map((form) => form.querySelectorAll('button').length)"),
  );
  const submits = buttonsOfForms.flatMap((buttons, index) => SUBMITS(`document.forms[${index}]`, buttons));
  for (const script of submits) await opened(browser, link, (page) => andLetGo(page, () => page.evaluate(script)));
}

/** How many pages behind one another a scanner goes that clicks its way on. */
const DEEP = 2;

/** Buttons that show the same page in another language: clicked, and not followed. */
const LANGUAGES = new Set(languageSchema.options.map((language) => textsOf(language).layout.languageName));

/** Clicks every button that can be clicked, on the page and on what comes after it, and types nothing. */
async function clickEveryButton(browser: Browser, link: string, path: readonly number[] = []): Promise<void> {
  const { next, isFollowed } = await opened(browser, link, async (page) => {
    let last = '';
    for (const index of path) {
      const button = page.getByRole('button').nth(index);
      last = (await button.textContent({ timeout: PATIENCE }).catch(() => null)) ?? '';
      await andLetGo(page, () => button.click({ timeout: PATIENCE }));
    }
    return { next: await page.getByRole('button').count(), isFollowed: !LANGUAGES.has(last.trim()) };
  });
  if (path.length === DEEP || !isFollowed) return;
  for (let index = 0; index < next; index += 1) await clickEveryButton(browser, link, [...path, index]);
}

/** Those that only look: what they do may change nothing. */
export const LOOKERS: readonly Scanner[] = [
  { name: 'asks for its head', opensPages: false, scan: fetched('HEAD', 1) },
  { name: 'gets it', opensPages: false, scan: fetched('GET', 1) },
  { name: 'gets it five times', opensPages: false, scan: fetched('GET', 5) },
  { name: 'opens it in a browser', opensPages: true, scan: (browser, link) => opened(browser, link, settled) },
];

/** What runs scripts and submits the forms it finds, without a press on anything. */
export const SUBMITTER: Scanner = { name: 'submits every form as it stands', opensPages: true, scan: submitEveryForm };

/** What presses as a person does. No page can tell it from one; it types nothing. */
export const CLICKER: Scanner = { name: 'clicks every button', opensPages: true, scan: clickEveryButton };
