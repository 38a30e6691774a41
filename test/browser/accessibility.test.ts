import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { type LookedAtWindow, openWindows, samples, type Windows } from '../support/browser/looked-at.ts';

interface Way {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** The narrowest window WCAG 2.2 asks for (1.4.10), and a desk's; by day and at night. */
const EVERY_WAY = [320, 1280].flatMap((width): readonly Way[] => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
]);

let browser: Browser;
let windows: Windows;

beforeAll(async () => {
  browser = await openBrowser();
  windows = await openWindows(browser);
});
afterAll(async () => browser.close());

/** All rules at both widths; in the dark those that colours can break. */
async function findingsOf(window: LookedAtWindow, ways: readonly Way[] = EVERY_WAY): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of ways) {
    await window.page.setViewportSize({ width, height: 800 });
    await window.page.emulateMedia({ colorScheme });
    const lines = await window.axe(colorScheme === 'light' ? 'everything' : 'colours');
    found.push(...lines.map((line) => `${width} px, ${colorScheme}: ${line}`));
  }
  return found;
}

/** Again with everything open and ticked, where there is anything to open or tick. */
async function unfoldedFindingsOf({ page, axe, unfold }: LookedAtWindow): Promise<readonly string[]> {
  if ((await unfold()) === 0) return [];
  await page.setViewportSize({ width: 320, height: 800 });
  return (await axe('everything')).map((line) => `unfolded, 320 px, dark: ${line}`);
}

describe('axe-core has nothing against', () => {
  // Other words in the same elements can lack a name or be empty, and look no other.
  it.concurrent.each(samples)('the page "$name" in $language', ({ markup, isOfItsOwnShape }) =>
    windows.use(async (window) => {
      await window.show(markup);
      const findings = await findingsOf(window, isOfItsOwnShape ? EVERY_WAY : EVERY_WAY.slice(0, 1));
      const unfolded = isOfItsOwnShape ? await unfoldedFindingsOf(window) : [];
      expect([...findings, ...unfolded]).toStrictEqual([]);
    }),
  );
});

describe('axe-core as it is used here', () => {
  it('finds what was planted', () =>
    windows.use(async (window) => {
      await window.show(`<!doctype html><html lang="nl"><head><title>t</title>
        <link rel="stylesheet" href="https://desk.example.nl/live/assets/desk.css"></head><body><main><h1>h</h1><h3>h</h3>
        <div class="panel"><p class="hint">grey on the brand</p></div><input>
        <details><summary>more</summary><select></select></details></main></body></html>`);
      const rules = (lines: readonly string[]) => new Set(lines.map((line) => / (\S+) at/.exec(line)?.[1]));
      expect(rules(await findingsOf(window))).toStrictEqual(new Set(['color-contrast', 'heading-order', 'label']));
      expect(rules(await unfoldedFindingsOf(window))).toContain('select-name');
    }));
});
