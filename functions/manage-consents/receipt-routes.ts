import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import { consentReceipt } from '../../domain/consents/consent-receipt.ts';
import type { ConsentRecord } from '../../domain/consents/consent-record.ts';
import { preferencesOf, withdrawerOf } from '../../domain/consents/preferences.ts';
import { unsubscribeToken } from '../../domain/consents/unsubscribe-token.ts';
import { unsubscribeMailto, unsubscribeUrl } from '../../domain/outbox/links.ts';
import { receiptPage } from '../../views/pages/consent-receipt-page.ts';
import { pageAddress, PATHS } from '../../views/pages/page-context.ts';
import { type HttpAnswer, jsonAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { pageContextOf } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import type { ManageConsentsDependencies } from './routes.ts';
import { type AddressedSubscription, subscriptionAt } from './subscription-at.ts';

/** `GET /unsubscribe/{token}/receipt`: what this person said yes to, to read and print. Throws ProblemError (404). */
export async function showReceipt(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const subscription = subscriptionAt(dependencies, event);
  const records = await recordsBehind(dependencies, subscription);
  const { token } = subscription;
  return pageAnswer(200, receiptPage(pageContextOf(dependencies, event), { token, records }));
}

/** `GET /unsubscribe/{token}/receipt.json`: the same for machines (ISO/IEC TS 27560). Throws ProblemError (404). */
export async function receiptAsJson(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { organisation, keys, clock, inboundMailDomain } = dependencies;
  const publicUrl = dependencies.publicUrl.replace(/\/+$/, '');
  const records = await recordsBehind(dependencies, subscriptionAt(dependencies, event));
  const context = pageContextOf(dependencies, event);
  const receipt = consentReceipt(records, {
    organisation,
    language: context.language,
    issuedAt: clock.now(),
    stop: ({ contact, topic }) => {
      const token = unsubscribeToken(keys, { contact, topic });
      const mailto =
        inboundMailDomain === null
          ? `mailto:${organisation.supportEmail}`
          : unsubscribeMailto(inboundMailDomain, token);
      return { url: unsubscribeUrl(publicUrl, token), mailto };
    },
    rightsUrl: pageAddress(context, PATHS.request),
  });
  const answer = jsonAnswer(200, receipt);
  const name = { 'content-disposition': 'inline; filename="consent-receipt.json"' };
  return { ...answer, headers: { ...answer.headers, ...name } };
}

/** Whoever never consented, or whose proof is past its date, has no receipt. */
async function recordsBehind(
  dependencies: ManageConsentsDependencies,
  subscription: AddressedSubscription,
): Promise<readonly ConsentRecord[]> {
  const preferences = await preferencesOf(dependencies, await withdrawerOf(dependencies.consents, subscription));
  const records = preferences.flatMap(({ record }) => record ?? []);
  if (records.length === 0) throw new ProblemError(problemOf('not-found'));
  return records;
}
