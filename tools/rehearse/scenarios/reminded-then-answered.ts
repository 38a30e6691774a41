import { answerAll, checkEvents, confirm } from '../acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

export const remindedThenAnswered: Scenario = {
  name: 'reminded-then-answered',
  title: 'Reminded, then answered',
  shows:
    'Nobody takes the case, so reminders come, until one of them gets it answered; nothing is escalated after that.',
  caseDays: 26,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const life = await beginLife(stage, {
      requester: { name: 'Oliver Grant', language: 'en' },
      receivedAt: '2026-09-07T16:45:00+02:00',
      parts: [{ requestType: 'rectification', text: 'My surname is spelled wrong on the invoice.' }],
      asks: 'asks to have his name corrected',
    });
    await confirm(life);
    const fromReminder = { staffId: lead, from: 'five_days_left' } as const;
    await life.until(life.rung('five_days_left').at);
    const events = await answerAll(life, fromReminder, ['We have corrected the spelling of your name.']);

    await checkWorkflow(life, [
      life.rung('unclaimed'),
      life.rung('ten_days_left'),
      life.rung('five_days_left'),
      life.rung('two_days_left'),
    ]);
    checkEvents(life, events, ['request_received', 'request_confirmed', 'step_done', 'step_done', 'step_done']);
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
      { when: 'Ten working days before the target', mails: mailsTo('ten_days_left', handlers) },
      { when: 'Five working days before the target', mails: mailsTo('five_days_left', [...handlers, lead]) },
      {
        when: 'On the answer',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('tell_recipients', [lead])],
      },
    ]);
  },
};
