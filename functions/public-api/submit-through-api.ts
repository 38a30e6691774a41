import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { problemOf } from '../../contracts/http/problem.ts';
import {
  idempotencyKeySchema,
  submitRehearsalSchema,
  submitRequestSchema,
} from '../../contracts/http/submit-request.ts';
import {
  type Receipt,
  type SubmitCommand,
  type SubmitDependencies,
  submitRequest,
} from '../../domain/cases/use-cases/submit-request.ts';
import { instantText } from '../../domain/instants.ts';
import { type CallerLimitDependencies, limitCaller } from '../runtime/caller-limit.ts';
import { headerOf } from '../runtime/header-of.ts';
import { type HttpAnswer, jsonAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { readJson } from '../runtime/read-json.ts';

/** `real`, or the seconds a day lasts on a stage where everything is a rehearsal. */
export type PublicClock = 'real' | { readonly dayLastsSeconds: number };

export interface SubmitApiDependencies extends SubmitDependencies, CallerLimitDependencies {
  readonly publicClock: PublicClock;
}

/** `POST /api/requests`. Throws ProblemError and what submitRequest throws. */
export async function submitThroughApi(
  dependencies: SubmitApiDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const idempotencyKey = idempotencyKeyOf(event);
  const draft = readJson(event, submitRequestSchema);
  const rehearsal = publicRehearsal(dependencies);
  const command = { draft, idempotencyKey, receivedThrough: 'api', rehearsal } as const;
  return accepted(await submitRequest(dependencies, command, () => limitCaller(dependencies, event)));
}

/** `POST /api/rehearsals`: the gateway lets in only signed calls of principals that may rehearse. */
export async function submitRehearsal(
  dependencies: SubmitDependencies & { readonly rehearsalMailDomain: string | null },
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const idempotencyKey = idempotencyKeyOf(event);
  const { rehearsal, ...draft } = readJson(event, submitRehearsalSchema);
  refuseOtherAddresses(draft.requester.email, dependencies.rehearsalMailDomain);
  const caseStart = instantText(Temporal.Instant.from(rehearsal.caseStart));
  const command = { draft, idempotencyKey, receivedThrough: 'api', rehearsal: { ...rehearsal, caseStart } } as const;
  return accepted(await submitRequest(dependencies, command));
}

/** Where rehearsals have a mail domain of their own, nobody else is ever written to by one. */
function refuseOtherAddresses(email: string, rehearsalMailDomain: string | null): void {
  if (rehearsalMailDomain === null || email.toLowerCase().endsWith(`@${rehearsalMailDomain}`)) return;
  const errors = [{ pointer: '/requester/email', code: 'not_a_rehearsal_address' }];
  throw new ProblemError({ ...problemOf('invalid-body'), errors });
}

/** The clock of a case made by the public on this stage. */
export function publicRehearsal({ publicClock }: SubmitApiDependencies): SubmitCommand['rehearsal'] {
  return publicClock === 'real' ? null : { caseStart: null, dayLastsSeconds: publicClock.dayLastsSeconds };
}

function idempotencyKeyOf(event: APIGatewayProxyEvent): string {
  const key = idempotencyKeySchema.safeParse(headerOf(event, 'idempotency-key'));
  if (!key.success) throw new ProblemError(problemOf('idempotency-key-missing'));
  return key.data;
}

function accepted({ caseNumber, collectionCode, receivedAt, promisedDate }: Receipt): HttpAnswer {
  log('REQUEST_SUBMITTED', { caseNumber });
  return jsonAnswer(202, { caseNumber, collectionCode, receivedAt, promisedDate: promisedDate.toString() });
}
