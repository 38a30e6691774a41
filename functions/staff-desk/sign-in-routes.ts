import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema, signInRequestFormSchema, signOutFormSchema } from '../../contracts/http/forms.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { type ActionDoor, openAction, openActionByHash } from '../../domain/desk/use-cases/open-action.ts';
import { requestSignIn, requestSignInAgain } from '../../domain/desk/use-cases/request-sign-in.ts';
import { signIn } from '../../domain/desk/use-cases/sign-in.ts';
import { signOut } from '../../domain/desk/use-cases/sign-out.ts';
import { TokenNotUsableError } from '../../domain/errors.ts';
import { signedInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import { caseAddress, type PageContext } from '../../views/pages/page-context.ts';
import { signedOutPage } from '../../views/pages/sign-out.ts';
import { type HttpAnswer, pageAnswer, redirectAnswer, withCookie } from '../runtime/http-answer.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { endedSessionCookie, sessionCookie, sessionSecretOf } from '../runtime/session-cookie.ts';
import { type ActDependencies, actionAnswer } from './act-routes.ts';

/** `POST /desk`: the same answer for every address, of staff or not; or once more what a sign-in link was for. */
export async function orderSignIn(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const form = readForm(event, publicUrl);
  if (form.has('token')) {
    await requestSignInAgain(dependencies, parseLinkForm(event, publicUrl, linkFormSchema).token);
    return pageAnswer(200, signInSentPage(context));
  }
  const { data } = signInRequestFormSchema.safeParse(formFields(form));
  if (data === undefined) throw new ProblemError(problemOf('invalid-body'));
  await requestSignIn(dependencies, data.email, data.caseNumber);
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
  if ('caseNumber' in continueWith) {
    return withCookie(redirectAnswer(caseAddress(context, continueWith.caseNumber)), cookie);
  }
  const isFresh = 'secret' in continueWith;
  const door: ActionDoor = { kind: 'link', secret: isFresh ? continueWith.secret : '' };
  const opened = isFresh
    ? await openAction(dependencies, door, sessionSecret)
    : await openActionByHash(dependencies, continueWith.expiredHash, sessionSecret);
  return actionAnswer(dependencies, context, event, { opened, door, cookie });
}

/** `POST /desk/sign-out`: ends the session, and goes on to the link that needs another one, if there is one. */
export async function endSession(
  dependencies: ActDependencies,
  context: PageContext,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { publicUrl } = dependencies;
  const { token } = signOutFormSchema.parse(formFields(readForm(event, publicUrl)));
  await signOut(dependencies, sessionSecretOf(event, publicUrl));
  const cookie = endedSessionCookie(publicUrl);
  const signedOut = () => pageAnswer(200, signedOutPage(context), cookie);
  if (token === undefined) return signedOut();
  const door: ActionDoor = { kind: 'link', secret: token };
  try {
    const opened = await openAction(dependencies, door, undefined);
    return await actionAnswer(dependencies, context, event, { opened, door, cookie });
  } catch (error) {
    if (!(error instanceof TokenNotUsableError)) throw error;
    return signedOut();
  }
}
