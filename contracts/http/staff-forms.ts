import * as z from 'zod';
import { contentItemSchema } from '../../domain/answers/required-contents.ts';
import { dismissalGroundSchema } from '../../domain/cases/case.ts';
import { codeChannelSchema } from '../../domain/cases/collection-code.ts';
import { extensionGroundSchema } from '../../domain/cases/extension.ts';
import { identityDoubtSchema, identityLevelSchema, identityMethodSchema } from '../../domain/cases/identity.ts';
import { refusalGroundSchema } from '../../domain/cases/refusal-grounds.ts';
import { maskCitizenNumbers } from '../../domain/cases/mask-citizen-number.ts';
import { outcomeSchema, type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { StaffInput } from '../../domain/desk/staff-input.ts';
import { emailAddressSchema } from './email-address.ts';
import { manyLines, oneLine } from './text.ts';

type Fields = Readonly<Record<string, string>>;

const LONGEST_ANSWER = 20_000;
const LONGEST_TEXT = 5000;
/** Blank fields do not arrive: where the desk says itself what is missing, nothing typed is an empty text. */
const text = (longest: number) =>
  manyLines(longest)
    .optional()
    .transform((value) => maskCitizenNumbers(value ?? ''));
const written = text(LONGEST_TEXT);
const checkbox = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const KEPT_LINES = ['1', '2', '3', '4', '5'] as const;
const category = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

const answerFields = z.object({
  outcome: outcomeSchema.optional(),
  text: text(LONGEST_ANSWER),
  personalData: checkbox,
  ground: refusalGroundSchema.optional(),
  scope: written,
  facts: written,
  identityMethod: identityMethodSchema.optional(),
});

/** Fields `<prefix><id>` of a form, by id. */
function prefixed(fields: Fields, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(fields)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
}

/** The boxes of a mail's form, in the order of the types; `chosen` says that there were boxes. */
function chosenTypes(fields: Fields): readonly RequestType[] {
  return requestTypeSchema.options.filter((type) => fields[`type_${type}`] === 'on');
}

const keptLine = z.object({ category, until: z.iso.date() });

/**
 * What was filled in for an action, from the fields of its form. `defaultOutcome` stands for an outcome that was not
 * chosen where a type has only one. Throws ZodError whose paths begin with the name of the field.
 */
export function parseStaffForm(action: StaffAction, fields: Fields, defaultOutcome: string | undefined): StaffInput {
  switch (action) {
    case 'take':
    case 'attach_file':
    case 'mandate_seen':
    case 'lift_restriction':
      return { action };
    case 'accept':
      return { action, ...(fields['chosen'] !== undefined && { requestTypes: chosenTypes(fields) }) };
    case 'answer':
      return answerOf({ ...(defaultOutcome !== undefined && { outcome: defaultOutcome }), ...fields });
    case 'tell_recipients':
      return {
        action,
        recipientIds: prefixed(fields, 'recipient_').flatMap(([id, value]) => (value === 'on' ? [id] : [])),
        text: z.object({ text: written }).parse(fields).text,
      };
    case 'approve': {
      const { decision, note } = SIMPLE_FORMS.approve.parse(fields);
      return { action, approved: decision === 'approve', note };
    }
    case 'dismiss':
      return { action, ...SIMPLE_FORMS.dismiss.parse(fields) };
    case 'hand_over':
      return { action, ...SIMPLE_FORMS.hand_over.parse(fields) };
    case 'ask_identity':
      return { action, ...SIMPLE_FORMS.ask_identity.parse(fields) };
    case 'send_identity_code':
      return { action, ...SIMPLE_FORMS.send_identity_code.parse(fields) };
    case 'record_identity':
      return { action, ...SIMPLE_FORMS.record_identity.parse(fields) };
    case 'ask_clarification':
    case 'message':
    case 'wrong_recipient':
    case 'reopen':
      return { action, ...SIMPLE_FORMS.text.parse(fields) };
    case 'extend':
      return { action, ...SIMPLE_FORMS.extend.parse(fields) };
    case 'explain_delay':
      return { action, ...SIMPLE_FORMS.explain_delay.parse(fields) };
    case 'retype':
      return { action, ...SIMPLE_FORMS.retype.parse(fields) };
    case 'add_part':
      return { action, ...SIMPLE_FORMS.add_part.parse(fields) };
    case 'search':
      return { action, ...SIMPLE_FORMS.search.parse(fields) };
    case 'remind_me':
      return { action, ...SIMPLE_FORMS.remind_me.parse(fields) };
    case 'authority_letter':
      return { action, ...SIMPLE_FORMS.authority_letter.parse(fields) };
    case 'issue_code':
      return { action, ...SIMPLE_FORMS.issue_code.parse(fields) };
    case 'end_task':
      return { action, ...SIMPLE_FORMS.end_task.parse(fields) };
    case 'exclude':
      return { action, ...SIMPLE_FORMS.exclude.parse(fields) };
    case 'link_case':
      return { action, ...SIMPLE_FORMS.link_case.parse(fields) };
  }
}

const required = z.string().min(1).max(60);
/** The fields of the forms that hold single values, by action; `text` for those that hold one text. */
const SIMPLE_FORMS = {
  approve: z.object({ decision: z.enum(['approve', 'send_back']), note: written }),
  dismiss: z.object({ ground: dismissalGroundSchema }),
  hand_over: z.object({ to: required }),
  ask_identity: z.object({ doubt: identityDoubtSchema, level: identityLevelSchema, text: written }),
  send_identity_code: z.object({ address: emailAddressSchema }),
  record_identity: z.object({ method: identityMethodSchema }),
  text: z.object({ text: written }),
  extend: z.object({ ground: extensionGroundSchema, facts: written, until: z.iso.date() }),
  explain_delay: z.object({
    text: written,
    until: z.iso
      .date()
      .optional()
      .transform((date) => date ?? null),
  }),
  retype: z.object({ to: requestTypeSchema, reason: written }),
  add_part: z.object({ to: requestTypeSchema }),
  search: z.object({ departmentId: required, text: written, until: z.iso.date() }),
  remind_me: z.object({ date: z.iso.date() }),
  authority_letter: z.object({ until: z.iso.date(), text: written }),
  issue_code: z.object({ through: codeChannelSchema }),
  end_task: z.object({
    as: z.enum(['done', 'confirmed', 'failed', 'impossible', 'disproportionate', 'cancelled']),
    reason: written,
  }),
  exclude: z.object({ staffId: required }),
  link_case: z.object({ caseNumber: oneLine(20) }),
} as const;

function answerOf(fields: Fields): StaffInput {
  const parsed = answerFields.parse(fields);
  const { identityMethod, outcome, ...draft } = parsed;
  const kept = KEPT_LINES.flatMap((line) => {
    const [keptCategory, keptUntil] = [fields[`keptCategory${line}`], fields[`keptUntil${line}`]];
    return keptCategory === undefined && keptUntil === undefined
      ? []
      : [keptLine.parse({ category: keptCategory, until: keptUntil })];
  });
  return {
    action: 'answer',
    draft: { ...draft, outcome: outcomeSchema.parse(outcome), kept },
    identityMethod,
    ticked: prefixed(fields, 'content_').flatMap(([id, value]) =>
      value === 'on' && contentItemSchema.safeParse(id).success ? [id] : [],
    ),
    explained: Object.fromEntries(
      prefixed(fields, 'explain_').flatMap(([id, value]) =>
        contentItemSchema.safeParse(id).success ? [[id, oneLine(LONGEST_TEXT).parse(value)] as const] : [],
      ),
    ),
  };
}
