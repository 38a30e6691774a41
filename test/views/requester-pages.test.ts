import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { DecisionLetterModel } from '../../views/letters/letter-sections.ts';
import { answersPage, collectPage } from '../../views/pages/collect-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { allPages, answersWith, contextIn, formWith } from './page-samples.ts';
import { attribute, found, ParsedHtml, rawText } from './parsed-html.ts';

const dutch = contextIn('nl');
const pageMarkup = (name: string) => found(new Map(allPages(dutch)).get(name), name);
const pageNamed = (name: string) => new ParsedHtml(pageMarkup(name));

describe('the request form', () => {
  const page = pageNamed('form');
  const names = page.named('input', 'textarea', 'select').map((field) => attribute(field, 'name'));

  it('asks for the least: a name, an address, and what is wanted', () => {
    const required = page.elements.filter((field) => attribute(field, 'required') !== undefined);
    expect(required.map((field) => attribute(field, 'name'))).toEqual(['name', 'email']);
  });

  it('offers every request type with a text of its own, and nothing ticked', () => {
    const boxes = page.named('input').filter((field) => attribute(field, 'name') === 'requestType');
    expect(new Set(boxes.map((box) => attribute(box, 'value')))).toEqual(new Set(requestTypeSchema.options));
    expect(boxes).toHaveLength(requestTypeSchema.options.length);
    expect(boxes.filter((box) => attribute(box, 'checked') !== undefined)).toEqual([]);
    for (const type of requestTypeSchema.options) expect(names).toContain(`text.${type}`);
  });

  it('carries its idempotency key, and no upload', () => {
    const key = page.with('name', 'idempotencyKey');
    expect(attribute(key, 'value')).toBe('k-1');
    expect(page.elements.filter((field) => attribute(field, 'type') === 'file')).toEqual([]);
  });

  it('wants no identity papers, says by when the answer comes, and links the statement', () => {
    expect(page.text).toContain('Vul nergens uw BSN in.');
    expect(page.text).toContain('binnen vier weken');
    expect(pageNamed('form with date').text).toContain('uiterlijk dinsdag 7 juli 2026');
    expect(page.targets).toContain(dutch.organisation.statementUrl);
  });

  it('keeps what was typed, line breaks included', () => {
    const filled = new ParsedHtml(formWith(dutch, '\nregel een\n\tregel twee '));
    expect(rawText(filled.byId('field-message'))).toBe('\nregel een\n\tregel twee ');
    expect(attribute(filled.byId('field-name'), 'value')).toBe('\nregel een\n\tregel twee ');
    expect(attribute(filled.byId('field-requestType-access'), 'checked')).toBeDefined();
    expect(attribute(filled.byId('field-requestType-erasure'), 'checked')).toBeUndefined();
  });

  it('shows an error on top, linked, and beside its field', () => {
    const failed = new ParsedHtml(
      requestFormPage(dutch, {
        idempotencyKey: 'k-1',
        errors: [
          { field: 'email', message: 'email' },
          { field: 'requestType', message: 'nothing_asked' },
          { field: 'text.access', message: 'too_long' },
          { field: 'somethingElse', message: 'invalid' },
        ],
      }),
    );
    const { fieldErrors } = textsOf('nl').requesterPages;
    const summary = failed.with('role', 'alert');
    const leadsTo = failed.targets.filter((href) => href.startsWith('#field'));
    expect(leadsTo).toEqual(['#field-email', '#field-requestType-access', '#field-text-access']);
    expect(rawText(summary)).toContain(fieldErrors.invalid);
    const withinPage = failed.targets.filter((href) => href.startsWith('#'));
    expect(withinPage.filter((href) => !failed.hasId(href.slice(1)))).toEqual([]);
    expect(rawText(failed.byId('field-email-error'))).toBe(fieldErrors.email);
    expect(attribute(failed.byId('field-email'), 'aria-invalid')).toBe('true');
    expect(attribute(failed.byId('field-name'), 'aria-invalid')).toBeUndefined();
    expect(rawText(failed.byId('field-requestType-error'))).toBe(fieldErrors.nothing_asked);
    expect(rawText(failed.one('title'))).toMatch(/^Fout: /);
  });
});

describe('the page after sending', () => {
  it('shows case number, collection code and promised date', () => {
    const { text } = pageNamed('received, to confirm: true');
    for (const fact of [CASE_NUMBER, 'ABCD-EFGH-JKMN', 'dinsdag 7 juli 2026', 'Kijk in uw mail.']) {
      expect(text).toContain(fact);
    }
  });

  it('asks for no confirmation where none is needed', () => {
    expect(pageNamed('received, to confirm: false').text).not.toContain('Bevestig');
  });
});

describe('pages behind links', () => {
  it.each(['confirm', 'collect', 'sign-in', 'open action'])('"%s" asks for the code in a field of its own', (name) => {
    const page = pageNamed(name);
    const field = page.byId('field-token');
    expect(attribute(field, 'name')).toBe('token');
    expect(attribute(field, 'type')).toBe('text');
    expect(attribute(field, 'required')).toBeDefined();
    expect(attribute(field, 'data-code')).toBeDefined();
  });

  it('are not for search engines, the first page and the open forms are', () => {
    const listed = allPages(dutch)
      .filter(([, markup]) => !new ParsedHtml(markup).elements.some((meta) => attribute(meta, 'name') === 'robots'))
      .map(([name]) => name);
    expect(listed).toEqual([
      'start',
      'API reference',
      'form',
      'form with date',
      'form with errors',
      'consents form',
      'consents form with errors',
    ]);
  });

  it('keep the code over a wrong collection code, and mark the field', () => {
    const page = new ParsedHtml(collectPage(dutch, { error: 'wrong_code', token: CODE }));
    const token = page.with('name', 'token');
    expect(attribute(token, 'type')).toBe('hidden');
    expect(attribute(token, 'value')).toBe(CODE);
    expect(attribute(page.byId('field-collectionCode'), 'aria-invalid')).toBe('true');
  });
});

describe('the answers', () => {
  const letter: DecisionLetterModel = {
    caseNumber: CASE_NUMBER,
    requestType: 'erasure',
    outcome: 'partly_granted',
    text: 'Wij wisten uw account.',
    refusal: {
      scope: 'Uw rekeningen.',
      facts: 'U kocht iets in 2025.',
      authority: 'Autoriteit Persoonsgegevens, Postbus 93374',
      court: 'U kunt met een verzoekschrift naar de rechtbank.',
    },
    ground: 'tax_law',
    kept: [{ categoryName: 'Betaalgegevens', ground: 'tax_law', until: Temporal.PlainDate.from('2033-01-01') }],
    recipientsTold: [{ name: 'Bezorger B.V.', state: 'confirmed' }],
    decidedOn: Temporal.PlainDate.from('2026-07-07'),
    organisation: dutch.organisation,
  };
  const pageOf = (context: PageContext, letters: readonly DecisionLetterModel[]) =>
    new ParsedHtml(
      answersPage(context, { caseNumber: CASE_NUMBER, closedOn: letter.decidedOn, language: 'nl', letters }),
    );

  it('show each answer line by line, with date, authority and court', () => {
    const page = new ParsedHtml(answersWith(dutch, 'Beste klant,\n\n  uw gegevens'));
    const shown = page.named('bdi').map(rawText);
    expect(shown).toEqual(expect.arrayContaining(['Beste klant,', 'uw gegevens']));
    for (const fact of [CASE_NUMBER, 'dinsdag 7 juli 2026', 'Autoriteit Persoonsgegevens', 'verzoekschrift']) {
      expect(page.text).toContain(fact);
    }
  });

  it('say what is not done before all else, with its five parts, what is kept, and who was told', () => {
    const { text } = pageOf(dutch, [letter]);
    const said = [
      'Een deel van uw gegevens verwijderen wij niet.',
      'Uw rekeningen.',
      'De belastingwet verplicht ons om deze gegevens zeven jaar te bewaren.',
      'U kocht iets in 2025.',
      'Wij wisten uw account.',
      'Betaalgegevens, tot en met zaterdag 1 januari 2033.',
      'Bezorger B.V.: kreeg bericht en heeft dat bevestigd',
      'Autoriteit Persoonsgegevens, Postbus 93374',
      'U kunt met een verzoekschrift naar de rechtbank.',
    ];
    const places = said.map((sentence) => text.indexOf(sentence));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('stay in the language of the case, whatever that of the page', () => {
    const page = pageOf(contextIn('en'), [letter]);
    expect(page.text).toContain('Een deel van uw gegevens verwijderen wij niet.');
    const letters = page.named('section').filter((section) => attribute(section, 'class') === 'decision');
    expect(letters.map((section) => attribute(section, 'lang'))).toEqual(['nl']);
  });

  it('give one letter for each part, and say when the text is gone', () => {
    expect(pageOf(dutch, [letter, { ...letter, outcome: 'withdrawn' }]).text).toContain('U hebt dit ingetrokken.');
    expect(pageOf(dutch, []).text).toContain('De tekst van dit antwoord is verwijderd');
  });
});
