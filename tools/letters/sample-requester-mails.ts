import { explainPromise } from '../../domain/deadlines/explain.ts';
import { explainExtension } from '../../domain/deadlines/explain-extension.ts';
import type { Language } from '../../domain/languages.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { CASE_NUMBER, CASE_URL, date, linkTo, received, REQUESTER_NAME } from './sample-case.ts';

const about = { caseNumber: CASE_NUMBER, requesterName: REQUESTER_NAME, caseUrl: CASE_URL };
const promisedDate = date('2026-07-07');

/** One mail to the requester of each kind, and of those with variants one of each. What people write is Dutch or English. */
export function sampleRequesterMails(language: Language): readonly MailModel[] {
  const written = (nl: string, en: string) => (language === 'nl' ? nl : en);
  const question = written('Over welke periode wilt u gegevens?', 'About which period do you want data?');
  const inquiry = { template: 'inquiry', ...about, question: '', promisedDate } as const;
  const missed = {
    template: 'promise_missed',
    caseNumber: CASE_NUMBER,
    requesterName: REQUESTER_NAME,
    requestTypes: ['access', 'complaint'],
    promisedDate,
  } as const;
  const cause = written(
    'Een bestand was moeilijk te vinden. Daarom duurde het langer.',
    'A file was hard to find. That is why it took longer.',
  );
  const extension = {
    template: 'extension_letter',
    ...about,
    extendedTypes: ['access'],
    otherTypes: ['complaint'],
    readyTypes: [],
    ground: 'complexity',
    facts: written(
      'Uw gegevens staan in zeven systemen. Twee daarvan zijn oud.\n\nWij moeten ze met de hand doorzoeken.',
      'Your data are in seven systems. Two of them are old.\n\nWe have to search them by hand.',
    ),
    until: date('2026-09-08'),
    promisedDate,
    reckoning: explainExtension(received, language),
    promiseMissed: false,
  } as const;
  const collecting = { collectUrl: linkTo('/collect'), collectUntil: date('2026-09-05') };
  const addressed = { caseNumber: CASE_NUMBER, requesterName: REQUESTER_NAME };
  const acknowledged = {
    template: 'acknowledgement',
    ...about,
    receivedAt: received,
    requestTypes: ['access', 'complaint'],
    promisedDate,
    reckoning: explainPromise(received, language),
  } as const;
  return [
    { template: 'confirm_request', caseNumber: CASE_NUMBER, promisedDate, confirmUrl: linkTo('/confirm') },
    { template: 'marketing_stopped', caseNumber: CASE_NUMBER, stoppedOn: date('2026-06-09'), moreToCome: true },
    { ...acknowledged, codeFrom: 'submission' },
    { ...acknowledged, codeFrom: 'staff' },
    { template: 'answer_ready', ...addressed, ...collecting, codeFrom: 'submission' },
    { template: 'answer_ready', ...addressed, ...collecting, codeFrom: 'staff' },
    { template: 'answer_reminder', ...addressed, ...collecting, codeFrom: 'submission' },
    { ...missed, delay: null },
    { ...missed, delay: { cause, until: date('2026-07-10') } },
    { ...inquiry, identity: { doubt: 'address_not_on_file', level: 'L2' }, reminder: false },
    { ...inquiry, identity: { doubt: 'signs_of_fraud', level: 'L3' }, reminder: true },
    { ...inquiry, identity: null, question, reminder: false },
    { template: 'identity_code', caseNumber: CASE_NUMBER, code: '7K3Q-9M2X', caseUrl: CASE_URL },
    {
      template: 'message',
      ...about,
      text: written(
        'Wij hebben uw brief gekregen.\n\nU hoort snel meer.',
        'We have your letter.\n\nYou hear more soon.',
      ),
    },
    extension,
    { ...extension, otherTypes: [], readyTypes: ['complaint'], promiseMissed: true },
    {
      template: 'retyped',
      ...about,
      to: 'question',
      reason: written(
        'U vraagt naar onze openingstijden. Dat gaat niet over uw gegevens.',
        'You ask about our opening hours. That is not about your data.',
      ),
      promisedDate,
    },
    { template: 'restriction_lifting', ...about, requestType: 'objection' },
    { template: 'withdrawal_confirmed', ...addressed, withdrawnTypes: ['erasure'], openTypes: ['access'] },
    { template: 'case_reopened', ...about, requestTypes: ['access'] },
    {
      template: 'confirm_contact',
      caseNumber: CASE_NUMBER,
      confirmUrl: linkTo('/confirm-contact'),
      confirmUntil: date('2026-06-23'),
    },
    { template: 'contact_changed', caseNumber: CASE_NUMBER, changedOn: date('2026-06-16') },
  ];
}
