import { waitFor } from '../../../tools/desk-client/wait.ts';
import { mailsTo } from './mailbox.ts';
import { unsentRows } from './outbox-rows.ts';
import { desk } from './running-desk.ts';
import { allItems, type StoredItem } from './stored.ts';

/** What a test is about: words that mark its rows and mails, and who may get a mail of it. */
export interface Scope {
  /** Case numbers, addresses, hashes: whatever row or mail holds one of them belongs to it. */
  readonly words: readonly string[];
  readonly mailboxes: readonly string[];
}

/** Rows by key, and mails: all that could be different afterwards. */
export type DeskState = ReadonlyMap<string, string>;

const isAbout = ({ words }: Scope, text: string) => words.some((word) => text.includes(word));
const isOfSigningIn = ({ pk }: StoredItem) => pk.startsWith('OUTBOX#sign-in-');
const isSession = ({ pk }: StoredItem) => pk.startsWith('SESSION#');

/**
 * All that is stored and mailed about something: cases, events, answers, links, outbox, audit heads, and besides all
 * sessions and mails to sign in. What merely counts calls against abuse is not part of it.
 */
export async function stateOf(scope: Scope): Promise<DeskState> {
  const isOurs = (text: string) => isAbout(scope, text);
  const { deskTable, ledgerTable, limitsTable } = desk.tables;
  const kept = [...(await allItems(deskTable)), ...(await allItems(ledgerTable))].filter(
    (item) => isOfSigningIn(item) || isOurs(JSON.stringify(item)),
  );
  const sessions = (await allItems(limitsTable)).filter(isSession);
  const state = new Map([...kept, ...sessions].map((item) => [`${item.pk} ${item.sk}`, JSON.stringify(item)]));
  for (const address of scope.mailboxes) {
    for (const { id, subject, text } of await mailsTo(address)) {
      if (isOurs(subject + text) || text.includes('/desk/sign-in?')) state.set(`MAIL ${id}`, subject);
    }
  }
  return state;
}

/** What was added or changed, by key; also what went, except sessions, which end by themselves. */
export function changes(before: DeskState, after: DeskState): readonly string[] {
  const changed = [...after].filter(([key, value]) => before.get(key) !== value);
  const gone = [...before.keys()].filter((key) => !after.has(key) && !key.startsWith('SESSION#'));
  return [...changed.map(([key, value]) => `${key}: ${value.slice(0, 200)}`), ...gone.map((key) => `${key} is gone`)];
}

/** Waits until no mail of it waits in the outbox, so that nothing changes any more by itself. */
export async function untilMailed(scope: Scope): Promise<void> {
  await waitFor(`the mails about ${scope.words.join(' ')}`, 60, async () => {
    const waits = (await unsentRows()).some((row) => isAbout(scope, JSON.stringify(row)));
    return waits ? undefined : true;
  });
}
