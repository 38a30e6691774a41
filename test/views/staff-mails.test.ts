import { describe, expect, it } from 'vitest';
import type { StepId } from '../../domain/cases/ladder.ts';
import type { Language } from '../../domain/languages.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { CASE_NUMBER, REQUESTER_NAME, sampleOf, staffMails, withLinks } from './mail-models.ts';
import { ParsedHtml } from './parsed-html.ts';

const render = createMailRenderer(ctTelecom);

function stepMail(step: StepId, workingDaysLeft: number, language: Language = 'nl') {
  const model: MailModel = { ...sampleOf('staff_step'), step, subject: { ...withLinks, workingDaysLeft } };
  return render(model, language, false);
}

describe('the subject of a staff mail', () => {
  it.each([
    ['unclaimed', 17, '[NOG NIET OPGEPAKT]'],
    ['ten_days_left', 10, '[NOG 10 WERKDAGEN]'],
    ['five_days_left', 5, '[NOG 5 WERKDAGEN]'],
    ['five_days_left', 4, '[NOG 4 WERKDAGEN]'],
    ['one_day_left', 1, '[NOG 1 WERKDAG]'],
    ['target_day', 0, '[VANDAAG LAATSTE DAG]'],
    ['one_day_left', 0, '[VANDAAG LAATSTE DAG]'],
    ['unclaimed', 0, '[VANDAAG LAATSTE DAG]'],
    ['target_day', -1, '[STREEFDAG VOORBIJ]'],
    ['promise_missed', -1, '[BELOFTE GEMIST]'],
    ['limit_missed', -3, '[WETTELIJKE TERMIJN GEMIST]'],
    ['still_open_2', -12, '[NOG STEEDS OPEN]'],
  ] as const)('of step %s with %i working days left starts with %s', (step, days, mark) => {
    expect(stepMail(step, days).subject).toBe(`${mark} ${CASE_NUMBER}`);
  });

  it('is in the language of the addressee', () => {
    expect(stepMail('two_days_left', 2, 'en').subject).toBe(`[2 WORKING DAYS LEFT] ${CASE_NUMBER}`);
  });

  it('of a digest goes by its most urgent case', () => {
    expect(render(sampleOf('staff_unconfirmed'), 'nl', false).subject).toBe(
      '[NOG 2 WERKDAGEN] 2 verzoeken niet bevestigd',
    );
  });
});

describe.each(['nl', 'en'] as const)('a staff mail about a case in %s', (language) => {
  const words = render(sampleOf('staff_step'), language, false);
  const page = new ParsedHtml(words.html);

  it('tells what staff must know of the procedure', () => {
    const facts =
      language === 'nl'
        ? ['inzage, klacht', 'dinsdag 9 juni 2026', 'dinsdag 7 juli 2026', 'nog 5 werkdagen', 'donderdag 9 juli 2026']
        : ['access, complaint', 'Tuesday 9 June 2026', 'Tuesday 7 July 2026', '5 working days left', '9 July 2026'];
    for (const fact of [CASE_NUMBER, 'Anna de Wit', ...facts]) expect(words.text).toContain(fact);
  });

  it('has a button for each action open to the addressee', () => {
    for (const url of [withLinks.takeUrl, ...withLinks.answers.map(({ url }) => url)])
      expect(page.targets).toContain(url);
    expect(words.text).toMatch(language === 'nl' ? /Beantwoord onderdeel 2 \(klacht\)/ : /Answer part 2 \(complaint\)/);
  });

  it('warns that links are personal', () => {
    expect(words.text).toMatch(language === 'nl' ? /alleen voor u/ : /only for you/);
  });

  it('has neither buttons nor their warning for whom is only told', () => {
    const subject = { ...withLinks, assigneeName: null, takeUrl: null, answers: [], statutoryDate: null };
    const told = render({ ...sampleOf('staff_step'), subject }, language, false);
    expect(new ParsedHtml(told.html).targets).toEqual([]);
    expect(told.text).toContain(language === 'nl' ? 'nog niemand' : 'nobody yet');
    expect(told.text).not.toMatch(/alleen voor u|only for you/);
  });
});

it('lists every unconfirmed request, the most urgent first, with both choices', () => {
  const { text } = render(sampleOf('staff_unconfirmed'), 'nl', false);
  expect(text.indexOf('P-AAAAA-BBBBB')).toBeLessThan(text.indexOf(CASE_NUMBER));
  expect(text.match(/^Neem aan$/gm)).toHaveLength(2);
  expect(text.match(/^Leg terzijde$/gm)).toHaveLength(2);
});

it('tells staff nothing of the requester', () => {
  // The models have no place for it; a mail made from more than its model still shows none of it.
  const requester = { requesterName: REQUESTER_NAME, requesterEmail: 'w.achterberg@example.org', text: 'Geheim' };
  for (const model of staffMails) {
    const loaded: MailModel =
      'subject' in model ? { ...model, subject: { ...model.subject, ...requester } } : { ...model, ...requester };
    const words = render(loaded, 'nl', false);
    for (const secret of Object.values(requester)) {
      expect(words.subject + words.text + words.html).not.toContain(secret);
    }
  }
});
