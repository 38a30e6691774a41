import { textsOf } from '../../../views/texts/texts-of.ts';
import { act, checkEvents, collect, confirm } from '../acts.ts';
import { checkDates } from '../date-checks.ts';
import { beginLife, rungBeside } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const refusal = {
  outcome: 'refused',
  text: 'Wij kunnen uw gegevens niet wissen, omdat wij niet weten of u het bent.',
  ground: 'gdpr_11_2_not_identifiable',
  scope: 'Het hele verzoek.',
  facts: 'Uw e-mailadres staat niet in onze administratie en op onze vragen kwam geen antwoord.',
};

export const identityNeverAnswered: Scenario = {
  name: 'identity-never-answered',
  title: 'Who are you? Never answered',
  shows:
    'The requester is reminded twice, then staff hear that nobody answered: before the promise a refusal with all its parts goes out, and two people stand behind it.',
  caseDays: 28,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const life = await beginLife(stage, {
      requester: { name: 'Kees Timmer', language: 'nl' },
      receivedAt: '2026-12-02T15:20:00+01:00',
      parts: [{ requestType: 'erasure', text: 'Gooi alles weg.' }],
      asks: 'asks to have everything erased, and never reacts again',
    });
    checkDates(
      life,
      { promised: '2026-12-30', target: '2026-12-30', statutory: '2027-01-04' },
      { ten_days_left: '2026-12-15', five_days_left: '2026-12-22', two_days_left: '2026-12-28' },
    );
    await confirm(life);
    const fromUnclaimed = { staffId: handler, from: 'unclaimed' } as const;
    await act(life, fromUnclaimed, 'take');
    await act(life, fromUnclaimed, 'ask_identity', { doubt: 'address_not_on_file', level: 'L2' });
    const unanswered = rungBeside('inquiry_1_unanswered', '2026-12-24T09:00:00+01:00');
    await life.until(unanswered.at);
    const events = await act(
      life,
      { staffId: handler, from: 'inquiry_unanswered', words: 'proposes to refuse, since nobody knows who asks' },
      'answer',
      refusal,
      '1',
    );
    await act(life, { staffId: lead, from: 'approval_wanted' }, 'approve', { decision: 'approve' });
    const page = await collect(life, [refusal.text, refusal.facts]);
    const { supervisoryAuthority, courtSentence } = organisation;
    stage.story.check(
      'The letter names what is refused, the ground, the facts, the authority and the court',
      [
        refusal.scope,
        textsOf('nl').letters.grounds.gdpr_11_2_not_identifiable.sentence,
        refusal.facts,
        supervisoryAuthority.name,
        courtSentence.nl,
      ]
        .filter((words) => !page.text.includes(words))
        .map((words) => `It lacks “${words}”.`),
    );

    const slow = [life.rung('one_day_left'), life.rung('target_day')];
    await checkWorkflow(
      life,
      [
        life.rung('unclaimed'),
        life.rung('ten_days_left'),
        rungBeside('inquiry_1_reminder_1', '2026-12-15T09:00:00+01:00'),
        life.rung('five_days_left'),
        rungBeside('inquiry_1_reminder_2', '2026-12-23T09:00:00+01:00'),
        unanswered,
        life.rung('two_days_left'),
      ],
      slow,
    );
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'step_done',
      'case_taken',
      'inquiry_asked',
      ...(['step_done', 'step_done', 'step_done', 'step_done', 'step_done'] as const),
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
      { when: 'On the question', mails: mailsTo('inquiry', ['requester']) },
      {
        when: 'Tuesday 15 December, before half time',
        mails: [...mailsTo('ten_days_left', [handler]), ...mailsTo('inquiry_reminder', ['requester'])],
      },
      { when: 'Tuesday 22 December', mails: mailsTo('five_days_left', [handler, lead]) },
      {
        when: 'Wednesday 23 December, a week before the promise',
        mails: mailsTo('inquiry_reminder', ['requester']),
      },
      { when: 'Thursday 24 December', mails: mailsTo('inquiry_unanswered', [handler, officer]) },
      { when: 'On the proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      {
        when: 'On a slow machine',
        mails: [...mailsTo('two_days_left', [handler, officer]), ...mailsTo('one_day_left', [handler, lead, officer])],
        mayStayOut: true,
      },
      {
        when: 'On the approval, before the promise',
        mails: [...mailsTo('answer_ready', ['requester']), ...mailsTo('approved', [handler])],
      },
    ]);
  },
};
