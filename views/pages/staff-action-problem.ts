import { Temporal } from 'temporal-polyfill';
import type { Rule } from '../../domain/errors.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { Texts } from '../texts/nl.ts';
import { fieldId } from './fields.ts';
import type { PageContext } from './page-context.ts';
import { allFields } from './staff-action-fields.ts';

/** Why what was filled in was not carried out. */
export type StaffActionProblem =
  | { readonly kind: 'form'; readonly code: keyof Texts['deskRules']['form']; readonly field: string | null }
  | {
      readonly kind: 'rule';
      readonly rule: Rule;
      readonly field: string | null;
      /** Civil date until which it was possible. */
      readonly possibleUntil: string | null;
    };

/** The field a rule is about, where the rule itself does not name one. */
const FIELDS_OF_RULE: Readonly<Partial<Record<Rule, readonly string[]>>> = {
  contents_missing: ['contents'],
  identity_needed: ['identityMethod'],
  identity_method_not_yours: ['identityMethod', 'method'],
  identity_address_not_confirmed: ['identityMethod', 'method'],
  identity_address_from_request: ['address'],
  identity_enough: ['level'],
  identity_more_than_needed: ['level'],
  doubt_required: ['doubt'],
  colleague_not_possible: ['to', 'staffId'],
  recipients_required: ['recipients'],
  recipient_not_possible: ['recipients'],
  department_required: ['departmentId'],
  date_required: ['date', 'until'],
  reason_required: ['reason', 'note', 'text'],
  text_required: ['text'],
  same_type: ['to'],
  type_required: ['types'],
};

/** Why it was not done, and until when it was possible. */
export function problemSentence(problem: StaffActionProblem, { language }: PageContext, texts: Texts): string {
  const { rules, form, possibleUntil } = texts.deskRules;
  if (problem.kind === 'form') return form[problem.code];
  const sentence = rules[problem.rule];
  if (problem.possibleUntil === null) return sentence;
  const date = formatDate(Temporal.PlainDate.from(problem.possibleUntil), language);
  const until =
    problem.rule === 'extension_date'
      ? possibleUntil.extension_date
      : problem.rule === 'extension_too_late' || problem.rule === 'extension_officer_only'
        ? possibleUntil.extension
        : possibleUntil.other;
  return `${sentence} ${until(date)}`;
}

/** The field of the form a problem stands at; null when it is about the whole. */
export function problemField(problem: StaffActionProblem, action: StaffAction): string | null {
  const names = allFields(action).map(({ name }) => name);
  const ofRule = problem.kind === 'rule' ? (FIELDS_OF_RULE[problem.rule] ?? []) : [];
  const wanted = new Set([problem.field, ...ofRule]);
  return names.find((name) => wanted.has(name)) ?? null;
}

/** The id a line of the error summary leads to. */
export function problemTarget(field: string | null): string {
  return field === null ? 'main' : fieldId(field);
}
