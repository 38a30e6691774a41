import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { securityHeaders } from '../../../functions/runtime/security-headers.ts';
import { compileStyles } from '../../../infra/compile-styles.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { DESK_SCRIPT } from '../../../views/assets/desk-script.ts';
import type { OrganisationProfile } from '../../../domain/organisation.ts';

/** A browser window that shows markup as the desk would serve it: with its style sheet, script, logo and headers. */
export interface SampleWindow {
  readonly page: Page;
  /** Shows a whole document. Throws when it asks for anything that the desk has not. */
  show(markup: string): Promise<void>;
}

const DESK = 'https://desk.example.nl/';
const styles = new Map<OrganisationProfile, Promise<string>>();

/** Opens a window in which nothing is fetched from anywhere. */
export async function openSampleWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
  organisation: OrganisationProfile = ctTelecom,
): Promise<SampleWindow> {
  const css = styles.get(organisation) ?? compileStyles(organisation.look);
  styles.set(organisation, css);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const refused: string[] = [];
  let shown = '';
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    const answers = new Map([
      [`${DESK}sample`, { contentType: 'text/html; charset=utf-8', body: shown }],
      [`${DESK}live/assets/desk.css`, { contentType: 'text/css', body: await css }],
      [`${DESK}live/assets/desk.js`, { contentType: 'text/javascript', body: DESK_SCRIPT }],
      [`${DESK}live/assets/logo.svg`, { contentType: 'image/svg+xml', body: organisation.look.logo ?? '' }],
    ]);
    const answer = answers.get(address);
    if (answer === undefined) {
      refused.push(address);
      return route.abort();
    }
    return route.fulfill({ ...answer, headers: headersOfTheDesk() });
  });
  return {
    page,
    show: async (markup) => {
      shown = markup;
      await page.goto(`${DESK}sample`);
      if (refused.length > 0) throw new Error(`the page asks for ${refused.splice(0).join(', ')}`);
    },
  };
}

/** What the desk's own middleware puts on every answer. */
function headersOfTheDesk(): Record<string, string> {
  const request = { response: { statusCode: 200, headers: {}, body: '' } };
  void securityHeaders().after?.(request as never);
  return request.response.headers;
}
