import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { desk } from './running-desk.ts';

/** A window with all that went on in it. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Console errors and warnings, errors of scripts, and violations of the content security policy. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requested: readonly string[];
}

/** Opens a window of its own, with its own cookies. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const complaints: string[] = [];
  const requested: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    // Browsers note it when a form is answered by itself with an error in it.
    if (/status of 422/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  context.on('request', (request) => requested.push(request.url()));
  page.setDefaultTimeout(15_000);
  return { context, page, complaints, requested };
}

/** Closes the window; throws when it complained of anything, or asked anybody but the desk. */
export async function endCleanly({ context, complaints, requested }: Visit): Promise<void> {
  await context.close();
  const elsewhere = requested.filter((address) => !address.startsWith(desk.url));
  const wrong = [...complaints, ...elsewhere];
  if (wrong.length > 0) throw new Error(`not all was well in the browser: ${wrong.join('; ')}`);
}

/** Keeps a picture of the whole page for people to look at. */
export async function picture({ page }: Visit, name: string): Promise<void> {
  await page.screenshot({ path: `build/browser/${name}.png`, fullPage: true });
}

/** How many pixels of the page stick out to the right of the window. */
export function sticksOut({ page }: Visit): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
