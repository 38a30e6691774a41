import { EVERY_TOPIC, type SuppressionChange } from '../consents/suppression.ts';
import type { Case } from './case.ts';
import type { RequestType } from './request-types.ts';

/** What stops all mailings to a contact: an objection weighs more than a withdrawal. `now` is wall time text. */
export function marketingSuppression(
  contact: Case['contactHash'],
  carriedOut: readonly RequestType[],
  now: string,
): SuppressionChange {
  return {
    contact,
    channel: 'email',
    scope: EVERY_TOPIC,
    reason: carriedOut.includes('marketing_objection') ? 'objected' : 'withdrawn',
    at: now,
  };
}
