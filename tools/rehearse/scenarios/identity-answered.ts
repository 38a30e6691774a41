import { textsOf } from '../../../views/texts/texts-of.ts';
import { act, awaitMail, checkEvents, collect, confirm } from '../acts.ts';
import { answerFields } from '../../desk-client/answer-fields.ts';
import { addressFor, beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const CODE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b(?!-)/;
const answer = 'Dit zijn de soorten gegevens die wij van u hebben.';

export const identityAnswered: Scenario = {
  name: 'identity-answered',
  title: 'Who are you? Asked and answered',
  shows:
    'A doubt is settled without a copy of a passport: a code goes to an address that was on file, and the requester types it on the page of the case.',
  caseDays: 14,
  play: async (stage) => {
    const { client, story } = stage;
    const { organisation } = client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const life = await beginLife(stage, {
      requester: { name: 'Esther Cohen', language: 'nl' },
      receivedAt: '2026-02-07T11:00:00+01:00',
      parts: [{ requestType: 'access', text: 'Wat weet u van mij?' }],
      asks: 'asks to see her data, from an address nobody knows',
    });
    const onFile = addressFor(stage, 'Oud Adres');
    await confirm(life);
    const fromUnclaimed = { staffId: handler, from: 'unclaimed' } as const;
    await act(life, fromUnclaimed, 'take');
    await act(life, fromUnclaimed, 'ask_identity', { doubt: 'address_not_on_file', level: 'L2' });
    const question = await awaitMail(life, 'inquiry', 'requester');
    const { noIdentity } = textsOf('nl').requesterMails.acknowledgement;
    story.check(
      'The question asks for no copy of a passport',
      question.text.includes(noIdentity(client.organisation.jurisdiction.personalNumber.nl))
        ? []
        : ['It does not say so.'],
    );
    await client.writeToDesk(life.accepted, 'Vroeger schreef ik u vanaf mijn oude adres.');
    life.tell(life.requester.name, 'answers on the page of the case that she used another address before');
    await act(life, { staffId: handler, from: 'requester_wrote' }, 'send_identity_code', { address: onFile });
    const [code = ''] = CODE.exec((await awaitMail(life, 'identity_code', onFile)).text) ?? [];
    const wrong = await client.enterIdentityCode(life.accepted, '0000-0000');
    life.tell(life.requester.name, 'types a wrong code');
    story.check('A wrong code settles nothing', wrong.status === 422 ? [] : [`The page said ${wrong.status}.`]);
    const right = await client.enterIdentityCode(life.accepted, code);
    life.tell(life.requester.name, 'types the code from her old mailbox');
    story.check(
      'The right one does, and the page says so',
      right.status === 200 && right.text.includes(textsOf('nl').ownCase.acts.identity_code.done)
        ? []
        : [`The page said ${right.status} “${right.title}”.`],
    );
    const events = await act(
      life,
      { staffId: handler, from: 'identity_reached' },
      'answer',
      withoutIdentity(answerFields('access', answer)),
      '1',
    );
    await collect(life, [answer]);

    await checkWorkflow(life, [life.rung('unclaimed'), life.rung('ten_days_left')]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'step_done',
      'case_taken',
      'inquiry_asked',
      'message_received',
      'identity_code_sent',
      'identity_recorded',
      'inquiry_answered',
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [
          ...mailsTo('acknowledgement', ['requester']),
          ...mailsTo('new_case', handlers),
          ...mailsTo('expiring_data', handlers),
        ],
      },
      {
        when: 'Two working days after receipt',
        mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), lead]),
      },
      { when: 'On the question', mails: mailsTo('inquiry', ['requester']) },
      { when: 'When the requester has written', mails: mailsTo('requester_wrote', [handler]) },
      { when: 'To the address on file', mails: mailsTo('identity_code', [onFile]) },
      { when: 'When the code was typed', mails: mailsTo('identity_reached', [handler]) },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
  },
};

/** The code said who it is: staff record nothing more. */
function withoutIdentity(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'identityMethod'));
}
