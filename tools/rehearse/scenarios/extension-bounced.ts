import { act, answerAll, awaitMail, checkEvents, confirm } from '../acts.ts';
import { subjectOnDesk } from '../desk-acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

export const extensionBounced: Scenario = {
  name: 'extension-bounced',
  title: 'An extension whose letter bounced',
  shows: 'The letter about an extension does not arrive, so nobody was told: the old ladder runs again.',
  caseDays: 22,
  play: async (stage) => {
    const { client } = stage;
    const { organisation } = client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const life = await beginLife(stage, {
      requester: { name: 'Noor van Leeuwen', language: 'nl' },
      receivedAt: '2026-09-14T11:00:00+02:00',
      parts: [{ requestType: 'rectification', text: 'Mijn geboortedatum staat overal verkeerd.' }],
      asks: 'asks to have her date of birth corrected',
    });
    await confirm(life);
    const fromUnclaimed = { staffId: handler, from: 'unclaimed' } as const;
    await act(life, fromUnclaimed, 'take');
    await act(life, fromUnclaimed, 'extend', {
      ground: 'complexity',
      facts: 'Uw geboortedatum staat in negen systemen, ook bij derden.',
      until: '2026-11-02',
    });
    const proposal = Number(await subjectOnDesk(life, officer, 'approve'));
    await act(life, { staffId: officer, from: 'approval_wanted' }, 'approve', { decision: 'approve' });
    await awaitMail(life, 'extension_letter', 'requester');
    // A proposal is numbered by the change that made it, and a mail by its change: here the one right after.
    await client.bounce(`${life.accepted.caseNumber}-${proposal + 1}-1`);
    life.tell('the mail server', 'gives the letter back: the address does not exist any more');
    await awaitMail(life, 'extension_bounced', handler);
    const fromReminder = { staffId: handler, from: 'ten_days_left' } as const;
    const events = await answerAll(life, fromReminder, ['Wij hebben uw geboortedatum overal verbeterd.']);

    await checkWorkflow(life, [life.rung('unclaimed'), life.rung('ten_days_left'), life.rung('five_days_left')]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'step_done',
      'case_taken',
      'proposal_made',
      'proposal_approved',
      'extension_in_force',
      'letter_bounced',
      'step_done',
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      {
        when: 'Two working days after receipt',
        mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), lead]),
      },
      { when: 'On the proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      {
        when: 'On the approval',
        mails: [...mailsTo('extension_letter', ['requester']), ...mailsTo('approved', [handler])],
      },
      { when: 'When the letter comes back', mails: mailsTo('extension_bounced', [handler, officer]) },
      { when: 'Ten working days before the old target', mails: mailsTo('ten_days_left', [handler]) },
      {
        when: 'On the answer',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('tell_recipients', [handler])],
      },
    ]);
  },
};
