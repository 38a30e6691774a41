import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageSchema } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { sampleConsentMails } from '../../tools/letters/sample-consent-mails.ts';
import { sampleRequesterMails } from '../../tools/letters/sample-requester-mails.ts';
import { sampleStaffMails, sampleTaskMails } from '../../tools/letters/sample-staff-mails.ts';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { html } from '../../views/html.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';

const WIDE = 600;
/** The narrowest window WCAG 2.2 asks for (1.4.10). */
const NARROW = 320;

/** A mail is shown within the page of a mail program, which has the landmarks, the first heading, and ways past parts. */
const NOT_FOR_MAILS = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

const render = createMailRenderer(ctTelecom);
const mails = languageSchema.options.flatMap((language) =>
  [
    ...sampleRequesterMails(language),
    ...sampleConsentMails(ctTelecom, language),
    ...sampleTaskMails,
    ...sampleStaffMails,
  ].map((model, index) => ({
    name: `${index} ${model.template} ${language}`,
    document: render(model, language, false).html,
  })),
);

/** Mails that differ in more than words and addresses, which is all that rules of accessibility can see. */
const builds = [...new Map(mails.map((mail) => [buildOf(mail.document), mail])).values()];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

function buildOf(document: string): string {
  return document
    .slice(document.indexOf('<body'))
    .replaceAll(/>[^<]+</g, '><')
    .replaceAll(/ (?:href|aria-label|lang)="[^"]*"/g, '');
}

/** What some mail programs show: they take style sheets out and leave styles on elements. */
function withoutStyleSheets(document: string): string {
  return document.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '');
}

const asSent = (document: string): string => document;

async function openPage(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 640 } });
  return context.newPage();
}

describe('in a window', () => {
  it.each([
    { width: NARROW, sheets: 'with', shown: asSent },
    { width: NARROW, sheets: 'without', shown: withoutStyleSheets },
    { width: WIDE, sheets: 'with', shown: asSent },
  ])('of $width px no mail $sheets style sheets sticks out or asks for anything', async ({ width, shown }) => {
    const page = await openPage(width, 'light');
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    const frames = mails.map(
      (mail) => html`<iframe width="${width}" scrolling="no" srcdoc="${shown(mail.document)}"></iframe>`,
    );
    await page.setContent(html`<!doctype html>${frames}`.toString());
    const widths = await page.evaluate<readonly number[]>(
      'Array.from(frames, ({ document }) => document.documentElement.scrollWidth)',
    );
    await page.context().close();
    expect(mails.filter((_mail, index) => widths[index] !== width).map(({ name }) => name)).toEqual([]);
    expect(requested).toEqual([]);
  });
});

describe('axe-core', () => {
  it.each([
    { width: NARROW, colorScheme: 'light', sheets: 'with', shown: asSent },
    { width: WIDE, colorScheme: 'dark', sheets: 'with', shown: asSent },
    { width: WIDE, colorScheme: 'light', sheets: 'without', shown: withoutStyleSheets },
  ] as const)('has nothing against mails at $width px in the $colorScheme $sheets style sheets', async (look) => {
    const { width, colorScheme, shown } = look;
    const page = await openPage(width, colorScheme);
    await page.evaluate(axe.source);
    const faults: string[] = [];
    for (const { name, document } of builds) {
      await page.setContent(shown(document));
      for (const fault of await accessibilityFaults(page)) faults.push(`${name}: ${fault}`);
    }
    await page.context().close();
    expect(faults).toEqual([]);
  });
});

/**
 * Rules that are broken, and those that axe-core cannot judge by itself, each with the element. Of a table of figures
 * that is moved sideways it cannot judge what is out of sight, so that is left to the wide window.
 */
function accessibilityFaults(page: Page): Promise<readonly string[]> {
  const rules = Object.fromEntries(NOT_FOR_MAILS.map((rule) => [rule, { enabled: false }]));
  return page.evaluate(`axe
    .run(document, ${JSON.stringify({ rules, resultTypes: ['violations', 'incomplete'] })})
    .then(({ violations, incomplete }) => {
      const told = (results) => results.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target));
      const isInSight = (fault) => innerWidth > ${NARROW} || !/td|th/.test(fault);
      return [...told(violations), ...told(incomplete).filter(isInSight)];
    })`);
}
