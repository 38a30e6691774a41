import type { Page } from 'playwright-core';

/** Where the focus is. */
export interface Stop {
  /** Its place in the order of the document; -1 when no key should lead there. */
  readonly number: number;
  /** Which element, for a test report. */
  readonly name: string;
  /** Name of the field, or nothing. */
  readonly field: string;
  /** Whether it looks other than without the focus. */
  readonly isSeen: boolean;
  /** Whether it is in the window, with nothing over it. */
  readonly isInSight: boolean;
  /** Pixels from the top and the left of the page. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** More than any page has. */
const TOO_MANY = 400;

/** Where the focus is now; null when it is nowhere on the page. */
export function focusedOn(page: Page): Promise<Stop | null> {
  return page.evaluate<Stop | null>('lookAtPage.focused()');
}

/** Notes which stops there should be. Answers how many. */
export function expectStops(page: Page): Promise<number> {
  return page.evaluate<number>('lookAtPage.expectStops()');
}

/**
 * Presses a key until the focus has left the page. Answers every stop on the way, those of several parts (a date) once.
 * Throws when it never leaves.
 */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < TOO_MANY; presses += 1) {
    await page.keyboard.press(key);
    const stop = await focusedOn(page);
    if (stop === null) return stops;
    if (stop.number !== stops.at(-1)?.number || stop.number === -1) stops.push(stop);
  }
  throw new Error(
    `${key} leads round and round: ${stops
      .map(({ name }) => name)
      .slice(-20)
      .join(', ')}`,
  );
}

/** Presses Tab until the focus is on what is looked for. Throws when the page has ended before. */
export async function tabTo(page: Page, isIt: (stop: Stop) => boolean): Promise<Stop> {
  const passed: string[] = [];
  for (let presses = 0; presses < TOO_MANY; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusedOn(page);
    if (stop === null) break;
    if (isIt(stop)) return stop;
    passed.push(stop.name);
  }
  throw new Error(`Tab did not lead there, only to ${passed.join(', ')}`);
}
