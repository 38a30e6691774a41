import { Temporal } from 'temporal-polyfill';
import { act, answerAll, checkEvents, collect, confirm } from '../acts.ts';
import { civilDate } from '../../../domain/deadlines/deadlines.ts';
import { officeOpening } from '../../../domain/deadlines/working-days.ts';
import { orderFollowUp } from '../follow-up.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const answers = ['We hebben uw naam, adres en abonnement.', 'Wij bewaren een rekening zeven jaar.'];

export const answeredInWeekOne: Scenario = {
  name: 'answered-in-week-one',
  title: 'Answered in week one',
  shows:
    'A request goes from form to answer within a week, and staff need no reminder; the requester gets one, to collect it.',
  caseDays: 15,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const fromNewCase = { staffId: handler, from: 'new_case' } as const;
    const life = await beginLife(stage, {
      requester: { name: 'Marloes de Vries', language: 'nl' },
      receivedAt: '2026-03-02T10:30:00+01:00',
      parts: [
        { requestType: 'access', text: 'Welke gegevens hebt u van mij?' },
        { requestType: 'question', text: 'Hoe lang bewaart u mijn rekeningen?' },
      ],
      asks: 'asks to see her data and has a question',
    });
    await confirm(life);
    await act(life, fromNewCase, 'take');
    await life.until(Temporal.Instant.from('2026-03-05T14:00:00+01:00'));
    const events = await answerAll(life, fromNewCase, answers);
    const nextWeek = civilDate(life.caseTime(Temporal.Now.instant())).add({ days: 7 });
    await life.until(officeOpening(nextWeek));
    await orderFollowUp(life, 'answer_reminder', 'requester');
    await collect(life, answers, 'answer_reminder');

    await checkWorkflow(life, [life.rung('unclaimed'), life.rung('ten_days_left')]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'case_taken',
      'identity_recorded',
      'part_decided',
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
      { when: 'On the last answer', mails: mailsTo('answer_ready', ['requester']) },
      { when: 'A week later', mails: mailsTo('answer_reminder', ['requester']) },
    ]);
  },
};
