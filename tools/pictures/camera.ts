import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** The windows that pictures are taken of. */
export const SCREEN = { viewport: { width: 1120, height: 720 }, colorScheme: 'light' } as const;
export const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true } as const;

/** How large one picture may be, so that the folder stays small. */
const LARGEST_KILOBYTES = 150;
const PATIENCE_MILLISECONDS = 30_000;

/** A picture is larger than a repository should carry. */
export class PictureTooLargeError extends Error {
  override readonly name = 'PictureTooLargeError';
  constructor(name: string, kilobytes: number) {
    super(`The picture ${name} has ${kilobytes} kB, and ${LARGEST_KILOBYTES} are allowed.`);
  }
}

/** Opens windows and takes pictures of them. */
export interface Camera {
  /** A window with cookies of its own, in Dutch. */
  readonly open: (options: BrowserContextOptions) => Promise<Page>;
  /** Takes a picture of what is in the window, scrolled so that `top` is where it begins. Throws PictureTooLargeError. */
  readonly take: (page: Page, name: string, top?: Locator) => Promise<void>;
  /** The names of the pictures that were taken. */
  readonly taken: readonly string[];
}

/** @param folder where the pictures go, as PNG */
export async function createCamera(browser: Browser, folder: string): Promise<Camera> {
  await mkdir(folder, { recursive: true });
  const taken: string[] = [];
  return {
    taken,
    open: async (options) => {
      const context = await browser.newContext({ locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', ...options });
      context.setDefaultTimeout(PATIENCE_MILLISECONDS);
      return context.newPage();
    },
    take: async (page, name, top = page.locator('html')) => {
      await top.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
      const kilobytes = Math.ceil((await stat(path)).size / 1000);
      if (kilobytes > LARGEST_KILOBYTES) throw new PictureTooLargeError(name, kilobytes);
      taken.push(name);
    },
  };
}

/** Presses the button of this name. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** Waits until the page has this title. */
export async function untilTitled(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}
