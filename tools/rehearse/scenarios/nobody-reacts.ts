import { answerAll, checkEvents, collect, confirm } from '../acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const answers = ['Wij hebben uw gegevens gewist. Het spijt ons dat u hierop moest wachten.'];

export const nobodyReacts: Scenario = {
  name: 'nobody-reacts',
  title: 'Nobody reacts',
  shows:
    'Every rung of the ladder is climbed: the promise is missed and the requester gets an apology, the legal limit is missed, and weekly mails go on until the director answers.',
  caseDays: 45,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const deputies = idsOf(organisation, 'deputy');
    const leads = idsOf(organisation, 'team_lead');
    const officers = idsOf(organisation, 'privacy_officer');
    const directors = idsOf(organisation, 'director');
    const protection = idsOf(organisation, 'data_protection_officer');
    const life = await beginLife(stage, {
      requester: { name: 'Bram Janssen', language: 'nl' },
      receivedAt: '2026-06-01T21:15:00+02:00',
      parts: [{ requestType: 'erasure', text: 'Wis alles wat u van mij hebt.' }],
      asks: 'asks to have his data erased',
    });
    await confirm(life);
    const weekly = life.rung('still_open_1');
    await life.until(weekly.at);
    const fromWeekly = { staffId: idOf(organisation, 'director'), from: 'still_open_1' } as const;
    const events = await answerAll(life, fromWeekly, answers);
    await collect(life, answers);

    await checkWorkflow(life, [...life.ladder, weekly, life.rung('still_open_2')]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      ...[...life.ladder, weekly].map(() => 'step_done' as const),
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'Two working days after receipt', mails: mailsTo('unclaimed', [...handlers, ...deputies, ...leads]) },
      { when: 'Ten working days before the target', mails: mailsTo('ten_days_left', handlers) },
      { when: 'Five working days before the target', mails: mailsTo('five_days_left', [...handlers, ...leads]) },
      { when: 'Two working days before the target', mails: mailsTo('two_days_left', [...handlers, ...officers]) },
      {
        when: 'The working day before the target',
        mails: mailsTo('one_day_left', [...handlers, ...leads, ...officers]),
      },
      { when: 'On the target day', mails: mailsTo('target_day', [...handlers, ...leads, ...officers]) },
      {
        when: 'The morning after the promised date',
        mails: [
          ...mailsTo('apology', ['requester']),
          ...mailsTo('promise_missed', [...handlers, ...officers, ...directors]),
        ],
      },
      {
        when: 'The morning after the statutory limit',
        mails: mailsTo('limit_missed', [...handlers, ...officers, ...directors, ...protection]),
      },
      { when: 'A week later', mails: mailsTo('still_open_1', [...handlers, ...officers, ...directors]) },
      {
        when: 'On the answer',
        mails: [
          ...mailsTo('answer_ready', ['requester']),
          ...mailsTo('tell_recipients', [idOf(organisation, 'director')]),
        ],
      },
    ]);
  },
};
