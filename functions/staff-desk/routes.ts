import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { PageContext } from '../../views/pages/page-context.ts';
import type { HttpAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, problemPages } from '../runtime/page-problems.ts';
import { type ActDependencies, decide, showAction } from './act-routes.ts';
import { answerBatch, showBatch } from './batch-routes.ts';
import { type ConsentRouteDependencies, lookUpConsents, showConsents } from './consent-routes.ts';
import { changeAbsence, type DeskDependencies, findCase, showCase, showDesk } from './desk-routes.ts';
import {
  attachArrived,
  fileArrived,
  type FileRouteDependencies,
  openFile,
  removeAttached,
  showFiles,
} from './file-routes.ts';
import { type IntakeRouteDependencies, showIntake, takeIn } from './intake-routes.ts';
import { type MailFileRouteDependencies, openMail } from './mail-file-routes.ts';
import { endSession, orderSignIn, startSession } from './sign-in-routes.ts';

export type StaffDeskDependencies = ActDependencies &
  DeskDependencies &
  IntakeRouteDependencies &
  ConsentRouteDependencies &
  FileRouteDependencies &
  MailFileRouteDependencies;

/**
 * Staff work from the links in their mails, each of which opens in its addressee's session only, or from the desk
 * behind the sign-in. A GET reads and changes nothing.
 */
export function staffDeskRoutes(dependencies: StaffDeskDependencies): RouteTable {
  const onProblem = problemPages(dependencies);
  type Handle = (
    given: StaffDeskDependencies,
    context: PageContext,
    event: APIGatewayProxyEvent,
  ) => Promise<HttpAnswer>;
  const route = (handle: Handle) => ({
    handle: (event: APIGatewayProxyEvent) => handle(dependencies, pageContextOf(dependencies, event), event),
    onProblem,
  });
  return {
    'GET /desk': route(showDesk),
    'POST /desk': route(orderSignIn),
    'POST /desk/sign-in': route(startSession),
    'POST /desk/sign-out': route(endSession),
    'POST /desk/act': route(showAction),
    'POST /desk/decide': route(decide),
    'POST /desk/files': route(showFiles),
    'GET /desk/files/arrived': route(fileArrived),
    'POST /desk/files/attach': route(attachArrived),
    'POST /desk/files/open': route(openFile),
    'POST /desk/files/remove': route(removeAttached),
    'POST /desk/mail': route(openMail),
    'POST /desk/find': route(findCase),
    'GET /desk/cases/{caseNumber}': route(showCase),
    'POST /desk/absence': route(changeAbsence),
    'GET /desk/intake': route(showIntake),
    'POST /desk/intake': route(takeIn),
    'GET /desk/consents': route(showConsents),
    'POST /desk/consents': route(lookUpConsents),
    'GET /desk/batch': route(showBatch),
    'POST /desk/batch': route(answerBatch),
  };
}
