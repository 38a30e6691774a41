import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../../domain/deadlines/format.ts';
import { answerFields } from '../../desk-client/answer-fields.ts';
import { act, checkEvents, collect, confirm } from '../acts.ts';
import { refusedOnDesk, subjectOnDesk } from '../desk-acts.ts';
import { beginLife } from '../life.ts';
import { checkMails, mailsTo } from '../mail-checks.ts';
import { idOf, idsOf } from '../people.ts';
import type { Scenario } from '../scenario.ts';
import { checkWorkflow } from '../workflow-checks.ts';

const keptUntil = '2033-12-31';
const answer = 'Wij hebben uw account en uw berichten gewist.';
const facts = 'Uw laatste rekening is van juni 2026.';
const decision = {
  ...answerFields('erasure', answer),
  identityMethod: 'address_on_file_unchanged',
  outcome: 'partly_granted',
  ground: 'tax_law',
  scope: 'Uw rekeningen wissen wij nog niet.',
  keptCategory1: 'payment',
  keptUntil1: keptUntil,
};

export const partlyRefused: Scenario = {
  name: 'partly-refused',
  title: 'Refused in part, by four eyes',
  shows:
    'Nobody refuses alone: who proposes cannot approve, the team lead sends back what is too thin, the privacy officer approves what is better, and what is kept has an end date.',
  caseDays: 8,
  play: async (stage) => {
    const { organisation } = stage.client;
    const handlers = idsOf(organisation, 'handler');
    const handler = idOf(organisation, 'handler');
    const lead = idOf(organisation, 'team_lead');
    const officer = idOf(organisation, 'privacy_officer');
    const life = await beginLife(stage, {
      requester: { name: 'Lieke Hendriks', language: 'nl' },
      receivedAt: '2026-06-11T16:00:00+02:00',
      parts: [{ requestType: 'erasure', text: 'Verwijder alles, ook mijn rekeningen.' }],
      asks: 'asks to have everything erased, invoices too',
    });
    await confirm(life);
    await act(
      life,
      { staffId: handler, from: 'new_case', words: 'proposes to erase all but the invoices' },
      'answer',
      { ...decision, facts: 'Dat moet.' },
      '1',
    );
    const proposal = await subjectOnDesk(life, lead, 'approve');
    await refusedOnDesk(
      life,
      {
        staffId: handler,
        action: 'approve',
        on: proposal,
        fields: { decision: 'approve' },
        words: 'tries to approve her own proposal',
      },
      { rule: 'second_person' },
    );
    await act(life, { staffId: lead, from: 'approval_wanted', words: 'sends it back: too thin' }, 'approve', {
      decision: 'send_back',
      note: 'Noem de laatste rekening, zodat zij kan nagaan waarom.',
    });
    const after = Temporal.Now.instant();
    await act(
      life,
      { staffId: handler, from: 'sent_back', words: 'proposes it again, with the facts' },
      'answer',
      { ...decision, facts },
      '1',
    );
    const fromSecond = { staffId: officer, from: 'approval_wanted', after } as const;
    const events = await act(life, fromSecond, 'approve', { decision: 'approve' });
    const date = formatDate(Temporal.PlainDate.from(keptUntil), 'nl');
    const { supervisoryAuthority, courtSentence } = organisation;
    await collect(life, [answer, decision.scope, facts, date, supervisoryAuthority.name, courtSentence.nl]);

    await checkWorkflow(life, [life.rung('unclaimed')], [life.rung('ten_days_left')]);
    checkEvents(life, events, [
      'request_received',
      'request_confirmed',
      'identity_recorded',
      'case_taken',
      'proposal_made',
      'proposal_sent_back',
      'identity_recorded',
      'proposal_made',
    ]);
    await checkMails(life, [
      { when: 'On receipt', mails: mailsTo('confirm_request', ['requester']) },
      {
        when: 'On confirmation',
        mails: [...mailsTo('acknowledgement', ['requester']), ...mailsTo('new_case', handlers)],
      },
      { when: 'On the proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      { when: 'When it is sent back', mails: mailsTo('sent_back', [handler]) },
      { when: 'On the better proposal', mails: mailsTo('approval_wanted', [lead, officer]) },
      {
        when: 'On the approval',
        mails: [
          ...mailsTo('answer_ready', ['requester']),
          ...mailsTo('tell_recipients', [handler]),
          ...mailsTo('approved', [handler]),
        ],
      },
    ]);
  },
};
