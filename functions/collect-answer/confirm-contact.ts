import type { APIGatewayProxyEvent } from 'aws-lambda';
import { linkFormSchema } from '../../contracts/http/forms.ts';
import { confirmAddress } from '../../domain/cases/use-cases/requester/change-address.ts';
import type { OwnCaseDependencies } from '../../domain/cases/use-cases/requester/open-own-case.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { TokenNotUsableError } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import type { TokenStore } from '../../domain/ports.ts';
import { contactConfirmedPage } from '../../views/pages/requester-contact-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf, type PageSettings } from '../runtime/page-problems.ts';
import { parseLinkForm } from '../runtime/parse-link-form.ts';

export type ConfirmContactDependencies = OwnCaseDependencies & PageSettings & { readonly tokens: TokenStore };

/** `POST /confirm-contact`. Pressing again answers the same and changes nothing. Throws ProblemError, TokenNotUsableError. */
export async function confirmContact(
  dependencies: ConfirmContactDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { token } = parseLinkForm(event, dependencies.publicUrl, linkFormSchema);
  try {
    await confirmAddress(dependencies, token);
  } catch (error) {
    if (!(error instanceof TokenNotUsableError) || !(await isConfirmed(dependencies, token))) throw error;
  }
  return pageAnswer(200, contactConfirmedPage(pageContextOf(dependencies, event)));
}

async function isConfirmed({ tokens, clock }: ConfirmContactDependencies, secret: string): Promise<boolean> {
  const token = await tokens.find(tokenHash(secret));
  return token?.action === 'confirm_contact' && token.usedAt !== null && token.expiresAt > instantText(clock.now());
}
