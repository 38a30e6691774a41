import type { APIGatewayProxyEvent } from 'aws-lambda';
import {
  answerTextSchema,
  decideFormSchema,
  linkFormSchema,
  signInRequestFormSchema,
} from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { type DecideDependencies, decideAction } from '../../domain/desk/use-cases/decide-action.ts';
import { openAction } from '../../domain/desk/use-cases/open-action.ts';
import { requestSignIn } from '../../domain/desk/use-cases/request-sign-in.ts';
import { signIn } from '../../domain/desk/use-cases/sign-in.ts';
import { signedInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { staffActionPage, type StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { pageContextOf, type PageSettings, problemPages } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { sessionCookie, sessionSecretOf } from '../runtime/session-cookie.ts';
import { decidedPage } from './decided-page.ts';
import { staffActionModel } from './staff-action-model.ts';

export type StaffDeskDependencies = DecideDependencies & PageSettings;

/** Staff work from the links in their mails; every one opens in its addressee's session only. */
export function staffDeskRoutes(dependencies: StaffDeskDependencies): RouteTable {
  const onProblem = problemPages(dependencies);
  const route = (handle: (context: PageContext, event: APIGatewayProxyEvent) => Promise<HttpAnswer>) => ({
    handle: (event: APIGatewayProxyEvent) => handle(pageContextOf(dependencies, event), event),
    onProblem,
  });
  return {
    'POST /desk': route((context, event) => orderSignIn(dependencies, context, event)),
    'POST /desk/sign-in': route((context, event) => startSession(dependencies, context, event)),
    'POST /desk/act': route((context, event) => showAction(dependencies, context, event)),
    'POST /desk/decide': route((context, event) => decide(dependencies, context, event)),
  };
}

async function orderSignIn(
  dependencies: StaffDeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { data } = signInRequestFormSchema.safeParse(formFields(readForm(event, dependencies.publicUrl)));
  if (data === undefined) throw new ProblemError(problemOf('invalid-body'));
  await requestSignIn(dependencies, data.email);
  return pageAnswer(200, signInSentPage(context));
}

async function startSession(
  dependencies: StaffDeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  const { sessionSecret, continueWith } = await signIn(dependencies, token);
  const page =
    continueWith === null
      ? signedInPage(context)
      : await actionPage(dependencies, context, continueWith, sessionSecret);
  return pageAnswer(200, page, sessionCookie(dependencies.publicUrl, sessionSecret));
}

async function showAction(
  dependencies: StaffDeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  return pageAnswer(
    200,
    await actionPage(dependencies, context, token, sessionSecretOf(event, dependencies.publicUrl)),
  );
}

async function actionPage(
  dependencies: StaffDeskDependencies,
  context: PageContext,
  secret: string,
  sessionSecret: string | undefined,
  refused: Pick<StaffActionModel, 'error' | 'text'> = {},
): Promise<string> {
  const opened = await openAction(dependencies, secret, sessionSecret);
  if (opened.outcome === 'sign_in_sent') return signInSentPage(context);
  return staffActionPage(context, { ...staffActionModel(dependencies, opened, secret, context.language), ...refused });
}

async function decide(
  dependencies: StaffDeskDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token, text, ground } = parseLinkForm(event, dependencies.publicUrl, decideFormSchema);
  const sessionSecret = sessionSecretOf(event, dependencies.publicUrl);
  const answer = answerTextSchema.safeParse(text);
  if (!answer.success) {
    const refused = { error: 'text_refused', text } as const;
    return pageAnswer(422, await actionPage(dependencies, context, token, sessionSecret, refused));
  }
  const decided = await decideAction(dependencies, token, sessionSecret, { text: answer.data, ground });
  switch (decided.outcome) {
    case 'sign_in_sent':
      return pageAnswer(200, signInSentPage(context));
    case 'input_missing': {
      const error = decided.missing === 'text' ? 'text_required' : 'ground_required';
      return pageAnswer(
        422,
        staffActionPage(context, { ...staffActionModel(dependencies, decided.opened, token, context.language), error }),
      );
    }
    case 'done':
    case 'done_before':
      return pageAnswer(200, decidedPage(context, decided));
  }
}
