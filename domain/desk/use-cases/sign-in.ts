import { caseNumberSchema } from '../../cases/case-number.ts';
import { TokenNotUsableError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../../organisation.ts';
import { mintToken } from '../../outbox/mint-token.ts';
import type { Clock, RandomBytes, SessionStore, TokenStore } from '../../ports.ts';
import { type StaffActionToken, TOKEN_SECRET_BYTES, tokenHash } from '../action-token.ts';
import { SESSION_HOURS } from '../staff-session.ts';
import { expiredLink, isExpired, overLink } from '../link-over.ts';
import { findStaffToken } from './find-staff-token.ts';

export interface SignInDependencies {
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
}

export interface SignedIn {
  readonly member: StaffMember;
  /** Goes into the cookie of this browser and nowhere else. */
  readonly sessionSecret: string;
  /** What the person wanted to open: a fresh link secret, the hash of a link that has expired since, or a case. */
  readonly continueWith:
    | { readonly secret: string }
    | { readonly expiredHash: string }
    | { readonly caseNumber: string }
    | null;
}

/** Opens a session of eight hours in one browser. Throws TokenNotUsableError for a used, expired or wrong link. */
export async function signIn(dependencies: SignInDependencies, secret: string): Promise<SignedIn> {
  const now = dependencies.clock.now();
  const hash = tokenHash(secret);
  const token = await dependencies.tokens.find(hash);
  if (token?.action !== 'sign_in') throw new TokenNotUsableError();
  const member = findStaff(dependencies.organisation, token.staffId);
  if (member === undefined) throw new TokenNotUsableError();
  if (token.usedAt !== null) throw overLink({ kind: 'sign_in', why: 'used', at: token.usedAt });
  if (isExpired(token, now)) throw expiredLink('sign_in', token);
  const sessionSecret = Buffer.from(dependencies.randomBytes(TOKEN_SECRET_BYTES)).toString('base64url');
  await dependencies.sessions.put({
    schemaVersion: 1,
    hash: tokenHash(sessionSecret),
    staffId: member.staffId,
    rehearsal: token.rehearsal,
    expiresAt: instantText(now.add({ hours: SESSION_HOURS })),
  });
  const continueWith = await continuation(dependencies, token.continueTo, member.staffId);
  // Last: were any of this to fail, the link still works. A session whose secret nobody got opens nothing.
  await dependencies.tokens.consume(hash, now).catch((error: unknown) => {
    // Two presses at once: the other one was first.
    if (!(error instanceof TokenNotUsableError)) throw error;
    throw overLink({ kind: 'sign_in', why: 'used', at: instantText(now) });
  });
  return { member, sessionSecret, continueWith };
}

/** The desk knows only the hash of the link that was pressed first, so the person goes on with a new one like it. */
async function continuation(
  dependencies: SignInDependencies,
  continueTo: string | null,
  staffId: string,
): Promise<SignedIn['continueWith']> {
  if (continueTo === null) return null;
  const { data: caseNumber } = caseNumberSchema.safeParse(continueTo);
  if (caseNumber !== undefined) return { caseNumber };
  const wanted = await findStaffToken(dependencies, continueTo);
  if (wanted?.staffId !== staffId) return null;
  if (isExpired(wanted, dependencies.clock.now())) return { expiredHash: wanted.hash };
  const { secret, token } = mintToken(
    dependencies.randomBytes,
    grantOf(wanted),
    dependencies.clock.now().add({ hours: SESSION_HOURS }),
  );
  await dependencies.tokens.putAll([token]);
  return { secret };
}

function grantOf(token: StaffActionToken) {
  const { schemaVersion: _version, hash: _hash, expiresAt: _expiresAt, usedAt: _usedAt, ...grant } = token;
  return grant;
}
