import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema, signInRequestFormSchema } from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { requestSignIn } from '../../domain/desk/use-cases/request-sign-in.ts';
import { signIn } from '../../domain/desk/use-cases/sign-in.ts';
import { signedInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { sessionCookie } from '../runtime/session-cookie.ts';
import { type ActDependencies, actionAnswer } from './act-routes.ts';

/** `POST /desk`: the same answer for every address, of staff or not. */
export async function orderSignIn(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { data } = signInRequestFormSchema.safeParse(formFields(readForm(event, dependencies.publicUrl)));
  if (data === undefined) throw new ProblemError(problemOf('invalid-body'));
  await requestSignIn(dependencies, data.email);
  return pageAnswer(200, signInSentPage(context));
}

/** `POST /desk/sign-in`: a session in this browser, and on to the link the person wanted to open. */
export async function startSession(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  const { sessionSecret, continueWith } = await signIn(dependencies, token);
  const cookie = sessionCookie(dependencies.publicUrl, sessionSecret);
  if (continueWith === null) return pageAnswer(200, signedInPage(context), cookie);
  return actionAnswer(dependencies, context, { kind: 'link', secret: continueWith }, sessionSecret, cookie);
}
