import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema } from '../../contracts/http/forms.ts';
import { confirmAddress } from '../../domain/cases/use-cases/requester/change-address.ts';
import type { OwnCaseDependencies } from '../../domain/cases/use-cases/requester/open-own-case.ts';
import { TokenNotUsableError } from '../../domain/errors.ts';
import type { TokenStore } from '../../domain/ports.ts';
import { contactConfirmedPage } from '../../views/pages/requester-contact-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';

export type ConfirmContactDependencies = OwnCaseDependencies & PageSettings & { readonly tokens: TokenStore };

/** `POST /confirm-contact`. Pressing again changes nothing. Throws ProblemError, TokenNotUsableError. */
export async function confirmContact(
  dependencies: ConfirmContactDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  const confirmation = await confirmAddress(dependencies, token).catch((error: unknown) => {
    // Two presses at once: the other one used the link between reading it and writing.
    if (error instanceof TokenNotUsableError && error.over === null) return confirmAddress(dependencies, token);
    throw error;
  });
  return pageAnswer(200, contactConfirmedPage(pageContextOf(dependencies, event), confirmation));
}
