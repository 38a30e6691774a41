import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { type LookedAtWindow, openWindows, samples, type Windows } from '../support/browser/looked-at.ts';

/** The narrowest window WCAG 2.2 asks for (1.4.10), and a desk's. */
const PHONE = { width: 320, height: 640 };
const SCREEN = { width: 1280, height: 800 };
/** Twice the letters that browsers come with (WCAG 2.2, 1.4.4). */
const LARGE_LETTERS = 32;
/** What readers set for themselves (WCAG 2.2, 1.4.12); the space below a paragraph is twice its letters. */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

let browsers: readonly Browser[];
let windows: Windows;
let largeWindows: Windows;

beforeAll(async () => {
  const [browser, large] = await Promise.all([openBrowser(), openBrowser({ letters: LARGE_LETTERS })]);
  browsers = [browser, large];
  windows = await openWindows(browser, { viewport: PHONE });
  largeWindows = await openWindows(large, { viewport: SCREEN });
});
afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
});

/** Each way to look at a page, and what is wrong with it then. */
async function faultsOf({ page, look, restyle, unfold }: LookedAtWindow): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (how: string, lines: readonly string[]) => found.push(...lines.map((line) => `${how}: ${line}`));
  await page.setViewportSize(PHONE);
  note('320 px', await look('sticksOut', 'cutOff', 'overlaps', 'smallTargets'));
  if ((await unfold()) > 0) note('320 px, unfolded', await look('sticksOut', 'cutOff', 'overlaps', 'smallTargets'));
  await restyle(TEXT_SPACING);
  note('320 px, text spacing', await look('sticksOut', 'cutOff', 'overlaps'));
  await restyle('');
  await page.setViewportSize(SCREEN);
  note('1280 px', await look('sticksOut', 'cutOff', 'overlaps', 'smallTargets'));
  return found;
}

describe('nothing sticks out, is cut off, lies over each other or is too small to press', () => {
  it.concurrent.each(samples)('on the page "$name" in $language', ({ markup }) =>
    windows.use(async (window) => {
      await window.show(markup);
      expect(await faultsOf(window)).toStrictEqual([]);
    }),
  );
});

describe('with letters twice the size nothing sticks out, is cut off or lies over each other', () => {
  it.concurrent.each(samples.filter(({ isFirstOfItsShape }) => isFirstOfItsShape))(
    'on the page "$name" in $language',
    ({ markup }) =>
      largeWindows.use(async (window) => {
        await window.show(markup);
        await window.unfold();
        expect(await window.look('sticksOut', 'cutOff', 'overlaps')).toStrictEqual([]);
      }),
  );

  it('which letters then are', () =>
    largeWindows.use(async (window) => {
      await window.show(samples[0]?.markup ?? '');
      expect(await window.page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('32px');
    }));
});

describe('the look at a page', () => {
  it.each([
    ['sticksOut', 'width: 2000px', /^2008 px in a window of 320 px: p/],
    ['cutOff', 'height: 1em; width: 5em; overflow: hidden', /^cut off: p/],
    ['overlaps', 'margin-bottom: -2em; line-height: 1', /lies over/],
    ['smallTargets', '', /^20 by 20 px: button/],
  ] as const)('finds it when %s', (look, style, line) =>
    windows.use(async (window) => {
      const { page } = window;
      await window.show(
        '<!doctype html><title>t</title><p>a long line of words</p><p>another line</p><button>x</button>',
      );
      await page.setViewportSize(PHONE);
      await page.evaluate(`document.querySelector('p').style.cssText = '${style}'`);
      await page.evaluate(`document.querySelector('button').style.cssText = 'width: 20px; height: 20px; padding: 0'`);
      expect((await window.look(look)).join()).toMatch(line);
    }),
  );
});
