import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import type { OrganisationProfile } from '../../../domain/organisation.ts';
import { type Language, languageSchema } from '../../../domain/languages.ts';
import { allPages, contextIn } from '../../views/page-samples.ts';
import { openSampleWindow, type SampleWindow } from './shown-samples.ts';

/** What `in-page.js` can look for; each answers lines for a test report. */
export type Look = 'sticksOut' | 'cutOff' | 'overlaps' | 'smallTargets';

/** All rules, or those of contrast alone. */
export type AxeRules = 'all' | 'colours';

/** A window whose page can be looked at. */
export interface LookedAtWindow extends SampleWindow {
  /** What axe-core says against the page: violations, and what it could not decide. */
  readonly axe: (rules: AxeRules) => Promise<readonly string[]>;
  readonly look: (...looks: readonly Look[]) => Promise<readonly string[]>;
  /** Puts a style of the reader's own over the page. */
  readonly restyle: (css: string) => Promise<void>;
  /** Opens and ticks all that can be opened and ticked; answers how much that was. */
  readonly unfold: () => Promise<number>;
}

/** Opens a window with axe-core and `in-page.js` in it; neither takes anything from the page's content security policy. */
export async function openLookedAtWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
  organisation?: OrganisationProfile,
): Promise<LookedAtWindow> {
  const window = await openSampleWindow(browser, options, organisation);
  const { page } = window;
  await page.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
  return {
    ...window,
    axe: async (rules) => {
      if (await page.evaluate('globalThis.axe === undefined')) await page.evaluate(axe.source);
      return page.evaluate<readonly string[]>(`lookAtPage.axeFindings('${rules}')`);
    },
    look: (...looks) => {
      const found = looks.map((look) => `...lookAtPage.${look}()`);
      return page.evaluate<readonly string[]>(`[${found.join(', ')}]`);
    },
    restyle: (css) => page.evaluate(`lookAtPage.restyle(${JSON.stringify(css)})`),
    unfold: () => page.evaluate<number>('lookAtPage.unfold()'),
  };
}

/** Gives each piece of work a window of its own, and lets it wait while all are in use. */
export class Windows {
  readonly #free: LookedAtWindow[];
  readonly #waiting: ((window: LookedAtWindow) => void)[] = [];

  constructor(windows: readonly LookedAtWindow[]) {
    this.#free = [...windows];
  }

  async use<Result>(work: (window: LookedAtWindow) => Promise<Result>): Promise<Result> {
    const window = this.#free.pop() ?? (await new Promise<LookedAtWindow>((resolve) => this.#waiting.push(resolve)));
    try {
      return await work(window);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(window);
      else next(window);
    }
  }
}

/** As many windows as keep two processors busy. */
export async function openWindows(browser: Browser, options: BrowserContextOptions = {}): Promise<Windows> {
  return new Windows(await Promise.all([1, 2].map(() => openLookedAtWindow(browser, options))));
}

/** One page or state in one language. */
export interface Sample {
  readonly name: string;
  readonly language: Language;
  readonly markup: string;
  /** False for a page that has the elements and classes of an earlier one, and differs from it by words alone. */
  readonly isFirstOfItsShape: boolean;
}

/** Every page and state in every language, for `it.each`. The languages take turns in being the first of a shape. */
export const samples: readonly Sample[] = everySample();

function everySample(): readonly Sample[] {
  const shapes = new Set<string>();
  const inEach = languageSchema.options.map((language) => ({ language, pages: allPages(contextIn(language)) }));
  const [first] = inEach;
  return (first?.pages ?? []).flatMap((_page, index) =>
    (index % 2 === 0 ? inEach : inEach.toReversed()).flatMap(({ language, pages }) => {
      const [name, markup] = pages[index] ?? [];
      if (name === undefined || markup === undefined) return [];
      const shape = shapeOf(markup);
      const isFirstOfItsShape = !shapes.has(shape);
      shapes.add(shape);
      return { name, language, markup, isFirstOfItsShape };
    }),
  );
}

/** A page without its words and addresses. */
function shapeOf(markup: string): string {
  return markup
    .replaceAll(/>[^<]+</g, '><')
    .replaceAll(/\s(?!class|type|role|aria-current|aria-invalid)[a-z-]+="[^"]*"/g, '');
}
