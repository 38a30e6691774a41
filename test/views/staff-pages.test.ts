import { describe, expect, it } from 'vitest';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { languageSchema } from '../../domain/languages.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { staffActionPage, type StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { allFields } from '../../views/pages/staff-action-fields.ts';
import { problemSentence } from '../../views/pages/staff-action-problem.ts';
import { nl } from '../../views/texts/nl.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { allPages, contextIn } from './page-samples.ts';
import { attribute, found, ParsedHtml, rawText } from './parsed-html.ts';
import { actions, sampleCase, staffModelWith, viewWith } from './staff-samples.ts';

const dutch = contextIn('nl');
const pageOf = (model: StaffActionModel) => new ParsedHtml(staffActionPage(dutch, model));
const actionPage = (action: (typeof actions)[number], text = 'Mijn vraag\nop twee regels') =>
  pageOf(staffModelWith(action, text));

/** The page to answer a part of a type, as a form nobody has filled in. */
function answerPage(requestType: RequestType, more: Partial<StaffActionModel> = {}) {
  const parts = [{ partId: '1', requestType, decision: null, restriction: null }];
  const model = staffModelWith('answer', '');
  return pageOf({ ...model, view: viewWith('', { ...sampleCase, parts }), values: null, ...more });
}
const names = (page: ParsedHtml) =>
  page.named('input', 'select', 'textarea').map((field) => attribute(field, 'name') ?? '');
const optionsOf = (page: ParsedHtml, name: string) => {
  const select = page.with('name', name);
  return select.childNodes.flatMap((node) => ('attrs' in node ? [attribute(node, 'value') ?? ''] : []));
};

describe.each(actions)('the page of the action %s', (action) => {
  const page = actionPage(action);

  it('shows the case, what the requester wrote, and what happened', () => {
    for (const fact of [
      CASE_NUMBER,
      'dinsdag 9 juni 2026 om 14:03 uur',
      'dinsdag 7 juli 2026',
      'nog 5 werkdagen',
      'verwijdering',
      'nog niemand',
      'Bevestigd door de verzoeker',
      'alles telt vanaf die dag',
    ]) {
      expect(page.text).toContain(fact);
    }
    expect(page.named('bdi').map(rawText)).toContain('Mijn vraag\nop twee regels');
  });

  it('has one form, which posts the code of the link on', () => {
    expect(page.named('form')).toHaveLength(1);
    const way = action === 'attach_file' ? 'files' : 'decide';
    expect(attribute(page.one('form'), 'action')).toBe(`https://desk.example.nl/live/desk/${way}?language=nl&sent=1`);
    expect(attribute(page.with('name', 'token'), 'value')).toBe(CODE);
  });

  it('says from the desk which action on what is meant', () => {
    const door = { kind: 'desk', action, caseNumber: CASE_NUMBER, on: '1' } as const;
    const fromDesk = pageOf({ ...staffModelWith(action, ''), door });
    const hidden = fromDesk.named('input').filter((field) => attribute(field, 'type') === 'hidden');
    expect(hidden.slice(0, 3).map((field) => [attribute(field, 'name'), attribute(field, 'value')])).toEqual([
      ['act', action],
      ['caseNumber', CASE_NUMBER],
      ['on', '1'],
    ]);
  });

  it('keeps what was typed when it reports an error', () => {
    const model = staffModelWith(action, 'Concept');
    for (const field of allFields(action).filter(({ kind }) => kind === 'text')) {
      const again = pageOf({ ...model, problem: { kind: 'form', code: 'field_invalid', field: field.name } });
      expect(rawText(again.byId(`field-${field.name}`))).toBe('Concept');
      expect(rawText(again.byId(`field-${field.name}-error`))).toBe(nl.deskRules.form.field_invalid);
    }
  });
});

it('warns on dismissing that a real request never may be, and asks why', () => {
  const page = actionPage('dismiss');
  expect(page.text).toContain('Een echt verzoek mag u nooit terzijde leggen.');
  expect(optionsOf(page, 'ground')).toEqual(['', 'spam', 'test', 'duplicate', 'no_request']);
});

describe('the form of an answer', () => {
  it.each(['marketing_objection', 'consent_withdrawal', 'question', 'complaint'] as const)(
    'has no field for refusing a %s, and no outcome to choose',
    (requestType) => {
      const page = answerPage(requestType);
      expect(names(page).filter((name) => /^(?:ground|scope|facts|kept.*)$/.test(name))).toEqual([]);
      expect(attribute(page.with('name', 'outcome'), 'type')).toBe('hidden');
    },
  );

  it('offers the outcomes and grounds of its type only', () => {
    const objection = answerPage('objection');
    expect(optionsOf(objection, 'outcome')).toEqual(['', 'granted', 'partly_granted', 'refused']);
    expect(optionsOf(objection, 'ground')).toContain('gdpr_21_1_compelling');
    expect(optionsOf(objection, 'ground')).not.toContain('tax_law');
    expect(names(objection)).not.toContain('keptCategory1');
    expect(names(answerPage('erasure'))).toContain('keptCategory5');
  });

  it('asks how the person is known only where that is not known well enough', () => {
    expect(optionsOf(answerPage('access'), 'identityMethod')).not.toContain('code_to_address_on_file');
    expect(optionsOf(answerPage('access'), 'identityMethod')).toContain('account_login');
    // The sample’s address is confirmed, which is enough here.
    expect(names(answerPage('restriction'))).not.toContain('identityMethod');
  });

  it('starts from the draft, and lists what the answer must contain', () => {
    const page = answerPage('question', { draft: '\nBeste Jan,\n' });
    expect(rawText(page.byId('field-text'))).toBe('\nBeste Jan,\n');
    expect(names(page).filter((name) => name.startsWith('content_'))).toEqual([
      'content_answer_first',
      'content_statement_link',
      'content_authority',
    ]);
    expect(page.text).toContain('Laat de gegevens van andere mensen weg.');
  });
});

it('names confidential recipients to the privacy officer alone', () => {
  const secret = found(
    ctTelecom.recipients.find(({ confidential }) => confidential),
    'recipient',
  );
  const model = staffModelWith('tell_recipients', '');
  const handler = found(
    ctTelecom.staff.find(({ role }) => role === 'handler'),
    'handler',
  );
  expect(pageOf(model).text).toContain(secret.name);
  expect(pageOf({ ...model, view: { ...model.view, member: handler } }).text).not.toContain(secret.name);
});

it('shows whoever approves everything that is proposed', () => {
  const page = pageOf({ ...staffModelWith('approve', 'Zo is het.'), values: null });
  for (const part of [
    'afwijzing',
    'onderdeel 1: verwijdering',
    'Deels ingewilligd',
    'Belastingwet',
    'zaterdag 1 januari 2033',
    'Zo is het.',
    'Postbus 93374',
    'Anna de Wit',
  ]) {
    expect(page.text).toContain(part);
  }
});

/** Where the links within the page lead when it reports a problem. */
const targets = (problem: StaffActionModel['problem']) =>
  pageOf({ ...staffModelWith('answer', ''), problem }).targets.filter((href) => href.startsWith('#'));
const ruled = (rule: 'contents_missing' | 'access_first' | 'kept_required', field: string | null = null) =>
  ({ kind: 'rule', rule, field, possibleUntil: null }) as const;

describe('a rule that refuses', () => {
  it.each(languageSchema.options)('says until when it was possible in %s', (language) => {
    const problem = { kind: 'rule', rule: 'extension_too_late', field: null, possibleUntil: '2026-07-07' } as const;
    const sentence = problemSentence(problem, contextIn(language), textsOf(language));
    expect(sentence).toContain(
      language === 'nl'
        ? 'Verlengen kon tot en met dinsdag 7 juli 2026.'
        : 'Extending was possible up to and including Tuesday 7 July 2026.',
    );
  });

  it('leads from the top of the page to the field, or to the page where it has none', () => {
    // The first leads past the head of the page.
    expect(targets(ruled('contents_missing'))).toEqual(['#main', '#field-contents']);
    expect(targets(ruled('kept_required', 'kept'))).toEqual(['#main', '#field-kept']);
    expect(targets(ruled('access_first'))).toEqual(['#main', '#main']);
  });
});

it('shows a case on the desk with a button for each thing that can be done', () => {
  const page = new ParsedHtml(
    deskCasePage(dutch, {
      view: viewWith('tekst'),
      actions: [
        { action: 'answer', on: '3', requestType: 'question' },
        { action: 'end_task', on: '1', requestType: null },
      ],
      related: [],
    }),
  );
  expect(page.named('button').map((button) => rawText(button).trim())).toEqual([
    'Beantwoord dit onderdeel (onderdeel 3: vraag)',
    expect.stringContaining('Rond deze taak af (Bericht aan een ontvanger van gegevens: '),
  ]);
  for (const fact of [
    'Ouder; machtiging gezien door Anna de Wit',
    'De naam past niet bij het adres.',
    'Uitgesloten',
    'Sam Okafor',
  ]) {
    expect(page.text).toContain(fact);
  }
});

it('tells a second presser who did it and when', () => {
  const markup = found(new Map(allPages(dutch)).get('done by: take'), 'page');
  expect(new ParsedHtml(markup).text).toContain(
    'Anna de Wit heeft deze zaak opgepakt op dinsdag 9 juni 2026 om 14:03 uur.',
  );
});
