import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ZodError } from 'zod';
import { problemOf } from '../../contracts/http/problem.ts';
import { parseStaffForm } from '../../contracts/http/staff-forms.ts';
import { caseNumberSchema } from '../../domain/cases/case-number.ts';
import { REQUEST_TYPE_RULES, type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { findSessionMember } from '../../domain/desk/session-member.ts';
import { answerSeveral, type BatchResult } from '../../domain/desk/use-cases/answer-several.ts';
import { openDesk } from '../../domain/desk/use-cases/open-desk.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import { batchDonePage, type DeskBatchModel, deskBatchPage } from '../../views/pages/desk-batch-page.ts';
import { deskPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { sessionSecretOf } from '../runtime/session-cookie.ts';
import type { ActDependencies } from './act-routes.ts';
import { sessionEndedAnswer } from './closed-door.ts';
import { formProblem } from './form-problem.ts';

const CASE_FIELD = 'case_';

/** `GET /desk/batch`: the form for one answer to many cases of a type. */
export async function showBatch(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  if (!(await isSignedIn(dependencies, event))) return pageAnswer(200, deskPage(context));
  return form(dependencies, context, event, 200, {
    requestType: typeOf(event.queryStringParameters?.['type']),
    values: {},
  });
}

/** Asked before the type is looked at: what an address or a form says is nobody's who has no session. */
async function isSignedIn(dependencies: ActDependencies, event: APIGatewayProxyEvent): Promise<boolean> {
  return (await findSessionMember(dependencies, sessionSecretOf(event, dependencies.publicUrl))) !== undefined;
}

/** Only what is answered without knowing who asks. Throws ProblemError. */
function typeOf(text: string | undefined): RequestType {
  const { data } = requestTypeSchema.safeParse(text);
  if (data === undefined || REQUEST_TYPE_RULES[data].identityLevel !== 'L0')
    throw new ProblemError(problemOf('not-found'));
  return data;
}

async function form(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
  status: number,
  model: Omit<DeskBatchModel, 'rows'>,
): Promise<HttpAnswer> {
  const opened = await openDesk(dependencies, sessionSecretOf(event, dependencies.publicUrl));
  if (opened.outcome === 'sign_in_needed') return pageAnswer(200, deskPage(context));
  const rows = opened.rows.filter(
    ({ status: state, staffCase }) => state === 'open' && staffCase.requestTypes.includes(model.requestType),
  );
  return pageAnswer(status, deskBatchPage(context, { ...model, rows }));
}

/** `POST /desk/batch`: answers the ticked cases, or shows the filled-in form again with what is wrong with all. */
export async function answerBatch(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const values = formFields(readForm(event, publicUrl));
  if (!(await isSignedIn(dependencies, event))) return sessionEndedAnswer(context, event, undefined);
  const requestType = typeOf(values['requestType']);
  const again = (problem: DeskBatchModel['problem']) =>
    form(dependencies, context, event, 422, { requestType, values, problem });
  const caseNumbers = Object.keys(values)
    .filter((name) => name.startsWith(CASE_FIELD))
    .map((name) => name.slice(CASE_FIELD.length))
    .filter((caseNumber) => caseNumberSchema.safeParse(caseNumber).success);
  if (caseNumbers.length === 0) return again({ kind: 'form', code: 'field_required', field: 'cases' });
  try {
    const [outcome] = REQUEST_TYPE_RULES[requestType].outcomes;
    const input = parseStaffForm('answer', values, outcome);
    if (input.action !== 'answer') throw new TypeError('the form of an answer makes an answer');
    const batch = { caseNumbers, requestType, input };
    const results = await answerSeveral(dependencies, sessionSecretOf(event, publicUrl), batch);
    if (results === undefined) return sessionEndedAnswer(context, event, undefined);
    const common = refusedAlike(results);
    return common === null
      ? pageAnswer(200, batchDonePage(context, results))
      : await again({ kind: 'rule', rule: common, field: null, possibleUntil: null });
  } catch (error) {
    if (error instanceof ZodError) return again(formProblem(error, 'answer', values));
    if (!(error instanceof RuleRefusedError)) throw error;
    const { rule, field, possibleUntil } = error;
    return again({ kind: 'rule', rule, field, possibleUntil });
  }
}

/** The rule that refused every case, which then is about the answer itself; null when one was answered. */
function refusedAlike(results: BatchResult): NonNullable<BatchResult[number]['refused']> | null {
  const [first] = results;
  return first !== undefined && results.every(({ refused }) => refused === first.refused) ? first.refused : null;
}
