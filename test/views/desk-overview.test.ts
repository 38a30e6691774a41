import { describe, expect, it } from 'vitest';
import { deskFilterSchema } from '../../views/pages/desk-filter.ts';
import { type DeskOverviewModel, deskOverviewPage } from '../../views/pages/desk-overview-page.ts';
import { testCaseNumber } from '../support/fixtures/cases.ts';
import { contextIn } from './page-samples.ts';
import { attribute, type Element, ParsedHtml, rawText } from './parsed-html.ts';
import { manyRows, overviewModel } from './staff-samples.ts';

const dutch = contextIn('nl');
const pageOf = (more: Partial<DeskOverviewModel>) =>
  new ParsedHtml(deskOverviewPage(dutch, { ...overviewModel, rows: [], ...more }));
const withMany = (query: Readonly<Record<string, string>>, rows = manyRows(120)) =>
  pageOf({ rows, filter: deskFilterSchema.parse(query) });

const words = (element: Element) => rawText(element).replaceAll(/\s+/g, ' ').trim();
const rowHeaders = (page: ParsedHtml) => page.named('th').filter((cell) => attribute(cell, 'scope') === 'row');
const numbers = (page: ParsedHtml) => rowHeaders(page).map(words);
const link = (page: ParsedHtml, label: string) => page.named('a').find((each) => words(each) === label);

describe('a row of the overview', () => {
  it.each([
    [-2, '2 werkdagen te laat'],
    [-1, '1 werkdag te laat'],
    [0, 'Vandaag is de laatste werkdag'],
    [1, '1 werkdag te gaan'],
    [12, '12 werkdagen te gaan'],
  ])('says first, and in words, that %d working days are left', (workingDaysLeft, said) => {
    const [row] = manyRows(1);
    if (row === undefined) throw new Error('there is a row');
    const page = pageOf({ rows: [{ ...row, staffCase: { ...row.staffCase, workingDaysLeft } }] });
    const [first] = page.named('td');
    expect(first && words(first)).toBe(said);
  });

  it('says what each cell is, for a window too narrow for columns', () => {
    const page = withMany({}, manyRows(2));
    expect(page.text).toContain('Gevraagd: correctie Behandelaar: Sam Okafor Antwoord uiterlijk: dinsdag 7 juli 2026');
  });

  it('says for whom the case waits', () => {
    const [row] = manyRows(1);
    if (row === undefined) throw new Error('there is a row');
    const state = (more: object, assigneeName: string | null) => {
      const rows = [{ ...row, ...more, staffCase: { ...row.staffCase, assigneeName } }];
      return pageOf({ rows }).text.match(/Stand: (wacht [a-z ]+?) (?:Zaaknummer|OEFENING)/)?.[1];
    };
    expect(state({ proposals: 1, openInquiries: 1 }, 'Sam Okafor')).toBe('wacht op goedkeuring');
    expect(state({ proposals: 0, openInquiries: 1 }, null)).toBe('wacht op een behandelaar');
    expect(state({ proposals: 0, openInquiries: 1 }, 'Sam Okafor')).toBe('wacht op de verzoeker');
    expect(state({ proposals: 0, openInquiries: 0 }, 'Sam Okafor')).toBe('wacht op antwoord');
  });
});

describe('many open cases', () => {
  it('come fifty to a page, in order, none twice and none left out', () => {
    const pages = ['1', '2', '3'].map((page) => numbers(withMany({ page })));
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, index) => testCaseNumber(index + 1)));
  });

  it('say where in them a page is, and lead on and back', () => {
    const page = withMany({ page: '2' });
    expect(page.text).toContain('Open zaken 51 tot en met 100 van 120');
    expect(page.text).toContain('Pagina 2 van 3');
    const href = (label: string) => {
      const found = link(page, label);
      return found && attribute(found, 'href');
    };
    expect(href('Vorige')).toBe('https://desk.example.nl/live/desk?language=nl&show=all#cases');
    expect(href('Volgende')).toBe('https://desk.example.nl/live/desk?language=nl&show=all&page=3#cases');
    expect(link(withMany({ page: '1' }), 'Vorige')).toBeUndefined();
    expect(link(withMany({ page: '3' }), 'Volgende')).toBeUndefined();
  });

  it.each(['0', '-1', '1.5', 'x', ''])('begin on the first page for page "%s"', (page) => {
    expect(numbers(withMany({ page }))[0]).toBe(testCaseNumber(1));
  });

  it('end on the last page for one beyond it', () => {
    expect(numbers(withMany({ page: '99' })).at(-1)).toBe(testCaseNumber(120));
  });

  it('are counted over all pages, by filter and by type', () => {
    const page = withMany({ show: 'unassigned', type: 'complaint' });
    // Every third is nobody’s, every eleventh a complaint.
    for (const label of ['Alle (10)', 'Van niemand (3)', 'Elk soort (40)', 'klacht (3)']) {
      expect(page.named('a').map(words)).toContain(label);
    }
    expect(numbers(page)).toHaveLength(3);
    expect(page.text).toContain('120 zaken. 8 te laat en 4 vandaag.');
  });

  it('leave out types that nobody asks for', () => {
    const page = withMany({}, manyRows(1));
    expect(link(page, 'inzage (1)')).toBeDefined();
    expect(page.text).not.toContain('klacht');
  });
});

describe('an overview with little on it', () => {
  it('says that all is answered', () => {
    const page = pageOf({});
    expect(page.text).toContain('Er zijn geen open zaken. Alles is beantwoord.');
    expect(rowHeaders(page)).toEqual([]);
    expect(page.text).not.toContain('Welk soort?');
  });

  it('leads back to all cases where a filter shows none', () => {
    const page = withMany({ show: 'mine', type: 'question' }, manyRows(2));
    expect(page.text).toContain('Er zijn geen open zaken die hierbij passen.');
    expect(link(page, 'Toon alle open zaken')).toBeDefined();
  });

  it('says that a case is missing which cannot be read', () => {
    expect(pageOf({ unreadable: 1 }).text).toContain('1 zaak kon niet worden gelezen en staat er niet bij.');
    expect(pageOf({}).text).not.toContain('niet worden gelezen');
  });
});

it('leads within the page to each of its parts', () => {
  const page = withMany({});
  const jumps = page.named('nav').find((nav) => attribute(nav, 'aria-label') === 'Op deze pagina');
  expect(jumps && words(jumps)).toBe(
    'Naar de zaken (120) Zoek een zaak Mail om te sorteren (0) Niet bevestigd (0) Afwezigheid Voer een verzoek in',
  );
  for (const id of ['cases', 'field-caseNumber', 'mail', 'unconfirmed', 'absence']) expect(page.hasId(id)).toBe(true);
});
