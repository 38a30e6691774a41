import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { signUpBodySchema, signUpDecisionFormSchema } from '../../contracts/http/consents.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import { idempotencyKeySchema } from '../../contracts/http/submit-request.ts';
import { confirmSignUp, declineSignUp } from '../../domain/consents/use-cases/confirm-sign-up.ts';
import { signUp } from '../../domain/consents/use-cases/sign-up.ts';
import { topicsOf } from '../../domain/consents/wording.ts';
import { IdempotencyKeyReusedError } from '../../domain/errors.ts';
import {
  consentsGivenPage,
  signUpDeclinedPage,
  signUpDoneBeforePage,
} from '../../views/pages/consent-confirm-pages.ts';
import { type SignUpError, signUpFormPage, signUpSentPage } from '../../views/pages/consent-form-page.ts';
import { newFormId } from '../runtime/form-id.ts';
import { limitCaller } from '../runtime/caller-limit.ts';
import { headerOf } from '../runtime/header-of.ts';
import { type HttpAnswer, jsonAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import { pageContextOf } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { formFields, readForm } from '../runtime/read-form.ts';
import { isRedraw } from '../runtime/redraw.ts';
import { readJson } from '../runtime/read-json.ts';
import type { ManageConsentsDependencies } from './routes.ts';

/** `POST /api/consents`: the same answer for every address. Throws ProblemError and what signUp throws. */
export async function signUpThroughApi(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const idempotencyKey = optionalKeyOf(event);
  const { language, email, topics } = readJson(event, signUpBodySchema(dependencies.organisation));
  await limitCaller(dependencies, event);
  await signUp(dependencies, { language, email, topics, method: 'api', idempotencyKey });
  log('SIGN_UP_STORED', { outcome: 'api' });
  return jsonAnswer(202, { status: 'accepted' });
}

function optionalKeyOf(event: APIGatewayProxyEvent): string | undefined {
  const header = headerOf(event, 'idempotency-key');
  if (header === undefined) return undefined;
  const key = idempotencyKeySchema.safeParse(header);
  if (!key.success) throw new ProblemError(problemOf('idempotency-key-missing'));
  return key.data;
}

/**
 * `POST /newsletter`: the form, with the same rules as the API. Wrong input and the language switch show the form again
 * with what was typed, and nothing is stored. Throws ProblemError and what signUp throws.
 */
export async function signUpThroughForm(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const form = readForm(event, dependencies.publicUrl);
  const context = pageContextOf(dependencies, event);
  const { language } = context;
  const topics = [...new Set(form.getAll('topic'))];
  const values = { email: form.get('email') ?? '', topics, isOldEnough: form.get('age') === 'on' };
  const again = (formId: string, errors: readonly SignUpError[]) =>
    pageAnswer(422, signUpFormPage(context, { formId, values, errors }));

  const formId = idempotencyKeySchema.safeParse(form.get('formId')).data ?? newFormId(dependencies.randomBytes);
  if (isRedraw(form)) return pageAnswer(200, signUpFormPage(context, { formId, values }));
  const body = { language, email: values.email, topics, ageConfirmed: values.isOldEnough };
  const parsed = signUpBodySchema(dependencies.organisation).safeParse(body);
  if (!parsed.success) return again(formId, errorsOf(parsed.error.issues, values.email));
  await limitCaller(dependencies, event);
  try {
    await signUp(dependencies, {
      language,
      email: parsed.data.email,
      // In the order of the profile, whichever order a browser sends.
      topics: topicsOf(dependencies.organisation).filter((topic) => parsed.data.topics.includes(topic)),
      method: 'web',
      idempotencyKey: formId,
    });
  } catch (error) {
    if (!(error instanceof IdempotencyKeyReusedError)) throw error;
    return again(newFormId(dependencies.randomBytes), [{ field: 'form', code: 'sent_before' }]);
  }
  log('SIGN_UP_STORED', { outcome: 'web' });
  return pageAnswer(200, signUpSentPage(context));
}

function errorsOf(issues: readonly z.core.$ZodIssue[], email: string): readonly SignUpError[] {
  const errors = issues.map(({ path: [field] }): SignUpError => {
    switch (String(field)) {
      case 'topics':
        return { field: 'topic', code: 'no_topic' };
      case 'ageConfirmed':
        return { field: 'age', code: 'too_young' };
      case 'email':
        return { field: 'email', code: email.trim() === '' ? 'required' : 'email' };
      default:
        return { field: 'form', code: 'invalid' };
    }
  });
  return errors.filter((error, index) => errors.findIndex(({ field }) => field === error.field) === index);
}

/**
 * `POST /newsletter/confirm`: gives the consents of a sign-up, or says that it was somebody else's. The button says
 * which by where it leads, since a script disables pressed buttons. Throws ProblemError and TokenNotUsableError.
 */
export async function decideSignUp(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const fields = formFields(readForm(event, dependencies.publicUrl));
  const asked = event.queryStringParameters?.['decision'];
  const parsed = signUpDecisionFormSchema.safeParse(asked === undefined ? fields : { decision: asked, ...fields });
  if (!parsed.success) {
    const aboutToken = parsed.error.issues.some(({ path }) => path[0] === 'token');
    throw new ProblemError(problemOf(aboutToken ? 'not-found' : 'invalid-body'), aboutToken);
  }
  const { token, decision } = parsed.data;
  const context = pageContextOf(dependencies, event);
  if (decision === 'decline') {
    const declined = await declineSignUp(dependencies, token);
    return pageAnswer(
      200,
      declined.outcome === 'declined' ? signUpDeclinedPage(context) : signUpDoneBeforePage(context, declined),
    );
  }
  const confirmed = await confirmSignUp(dependencies, token);
  return pageAnswer(
    200,
    confirmed.outcome === 'given'
      ? consentsGivenPage(context, confirmed.topics)
      : signUpDoneBeforePage(context, confirmed),
  );
}
