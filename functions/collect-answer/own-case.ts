import type { APIGatewayProxyEvent } from 'aws-lambda';
import { ownCaseActFormSchema, ownCaseFormSchema } from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import type { Case } from '../../domain/cases/case.ts';
import {
  openOwnCase,
  type OwnCase,
  type OwnCaseDependencies,
  type OwnCaseKey,
} from '../../domain/cases/use-cases/requester/open-own-case.ts';
import { showOwnCase } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { requesterCaseFormPage } from '../../views/pages/requester-case-form-page.ts';
import { type CaseValues, requesterCasePage } from '../../views/pages/requester-case-page.ts';
import { tooManyTriesPage } from '../../views/pages/problem-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';
import { performOwnCaseAct, type PerformedAct } from './own-case-act.ts';

export type OwnCasePageDependencies = OwnCaseDependencies & PageSettings;

/** `POST /case`: the case whose number and code were typed. Throws ProblemError. */
export async function showCase(
  dependencies: OwnCasePageDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  const parsed = ownCaseFormSchema.safeParse(formFields(form));
  if (!parsed.success) throw new ProblemError(problemOf('invalid-body'));
  const key = parsed.data;
  const context = pageContextOf(dependencies, event);
  // Written on the page of the case before its code was asked again.
  const typed = form.get('text') ?? '';
  if (isRedraw(form)) return pageAnswer(200, requesterCaseFormPage(context, { values: key, typed }));
  if (key.caseNumber === '' || key.collectionCode === '') {
    return pageAnswer(422, requesterCaseFormPage(context, { values: key, error: 'required', typed }));
  }
  const opened = await openOwnCase(dependencies, key);
  return opened.outcome === 'show'
    ? casePage(dependencies, event, key, { case: opened.case, values: { text: typed } })
    : notShown(dependencies, event, opened, key, typed);
}

/**
 * `POST /case/act`: one thing the requester does, and the case as it is then; or, for the language switch, the case and
 * what was typed, with nothing done. Throws ProblemError.
 */
export async function actOnCase(
  dependencies: OwnCasePageDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  const fields = formFields(form);
  const parsed = ownCaseActFormSchema.safeParse(fields);
  if (!parsed.success) throw new ProblemError(problemOf('invalid-body'));
  const { caseNumber, collectionCode, ...act } = parsed.data;
  const key = { caseNumber, collectionCode };
  const opened = await openOwnCase(dependencies, key);
  if (opened.outcome !== 'show') return notShown(dependencies, event, opened, key, act.text);
  const typed = { ...act, parts: tickedParts(fields) };
  if (isRedraw(form)) return casePage(dependencies, event, key, { case: opened.case, values: typed });
  const performed = await performOwnCaseAct(dependencies, opened.case, typed);
  return casePage(dependencies, event, key, performed);
}

const PART_PREFIX = 'part_';

function tickedParts(fields: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(fields).flatMap((name) => (name.startsWith(PART_PREFIX) ? [name.slice(PART_PREFIX.length)] : []));
}

async function casePage(
  dependencies: OwnCasePageDependencies,
  event: APIGatewayProxyEvent,
  key: OwnCaseKey,
  { case: subject, ...came }: PerformedAct | { readonly case: Case; readonly values: CaseValues },
): Promise<HttpAnswer> {
  const context = pageContextOf(dependencies, event);
  const view = await showOwnCase(dependencies, subject, context.language, dependencies.clock.now());
  return pageAnswer('error' in came ? 422 : 200, requesterCasePage(context, { view, key, ...came }));
}

/** The same page for a number that does not exist and for a wrong code; what was written is given back. */
function notShown(
  dependencies: OwnCasePageDependencies,
  event: APIGatewayProxyEvent,
  { outcome }: Exclude<OwnCase, { outcome: 'show' }>,
  values: OwnCaseKey,
  typed: string,
): HttpAnswer {
  const context = pageContextOf(dependencies, event);
  return outcome === 'unknown'
    ? pageAnswer(422, requesterCaseFormPage(context, { values, error: 'unknown', typed }))
    : pageAnswer(429, tooManyTriesPage(context, { typed }));
}
