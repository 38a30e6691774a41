import type { Part } from './part.ts';
import { REQUEST_TYPE_RULES } from './request-types.ts';

/** Whether recipients are to be told of what was decided on a part (GDPR art. 19). */
export function mustBeTold({ requestType, decision }: Part): boolean {
  const outcome = decision?.outcome;
  return (
    REQUEST_TYPE_RULES[requestType].told === 'recipients' && (outcome === 'granted' || outcome === 'partly_granted')
  );
}
