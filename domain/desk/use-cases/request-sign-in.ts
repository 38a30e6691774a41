import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { OrganisationProfile, StaffMember } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, OutboxStore, RandomBytes, RateLimiter } from '../../ports.ts';

export interface RequestSignInDependencies {
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly outbox: OutboxStore;
  readonly limiter: RateLimiter;
}

/** A forwarded link pressed over and over may not flood its addressee. */
const SIGN_IN_MAILS = { atMost: 10, windowSeconds: 3600 };

/** Orders a sign-in mail when the address is a staff member's. The caller cannot tell whether it was. */
export async function requestSignIn(dependencies: RequestSignInDependencies, email: string): Promise<void> {
  const wanted = email.trim().toLowerCase();
  const member = dependencies.organisation.staff.find((candidate) => candidate.email.toLowerCase() === wanted);
  if (member !== undefined) await orderSignInMail(dependencies, member, null, dependencies.clock.now());
}

/** Orders the mail that lets `member` into a session, and on to the link with the hash `continueTo`. */
export async function orderSignInMail(
  dependencies: RequestSignInDependencies,
  member: StaffMember,
  continueTo: string | null,
  now: Temporal.Instant,
): Promise<void> {
  const withinLimit = await dependencies.limiter.take({ subject: `sign-in-${member.staffId}`, ...SIGN_IN_MAILS }, now);
  if (!withinLimit) return;
  const outboxId = `sign-in-${Buffer.from(dependencies.randomBytes(12)).toString('hex')}`;
  const mail = { template: 'staff_sign_in', staffId: member.staffId, continueTo } as const;
  await dependencies.outbox.add(newOutboxRow(outboxId, { kind: 'mail', mail }, instantText(now)));
}
