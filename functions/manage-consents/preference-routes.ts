import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import { THE_REQUESTER } from '../../domain/cases/actor.ts';
import type { WithdrawnThrough } from '../../domain/consents/consent-event.ts';
import { preferencesOf, withdrawerOf } from '../../domain/consents/preferences.ts';
import { EVERY_TOPIC } from '../../domain/consents/suppression.ts';
import { withdrawConsent, type Withdrawer } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { preferencesPage, stoppedPage } from '../../views/pages/consent-preference-pages.ts';
import { type HttpAnswer, pageAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import { pageContextOf } from '../runtime/page-problems.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { refuseForeignOrigin } from '../runtime/read-form.ts';
import { readUnsubscribeForm } from './read-unsubscribe-form.ts';
import type { ManageConsentsDependencies } from './routes.ts';
import { type AddressedSubscription, subscriptionAt } from './subscription-at.ts';

/** `GET /unsubscribe/{token}`: what this person gets, with a button for each to stop. Reads only. */
export async function showPreferences(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const subscription = subscriptionAt(dependencies, event);
  const who = await withdrawerOf(dependencies.consents, subscription);
  return preferences(dependencies, event, subscription, who, null);
}

async function preferences(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
  { token }: AddressedSubscription,
  who: Withdrawer,
  stopped: string | null,
): Promise<HttpAnswer> {
  const topics = await preferencesOf(dependencies, who);
  return pageAnswer(200, preferencesPage(pageContextOf(dependencies, event), { token, topics, stopped }));
}

/**
 * `POST /unsubscribe/{token}`: a mail provider's request (RFC 8058) or a button of the page of preferences. The
 * provider's comes from anywhere, so it is not asked where it comes from; whoever has the token may stop. Unlimited:
 * providers send many from few addresses. Throws ProblemError and what withdrawConsent throws.
 */
export async function stop(dependencies: ManageConsentsDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const subscription = subscriptionAt(dependencies, event);
  const asked = await readUnsubscribeForm(event);
  const who = await withdrawerOf(dependencies.consents, subscription);
  if (asked.kind === 'one_click') {
    await withdraw(dependencies, who, subscription.topic, 'one_click');
    const { token, topic } = subscription;
    return pageAnswer(200, stoppedPage(pageContextOf(dependencies, event), { token, topic }));
  }
  refuseForeignOrigin(event, dependencies.publicUrl);
  const known = (await preferencesOf(dependencies, who)).map(({ topic }) => topic);
  if (![EVERY_TOPIC, subscription.topic, ...known].includes(asked.topic)) {
    throw new ProblemError(problemOf('invalid-body'));
  }
  await withdraw(dependencies, who, asked.topic, 'preferences');
  return preferences(dependencies, event, subscription, who, asked.topic);
}

async function withdraw(
  dependencies: ManageConsentsDependencies,
  who: Withdrawer,
  topic: string,
  through: WithdrawnThrough,
): Promise<void> {
  const topics = topic === EVERY_TOPIC ? 'all' : [topic];
  const act = { topics, reason: 'withdrawn', through, by: THE_REQUESTER, caseNumber: null } as const;
  await withdrawConsent(dependencies, who, act);
  log('CONSENT_WITHDRAWN', { outcome: through });
}
