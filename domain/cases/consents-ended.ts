import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../consents/contact.ts';
import type { SuppressionChange } from '../consents/suppression.ts';
import { endingOf, knownOf, mergedEndings, webhooksFor } from '../consents/withdrawal.ts';
import { instantText } from '../instants.ts';
import type { OutboxRow } from '../outbox/outbox-row.ts';
import type { ConsentEnding, ConsentReader } from '../consents/ports.ts';
import { THE_REQUESTER } from './actor.ts';
import type { Case } from './case.ts';

/** What a case that stops mailings ends, stored in its own transaction, and what the newsletter tool is told of it. */
export interface EndedByCase {
  readonly consents: ConsentEnding;
  readonly outbox: readonly OutboxRow[];
}

/**
 * The consents that end with a request to stop mailings (GDPR art. 7(3), 21(3)); none when the case suppresses nothing.
 * A case on a rehearsal clock ends them like any other, and tells the newsletter tool nothing.
 */
export async function consentsEndedBy(
  consents: Pick<ConsentReader, 'listRecords' | 'findSubscriber'>,
  { caseNumber, clock }: Pick<Case, 'caseNumber' | 'clock'>,
  contacts: readonly Contact[],
  suppressions: readonly SuppressionChange[],
  wallNow: Temporal.Instant,
): Promise<EndedByCase> {
  const [first] = suppressions;
  if (first === undefined || first.reason === 'lifted') return { consents: mergedEndings([]), outbox: [] };
  const act = { topics: 'all', reason: first.reason, through: 'case', by: THE_REQUESTER, caseNumber } as const;
  const endings = await Promise.all(
    contacts.map(async (contact) => endingOf(await knownOf(consents, contact), act, wallNow)),
  );
  const ended = mergedEndings(endings);
  return { consents: ended, outbox: clock.kind === 'real' ? webhooksFor(ended.events, instantText(wallNow)) : [] };
}
