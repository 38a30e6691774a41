import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { FieldTextKey } from '../texts/nl/desk-fields.ts';
import type { OptionsKey } from './staff-form-options.ts';

interface Described {
  /** Name in the form's body. */
  readonly name: string;
  readonly text: FieldTextKey;
  readonly required?: boolean;
}

/** One field of a form, as data. */
export type FieldDescription =
  /** `goesByMail`: what is written here leaves by mail, so the form warns to put no personal data in. */
  | (Described & { readonly kind: 'text'; readonly goesByMail?: boolean; readonly prefill?: 'draft' })
  | (Described & { readonly kind: 'line' | 'email' })
  | (Described & { readonly kind: 'date'; readonly prefill?: 'longest_extension' })
  /** `hiddenWhenOne`: a single option is no choice, and is posted without being shown. */
  | (Described & {
      readonly kind: 'select';
      readonly options: OptionsKey;
      readonly hiddenWhenOne?: boolean;
      readonly prefill?: 'usual_ground';
    })
  | (Described & { readonly kind: 'checkbox' })
  /** The parts of an answer to tick or explain: `content_<id>` and `explain_<id>`. */
  | { readonly kind: 'checklist'; readonly name: 'contents' }
  /** What a mail asks, to tick: `type_<type>`; nothing for a request that did not come as a mail. */
  | { readonly kind: 'types'; readonly name: 'types' }
  /** Recipients of data to tick: `recipient_<id>`. */
  | { readonly kind: 'recipients'; readonly name: 'recipients' }
  /** What a refusal needs, shown where a refusal is possible at all. */
  | { readonly kind: 'refusal'; readonly name: 'refusal'; readonly fields: readonly FieldDescription[] }
  /** Data kept against an erasure: `keptCategory<n>` and `keptUntil<n>`. */
  | { readonly kind: 'kept'; readonly name: 'kept' };

const text = (name: string, key: FieldTextKey, goesByMail = false): FieldDescription => ({
  kind: 'text',
  name,
  text: key,
  required: true,
  goesByMail,
});
const date = (name: string, key: FieldTextKey): FieldDescription => ({ kind: 'date', name, text: key, required: true });
const select = (name: string, key: FieldTextKey, options: OptionsKey): FieldDescription => ({
  kind: 'select',
  name,
  text: key,
  required: true,
  options,
});

const REFUSAL: FieldDescription = {
  kind: 'refusal',
  name: 'refusal',
  fields: [
    { kind: 'select', name: 'ground', text: 'ground', options: 'refusal_grounds' },
    { kind: 'text', name: 'scope', text: 'scope' },
    { kind: 'text', name: 'facts', text: 'facts' },
    { kind: 'kept', name: 'kept' },
  ],
};

/** The fields of each form, in order, named as `parseStaffForm` reads them. */
export const STAFF_ACTION_FIELDS: Readonly<Record<StaffAction, readonly FieldDescription[]>> = {
  take: [],
  accept: [{ kind: 'types', name: 'types' }],
  mandate_seen: [],
  lift_restriction: [],
  attach_file: [],
  dismiss: [
    {
      kind: 'select',
      name: 'ground',
      text: 'dismissal_ground',
      required: true,
      options: 'dismissal_grounds',
      prefill: 'usual_ground',
    },
  ],
  answer: [
    {
      kind: 'select',
      name: 'outcome',
      text: 'outcome',
      required: true,
      options: 'outcomes',
      hiddenWhenOne: true,
    },
    { kind: 'text', name: 'text', text: 'answer_text', required: true, prefill: 'draft' },
    { kind: 'checkbox', name: 'personalData', text: 'personal_data' },
    { kind: 'select', name: 'identityMethod', text: 'identity_method', options: 'missing_identity_methods' },
    { kind: 'checklist', name: 'contents' },
    REFUSAL,
  ],
  approve: [select('decision', 'approval', 'approvals'), { kind: 'text', name: 'note', text: 'approval_note' }],
  hand_over: [select('to', 'colleague', 'colleagues')],
  ask_identity: [
    select('doubt', 'doubt', 'doubts'),
    select('level', 'level', 'levels'),
    { kind: 'text', name: 'text', text: 'identity_question', goesByMail: true },
  ],
  send_identity_code: [{ kind: 'email', name: 'address', text: 'known_address', required: true }],
  record_identity: [select('method', 'identity_method', 'identity_methods')],
  ask_clarification: [text('text', 'clarification', true)],
  message: [text('text', 'message', true)],
  extend: [
    select('ground', 'extension_ground', 'extension_grounds'),
    text('facts', 'extension_facts', true),
    { kind: 'date', name: 'until', text: 'extension_until', required: true, prefill: 'longest_extension' },
  ],
  explain_delay: [text('text', 'delay_cause', true), { kind: 'date', name: 'until', text: 'delay_until' }],
  retype: [select('to', 'new_type', 'other_types'), text('reason', 'retyping_reason', true)],
  add_part: [select('to', 'added_type', 'types')],
  tell_recipients: [{ kind: 'recipients', name: 'recipients' }, text('text', 'recipient_text')],
  search: [
    select('departmentId', 'department', 'departments'),
    text('text', 'search_text'),
    date('until', 'search_until'),
  ],
  remind_me: [date('date', 'reminder_date')],
  issue_code: [select('through', 'code_channel', 'code_channels')],
  authority_letter: [date('until', 'letter_until'), text('text', 'letter_text')],
  end_task: [select('as', 'task_end', 'task_ends'), { kind: 'text', name: 'reason', text: 'task_reason' }],
  exclude: [select('staffId', 'excluded', 'excludable')],
  link_case: [{ kind: 'line', name: 'caseNumber', text: 'other_case', required: true }],
  wrong_recipient: [text('text', 'what_happened')],
  reopen: [text('text', 'reopen_reason')],
};

/** How many lines the form has for data that are kept. */
export const KEPT_LINES = ['1', '2', '3', '4', '5'] as const;

/** Every description of a form, those inside the block about a refusal included. */
export function allFields(action: StaffAction): readonly FieldDescription[] {
  const fields = STAFF_ACTION_FIELDS[action];
  return fields.concat(fields.flatMap((field) => (field.kind === 'refusal' ? field.fields : [])));
}
