import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { ConfirmSignUpDependencies } from '../../domain/consents/use-cases/confirm-sign-up.ts';
import type { SignUpDependencies } from '../../domain/consents/use-cases/sign-up.ts';
import type { WithdrawDependencies } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { unknownTokenPage } from '../../views/pages/consent-preference-pages.ts';
import type { CallerLimitDependencies } from '../runtime/caller-limit.ts';
import { type HttpAnswer, pageAnswer, problemAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import type { ProblemError } from '../runtime/problem-error.ts';
import { showPreferences, stop } from './preference-routes.ts';
import { receiptAsJson, showReceipt } from './receipt-routes.ts';
import { decideSignUp, signUpThroughApi, signUpThroughForm } from './sign-up-routes.ts';
import { withdrawThroughApi } from './withdraw-through-api.ts';

export type ManageConsentsDependencies = SignUpDependencies &
  ConfirmSignUpDependencies &
  WithdrawDependencies &
  CallerLimitDependencies &
  PageSettings & {
    /** Where mail reaches the desk itself; null while it takes in none. */
    readonly inboundMailDomain: string | null;
  };

/** Everybody may sign up, confirm, look at their own mails and stop them. A GET reads and changes nothing. */
export function manageConsentsRoutes(dependencies: ManageConsentsDependencies): RouteTable {
  const asPage = problemPages(dependencies);
  type Handle = (given: ManageConsentsDependencies, event: APIGatewayProxyEvent) => Promise<HttpAnswer>;
  const api = (handle: Handle) => ({ handle: (event: APIGatewayProxyEvent) => handle(dependencies, event) });
  const page = (handle: Handle) => ({ ...api(handle), onProblem: asPage });
  const ofToken = (handle: Handle) => ({ ...api(handle), onProblem: tokenProblems(dependencies, asPage) });
  return {
    'POST /api/consents': api(signUpThroughApi),
    'POST /api/consents/withdraw': api(withdrawThroughApi),
    'POST /newsletter': page(signUpThroughForm),
    'POST /newsletter/confirm': page(decideSignUp),
    'GET /unsubscribe/{token}': ofToken(showPreferences),
    'POST /unsubscribe/{token}': ofToken(stop),
    'GET /unsubscribe/{token}/receipt': ofToken(showReceipt),
    'GET /unsubscribe/{token}/receipt.json': ofToken(receiptAsJson),
  };
}

type OnProblem = (problem: ProblemError, event: APIGatewayProxyEvent) => HttpAnswer;

/** One page for every address that leads to nobody; what a program sent wrongly is answered to a program. */
function tokenProblems(settings: PageSettings, asPage: OnProblem): OnProblem {
  return (error, event) => {
    const { status } = error.problem;
    if (status === 404) return pageAnswer(404, unknownTokenPage(pageContextOf(settings, event)));
    return status === 403 || status >= 500 ? asPage(error, event) : problemAnswer(error.problem);
  };
}
