import type { APIGatewayProxyEvent } from 'aws-lambda';
import { collectFormSchema } from '../../contracts/http/forms.ts';
import {
  collectAnswer,
  type CollectDependencies,
  type Collection,
} from '../../domain/cases/use-cases/collect-answer.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { parseInstant } from '../../domain/instants.ts';
import { answersPage, type AnswersModel, collectPage } from '../../views/pages/collect-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';

export type CollectAnswerDependencies = CollectDependencies & PageSettings;

/** The only way out for an answer: the link from the mail and the code from the receipt, together. */
export function collectAnswerRoutes(dependencies: CollectAnswerDependencies): RouteTable {
  return {
    'POST /collect': { handle: (event) => collect(dependencies, event), onProblem: problemPages(dependencies) },
  };
}

async function collect(dependencies: CollectAnswerDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const { token, collectionCode } = parseLinkForm(event, dependencies.publicUrl, collectFormSchema);
  const context = pageContextOf(dependencies, event);
  const collection = await collectAnswer(dependencies, token, collectionCode);
  switch (collection.outcome) {
    case 'collected':
      return pageAnswer(200, answersPage(context, answersOf(collection)));
    case 'wrong_code':
      return pageAnswer(422, collectPage(context, { error: 'wrong_code', token }));
    case 'too_many_tries':
      return pageAnswer(429, collectPage(context, { error: 'too_many_tries', token }));
  }
}

function answersOf({ case: subject, answers }: Extract<Collection, { outcome: 'collected' }>): AnswersModel {
  return {
    caseNumber: subject.caseNumber,
    closedOn: civilDate(parseInstant(subject.closedAt)),
    answers: answers.flatMap((answer) => {
      const part = subject.parts.find(({ partId }) => partId === answer.partId);
      const decidedOn = civilDate(parseInstant(answer.writtenAt));
      return part === undefined ? [] : [{ requestType: part.requestType, text: answer.text, decidedOn }];
    }),
  };
}
