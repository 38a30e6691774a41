import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/languages.ts';
import { allPages, contextIn } from './page-samples.ts';
import { attribute, ParsedHtml, type Element } from './parsed-html.ts';

const BASE = 'https://desk.example.nl/live/';
const languages: readonly Language[] = ['nl', 'en'];
const pages = languages.flatMap((language) =>
  allPages(contextIn(language)).map(([name, markup]) => ({ name, language, page: new ParsedHtml(markup) })),
);

/** Answers to a press: codes, letters, half a decision. */
const SHOWN_ONCE =
  /^(?:answers|confirmed|consents (?:asked|given|chosen|declined|stopped)|done|door|link over|own case laid aside|received|report|signed in|staff attach_file)/;

describe.each(pages)('the page "$name" in $language', ({ name, language, page }) => {
  it('is sound HTML in its language, with one title and one main part', () => {
    expect(page.faults).toEqual([]);
    expect(attribute(page.one('html'), 'lang')).toBe(language);
    expect(page.named('main')).toHaveLength(1);
    expect(page.named('h1')).toHaveLength(1);
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds no style or script of its own and nothing from elsewhere', () => {
    expect(page.named('style', 'iframe', 'object', 'base')).toEqual([]);
    for (const image of page.named('img')) expect(attribute(image, 'src')).toBe(`${BASE}assets/logo.svg`);
    for (const element of page.elements) {
      expect(element.attrs.filter(({ name }) => name === 'style' || name.startsWith('on'))).toEqual([]);
    }
    for (const script of page.named('script')) {
      expect(attribute(script, 'src')).toBe(`${BASE}assets/desk.js`);
      expect(script.childNodes).toEqual([]);
    }
    expect(page.named('link').map((link) => attribute(link, 'href'))).toEqual([`${BASE}assets/desk.css`]);
  });

  it('posts its forms to the desk and keeps the language', () => {
    for (const form of page.named('form')) {
      expect(attribute(form, 'method')).toBe('post');
      expect(attribute(form, 'enctype')).toBeUndefined();
      expect(attribute(form, 'action')).toMatch(
        new RegExp(`^${BASE}(?:[a-z/-]+|unsubscribe/[\\w.-]+)\\?language=${language}&sent=1$`),
      );
      expect(attribute(form, 'action')).not.toContain(`${BASE}/`);
    }
  });

  it('has a label for every field, and hints and errors that are there', () => {
    const labelled = new Set(page.named('label').map((label) => attribute(label, 'for')));
    for (const field of page.named('input', 'textarea', 'select').filter(isShown)) {
      expect(labelled).toContain(attribute(field, 'id'));
      for (const id of attribute(field, 'aria-describedby')?.split(' ') ?? []) expect(page.hasId(id)).toBe(true);
    }
  });

  it('leads only to places that exist: its own, the desk, or named sites', () => {
    const sites = new Set(['https://www.cttelecom.nl/privacyverklaring', 'https://autoriteitpersoonsgegevens.nl']);
    const leadsNowhere = (href: string) =>
      href.startsWith('#') ? !page.hasId(href.slice(1)) : !sites.has(href) && !href.startsWith(BASE);
    expect(page.targets.filter(leadsNowhere)).toEqual([]);
  });

  it('offers the other language, unless leaving it would lose what is shown once', () => {
    const other = language === 'nl' ? 'en' : 'nl';
    const links = page.named('a').filter((link) => attribute(link, 'hreflang') !== undefined);
    const buttons = page.named('button').filter((button) => attribute(button, 'name') === 'redraw');
    const expected = SHOWN_ONCE.test(name) ? [] : [other];
    const languages = [...links.map((a) => attribute(a, 'hreflang')), ...buttons.map((b) => attribute(b, 'value'))];
    expect(languages).toEqual(expected);
    for (const link of links) {
      expect(attribute(link, 'href')).toMatch(
        new RegExp(`^${BASE}(?:[a-z/-]*|desk/cases/[A-Z0-9-]+|unsubscribe/[\\w./-]+)\\?language=${other}$`),
      );
    }
    for (const button of buttons) {
      expect(attribute(button, 'formaction')).toMatch(new RegExp(`^${BASE}[a-z/-]+\\?language=${other}&sent=1$`));
    }
  });

  it('has one form to draw again where the language switch is a button, and another button for the Enter key', () => {
    const [first, ...others] = page.named('button').filter((button) => attribute(button, 'form') !== undefined);
    if (first === undefined) return;
    expect(attribute(first, 'name')).toBeUndefined();
    expect(others.map((button) => attribute(button, 'name'))).toEqual(['redraw']);
    for (const button of [first, ...others]) {
      const forms = page.named('form').map((form) => attribute(form, 'id'));
      expect(forms.filter((id) => id === attribute(button, 'form'))).toHaveLength(1);
    }
  });

  it('says whose page it is', () => {
    expect(page.text).toContain('CT Telecom B.V., Rooseveltstraat 76, 2321BM Leiden');
    expect(page.text).toContain('088-2350000');
  });

  it('shows no placeholder of a missing value', () => {
    // Samples of JSON have three of them.
    const placeholders = name === 'API reference' ? /undefined|NaN|\[object/ : /undefined|null|NaN|\[object|false|true/;
    expect(page.text).not.toMatch(placeholders);
  });
});

function isShown(field: Element): boolean {
  return attribute(field, 'type') !== 'hidden';
}
