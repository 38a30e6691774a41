import { describe, expect, it } from 'vitest';
import type { Language } from '../../domain/languages.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { sampleOf } from './mail-models.ts';
import { attribute, found, ParsedHtml, rawText } from './parsed-html.ts';

type Report = Extract<MailModel, { template: 'staff_figures' }>['report'];

const render = createMailRenderer(ctTelecom);
const sample = sampleOf('staff_figures');
const access = found(sample.report.types[0], 'a type');
const mailOf = (report: Partial<Report>, language: Language = 'nl') =>
  render({ ...sample, report: { ...sample.report, ...report } }, language, false);

describe('the mail with the figures of a month', () => {
  it.each([
    ['nl', 'Cijfers van oktober 2026', 'inzage', 'andere soorten', 'totaal', '12,5'],
    ['en', 'Figures for October 2026', 'access', 'other types', 'total', '12.5'],
  ] as const)('is a table of types in %s', (language, subject, access, others, total, median) => {
    const words = mailOf({}, language);
    const cells = new ParsedHtml(words.html)
      .named('tr')
      .filter((row) => row.childNodes.some((cell) => 'tagName' in cell && attribute(cell, 'scope') === 'row'))
      .map((row) =>
        row.childNodes
          .map(rawText)
          .map((text) => text.trim())
          .filter((text) => text !== ''),
      );
    expect(words.subject).toBe(subject);
    expect(cells.slice(0, 3)).toEqual([
      [access, '12', median, '91%', '2', '1', '3'],
      [others, '7', '3', '91%', '2', '1', '3'],
      [total, '19', '9', '91%', '2', '1', '3'],
    ]);
  });

  it('stands in straight columns as plain text, and fits a line of 80', () => {
    const wide = { ...access, closed: 12_345 };
    const types = [{ ...wide, requestType: 'automated_decision' } as const, wide];
    const lines = mailOf({ types })
      .text.split('\n')
      .filter((line) => /\S {2,}\S/.test(line));
    expect(lines).toHaveLength(5);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines[0]?.length).toBeLessThanOrEqual(80);
  });

  it('does not tell a median beyond 120 days to the day', () => {
    const types = [{ ...access, medianDays: 120 }];
    expect(mailOf({ types }).text).toMatch(/^inzage +12 +120\+ /m);
  });

  it('says that a merged row is below five, and gives no number of it', () => {
    const text = mailOf({ others: 'fewer_than_five' }).text;
    expect(text).toContain('Van andere soorten samen zijn er minder dan 5 gesloten. Het totaal telt die niet mee.');
    expect(text).not.toMatch(/^andere soorten/m);
  });

  it('has no table where nothing can be told', () => {
    const { text, html } = mailOf({ types: [], others: 'fewer_than_five', total: null });
    expect(text).toContain('In totaal zijn er minder dan 5 gesloten');
    expect(new ParsedHtml(html).named('thead')).toEqual([]);
  });

  it.each([
    ['nl', 'In oktober 2026 is niets gesloten.'],
    ['en', 'Nothing was closed in October 2026.'],
  ] as const)('says in %s when nothing was closed', (language, sentence) => {
    const { text, html } = mailOf({ types: [], others: null, total: null }, language);
    expect(text).toContain(sentence);
    expect(new ParsedHtml(html).named('thead')).toEqual([]);
  });
});
