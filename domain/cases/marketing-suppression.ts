import type { Suppression } from '../consents/suppression.ts';
import type { Case } from './case.ts';
import type { RequestType } from './request-types.ts';

/** What stops all mailings to a contact: an objection weighs more than a withdrawal. `now` is wall time text. */
export function marketingSuppression(
  contact: Case['contactHash'],
  carriedOut: readonly RequestType[],
  now: string,
): Suppression {
  return {
    schemaVersion: 1,
    contact,
    channel: 'email',
    scope: 'all',
    reason: carriedOut.includes('marketing_objection') ? 'objected' : 'withdrawn',
    since: now,
  };
}
