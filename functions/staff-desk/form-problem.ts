import type { ZodError } from 'zod';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { allFields } from '../../views/pages/staff-action-fields.ts';
import type { StaffActionProblem } from '../../views/pages/staff-action-problem.ts';

/** Which field of a form could not be read, and whether it was left out or is wrong. */
export function formProblem(
  error: ZodError,
  action: StaffAction,
  fields: Readonly<Record<string, string>>,
): StaffActionProblem {
  const path = String(error.issues[0]?.path[0] ?? '');
  const names = allFields(action).map(({ name }) => name);
  const field = names.find((name) => name === path) ?? GROUP_OF[path] ?? null;
  // An outcome that was not chosen is looked for apart from the rest of the form.
  if (action === 'answer' && path === '' && fields['outcome'] === undefined) {
    return { kind: 'form', code: 'field_required', field: 'outcome' };
  }
  const isMissing = field !== null && fields[field] === undefined && !Object.values(GROUP_OF).includes(field);
  return { kind: 'form', code: isMissing ? 'field_required' : 'field_invalid', field };
}

/** Fields that stand in a group of the form, by what their errors are called. */
const GROUP_OF: Readonly<Record<string, string>> = { category: 'kept', until: 'kept' };
