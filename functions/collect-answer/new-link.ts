import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema } from '../../contracts/http/forms.ts';
import { renewLink } from '../../domain/cases/use-cases/requester/renew-link.ts';
import { RuleRefusedError } from '../../domain/errors.ts';
import { newLinkPage } from '../../views/pages/link-over-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';
import type { ConfirmContactDependencies } from './confirm-contact.ts';

/** `POST /new-link`: a new mail for whoever holds an expired one. Throws ProblemError, TokenNotUsableError. */
export async function sendNewLink(
  dependencies: ConfirmContactDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  const context = pageContextOf(dependencies, event);
  try {
    await renewLink(dependencies, token);
    return pageAnswer(200, newLinkPage(context, { isSent: true }));
  } catch (error) {
    if (!(error instanceof RuleRefusedError)) throw error;
    return pageAnswer(422, newLinkPage(context, { isSent: false }));
  }
}
