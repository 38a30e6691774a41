import type { APIGatewayProxyEvent } from 'aws-lambda';
import { openApiDocument } from '../../contracts/http/openapi.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { promisedDateOf } from '../../domain/deadlines/deadlines.ts';
import type { Clock, RandomBytes } from '../../domain/ports.ts';
import { DESK_SCRIPT } from '../../views/assets/desk-script.ts';
import { apiReferencePage } from '../../views/pages/api-reference-page.ts';
import { collectPage } from '../../views/pages/collect-pages.ts';
import { signUpConfirmPage } from '../../views/pages/consent-confirm-pages.ts';
import { signUpFormPage } from '../../views/pages/consent-form-page.ts';
import { openActionPage, signInPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { openReportPage } from '../../views/pages/report-pages.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { requesterCaseFormPage } from '../../views/pages/requester-case-form-page.ts';
import { confirmContactPage } from '../../views/pages/requester-contact-pages.ts';
import { confirmPage } from '../../views/pages/requester-pages.ts';
import { startPage } from '../../views/pages/start-page.ts';
import { newFormId } from '../runtime/form-id.ts';
import { headerOf } from '../runtime/header-of.ts';
import { type HttpAnswer, jsonAnswer, pageAnswer, problemAnswer } from '../runtime/http-answer.ts';
import type { HttpRoute, OnProblem, RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface ShowPagesDependencies extends PageSettings {
  readonly randomBytes: RandomBytes;
  readonly clock: Clock;
  /** The style sheet of the pages, in the look of the organisation. */
  readonly styles: string;
  /** Markup of the API reference. */
  readonly apiReference: string;
}

/** Pages before anything is known of anybody: this function reads no data, so no GET can act or tell. */
export function showPagesRoutes(dependencies: ShowPagesDependencies): RouteTable {
  const onProblem = problemPages(dependencies);
  const page = (render: (context: PageContext) => string): HttpRoute => ({
    handle: (event) => pageAnswer(200, render(pageContextOf(dependencies, event))),
    onProblem,
  });
  return {
    'GET /': page(startPage),
    'GET /request': { handle: (event) => requestForm(dependencies, event), onProblem },
    'GET /confirm': page(confirmPage),
    'GET /newsletter': { handle: (event) => signUpForm(dependencies, event), onProblem },
    'GET /newsletter/confirm': page(signUpConfirmPage),
    'GET /collect': page((context) => collectPage(context)),
    'GET /case': page((context) => requesterCaseFormPage(context)),
    'GET /confirm-contact': page(confirmContactPage),
    'GET /report': page(openReportPage),
    'GET /desk/act': page(openActionPage),
    'GET /desk/sign-in': page(signInPage),
    'GET /assets/{name}': { handle: (event) => asset(dependencies, event), onProblem },
    'GET /api': page((context) => apiReferencePage(context, dependencies.apiReference)),
    'GET /api/openapi.json': {
      handle: () => {
        const { publicUrl, organisation } = dependencies;
        return jsonAnswer(200, openApiDocument(publicUrl, organisation));
      },
    },
  };
}

/**
 * What answers a method an address does not know, at every address. A browser comes to one that is only posted to when
 * a phone opens its tabs again, or somebody presses Enter in the address bar: a person gets a page that says the way.
 */
export function otherMethodAnswer(settings: PageSettings): OnProblem {
  const onProblem = problemPages(settings);
  return (problem, event) => {
    const isForPerson =
      !event.resource.startsWith('/api/') && headerOf(event, 'accept')?.includes('text/html') === true;
    return isForPerson ? onProblem(problem, event) : problemAnswer(problem.problem);
  };
}

/** Going back finds the very form that was sent, with its key: sent again it stores nothing new. It tells of nobody. */
const FORM_CACHING = 'private, no-cache';

function requestForm(dependencies: ShowPagesDependencies, event: APIGatewayProxyEvent): HttpAnswer {
  const idempotencyKey = newFormId(dependencies.randomBytes);
  const promisedDateToday = promisedDateOf(dependencies.clock.now());
  const model = { idempotencyKey, promisedDateToday, values: { requestTypes: askedIn(event) } };
  return keptForm(requestFormPage(pageContextOf(dependencies, event), model));
}

/** What a link to the form ticks beforehand; the form leaves out what it does not know. */
function askedIn({ multiValueQueryStringParameters, queryStringParameters }: APIGatewayProxyEvent): readonly string[] {
  const one = queryStringParameters?.['ask'];
  return multiValueQueryStringParameters?.['ask'] ?? (one === undefined ? [] : [one]);
}

function signUpForm(dependencies: ShowPagesDependencies, event: APIGatewayProxyEvent): HttpAnswer {
  return keptForm(signUpFormPage(pageContextOf(dependencies, event), { formId: newFormId(dependencies.randomBytes) }));
}

function keptForm(page: string): HttpAnswer {
  const answer = pageAnswer(200, page);
  return { ...answer, headers: { ...answer.headers, 'cache-control': FORM_CACHING } };
}

/** An hour: a new deployment is seen soon, and a page needs no second request. */
const ASSET_CACHING = 'public, max-age=3600';

function asset({ organisation, styles }: ShowPagesDependencies, event: APIGatewayProxyEvent): HttpAnswer {
  const files = new Map([
    ['desk.css', { type: 'text/css', body: styles }],
    ['desk.js', { type: 'text/javascript', body: DESK_SCRIPT }],
    ...(organisation.look.logo === null
      ? []
      : [['logo.svg', { type: 'image/svg+xml', body: organisation.look.logo }] as const]),
  ]);
  const file = files.get(event.pathParameters?.['name'] ?? '');
  if (file === undefined) throw new ProblemError(problemOf('not-found'));
  return {
    statusCode: 200,
    headers: { 'content-type': `${file.type}; charset=utf-8`, 'cache-control': ASSET_CACHING },
    body: file.body,
  };
}
