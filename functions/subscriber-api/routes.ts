import type { APIGatewayProxyEvent } from 'aws-lambda';
import type * as z from 'zod';
import { readImportLine } from '../../contracts/http/import-line.ts';
import { problemOf } from '../../contracts/http/problem.ts';
import {
  addressIn,
  type addressesCheckedSchema,
  checkAddressesSchema,
  importBodySchema,
  subscriberQuerySchema,
  type subscribersImportedSchema,
} from '../../contracts/http/subscribers.ts';
import { checkAddresses, type CheckAddressesDependencies } from '../../domain/consents/use-cases/check-addresses.ts';
import { type ImportDependencies, importSubscribers } from '../../domain/consents/use-cases/import-subscribers.ts';
import { listSubscribers, type ListSubscribersDependencies } from '../../domain/consents/use-cases/list-subscribers.ts';
import { findTopic } from '../../domain/consents/wording.ts';
import { CursorInvalidError } from '../../domain/errors.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { SubscriberLists } from '../../domain/consents/ports.ts';
import { type HttpAnswer, jsonAnswer } from '../runtime/http-answer.ts';
import type { RouteTable } from '../runtime/http-function.ts';
import { log } from '../runtime/log.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { readJson } from '../runtime/read-json.ts';

export interface SubscriberApiDependencies
  extends
    Omit<ListSubscribersDependencies, 'lists' | 'consents'>,
    Omit<CheckAddressesDependencies, 'lists' | 'consents'>,
    ImportDependencies {
  readonly lists: SubscriberLists;
  readonly organisation: OrganisationProfile;
}

/** For the newsletter tool: the gateway lets in only signed calls of principals that may. */
export function subscriberApiRoutes(dependencies: SubscriberApiDependencies): RouteTable {
  return {
    'GET /api/topics/{topic}/subscribers': { handle: (event) => subscribers(dependencies, event) },
    'POST /api/topics/{topic}/check': { handle: (event) => check(dependencies, event) },
    'POST /api/topics/{topic}/imports': { handle: (event) => imports(dependencies, event) },
  };
}

async function subscribers(dependencies: SubscriberApiDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const topic = topicOf(dependencies, event);
  const query = subscriberQuerySchema.safeParse(event.queryStringParameters ?? {});
  if (!query.success) throw new ProblemError(problemOf('invalid-body', query.error.issues));
  const { cursor = null, limit } = query.data;
  try {
    return jsonAnswer(200, await listSubscribers(dependencies, { topic, cursor, limit }));
  } catch (error) {
    if (!(error instanceof CursorInvalidError)) throw error;
    const errors = [{ pointer: '/cursor', code: 'cursor_invalid' }];
    throw new ProblemError({ ...problemOf('invalid-body'), errors }, false, { cause: error });
  }
}

async function check(dependencies: SubscriberApiDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const topic = topicOf(dependencies, event);
  const asked = readJson(event, checkAddressesSchema).emails.map((email) => ({ email, address: addressIn(email) }));
  const addresses = [...new Set(asked.flatMap(({ address }) => address ?? []))];
  const found = await checkAddresses(dependencies, topic, addresses);
  const standings = new Map(addresses.map((address, index) => [address, found[index]]));
  const results = asked.map(({ email, address }): CheckResult => {
    const reason = (address === undefined ? undefined : standings.get(address)) ?? 'invalid';
    return { email, mayMail: reason === 'subscribed', reason };
  });
  return jsonAnswer(200, { results });
}

type CheckResult = z.input<typeof addressesCheckedSchema>['results'][number];
type ImportResult = z.input<typeof subscribersImportedSchema>['results'][number];

async function imports(dependencies: SubscriberApiDependencies, event: APIGatewayProxyEvent): Promise<HttpAnswer> {
  const topic = topicOf(dependencies, event);
  const { dryRun, lines } = readJson(event, importBodySchema);
  const read = lines.map(readImportLine);
  const good = read.flatMap((line) => ('fault' in line ? [] : [line]));
  const outcomes = await importSubscribers(dependencies, topic, good, dryRun);
  const rest = outcomes.values();
  const results = read.map((line): ImportResult => {
    if ('fault' in line) return { line: line.line, outcome: 'refused', code: line.fault };
    const { value: outcome } = rest.next();
    if (outcome === undefined) throw new RangeError('each line has an outcome');
    return outcome;
  });
  const count = results.filter(({ outcome }) => outcome === 'added').length;
  if (!dryRun) log('SUBSCRIBERS_IMPORTED', { count });
  return jsonAnswer(200, { results });
}

/** Throws ProblemError (404) for a topic that the profile does not have. */
function topicOf({ organisation }: SubscriberApiDependencies, event: APIGatewayProxyEvent): string {
  const topic = findTopic(organisation, event.pathParameters?.['topic'] ?? '');
  if (topic === undefined) throw new ProblemError(problemOf('not-found'));
  return topic.topic;
}
