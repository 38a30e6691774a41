import type { APIGatewayProxyEvent } from 'aws-lambda';
import { problemOf } from '../../contracts/http/problem.ts';
import { type Subscription, subscriptionOf } from '../../domain/consents/unsubscribe-token.ts';
import type { KeyRing } from '../../domain/ports.ts';
import { ProblemError } from '../runtime/problem-error.ts';

/** A subscription and the token of its address. */
export interface AddressedSubscription extends Subscription {
  readonly token: string;
}

/** The subscription an address of a mail stands for. Throws ProblemError (404) for one this desk did not make. */
export function subscriptionAt(
  { keys }: { readonly keys: KeyRing },
  event: APIGatewayProxyEvent,
): AddressedSubscription {
  const token = event.pathParameters?.['token'] ?? '';
  const subscription = subscriptionOf(keys, token);
  if (subscription === undefined) throw new ProblemError(problemOf('not-found'));
  return { ...subscription, token };
}
