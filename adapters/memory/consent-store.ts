import type { Contact } from '../../domain/consents/contact.ts';
import { recordsOf } from '../../domain/consents/consent-record.ts';
import type { SignUp } from '../../domain/consents/subscriber.ts';
import { type SuppressionChange, withChange } from '../../domain/consents/suppression.ts';
import { ConsentConflictError, SignUpExistsError, TokenNotUsableError } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import type { ConsentEnding, ConsentStore } from '../../domain/consents/ports.ts';
import { type MemoryDesk, memoryKeys } from './memory-desk.ts';
import { isUsable, markUsed } from './token-store.ts';

/** Consents in memory, with the conditions and errors of the DynamoDB store. */
export function createMemoryConsentStore(desk: MemoryDesk): ConsentStore {
  const isPast = (instant: string) => instant <= instantText(desk.clock.now());
  const findSignUp = (signUpId: string): SignUp | undefined => {
    const signUp = desk.signUps.find(signUpId);
    return signUp === undefined || isPast(signUp.purgeAt) ? undefined : signUp;
  };
  return {
    listRecords: async (contact) => recordsOf(desk.consentEvents.list().filter(isOf([contact]))),

    findSubscriber: async (contact) => {
      const subscriber = desk.subscribers.find(memoryKeys.contact(contact));
      const keepUntil = subscriber?.keepUntil ?? null;
      return keepUntil !== null && isPast(keepUntil) ? undefined : subscriber;
    },

    listSuppressions: async (contacts) => desk.suppressions.list().filter(isOf(contacts)),

    findSignUp: async (signUpId) => findSignUp(signUpId),

    commit: async (change) => {
      const { outbox = [], consume, listed = [], endedSignUp } = change;
      const isTaken = outbox.some(({ outboxId }) => desk.outbox.has(outboxId));
      if (isTaken || hasConsentConflict(desk, change)) throw new ConsentConflictError();
      if (consume !== undefined && !isUsable(desk, consume.tokenHash, consume.now)) {
        throw new TokenNotUsableError('the link cannot be used');
      }
      if (consume !== undefined) markUsed(desk, consume.tokenHash, consume.now);
      endConsents(desk, change);
      for (const entry of listed) desk.lists.put(memoryKeys.listEntry(entry), entry);
      suppress(desk, change.suppressions ?? []);
      for (const row of outbox) desk.outbox.put(row.outboxId, row);
      if (endedSignUp !== undefined) desk.signUps.delete(endedSignUp);
    },

    addSignUp: async (signUp, outbox) => {
      const isTaken = outbox.some(({ outboxId }) => desk.outbox.has(outboxId));
      if (isTaken || findSignUp(signUp.signUpId) !== undefined) throw new SignUpExistsError();
      desk.signUps.put(signUp.signUpId, signUp);
      for (const row of outbox) desk.outbox.put(row.outboxId, row);
    },

    removeSignUp: async (signUpId) => desk.signUps.delete(signUpId),

    listOldSignUps: async (until, limit) => {
      const bound = instantText(until);
      return desk.signUps
        .list()
        .filter(({ purgeAt }) => purgeAt <= bound)
        .toSorted((a, b) => (`${a.purgeAt} ${a.signUpId}` < `${b.purgeAt} ${b.signUpId}` ? -1 : 1))
        .slice(0, limit)
        .map(({ signUpId }) => signUpId);
    },
  };
}

/** Whether a record or a subscriber has moved on since this change was made for it. */
export function hasConsentConflict(
  desk: MemoryDesk,
  { events = [], subscribers = [] }: Partial<ConsentEnding>,
): boolean {
  return (
    events.some((event) => desk.consentEvents.has(memoryKeys.consentEvent(event))) ||
    subscribers.some((next) => {
      const stored = desk.subscribers.find(memoryKeys.contact(next.contact));
      const isGone = stored === undefined || (stored.keepUntil !== null && stored.keepUntil <= next.changedAt);
      return !isGone && stored.version !== next.version - 1;
    })
  );
}

/** Stores what ends consents, as part of a change that was not refused. */
export function endConsents(desk: MemoryDesk, ending: Partial<ConsentEnding>): void {
  const { events = [], unlisted = [], subscribers = [] } = ending;
  for (const event of events) desk.consentEvents.put(memoryKeys.consentEvent(event), event);
  for (const entry of unlisted) desk.lists.delete(memoryKeys.listEntry(entry));
  for (const subscriber of subscribers) desk.subscribers.put(memoryKeys.contact(subscriber.contact), subscriber);
}

/** Stores suppressions, as part of a change that was not refused: each reason keeps its last instant. */
export function suppress(desk: MemoryDesk, changes: readonly SuppressionChange[]): void {
  for (const change of changes) {
    const key = memoryKeys.suppression(change);
    const before = desk.suppressions.find(key);
    const last = before?.[`${change.reason}At`];
    if (last === undefined || last < change.at) desk.suppressions.put(key, withChange(before, change));
  }
}

function isOf(contacts: readonly Contact[]): (stored: { readonly contact: Contact }) => boolean {
  const wanted = new Set(contacts.map(memoryKeys.contact));
  return ({ contact }) => wanted.has(memoryKeys.contact(contact));
}
