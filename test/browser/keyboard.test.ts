import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { expectStops, focusedOn, type Stop, tabTo, walk } from '../support/browser/key-presses.ts';
import { type LookedAtWindow, openWindows, samples, type Windows } from '../support/browser/looked-at.ts';

let browser: Browser;
let windows: Windows;

beforeAll(async () => {
  browser = await openBrowser();
  windows = await openWindows(browser);
});
afterAll(async () => browser.close());

/** Walks with Tab over a page on which everything is open, and tells what somebody without a mouse would miss. */
async function faultsOf({ page, unfold }: LookedAtWindow): Promise<readonly string[]> {
  await unfold();
  const expected = await expectStops(page);
  const stops = await walk(page, 'Tab');
  return [
    ...(stops.length === expected ? [] : [`${expected} places to stop, and Tab stops at ${stops.length}`]),
    ...stops.flatMap((stop, index) => faultsAt(stop, index, stops[index - 1])),
  ];
}

function faultsAt(stop: Stop, index: number, before: Stop | undefined): readonly string[] {
  const faults = [
    stop.number !== index && `is stop ${index}, and ${stop.number} in the document`,
    !stop.isSeen && 'looks the same with and without the focus',
    !stop.isInSight && 'has the focus and is not in sight',
    // The next column to the right begins at the top again.
    before !== undefined &&
      stop.bottom <= before.top &&
      stop.left < before.right &&
      `stands above the stop before it, ${before.name}`,
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${stop.name} ${fault}`);
}

describe('Tab leads over the whole page in its order, and is always seen', () => {
  // One language on a screen by day, the other on a phone at night: neither is a matter of words.
  it.concurrent.each(samples.filter(({ isFirstOfItsShape }) => isFirstOfItsShape))(
    'on the page "$name" in $language',
    ({ markup, language }) =>
      windows.use(async (window) => {
        const small = language === 'en';
        await window.page.setViewportSize(small ? { width: 320, height: 640 } : { width: 1280, height: 800 });
        await window.page.emulateMedia({ colorScheme: small ? 'dark' : 'light' });
        await window.show(markup);
        expect(await faultsOf(window)).toStrictEqual([]);
      }),
  );
});

describe('the walk with Tab', () => {
  it('finds what was planted', () =>
    windows.use(async (window) => {
      await window.show(`<!doctype html><title>t</title><body><button id="late" tabindex="1">late</button>
        <button id="same">same</button><button id="low">low</button><button id="high">high</button>`);
      await window.page.evaluate(`lookAtPage.restyle(
        '#same:focus { all: revert !important; outline: none !important } #same { all: revert !important }' +
        '#low { position: absolute; top: 300px } #high { position: absolute; top: 200px }')`);
      const faults = await faultsOf(window);
      expect(faults).toContain('button#same "same" looks the same with and without the focus');
      expect(faults).toContain('button#high "high" stands above the stop before it, button#low "low"');
    }));

  it('does not go round for ever', () =>
    windows.use(async (window) => {
      const { page } = window;
      await window.show('<!doctype html><title>t</title><body><button>one</button><button>two</button>');
      await page.evaluate(`document.querySelectorAll('button')[1].addEventListener('keydown', (press) => {
        press.preventDefault();
        press.target.previousElementSibling.focus();
      })`);
      await expectStops(page);
      await expect(walk(page, 'Tab')).rejects.toThrow('round and round');
    }));
});

function markupOf(name: string): string {
  const sample = samples.find((each) => each.name === name && each.language === 'en');
  if (sample === undefined) throw new Error(`there is no sample "${name}"`);
  return sample.markup;
}

/** Shows a page in English on a screen, and works on it. */
const onPage = (name: string, work: (window: LookedAtWindow) => Promise<void>) =>
  windows.use(async (window) => {
    await window.page.setViewportSize({ width: 1280, height: 800 });
    await window.show(markupOf(name));
    await work(window);
  });

describe('with the keyboard alone', () => {
  it.each(['form', 'desk case', 'desk overview'])('Shift+Tab leads back the same way on the page "%s"', (name) =>
    onPage(name, async ({ page }) => {
      await expectStops(page);
      const there = await walk(page, 'Tab');
      const back = await walk(page, 'Shift+Tab');
      expect(back.map(({ number }) => number)).toStrictEqual(there.map(({ number }) => number).toReversed());
    }),
  );

  it.each(samples.filter(({ name, language }) => language === 'en' && /^(?:start|form|desk case|collect)$/.test(name)))(
    'the first stop of the page "$name" leads past its head',
    ({ name }) =>
      onPage(name, async ({ page }) => {
        await page.keyboard.press('Tab');
        expect(await focusedOn(page)).toMatchObject({ name: 'a.skip "Skip to content"', isInSight: true });
        await page.keyboard.press('Enter');
        expect(await focusedOn(page)).toMatchObject({ name: expect.stringMatching(/^main#main/) });
        await page.keyboard.press('Tab');
        expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
      }),
  );

  it('a request is filled in and sent', () =>
    onPage('form', async ({ page }) => {
      let sent = new URLSearchParams();
      await page.route('**/live/request?*', (route) => {
        sent = new URLSearchParams(route.request().postData() ?? '');
        return route.fulfill({ contentType: 'text/html', body: markupOf('received, to confirm: true') });
      });
      await tabTo(page, ({ name }) => name.startsWith('input#field-requestType-access'));
      await page.keyboard.press('Space');
      await tabTo(page, ({ field }) => field === 'text.access');
      await page.keyboard.type('All of it, please.');
      await tabTo(page, ({ field }) => field === 'name');
      await page.keyboard.type('Robin Example');
      await tabTo(page, ({ field }) => field === 'email');
      await page.keyboard.type('robin@example.com');
      await tabTo(page, ({ name }) => name.startsWith('button "Send'));
      await Promise.all([page.waitForURL('**/live/request?*'), page.keyboard.press('Enter')]);
      await page.unroute('**/live/request?*');

      expect(sent.getAll('requestType')).toStrictEqual(['access']);
      expect(Object.fromEntries(sent)).toMatchObject({
        'text.access': 'All of it, please.',
        name: 'Robin Example',
        email: 'robin@example.com',
      });
      // What was said on top of the receipt is said first, and Tab goes on from there.
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('main') !== null")).toBe(true);
    }));

  it('each line of an error summary leads to its field', () =>
    onPage('intake with errors', async ({ page }) => {
      const targets = await page
        .locator('.error-summary a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(targets).toHaveLength(2);
      for (const target of targets) {
        await page.locator(`.error-summary a[href="${target}"]`).focus();
        await page.keyboard.press('Enter');
        expect(await page.evaluate('"#" + document.activeElement.id')).toBe(target);
        expect(await focusedOn(page)).toMatchObject({ isInSight: true });
      }
    }));

  it('what is folded away opens and closes', () =>
    onPage('desk case', async ({ page }) => {
      await tabTo(page, ({ name }) => name.startsWith('summary'));
      const isOpen = () => page.evaluate('document.activeElement.parentElement.open');
      expect(await isOpen()).toBe(false);
      await page.keyboard.press('Enter');
      expect(await isOpen()).toBe(true);
      await page.keyboard.press('Space');
      expect(await isOpen()).toBe(false);
    }));
});
