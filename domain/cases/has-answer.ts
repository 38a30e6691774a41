import type { Part } from './part.ts';

/**
 * Whether staff answered something, so that there is an answer to collect. What was carried out at once was told with
 * it, and what the requester withdrew has none.
 */
export function hasAnswer(parts: readonly Part[]): boolean {
  return parts.some(({ decision }) => decision !== null && decision.decidedBy.kind === 'staff');
}
