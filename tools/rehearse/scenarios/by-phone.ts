import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../domain/deadlines/format.ts';
import { ZONE } from '../../../domain/deadlines/deadlines.ts';
import { answerFields } from '../../desk-client/answer-fields.ts';
import { act, awaitMail } from '../acts.ts';
import { postLetter } from '../desk-acts.ts';
import { orderFollowUp } from '../follow-up.ts';
import { type Life, lifeOf, type Stage } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { dayOnThisDesk } from '../on-this-desk.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';

const requester = { name: 'Geertje Bos', language: 'nl', email: '' } as const;
const street = 'Dorpsstraat 12';
const answer = 'Wij hebben uw naam, uw adres en uw abonnement sinds 1998.';

export const byPhone: Scenario = {
  name: 'by-phone',
  title: 'By phone, without an e-mail address',
  shows:
    'Staff type in what somebody asked by phone: her letters are printed and posted, and a second pair of eyes looks before her data leave.',
  caseDays: 14,
  clock: 'desk',
  play: async (stage) => {
    const { client, story } = stage;
    const { organisation } = client;
    const dayLastsSeconds = dayOnThisDesk(stage, { byMail: false });
    if (dayLastsSeconds === undefined) return;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const second = handlers.at(-1) ?? handler;
    const life = await typeIn({ ...stage, dayLastsSeconds }, handler);
    await awaitMail(life, 'letter_to_post', second);
    const receipt = await postLetter(life, handler);
    const promised = formatDate(life.dates.promisedDate, 'nl');
    story.check(
      `The letter of receipt has her address and the promised date`,
      [street, promised].filter((words) => !receipt.includes(words)).map((words) => `It lacks “${words}”.`),
    );
    const knownByPhone = { identityMethod: 'call_to_number_on_file', personalData: 'on' };
    await act(
      life,
      { staffId: handler, from: 'new_case', words: 'calls the number on file and writes the answer' },
      'answer',
      { ...answerFields('access', answer), ...knownByPhone },
      '1',
    );
    const after = Temporal.Now.instant();
    const looked = { staffId: second, from: 'approval_wanted', words: 'looks a second time and lets it go' } as const;
    await act(life, looked, 'approve', { decision: 'approve' });
    await awaitMail(life, 'approved', handler);
    await orderFollowUp(life, 'letter_to_post', handler, after);
    const letter = await postLetter(life, handler, after);
    story.check('The posted letter holds the answer', letter.includes(answer) ? [] : ['It does not.']);
    const page = await client.openOwnCase(life.accepted);
    life.tell(requester.name, 'looks at her case at the library, with the number and code she was told');
    story.check('Number and code open her case', page.status === 200 ? [] : [`The page said ${page.status}.`]);

    const approvers = idsOf(organisation, 'handler', 'deputy', 'team_lead', 'privacy_officer').filter(
      (staffId) => staffId !== handler,
    );
    await checkMails(life, [
      {
        when: 'When it is typed in',
        mails: [
          ...mailsTo('new_case', handlers),
          ...mailsTo('expiring_data', handlers),
          ...mailsTo('letter_to_post', handlers),
        ],
      },
      { when: 'On the answer', mails: mailsTo('approval_wanted', approvers) },
      { when: 'On the approval', mails: mailsTo('approved', [handler]) },
      { when: 'When the watchdog has looked', mails: mailsTo('letter_to_post', [handler]) },
      { when: 'Where the days of the desk are short', mails: rungsFor(life, handlers, approvers), mayStayOut: true },
    ]);
  },
};

/** What the form of the desk makes of a call. */
async function typeIn(stage: Stage, staffId: string): Promise<Life> {
  const { client, story } = stage;
  const { member, read, post } = client.staff(staffId);
  const [, formId = ''] = /name="formId" value="([^"]+)"/.exec((await read('/desk/intake')).html) ?? [];
  const sentAt = Temporal.Now.instant();
  const called = sentAt.toZonedDateTimeISO(ZONE).round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const form = {
    formId,
    channel: 'phone',
    receivedDate: called.toPlainDate().toString(),
    receivedTime: called.toPlainTime().toString({ smallestUnit: 'minute' }),
    requestType: 'access',
    message: 'Mevrouw wil weten wat wij van haar hebben.',
    name: requester.name,
    phone: '0101234567',
    postalAddress: `${street}\n1234 AB Ons Dorp`,
    language: requester.language,
  };
  const page = await post('/desk/intake', form);
  const answeredAt = Temporal.Now.instant();
  const [caseNumber = '', collectionCode = ''] = [...page.html.matchAll(/class="code">([^<]+)</g)].map(
    ([, code = '']) => code.trim(),
  );
  const receivedAt = called.toInstant();
  const life = lifeOf(stage, {
    requester,
    accepted: {
      caseNumber,
      collectionCode,
      receivedAt: receivedAt.toString({ smallestUnit: 'millisecond' }),
      promisedDate: '',
      sentAt,
      answeredAt,
    },
    requestTypes: ['access'],
    caseStart: sentAt,
    receivedAt,
  });
  story.tell({ at: receivedAt, who: requester.name, what: `calls and asks what is known of her (${caseNumber})` });
  life.tell(member.name, 'types it in on the desk and tells her number and code');
  const promised = formatDate(life.dates.promisedDate, 'en');
  story.check(
    `The page tells number, code and the promised date, ${promised}`,
    page.status === 200 && page.text.includes(promised) ? [] : [`It said ${page.status} “${page.title}”.`],
  );
  return life;
}

/** How the desk was started says how long its days are: with short ones some rungs come while people act. */
function rungsFor(life: Life, handlers: readonly string[], others: readonly string[]) {
  return life.ladder.flatMap(({ step }) =>
    step === 'unclaimed' || step === 'ten_days_left' || step === 'five_days_left' || step === 'two_days_left'
      ? mailsTo(step, [...new Set([...handlers, ...others])])
      : [],
  );
}
