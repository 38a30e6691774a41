import { setTimeout as sleep } from 'node:timers/promises';
import { act, answerAll, checkEvents, confirm } from '../acts.ts';
import { checkDates } from '../date-checks.ts';
import { beginLife, type Stage } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

export const overSummerTime: Scenario = {
  name: 'over-summer-time',
  title: 'Over the change to summer time',
  shows:
    'On 28 March 2027 the clocks go forward (it is Easter Sunday as well): the mails before and after it all come at nine in the morning.',
  caseDays: 35,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const taker = handlers.at(-1) ?? idOf(organisation, 'handler');
    const leads = idsOf(organisation, 'team_lead');
    const officers = idsOf(organisation, 'privacy_officer');
    const directors = idsOf(organisation, 'director');
    const life = await beginLife(stage, {
      requester: { name: 'Thomas Reed', language: 'en' },
      receivedAt: '2027-03-10T08:05:00+01:00',
      parts: [{ requestType: 'restriction', text: 'Please do not use my data while we disagree.' }],
      asks: 'asks to have his data left alone for a while',
    });
    checkDates(
      life,
      { promised: '2027-04-07', target: '2027-04-07', statutory: '2027-04-12' },
      {
        unclaimed: '2027-03-12',
        ten_days_left: '2027-03-22',
        five_days_left: '2027-03-31',
        two_days_left: '2027-04-05',
        one_day_left: '2027-04-06',
        target_day: '2027-04-07',
        promise_missed: '2027-04-08',
        limit_missed: '2027-04-13',
      },
    );
    await confirm(life);
    await act(life, { staffId: taker, from: 'unclaimed' }, 'take');
    await life.until(life.rung('promise_missed').at);
    const fromMissed = { staffId: taker, from: 'promise_missed' } as const;
    const events = await answerAll(life, fromMissed, ['We leave your data alone until we agree.']);

    await checkWorkflow(life, life.ladder);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'step_done',
      'case_taken',
      ...life.ladder.slice(1, 7).map(() => 'step_done' as const),
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      {
        when: 'Friday 12 March, in winter time',
        mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), ...leads]),
      },
      { when: 'Monday 22 March, still in winter time', mails: mailsTo('ten_days_left', [taker]) },
      { when: 'Wednesday 31 March, in summer time', mails: mailsTo('five_days_left', [taker, ...leads]) },
      { when: 'Monday 5 April', mails: mailsTo('two_days_left', [taker, ...officers]) },
      { when: 'Tuesday 6 April', mails: mailsTo('one_day_left', [taker, ...leads, ...officers]) },
      { when: 'Wednesday 7 April, the last day', mails: mailsTo('target_day', [taker, ...leads, ...officers]) },
      {
        when: 'Thursday 8 April',
        mails: [...mailsTo('apology', ['requester']), ...mailsTo('promise_missed', [taker, ...officers, ...directors])],
      },
      {
        when: 'On the answer',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('tell_recipients', [taker])],
      },
    ]);
  },
};

/** The same change seen closely: days long enough that an hour shows. */
export const nightOfTheClocks: Scenario = {
  name: 'night-of-the-clocks',
  title: 'The night the clocks change, seen closely',
  shows: 'The day of 23 hours is rehearsed so slowly that a reminder an hour too early or too late would show.',
  caseDays: 4,
  play: async (stage: Stage) => {
    const handler = idOf(stage.client.organisation, 'handler');
    // The quicker the call, the more exactly it is known when the life began: not while all the others begin.
    await sleep(10_000);
    const life = await beginLife(stage, {
      requester: { name: 'Ilse Brouwer', language: 'nl' },
      receivedAt: '2027-03-27T20:00:00+01:00',
      parts: [{ requestType: 'question', text: 'Met wie deelt u mijn gegevens?' }],
      asks: 'has a question',
    });
    checkDates(
      life,
      { promised: '2027-04-24', target: '2027-04-23', statutory: '2027-04-28' },
      { unclaimed: '2027-03-31' },
    );
    await confirm(life);
    await answerAll(life, { staffId: handler, from: 'new_case' }, ['Met niemand.']);
    await checkWorkflow(life, [life.rung('unclaimed')]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [
          ...mailsTo('acknowledgement', ['requester']),
          ...mailsTo('new_case', idsOf(stage.client.organisation, 'handler')),
        ],
      },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
  },
};
