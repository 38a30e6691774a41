import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../domain/deadlines/format.ts';
import { act, answerAll, awaitMail, checkEvents, confirm } from '../acts.ts';
import { checkDates } from '../date-checks.ts';
import { beginLife, extendedLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const until = '2026-06-26';

export const extendedInTime: Scenario = {
  name: 'extended-in-time',
  title: 'Extended in time',
  shows:
    'A complex request is extended by two people before the promise is over: the letter leaves, the old rungs fall silent and those of the new date come.',
  caseDays: 38,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const taker = handlers.at(-1) ?? idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const asked = await beginLife(stage, {
      requester: { name: 'Hugo Lindqvist', language: 'en' },
      receivedAt: '2026-05-18T10:00:00+02:00',
      parts: [{ requestType: 'portability', text: 'I want all of my data since 2009, from every contract.' }],
      asks: 'asks for the data of seventeen years',
    });
    checkDates(asked, { promised: '2026-06-15', target: '2026-06-15', statutory: '2026-06-18' }, {});
    await confirm(asked);
    const fromUnclaimed = { staffId: taker, from: 'unclaimed' } as const;
    await act(asked, fromUnclaimed, 'take');
    await act(asked, fromUnclaimed, 'extend', {
      ground: 'complexity',
      facts: 'Your contracts are spread over four systems, and two of them are archives.',
      until,
    });
    await act(asked, { staffId: lead, from: 'approval_wanted' }, 'approve', { decision: 'approve' });
    const letter = await awaitMail(asked, 'extension_letter', 'requester');
    const date = formatDate(Temporal.PlainDate.from(until), 'en');
    stage.story.check(
      `The letter names the new date, ${date}, and why it takes longer`,
      [date, 'two of them are archives'].filter((words) => !letter.text.includes(words)).map((w) => `It lacks “${w}”.`),
    );
    const life = extendedLife(asked, until);
    const fromReminder = { staffId: taker, from: 'extended_five_days_left' } as const;
    const events = await answerAll(life, fromReminder, ['Your file is ready at our service point.']);

    // The run still wakes for the rung it was sleeping until, and hears that there is nothing to do then.
    await checkWorkflow(life, [
      life.rung('unclaimed'),
      life.rung('ten_days_left'),
      life.rung('extended_ten_days_left'),
      life.rung('extended_five_days_left'),
      life.rung('extended_two_days_left'),
    ]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'step_done',
      'case_taken',
      'proposal_made',
      'proposal_approved',
      'extension_in_force',
      'step_done',
      'step_done',
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'Wednesday 20 May', mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), lead]) },
      { when: 'On the proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      {
        when: 'On the approval',
        mails: [...mailsTo('extension_letter', ['requester']), ...mailsTo('approved', [taker])],
      },
      { when: 'Friday 12 June', mails: mailsTo('extended_ten_days_left', [taker]) },
      { when: 'Friday 19 June, after the old promise', mails: mailsTo('extended_five_days_left', [taker, lead]) },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
  },
};
