import type { APIGatewayProxyEvent } from 'aws-lambda';
import { withdrawBodySchema } from '../../contracts/http/consents.ts';
import { THE_REQUESTER } from '../../domain/cases/actor.ts';
import { withdrawConsent } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { limitCaller } from '../runtime/caller-limit.ts';
import { type HttpAnswer, jsonAnswer } from '../runtime/http-answer.ts';
import { log } from '../runtime/log.ts';
import { readJson } from '../runtime/read-json.ts';
import type { ManageConsentsDependencies } from './routes.ts';

/**
 * `POST /api/consents/withdraw`: stops for an address without asking who calls: not to be mailed harms nobody. The
 * same answer for every address. Throws ProblemError and what withdrawConsent throws.
 */
export async function withdrawThroughApi(
  dependencies: ManageConsentsDependencies,
  event: APIGatewayProxyEvent,
): Promise<HttpAnswer> {
  const { email, language, topics = 'all' } = readJson(event, withdrawBodySchema(dependencies.organisation));
  await limitCaller(dependencies, event);
  const act = { topics, reason: 'withdrawn', through: 'api', by: THE_REQUESTER, caseNumber: null } as const;
  // Anybody can name any address: a mail goes only to somebody who had agreed to mails.
  await withdrawConsent(dependencies, { email, language }, { ...act, isDoubtful: true });
  log('CONSENT_WITHDRAWN', { outcome: act.through });
  return jsonAnswer(202, { status: 'accepted' });
}
