import { isIPv6 } from 'node:net';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Problem, problemOf } from '../../contracts/http/problem.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Clock, KeyRing, RateLimiter } from '../../domain/ports.ts';
import { ProblemError } from './problem-error.ts';

export interface CallerLimitDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly limiter: RateLimiter;
  readonly organisation: OrganisationProfile;
  readonly requestsPerCallerAnHour: number;
}

const WINDOW_SECONDS = 3600;

/**
 * Counts a request of one caller and refuses it over the limit. The caller is known by a keyed hash of the address
 * (IPv6: of its /64 network) for one hour; the address itself is never stored. Throws ProblemError (429).
 */
export async function limitCaller(dependencies: CallerLimitDependencies, event: APIGatewayProxyEvent): Promise<void> {
  const { keys, limiter, clock, requestsPerCallerAnHour } = dependencies;
  const network = networkOf(event.requestContext.identity.sourceIp);
  const pseudonym = Buffer.from(keys.hmac(keys.currentKid, 'caller', network)).toString('hex');
  const limit = { subject: `caller-${pseudonym}`, atMost: requestsPerCallerAnHour, windowSeconds: WINDOW_SECONDS };
  if (!(await limiter.take(limit, clock.now()))) throw new ProblemError(tooManyRequests(dependencies));
}

/** A request cannot be kept waiting by a limit: the other ways in are named. */
function tooManyRequests({ organisation }: CallerLimitDependencies): Problem {
  const { legalName, postalAddress, phone } = organisation;
  const detail = `Try again later, call ${phone}, or write to ${legalName}, ${postalAddress}.`;
  return { ...problemOf('too-many-requests'), detail };
}

const HEXTETS = 8;
const NETWORK_HEXTETS = 4;

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, which one household or phone has to itself. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : HEXTETS - before.length - after.length;
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return all
    .slice(0, NETWORK_HEXTETS)
    .map((hextet) => Number.parseInt(hextet, 16).toString(16))
    .join(':');
}
