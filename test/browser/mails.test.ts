import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageSchema } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { sampleConsentMails } from '../../tools/letters/sample-consent-mails.ts';
import { sampleRequesterMails } from '../../tools/letters/sample-requester-mails.ts';
import { sampleStaffMails, sampleTaskMails } from '../../tools/letters/sample-staff-mails.ts';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';

const NARROW = { width: 320, height: 640 };
const WIDE = { width: 600, height: 640 };

/** A mail is shown within the page of a mail program, which has the landmarks and the first heading. */
const NOT_FOR_MAILS = ['region', 'landmark-one-main', 'page-has-heading-one'];

const render = createMailRenderer(ctTelecom);
const mails = languageSchema.options.flatMap((language) =>
  [
    ...sampleRequesterMails(language),
    ...sampleConsentMails(ctTelecom, language),
    ...sampleTaskMails,
    ...sampleStaffMails,
  ].map((model, index) => ({
    name: `${index} ${model.template} ${language}`,
    html: render(model, language, false).html,
  })),
);

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** What some mail programs show: they take style sheets out and leave styles on elements. */
function withoutStyleSheets(html: string): string {
  return html.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '');
}

function isOver(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Rules that are broken, and those that axe-core cannot judge by itself, each with the element. */
function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const rules = Object.fromEntries(NOT_FOR_MAILS.map((rule) => [rule, { enabled: false }]));
  return page.evaluate(`axe
    .run(document, ${JSON.stringify({ rules, resultTypes: ['violations', 'incomplete'] })})
    .then(({ violations, incomplete }) =>
      [...violations, ...incomplete].flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target)))`);
}

describe.each([
  { colorScheme: 'light', sheets: 'with', html: (html: string) => html },
  { colorScheme: 'dark', sheets: 'with', html: (html: string) => html },
  { colorScheme: 'light', sheets: 'without', html: withoutStyleSheets },
] as const)('in the $colorScheme and $sheets style sheets', ({ colorScheme, html: shown }) => {
  it('every mail stays within the window, asks for nothing, and passes axe-core', async () => {
    const context = await browser.newContext({ colorScheme, viewport: NARROW });
    const requested: string[] = [];
    context.on('request', (request) => requested.push(request.url()));
    const page = await context.newPage();
    await page.evaluate(axe.source);
    const faults: string[] = [];
    for (const { name, html } of mails) {
      await page.setContent(shown(html));
      for (const size of [WIDE, NARROW]) {
        await page.setViewportSize(size);
        const over = await isOver(page);
        if (over > 0) faults.push(`${name}: ${over} px too wide at ${size.width} px`);
      }
      for (const fault of await accessibilityFaults(page)) faults.push(`${name}: ${fault}`);
    }
    await context.close();
    expect(faults).toEqual([]);
    expect(requested).toEqual([]);
  });
});
