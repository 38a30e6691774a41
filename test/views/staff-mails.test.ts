import { describe, expect, it } from 'vitest';
import type { StepId } from '../../domain/cases/step-id.ts';
import type { Language } from '../../domain/languages.ts';
import type { StaffRole } from '../../domain/organisation.ts';
import { staffNoticeSchema } from '../../domain/outbox/outbox-row.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { closedCase, date, openCase, takenCase, toldCase } from '../../tools/letters/sample-case.ts';
import { sampleStaffMails } from '../../tools/letters/sample-staff-mails.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { CASE_NUMBER, REQUESTER_NAME, sampleOf } from './mail-models.ts';
import { ParsedHtml } from './parsed-html.ts';

const render = createMailRenderer(ctTelecom);

function stepMail(step: StepId, workingDaysLeft: number, language: Language = 'nl', role: StaffRole = 'handler') {
  const subject = { ...(role === 'data_protection_officer' ? toldCase : openCase), workingDaysLeft };
  return render({ template: 'staff_step', staffName: 'Joris', role, step, task: null, subject }, language, false);
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
    ['extended_five_days_left', 5, '[NOG 5 WERKDAGEN]'],
    ['extended_date_missed', -1, '[NIEUWE DATUM GEMIST]'],
    ['extended_limit_missed', -3, '[WETTELIJKE TERMIJN GEMIST]'],
  ] as const)('of step %s with %i working days left starts with %s, then number and types', (step, days, mark) => {
    expect(stepMail(step, days).subject).toBe(`${mark} ${CASE_NUMBER} inzage en klacht`);
  });

  it('is in the language of the addressee', () => {
    expect(stepMail('two_days_left', 2, 'en').subject).toBe(
      `[2 WORKING DAYS LEFT] ${CASE_NUMBER} access and complaint`,
    );
  });

  it('names two types and counts the others', () => {
    const subject = { ...openCase, requestTypes: ['access', 'erasure', 'complaint', 'erasure', 'question'] as const };
    expect(render({ ...sampleOf('staff_new_case'), subject }, 'nl', false).subject).toBe(
      `[NIEUW] ${CASE_NUMBER} inzage, verwijdering en nog 2`,
    );
  });

  it('says of a closed case that it is closed, not how many days are left', () => {
    const model = { ...sampleOf('staff_step'), step: 'task_3_1', task: 'kept_until', subject: closedCase } as const;
    expect(render(model, 'nl', false).subject).toBe(
      `[ZAAK GESLOTEN] ${CASE_NUMBER} inzage en klacht: bewaarde gegevens verwijderen`,
    );
  });

  it('of a digest goes by its most urgent case', () => {
    expect(render(sampleOf('staff_unconfirmed'), 'nl', false).subject).toBe(
      '[NOG 2 WERKDAGEN] 2 verzoeken niet bevestigd',
    );
  });
});

describe.each(['nl', 'en'] as const)('a staff mail about a case in %s', (language) => {
  const mail = (subject: typeof openCase) => render({ ...sampleOf('staff_step'), subject }, language, false);

  it('tells what staff must know of the procedure', () => {
    const facts =
      language === 'nl'
        ? ['inzage en klacht', 'dinsdag 9 juni 2026', 'dinsdag 7 juli 2026', 'nog 5 werkdagen', 'donderdag 9 juli 2026']
        : ['access and complaint', 'Tuesday 9 June 2026', 'Tuesday 7 July 2026', '5 working days left', '9 July 2026'];
    const { text } = mail(takenCase);
    for (const fact of [CASE_NUMBER, 'Anna de Wit', ...facts]) expect(text).toContain(fact);
  });

  it('has a link, with words, for everything open to the addressee', () => {
    const { html, text } = mail(openCase);
    const { targets } = new ParsedHtml(html);
    for (const { url } of openCase.links) expect(targets).toContain(url);
    expect(targets).toContain(openCase.deskUrl);
    expect(text).toMatch(language === 'nl' ? /Beantwoord: klacht/ : /Answer: complaint/);
    expect(text).toMatch(language === 'nl' ? /Stel voor om de termijn te verlengen/ : /Propose to extend/);
  });

  it('warns that links are personal', () => {
    expect(mail(openCase).text).toMatch(language === 'nl' ? /alleen voor u/ : /only for you/);
  });

  it('tells the new date of an extension', () => {
    const { text } = mail({ ...takenCase, extendedUntil: date('2026-09-08') });
    expect(text).toContain(language === 'nl' ? 'dinsdag 8 september 2026' : 'Tuesday 8 September 2026');
  });

  it('has neither links nor their warning for whom is only told', () => {
    const told = stepMail('limit_missed', -3, language, 'data_protection_officer');
    expect(new ParsedHtml(told.html).targets).toEqual([]);
    expect(told.text).toMatch(language === 'nl' ? /ter informatie/ : /for your information/);
    expect(told.text).not.toMatch(/alleen voor u|only for you/);
  });
});

describe('an escalation', () => {
  const roles: readonly StaffRole[] = [
    'handler',
    'team_lead',
    'privacy_officer',
    'director',
    'data_protection_officer',
  ];
  it.each([
    ['two_days_left', 2],
    ['target_day', 0],
    ['promise_missed', -1],
    ['limit_missed', -3],
    ['still_open_1', -8],
  ] as const)('at %s tells each role something else to do', (step, days) => {
    const needed = roles.map((role) => {
      const lines = stepMail(step, days, 'nl', role).text.split('\n\n');
      return lines[lines.indexOf('Wat is er nu nodig?') + 1];
    });
    expect(new Set(needed).size).toBe(roles.length);
  });
});

describe('a notice', () => {
  it.each(staffNoticeSchema.options)('%s says what it is and what to do', (notice) => {
    const model = { ...sampleOf('staff_notice'), notice, subject: takenCase, about: null, expiring: [] };
    const { text, subject } = render(model, 'nl', false);
    const [, lead, , , next] = text.split('\n\n');
    expect(subject).toMatch(/^\[NOG 5 WERKDAGEN\] P-7K3Q9-M2XCD inzage en klacht: ./);
    for (const sentence of [lead, next]) expect(sentence).toMatch(/^\p{Lu}.+\.$/u);
  });

  it('names the data that expire, each with its day', () => {
    const expiring = [{ name: 'Verkeersgegevens', on: date('2026-06-10') }];
    const model = { ...sampleOf('staff_notice'), notice: 'expiring_data', subject: takenCase, about: null, expiring };
    expect(render(model as MailModel, 'nl', false).text).toContain('Verkeersgegevens: vanaf woensdag 10 juni 2026');
  });

  it('tells the term of a letter of the authority', () => {
    const about = { proposal: null, task: 'authority_letter', until: date('2026-07-24') } as const;
    const model = { ...sampleOf('staff_notice'), notice: 'authority_letter', about, subject: takenCase } as const;
    expect(render(model, 'nl', false).text).toContain('vrijdag 24 juli 2026');
  });

  it('says of a mail that did not arrive whose it was', () => {
    const about = { proposal: null, task: 'recipient_notice', until: null } as const;
    const model = { ...sampleOf('staff_notice'), notice: 'letter_bounced', subject: takenCase } as const;
    expect(render({ ...model, about }, 'nl', false).text).toMatch(/aan een ontvanger of afdeling/);
    expect(render({ ...model, about: null }, 'nl', false).text).toMatch(/aan de verzoeker/);
  });

  it('says what a proposal is about', () => {
    const about = { proposal: 'refusal', task: null, until: null } as const;
    const model = { ...sampleOf('staff_notice'), notice: 'approval_wanted', about, subject: takenCase } as const;
    expect(render(model, 'nl', false).text).toContain('Het gaat om een afwijzing.');
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
  for (const model of sampleStaffMails) {
    const loaded: MailModel =
      'subject' in model ? { ...model, subject: { ...model.subject, ...requester } } : { ...model, ...requester };
    const words = render(loaded, 'nl', false);
    for (const secret of Object.values(requester)) {
      expect(words.subject + words.text + words.html).not.toContain(secret);
    }
  }
});
