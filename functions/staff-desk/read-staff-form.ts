import type { APIGatewayProxyEvent } from 'aws-lambda';
import { staffDoorSchema } from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import type { ActionDoor } from '../../domain/desk/use-cases/open-action.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';

const DOOR_FIELDS = ['token', 'act', 'on', 'caseNumber'] as const;

/** A form of staff: how they came to it, and what they filled in. */
export interface StaffForm {
  readonly door: ActionDoor;
  /** Without the fields of the door, and without blank ones. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the language switch posted it. */
  readonly redraw: boolean;
}

/**
 * A form that names its action: by the secret of a link, or by action, case and what it is about. The fields of the
 * door come first in the form, so that a form may have a field `caseNumber` of its own. Throws ProblemError.
 */
export function readStaffForm(event: APIGatewayProxyEvent, publicUrl: string): StaffForm {
  const form = readForm(event, publicUrl);
  const own = DOOR_FIELDS.filter((name) => name !== 'caseNumber' || form.has('act'));
  const parsed = staffDoorSchema.safeParse(Object.fromEntries(own.map((name) => [name, form.get(name) ?? undefined])));
  if (!parsed.success) throw new ProblemError(problemOf('not-found'), true);
  const left = new Set<string>(own);
  const filledIn = [...form].filter(([name]) => !left.delete(name));
  return { door: parsed.data, fields: formFields(new URLSearchParams(filledIn)), redraw: isRedraw(form) };
}
