import { act, answerAll, awaitMail, checkEvents, confirm } from '../acts.ts';
import { comeBack, goAway } from '../desk-acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf, nameOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

/**
 * Absences are days of real life and hold for every case on the desk. The director is the one person whose absence
 * changes nobody else's mails, since nobody is above to stand in: so here the director handles the case.
 */
export const deputyStandsIn: Scenario = {
  name: 'deputy-stands-in',
  title: 'Whoever handles it is away, the deputy stands in',
  shows:
    'A complaint goes to the director, who is then away: the reminders go to the deputy instead, who answers in time.',
  caseDays: 25,
  play: async (stage) => {
    const { client } = stage;
    const { organisation } = client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const deputy = idOf(organisation, 'deputy');
    const lead = idOf(organisation, 'team_lead');
    const director = idOf(organisation, 'director');
    const life = await beginLife(stage, {
      requester: { name: 'Wim Verbeek', language: 'nl' },
      receivedAt: '2026-10-19T10:10:00+02:00',
      parts: [{ requestType: 'complaint', text: 'U hebt mij nu drie keer verkeerd verbonden.' }],
      asks: 'complains',
    });
    await confirm(life);
    await act(
      life,
      { staffId: handler, from: 'unclaimed', words: `hands the case over to ${nameOf(organisation, director)}` },
      'hand_over',
      { to: director },
    );
    await awaitMail(life, 'handed_over', director);
    try {
      await goAway(client, director);
      life.tell(nameOf(organisation, director), 'notes on the desk that she is away');
      const fromReminder = { staffId: deputy, from: 'five_days_left' } as const;
      const events = await answerAll(life, fromReminder, ['Het spijt ons. Wij verbinden u voortaan goed door.']);
      checkEvents(life, events, [
        'request_received',
        'request_confirmed',
        'step_done',
        'case_handed_over',
        'step_done',
        'step_done',
      ]);
    } finally {
      await comeBack(client, director);
    }
    life.tell(nameOf(organisation, director), 'is back');

    await checkWorkflow(life, [
      life.rung('unclaimed'),
      life.rung('ten_days_left'),
      life.rung('five_days_left'),
      life.rung('two_days_left'),
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'Two working days after receipt', mails: mailsTo('unclaimed', [...handlers, deputy, lead]) },
      { when: 'When it is handed over', mails: mailsTo('handed_over', [director]) },
      { when: 'Ten working days before the target', mails: mailsTo('ten_days_left', [deputy]) },
      { when: 'Five working days before the target', mails: mailsTo('five_days_left', [deputy, lead]) },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
  },
};
