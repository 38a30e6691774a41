import { act, answerAll, awaitMail, checkEvents, confirm, refused } from '../acts.ts';
import { checkDates } from '../date-checks.ts';
import { refusedOnDesk } from '../desk-acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const extension = {
  ground: 'number_of_requests',
  facts: 'You asked for the same data in five places.',
  until: '2026-05-29',
};

export const extensionTooLate: Scenario = {
  name: 'extension-too-late',
  title: 'An extension refused too late',
  shows:
    'An extension is proposed and nobody approves it in time: after the promise only the privacy officer may, after the first month nobody may, and each of them reads until when it was possible.',
  caseDays: 40,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const taker = handlers.at(-1) ?? idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const directors = idsOf(organisation, 'director');
    const life = await beginLife(stage, {
      requester: { name: 'Yusuf Demir', language: 'nl' },
      receivedAt: '2026-03-02T13:00:00+01:00',
      parts: [{ requestType: 'restriction', text: 'Gebruik mijn gegevens nergens tot dit is opgelost.' }],
      asks: 'asks to have his data left alone',
    });
    checkDates(
      life,
      { promised: '2026-03-30', target: '2026-03-30', statutory: '2026-04-02' },
      { promise_missed: '2026-03-31', limit_missed: '2026-04-03' },
    );
    await confirm(life);
    await act(life, { staffId: taker, from: 'unclaimed' }, 'take');
    await act(life, { staffId: taker, from: 'five_days_left' }, 'extend', extension);
    // The mails say what day it is at the desk: from here a busy machine makes that a guess.
    await awaitMail(life, 'promise_missed', taker);
    const again = { action: 'extend', fields: extension, words: 'tries to extend' } as const;
    await refusedOnDesk(
      life,
      { staffId: taker, ...again },
      { rule: 'extension_officer_only', possibleUntil: '2026-03-30' },
    );
    await awaitMail(life, 'limit_missed', taker);
    const tooLate = { rule: 'extension_too_late', possibleUntil: '2026-04-02' } as const;
    await refused(
      life,
      { staffId: lead, from: 'approval_wanted', words: 'approves what was proposed in time' },
      'approve',
      { decision: 'approve' },
      tooLate,
    );
    await refusedOnDesk(life, { staffId: officer, ...again }, tooLate);
    const fromMissed = { staffId: taker, from: 'limit_missed' } as const;
    const events = await answerAll(life, fromMissed, ['Wij laten uw gegevens met rust.']);

    await checkWorkflow(life, [...life.ladder, life.rung('still_open_1')]);
    const step = 'step_done' as const;
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      step,
      'case_taken',
      step,
      step,
      'proposal_made',
      ...life.ladder.slice(3).map(() => step),
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'Wednesday 4 March', mails: mailsTo('unclaimed', [...handlers, ...idsOf(organisation, 'deputy'), lead]) },
      { when: 'Monday 16 March', mails: mailsTo('ten_days_left', [taker]) },
      { when: 'Monday 23 March', mails: mailsTo('five_days_left', [taker, lead]) },
      { when: 'On the proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      { when: 'Thursday 26 March', mails: mailsTo('two_days_left', [taker, officer]) },
      { when: 'Friday 27 March', mails: mailsTo('one_day_left', [taker, lead, officer]) },
      { when: 'Monday 30 March, the last day', mails: mailsTo('target_day', [taker, lead, officer]) },
      {
        when: 'Tuesday 31 March',
        mails: [...mailsTo('apology', ['requester']), ...mailsTo('promise_missed', [taker, officer, ...directors])],
      },
      {
        when: 'Friday 3 April',
        mails: mailsTo('limit_missed', [
          taker,
          officer,
          ...directors,
          ...idsOf(organisation, 'data_protection_officer'),
        ]),
      },
      {
        when: 'On the answer',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('tell_recipients', [taker])],
      },
    ]);
  },
};
