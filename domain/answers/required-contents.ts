import * as z from 'zod';
import type { RequestType } from '../cases/request-types.ts';
import type { OrganisationProfile } from '../organisation.ts';

/** One thing an answer must contain, as a line of the handler's checklist. */
export const contentItemSchema = z.enum([
  // access: GDPR art. 15(1) and (3)
  'confirmation',
  'copy',
  'purposes',
  'categories',
  'traffic_data', // what a telecom provider holds besides a statement's list
  'recipients_named', // by name: C-154/21
  'retention',
  'rights',
  'source',
  'automated_decisions', // whether there are any, and their logic
  'transfers',
  'others_redacted', // art. 15(4) and 20(4)
  // rectification
  'what_changed',
  'when_changed',
  'old_contact_told', // a changed address may be somebody else's doing
  // erasure
  'erased_per_category',
  'kept_with_ground_and_end',
  'suppression_kept',
  'backups',
  // portability
  'json_and_csv',
  'schema',
  'provided_only', // art. 20(1): not what was concluded about the person
  'contract_goes_on',
  'number_porting',
  // restriction and objection
  'what_is_frozen',
  'told_before_lifting', // art. 18(3)
  'weighing', // art. 21(1)
  'stop_date',
  'frozen_meanwhile', // art. 18(1)(d)
  // marketing objection and withdrawal of consent
  'stopped_on',
  'topics_and_channels',
  'service_messages_continue',
  'earlier_use_lawful', // art. 7(3)
  'how_to_return',
  // automated decision: art. 22(3)
  'human_review',
  'own_view_heard',
  'main_reasons',
  'how_to_contest',
  // question
  'answer_first',
  'statement_link',
  // complaint
  'complaint_in_own_words',
  'finding_per_point',
  'sorry_if_wrong',
  'measure_and_date',
  'marketing_authority', // for complaints about marketing mail, where another authority has those
  // for more than one type
  'recipients_told', // art. 19
  'authority', // art. 77
  'court', // art. 79
]);
export type ContentItem = z.infer<typeof contentItemSchema>;

const REMEDIES = ['authority', 'court'] as const;

/** What an answer of each type may have to contain, in the order of the drafts. A refusal has its own five parts besides. */
export const REQUIRED_CONTENTS: Readonly<Record<RequestType, readonly ContentItem[]>> = {
  access: [
    'confirmation',
    'copy',
    'categories',
    'traffic_data',
    'purposes',
    'retention',
    'recipients_named',
    'transfers',
    'source',
    'automated_decisions',
    'others_redacted',
    'rights',
    ...REMEDIES,
  ],
  rectification: ['what_changed', 'when_changed', 'old_contact_told', 'recipients_told', ...REMEDIES],
  erasure: [
    'erased_per_category',
    'kept_with_ground_and_end',
    'suppression_kept',
    'backups',
    'recipients_told',
    ...REMEDIES,
  ],
  portability: [
    'json_and_csv',
    'schema',
    'provided_only',
    'others_redacted',
    'contract_goes_on',
    'number_porting',
    ...REMEDIES,
  ],
  restriction: ['what_is_frozen', 'told_before_lifting', 'recipients_told', ...REMEDIES],
  objection: ['weighing', 'stop_date', 'frozen_meanwhile', ...REMEDIES],
  marketing_objection: ['stopped_on', 'topics_and_channels', 'service_messages_continue', 'how_to_return', 'authority'],
  consent_withdrawal: [
    'stopped_on',
    'topics_and_channels',
    'earlier_use_lawful',
    'service_messages_continue',
    'how_to_return',
    'authority',
  ],
  automated_decision: ['human_review', 'own_view_heard', 'main_reasons', 'how_to_contest', ...REMEDIES],
  question: ['answer_first', 'statement_link', 'authority'],
  complaint: [
    'complaint_in_own_words',
    'finding_per_point',
    'sorry_if_wrong',
    'measure_and_date',
    'authority',
    'marketing_authority',
  ],
};

/** What the contents depend on besides the type of request. */
type Organisation = Pick<OrganisationProfile, 'isTelecomProvider' | 'marketingAuthority'>;

/** What an answer of this type must contain at this organisation, in the order of the drafts. */
export function requiredContentsOf(requestType: RequestType, organisation: Organisation): readonly ContentItem[] {
  return REQUIRED_CONTENTS[requestType].filter((item) => {
    if (item === 'traffic_data' || item === 'number_porting') return organisation.isTelecomProvider;
    return item !== 'marketing_authority' || organisation.marketingAuthority !== null;
  });
}

/**
 * The items that are neither ticked nor explained, in the order of the checklist; empty when the answer may go.
 *
 * @param explained why an item is not in the answer, by its id; blank text explains nothing
 */
export function checkContents(
  requestType: RequestType,
  organisation: Organisation,
  ticked: readonly string[],
  explained: Readonly<Record<string, string>>,
): readonly ContentItem[] {
  const done = new Set(ticked);
  const reasons = new Map(Object.entries(explained));
  return requiredContentsOf(requestType, organisation).filter(
    (item) => !done.has(item) && (reasons.get(item) ?? '').trim() === '',
  );
}
