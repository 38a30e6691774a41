import { Temporal } from 'temporal-polyfill';
import { answerAll, checkEvents, confirm, look } from '../acts.ts';
import { checkDates, checkQuietDays } from '../date-checks.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

export const overChristmas: Scenario = {
  name: 'over-christmas',
  title: 'Over Christmas and New Year',
  shows:
    'Four weeks after 4 December is New Year’s Day, so staff work to New Year’s Eve, and days on which the office is closed count for nothing.',
  caseDays: 30,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const leads = idsOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const life = await beginLife(stage, {
      requester: { name: 'Sanne Kuipers', language: 'nl' },
      receivedAt: '2026-12-04T11:20:00+01:00',
      parts: [{ requestType: 'portability', text: 'Ik wil mijn gegevens meenemen.' }],
      asks: 'asks for her data in a file',
    });
    // Reckoned by hand, with a calendar of that winter.
    checkDates(
      life,
      { promised: '2027-01-01', target: '2026-12-31', statutory: '2027-01-04' },
      {
        unclaimed: '2026-12-08',
        ten_days_left: '2026-12-16',
        five_days_left: '2026-12-23',
        two_days_left: '2026-12-29',
        one_day_left: '2026-12-30',
        target_day: '2026-12-31',
        promise_missed: '2027-01-02',
        limit_missed: '2027-01-05',
      },
    );
    await confirm(life);
    await look(life, { staffId: officer, from: 'two_days_left' });
    await life.until(life.rung('target_day').at);
    const fromLastDay = { staffId: officer, from: 'target_day' } as const;
    const events = await answerAll(life, fromLastDay, ['Het bestand staat voor u klaar bij ons servicepunt.']);

    await checkWorkflow(life, life.ladder.slice(0, 7));
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      ...life.ladder.slice(0, 6).map(() => 'step_done' as const),
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      {
        when: 'Tuesday 8 December',
        mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), ...leads]),
      },
      { when: 'Wednesday 16 December', mails: mailsTo('ten_days_left', handlers) },
      { when: 'Wednesday 23 December', mails: mailsTo('five_days_left', [...handlers, ...leads]) },
      { when: 'Tuesday 29 December', mails: mailsTo('two_days_left', [...handlers, officer]) },
      { when: 'Wednesday 30 December', mails: mailsTo('one_day_left', [...handlers, ...leads, officer]) },
      { when: 'Thursday 31 December, the last day', mails: mailsTo('target_day', [...handlers, ...leads, officer]) },
      { when: 'On the answer', mails: mailsTo('answer_ready', ['requester']) },
    ]);
    await checkQuietDays(life, [
      { name: 'Christmas', from: instant('2026-12-25T00:00:00+01:00'), until: instant('2026-12-28T00:00:00+01:00') },
      { name: 'New Year', from: instant('2027-01-01T00:00:00+01:00'), until: instant('2027-01-04T00:00:00+01:00') },
    ]);
  },
};

function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
