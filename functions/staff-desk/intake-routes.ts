import type { APIGatewayProxyEvent } from 'aws-lambda';
import { parseIntakeForm } from '../../contracts/http/intake-form.ts';
import { normaliseCaseNumber } from '../../domain/cases/case-number.ts';
import { findSessionMember } from '../../domain/desk/session-member.ts';
import { type IntakeDependencies, intakeByStaff } from '../../domain/desk/use-cases/intake-by-staff.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import { intakeDonePage, type IntakeError, type IntakeModel, intakePage } from '../../views/pages/desk-intake-page.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { newFormId } from '../runtime/form-id.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import type { PageSettings } from '../runtime/page-problems.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import { sessionEndedAnswer } from './closed-door.ts';

export type IntakeRouteDependencies = IntakeDependencies & PageSettings;

/** `GET /desk/intake`. */
export async function showIntake(
  dependencies: IntakeRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const session = await findSessionMember(dependencies, sessionSecretOf(event, dependencies.publicUrl));
  if (session === undefined) return pageAnswer(200, deskPage(context));
  const formId = newFormId(dependencies.randomBytes);
  const linkTo = normaliseCaseNumber(event.queryStringParameters?.['linkTo'] ?? '');
  const values = linkTo === undefined ? {} : { linkTo };
  return pageAnswer(200, intakePage(context, { formId, values, requestTypes: [], errors: [] }));
}

/** `POST /desk/intake`: stores what staff typed in, or shows the form again with what is wrong. */
export async function takeIn(
  dependencies: IntakeRouteDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  const sessionSecret = sessionSecretOf(event, dependencies.publicUrl);
  const session = await findSessionMember(dependencies, sessionSecret);
  // Before the form is looked at: it is given back as it came.
  if (session === undefined) return sessionEndedAnswer(context, event, undefined);
  const values = formFields(form);
  const requestTypes = form.getAll('requestType');
  const again = (errors: readonly IntakeError[], status = 422) => {
    const model: IntakeModel = { formId: values['formId'] ?? '', values, requestTypes, errors };
    return pageAnswer(status, intakePage(context, model));
  };
  if (isRedraw(form)) return again([], 200);
  const parsed = parseIntakeForm(values, requestTypes);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')));
    return again([...names].map((field) => ({ field, code: isBlank(field) ? 'field_required' : 'field_invalid' })));
  }
  try {
    const typedIn = await intakeByStaff(dependencies, sessionSecret, parsed.data);
    return typedIn.outcome === 'done'
      ? pageAnswer(200, intakeDonePage(context, typedIn.receipt))
      : sessionEndedAnswer(context, event, session);
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    return again([{ field: FIELD_OF[error.field ?? ''] ?? error.field ?? 'requestTypes', code: error.rule }]);
  }

  function isBlank(field: string): boolean {
    return field === 'requestTypes' ? requestTypes.length === 0 : values[field] === undefined;
  }
}

/** Fields of the form by what rules call them. */
const FIELD_OF: Readonly<Record<string, string>> = { receivedAt: 'receivedDate', parts: 'requestTypes' };
