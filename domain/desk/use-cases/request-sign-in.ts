import { TokenNotUsableError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, OutboxStore, RandomBytes, RateLimiter, TokenStore } from '../../ports.ts';
import { tokenHash } from '../action-token.ts';

export interface RequestSignInDependencies {
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly outbox: OutboxStore;
  readonly limiter: RateLimiter;
}

/**
 * Sign-in mails per staff member. Counted apart for typed addresses, which anybody can type, and for pressed links,
 * which only somebody with the mail can press: so no stranger can use up what the addressee needs.
 */
const SIGN_IN_MAILS = { atMost: 10, windowSeconds: 3600 };

/**
 * Orders a sign-in mail when the address is a staff member's, and on to a case if one is named. The answer does not tell
 * whether it was; the time it takes may.
 */
export async function requestSignIn(
  dependencies: RequestSignInDependencies,
  email: string,
  caseNumber: string | null = null,
): Promise<void> {
  const wanted = email.trim().toLowerCase();
  const member = dependencies.organisation.staff.find((candidate) => candidate.email.toLowerCase() === wanted);
  if (member !== undefined) {
    await orderSignInMail(dependencies, member, { way: 'typed', continueTo: caseNumber, rehearsal: false });
  }
}

export type SignInAgainDependencies = RequestSignInDependencies & { readonly tokens: Pick<TokenStore, 'find'> };

/**
 * Orders another sign-in mail for whoever holds the link of one, used or expired: to its addressee, and on to the same
 * page. Throws TokenNotUsableError.
 */
export async function requestSignInAgain(dependencies: SignInAgainDependencies, secret: string): Promise<void> {
  const token = await dependencies.tokens.find(tokenHash(secret));
  if (token?.action !== 'sign_in') throw new TokenNotUsableError();
  const member = findStaff(dependencies.organisation, token.staffId);
  if (member === undefined) throw new TokenNotUsableError();
  await orderSignInMail(dependencies, member, {
    way: 'link',
    continueTo: token.continueTo,
    rehearsal: token.rehearsal,
  });
}

interface WantedSignIn {
  /** Whether an address was typed or a link pressed. */
  readonly way: 'typed' | 'link';
  /** What the person wanted to open: the hash of a link, or the number of a case; null for the desk itself. */
  readonly continueTo: string | null;
  readonly rehearsal: boolean;
}

/** Orders the mail that lets `member` into a session, and on to what the person wanted to open. */
export async function orderSignInMail(
  dependencies: RequestSignInDependencies,
  member: StaffMember,
  { way, continueTo, rehearsal }: WantedSignIn,
): Promise<void> {
  const now = dependencies.clock.now();
  const limit = { subject: `sign-in-${way}-${member.staffId}`, ...SIGN_IN_MAILS };
  const withinLimit = await dependencies.limiter.take(limit, now);
  if (!withinLimit) return;
  const outboxId = `sign-in-${Buffer.from(dependencies.randomBytes(12)).toString('hex')}`;
  const mail = {
    template: 'staff_sign_in',
    staffId: member.staffId,
    continueTo,
    rehearsal,
  } as const;
  await dependencies.outbox.add(newOutboxRow(outboxId, { kind: 'mail', mail }, instantText(now)));
}
