import { describe, expect, it } from 'vitest';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { actions, allPages, contextIn, staffModelWith } from './page-samples.ts';
import { attribute, found, ParsedHtml, rawText } from './parsed-html.ts';

const dutch = contextIn('nl');
const actionPage = (action: (typeof actions)[number], text = 'Mijn vraag\nop twee regels') =>
  new ParsedHtml(staffActionPage(dutch, staffModelWith(action, text)));

describe.each(actions)('the page of the action %s', (action) => {
  const page = actionPage(action);

  it('shows the case, what the requester wrote, and what happened', () => {
    for (const fact of [
      CASE_NUMBER,
      'dinsdag 9 juni 2026 om 14:03 uur',
      'dinsdag 7 juli 2026',
      'nog 5 werkdagen',
      'inzage',
      'nog niemand',
      'Bevestigd door de verzoeker',
    ]) {
      expect(page.text).toContain(fact);
    }
    expect(page.named('bdi').map(rawText)).toContain('Mijn vraag\nop twee regels');
  });

  it('has one form, which posts the code of the link on', () => {
    expect(page.named('form')).toHaveLength(1);
    expect(attribute(page.one('form'), 'action')).toBe('https://desk.example.nl/live/desk/decide?language=nl&sent=1');
    expect(attribute(page.with('name', 'token'), 'value')).toBe(CODE);
  });
});

it('warns on dismissing that a real request never may be, and asks why', () => {
  const page = actionPage('dismiss');
  expect(page.text).toContain('Een echt verzoek mag u nooit terzijde leggen.');
  expect(page.named('option').map((option) => attribute(option, 'value'))).toEqual([
    '',
    'spam',
    'test',
    'duplicate',
    'no_request',
  ]);
});

it('warns on answering that the identity is not certain, and names the part', () => {
  const page = actionPage('answer');
  expect(page.text).toContain('Zet nog geen persoonsgegevens van de verzoeker in het antwoord.');
  expect(page.text).toContain('onderdeel 1: inzage (nog open, dit onderdeel)');
  expect(page.text).toContain('onderdeel 2: bezwaar tegen reclame (beantwoord op dinsdag 9 juni 2026)');
});

it('keeps the answer that was typed when it reports an error', () => {
  const model = { ...staffModelWith('answer', 'Concept'), error: 'text_refused' } as const;
  const page = new ParsedHtml(staffActionPage(dutch, model));
  expect(rawText(page.byId('field-text'))).toBe('Concept');
  expect(rawText(page.byId('field-text-error'))).toBe(
    'Dit antwoord kunnen wij niet bewaren. Het is te lang of bevat onleesbare tekens.',
  );
});

it('tells a second presser who did it and when', () => {
  const markup = found(new Map(allPages(dutch)).get('done by: take'), 'page');
  expect(new ParsedHtml(markup).text).toContain(
    'Anna de Wit heeft deze zaak opgepakt op dinsdag 9 juni 2026 om 14:03 uur.',
  );
});
