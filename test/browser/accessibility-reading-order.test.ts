import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../domain/languages.ts';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { type LookedAtWindow, openLookedAtWindow, samples } from '../support/browser/looked-at.ts';
import { readingOrderOf } from '../support/browser/reading-order.ts';
import { CODE } from '../views/mail-models.ts';

/** The main path: the heading in `docs/accessibility.md`, and the sample it is about. */
const MAIN_PATH = [
  ['Ask', 'form with date'],
  ['Receipt', 'received, to confirm: true'],
  ['Confirm', 'confirm'],
  ['Confirmed', 'confirmed'],
  ['Collect', 'collect'],
  ['The answer', 'answers'],
] as const;

let browser: Browser;
let window: LookedAtWindow;
let written: string;

beforeAll(async () => {
  browser = await openBrowser();
  window = await openLookedAtWindow(browser);
  written = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'accessibility.md'), 'utf8');
});
afterAll(async () => browser.close());

/** What is written down below a heading. */
function writtenUnder(heading: string): readonly string[] {
  const [, block = ''] = written.split(`\n### ${heading}\n`)[1]?.split(/^```.*\n/m) ?? [];
  return block.trimEnd().split('\n');
}

/** The page as somebody finds it who followed the link of a mail. */
async function told(name: string, language: Language): Promise<readonly string[]> {
  const sample = samples.find((each) => each.name === name && each.language === language);
  await window.show(sample?.markup ?? '');
  await window.page.evaluate(`location.hash = '${CODE}'`);
  return readingOrderOf(window.page);
}

const withoutWords = (lines: readonly string[]) => lines.map((line) => line.replace(/ ".*"$/, ''));

describe('a screen reader is told', () => {
  it.each(MAIN_PATH)('what is written down under "%s"', async (heading, name) => {
    expect(await told(name, 'en')).toStrictEqual(writtenUnder(heading));
  });

  it.each(MAIN_PATH)('the same of "%s" in Dutch', async (_heading, name) => {
    expect(withoutWords(await told(name, 'nl'))).toStrictEqual(withoutWords(await told(name, 'en')));
  });
});
