import type { APIGatewayProxyEvent } from 'aws-lambda';
import { collectFormSchema, linkFormSchema } from '../../contracts/http/forms.ts';
import {
  collectAnswer,
  type CollectDependencies,
  type Collection,
} from '../../domain/cases/use-cases/collect-answer.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { parseInstant } from '../../domain/instants.ts';
import { lettersOfCase } from '../../views/letters/letters-of-case.ts';
import { answersPage, type AnswersModel, type CollectModel, collectPage } from '../../views/pages/collect-pages.ts';
import { answerReopenedPage } from '../../views/pages/link-over-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';
import { withFormsTo } from '../runtime/security-headers.ts';
import { confirmContact, type ConfirmContactDependencies } from './confirm-contact.ts';
import { collectFile, type FileCollectDependencies, filesToCollect } from './file-routes.ts';
import { actOnCase, type OwnCasePageDependencies, showCase } from './own-case.ts';
import { sendNewLink } from './new-link.ts';
import { actOnReport, type ReportDependencies, showReport } from './report.ts';

export type CollectAnswerDependencies = CollectDependencies &
  OwnCasePageDependencies &
  ConfirmContactDependencies &
  ReportDependencies &
  FileCollectDependencies &
  PageSettings;

/**
 * What people outside the desk do to cases that are there: a requester with number and code, or with a link from a
 * mail; a recipient or a department with its link. An answer comes out by the link and the code together only.
 */
export function collectAnswerRoutes(dependencies: CollectAnswerDependencies): RouteTable {
  const onProblem = problemPages(dependencies);
  return {
    'POST /collect': { handle: (event) => collect(dependencies, event), onProblem },
    'POST /collect/file': { handle: (event) => collectFile(dependencies, event), onProblem },
    'POST /case': { handle: (event) => showCase(dependencies, event), onProblem },
    'POST /case/act': { handle: (event) => actOnCase(dependencies, event), onProblem },
    'POST /confirm-contact': { handle: (event) => confirmContact(dependencies, event), onProblem },
    'POST /new-link': { handle: (event) => sendNewLink(dependencies, event), onProblem },
    'POST /report': { handle: (event) => showReport(dependencies, event), onProblem },
    'POST /report/act': { handle: (event) => actOnReport(dependencies, event), onProblem },
  };
}

async function collect(dependencies: CollectAnswerDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  if (isRedraw(form)) return pageAnswer(200, collectPage(pageContextOf(dependencies, event), typedOn(form)));
  const { token, collectionCode } = parseLinkForm(event, dependencies.publicUrl, collectFormSchema);
  const context = pageContextOf(dependencies, event);
  const collection = await collectAnswer(dependencies, token, collectionCode);
  switch (collection.outcome) {
    case 'collected': {
      const files = await filesToCollect(dependencies, collection.case);
      const model = { ...answersOf(dependencies, collection), files: { files, token, collectionCode } };
      const answer = pageAnswer(200, answersPage(context, model));
      // A press for a file ends in the store, where the browser is led to.
      return files.length === 0 ? answer : withFormsTo(answer, await dependencies.files.origin());
    }
    case 'reopened':
      return pageAnswer(200, answerReopenedPage(context));
    case 'wrong_code':
      return pageAnswer(422, collectPage(context, { error: 'wrong_code', token }));
    case 'too_many_tries':
      return pageAnswer(429, collectPage(context, { error: 'too_many_tries', token }));
  }
}

function typedOn(form: URLSearchParams): CollectModel {
  const typed = { token: form.get('token') ?? '', collectionCode: form.get('collectionCode') ?? '' };
  return { typed, token: linkFormSchema.safeParse(typed).data?.token };
}

function answersOf(
  { organisation }: CollectAnswerDependencies,
  { case: subject, answers }: Extract<Collection, { outcome: 'collected' }>,
): Omit<AnswersModel, 'files'> {
  const { caseNumber, closedAt, language } = subject;
  const letters = lettersOfCase(subject, answers, organisation, language);
  return { caseNumber, closedOn: civilDate(parseInstant(closedAt)), letters, language };
}
