import { createHash } from 'node:crypto';
import { instantText } from '../../instants.ts';
import type { Language } from '../../languages.ts';
import { newOutboxRow, type OutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, KeyRing } from '../../ports.ts';
import type { ConsentEnding, ConsentStore } from '../ports.ts';
import { type Contact, contactsOf } from '../contact.ts';
import { retryOnConsentConflict } from '../retry-on-conflict.ts';
import type { Subscriber } from '../subscriber.ts';
import {
  EVERY_TOPIC,
  isSuppressed,
  type SuppressionChange,
  type SuppressionReason,
  wasSaidBefore,
} from '../suppression.ts';
import { endingOf, knownOf, mergedEndings, webhooksFor, type WithdrawalAct } from '../withdrawal.ts';

export interface WithdrawDependencies {
  readonly consents: ConsentStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  /** Whether this stage rehearses: the newsletter tool hears nothing then. */
  readonly rehearsing: boolean;
}

/** Who stops: an address, or the contact that a token of a mail stands for. */
export type Withdrawer = { readonly email: string; readonly language: Language } | { readonly contact: Contact };

/** What became of it. `unchanged`: nothing was in force, and the address was suppressed before. */
export type Withdrawn = 'withdrawn' | 'unchanged';

/**
 * Stops what somebody no longer wants, at once and whoever says so (GDPR art. 7(3)): consents end, lists lose the
 * address, and the suppression is in force in the same transaction. One mail confirms it, where the address is known;
 * a repeated press changes nothing and mails nothing. The proof stays. Throws what the store throws.
 */
export async function withdrawConsent(
  dependencies: WithdrawDependencies,
  who: Withdrawer,
  act: WithdrawalAct,
): Promise<Withdrawn> {
  return retryOnConsentConflict(async () => {
    const { consents, keys } = dependencies;
    const now = dependencies.clock.now();
    const at = instantText(now);
    const contacts = 'email' in who ? contactsOf(keys, who.email) : ([who.contact] as const);
    const [contact] = contacts;
    const scopes = act.topics === 'all' ? [EVERY_TOPIC] : act.topics;
    const endings = await Promise.all(
      contacts.map(async (each) => endingOf(await knownOf(consents, each), act, now, addressOf(who, act))),
    );
    const ending = mergedEndings(endings);
    const known = await consents.listSuppressions(contacts);
    const saidAt = instantText(act.saidAt ?? now);
    const fresh = scopes.filter(
      (scope) => !isSuppressed(known, scope) && !wasSaidBefore(known, { scope, reason: act.reason, at: saidAt }),
    );
    if (ending.events.length === 0 && fresh.length === 0) return 'unchanged';

    await consents.commit({
      ...ending,
      suppressions: scopes.map((scope): SuppressionChange => ({
        contact,
        channel: 'email',
        scope,
        reason: act.reason,
        at: saidAt,
      })),
      outbox: [
        ...(isConfirmed(act, ending) ? [confirmation(contact, act, at)] : []),
        ...(dependencies.rehearsing ? [] : webhooksFor(ending.events, at)),
      ],
    });
    return 'withdrawn';
  });
}

/** Who called a mail spam, or gets none, is not mailed about it. */
const MAILED: ReadonlySet<SuppressionReason> = new Set(['withdrawn', 'objected']);

function isConfirmed({ reason, isDoubtful = false }: WithdrawalAct, { events }: ConsentEnding): boolean {
  return MAILED.has(reason) && (!isDoubtful || events.length > 0);
}

function confirmation(contact: Contact, { topics }: WithdrawalAct, at: string): OutboxRow {
  const mail = { template: 'consent_withdrawn', contact, topics: topics === 'all' ? [] : [...topics], at } as const;
  // With what was stopped: two presses at the same moment may be about two topics.
  const what = createHash('sha256').update(JSON.stringify(topics)).digest('hex').slice(0, 16);
  const outboxId = `withdrawn-${contact.mac.slice(0, 32)}-${at.replaceAll(/[^0-9]/g, '')}-${what}`;
  return newOutboxRow(outboxId, { kind: 'mail', mail }, at);
}

/** A stranger whom nothing is written to has no address to be kept. */
function addressOf(who: Withdrawer, { isDoubtful = false }: WithdrawalAct): Subscriber['address'] {
  return 'email' in who && !isDoubtful ? { email: who.email, language: who.language } : null;
}
