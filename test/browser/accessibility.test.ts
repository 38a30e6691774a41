import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import {
  type AxeRules,
  type LookedAtWindow,
  openWindows,
  samples,
  type Windows,
} from '../support/browser/looked-at.ts';

interface Way {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly rules: AxeRules;
}

/** The narrowest window WCAG 2.2 asks for (1.4.10), and a desk's; by day, and at night what colours can break. */
const EVERY_WAY = [320, 1280].flatMap((width): readonly Way[] => [
  { width, colorScheme: 'light', rules: 'all' },
  { width, colorScheme: 'dark', rules: 'colours' },
]);

let browser: Browser;
let windows: Windows;

beforeAll(async () => {
  browser = await openBrowser();
  windows = await openWindows(browser);
});
afterAll(async () => browser.close());

async function findingsOf({ page, axe }: LookedAtWindow): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, colorScheme, rules } of EVERY_WAY) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    found.push(...(await axe(rules)).map((line) => `${width} px, ${colorScheme}: ${line}`));
  }
  return found;
}

/** Again with everything open and ticked, where there is anything to open or tick. */
async function unfoldedFindingsOf({ page, axe, unfold }: LookedAtWindow): Promise<readonly string[]> {
  if ((await unfold()) === 0) return [];
  await page.setViewportSize({ width: 320, height: 800 });
  return (await axe('all')).map((line) => `unfolded, 320 px, dark: ${line}`);
}

describe('axe-core has nothing against', () => {
  it.concurrent.each(samples)('the page "$name" in $language', ({ markup }) =>
    windows.use(async (window) => {
      await window.show(markup);
      const findings = await findingsOf(window);
      expect([...findings, ...(await unfoldedFindingsOf(window))]).toStrictEqual([]);
    }),
  );
});

const rulesOf = (lines: readonly string[]) => new Set(lines.map((line) => / (\S+) at/.exec(line)?.[1]));

describe('axe-core as it is used here', () => {
  it('finds what was planted', () =>
    windows.use(async (window) => {
      await window.show(`<!doctype html><html lang="nl"><head><title>t</title>
        <link rel="stylesheet" href="https://desk.example.nl/live/assets/desk.css"></head><body><main><h1>h</h1><h3>h</h3>
        <div class="panel"><p class="hint">grey on the brand</p></div><input>
        <details><summary>more</summary><select></select></details></main></body></html>`);
      expect(rulesOf(await findingsOf(window))).toStrictEqual(new Set(['color-contrast', 'heading-order', 'label']));
      expect(rulesOf(await unfoldedFindingsOf(window))).toContain('select-name');
    }));
});
