import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError, TokenNotUsableError } from '../../../errors.ts';
import { tokenHash } from '../../../desk/action-token.ts';
import { expiredLink, isExpired, onClockOf, overLink } from '../../../desk/link-over.ts';
import { instantText, parseInstant } from '../../../instants.ts';
import type { OutboxOrder } from '../../../outbox/outbox-row.ts';
import type { TokenStore } from '../../../ports.ts';
import { THE_REQUESTER } from '../../actor.ts';
import type { Case } from '../../case.ts';
import { caseTimeOf } from '../../case-dates.ts';
import { commitChange, newText, newTextId, retryOnConflict } from '../../commit-change.ts';
import { contactHashOf, isContact } from '../../contact-hash.ts';
import { IDENTITY_METHODS } from '../../identity.ts';
import { ordersOnOpening } from '../../opening-orders.ts';
import { directoryOf } from '../../staff-of-case.ts';
import { openedBy } from '../open-case.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';

const CHANGES = { atMost: 3, windowSeconds: 86_400 };

/**
 * The requester names a new e-mail address. Nothing changes until that address is confirmed by the link that goes to
 * it. Three a day. Throws RuleRefusedError, and what commitChange throws.
 */
export async function changeAddress(dependencies: OwnCaseDependencies, current: Case, email: string): Promise<Case> {
  const wallNow = dependencies.clock.now();
  const isSame = isContact(dependencies.keys, current.contactHash, email);
  const limit = { subject: `change-address-${current.caseNumber}`, ...CHANGES };
  if (isSame || !(await dependencies.limiter.take(limit, wallNow))) {
    throw new RuleRefusedError('case_not_possible', 'email');
  }
  const at = instantText(caseTimeOf(current, wallNow));
  const textId = newTextId(current);
  const { caseNumber } = current;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: current,
      entries: [],
      orders: [{ kind: 'mail', mail: { template: 'confirm_contact', caseNumber, textId } }],
      texts: [newText(current, { kind: 'new_address', from: THE_REQUESTER, at, texts: { new: email } })],
    },
    wallNow,
  );
}

export interface AddressConfirmation {
  /** When it was confirmed by this link (case time), for a press that changed nothing. */
  readonly before: Temporal.Instant | null;
}

/**
 * The new address is confirmed by its link: letters go there from now on, and the old address is told. What was known
 * of the person by way of the old address is known no more. A request nobody had confirmed is confirmed by it. Pressing
 * again changes nothing. An address that another one was entered after counts no more: it may be the mistyped one.
 * Throws TokenNotUsableError.
 */
export function confirmAddress(
  dependencies: OwnCaseDependencies & { readonly tokens: TokenStore },
  secret: string,
): Promise<AddressConfirmation> {
  return retryOnConflict(async () => {
    const wallNow = dependencies.clock.now();
    const hash = tokenHash(secret);
    const token = await dependencies.tokens.find(hash);
    if (token?.action !== 'confirm_contact') throw new TokenNotUsableError();
    const current = await dependencies.cases.find(token.caseNumber);
    if (token.usedAt !== null) return { before: parseInstant(onClockOf(current, token.usedAt)) };
    const content = await dependencies.cases.findContent(token.caseNumber);
    const texts = await dependencies.cases.listTexts(token.caseNumber);
    const isReplaced = texts.some(
      (text) => text.kind === 'new_address' && text.texts['new'] !== undefined && text.textId > token.textId,
    );
    if (isReplaced) throw overLink({ kind: 'confirm_contact', why: 'replaced', at: null });
    if (isExpired(token, wallNow)) throw expiredLink('confirm_contact', token, current);
    const email = texts.find(({ textId }) => textId === token.textId)?.texts['new'];
    if (current === undefined || content === undefined || email === undefined) throw new TokenNotUsableError();
    if (current.status === 'dismissed') throw overLink({ kind: 'confirm_contact', why: 'laid_aside', at: null });

    const at = instantText(caseTimeOf(current, wallNow));
    const { caseNumber } = current;
    const old = content.requester.email;
    const textId = newTextId(current);
    const restsOnAddress = current.identity !== null && IDENTITY_METHODS[current.identity.method].needsConfirmedAddress;
    const changed = {
      ...current,
      reachedBy: 'email',
      addressConfirmedAt: at,
      contactHash: contactHashOf(dependencies.keys, email),
      identity: restsOnAddress ? null : current.identity,
    } as const satisfies Case;
    // Whoever proves an address of theirs has confirmed the request with it.
    const next = changed.status === 'unconfirmed' ? openedBy(changed, THE_REQUESTER, at) : changed;
    const opens = current.status === 'unconfirmed' && next.status === 'open';
    const opening = opens ? ordersOnOpening(next, await directoryOf(dependencies, wallNow), dependencies) : [];
    const told: readonly OutboxOrder[] =
      old === undefined ? [] : [{ kind: 'mail', mail: { template: 'contact_changed', caseNumber, textId } }];
    await commitChange(
      dependencies,
      current,
      {
        transition: opens ? 'confirm' : 'follow_up',
        next,
        content: { ...content, requester: { ...content.requester, email } },
        entries: [
          { type: 'contact_changed', at, actor: THE_REQUESTER, details: {} },
          ...(opens ? [{ type: 'request_confirmed', at, actor: THE_REQUESTER, details: {} } as const] : []),
        ],
        orders: [...told, ...opening],
        ...(old !== undefined && {
          texts: [newText(current, { kind: 'new_address', from: THE_REQUESTER, at, texts: { old } })],
        }),
        consumeTokenHash: hash,
      },
      wallNow,
    );
    return { before: null };
  });
}
