import type { Temporal } from 'temporal-polyfill';
import { type ActionToken, TOKEN_SECRET_BYTES, tokenHash } from '../desk/action-token.ts';
import { instantText } from '../instants.ts';
import type { RandomBytes } from '../ports.ts';

type Common = 'schemaVersion' | 'hash' | 'expiresAt' | 'usedAt';
type Grant<Token> = Token extends unknown ? Omit<Token, Common> : never;

/** What a token lets its bearer do, without secret and expiry. */
export type TokenGrant = Grant<ActionToken>;

/** A fresh secret of 256 random bits and the token stored for it. `expiresAt` is wall time. */
export function mintToken(
  randomBytes: RandomBytes,
  grant: TokenGrant,
  expiresAt: Temporal.Instant,
): { readonly secret: string; readonly token: ActionToken } {
  const secret = Buffer.from(randomBytes(TOKEN_SECRET_BYTES)).toString('base64url');
  return {
    secret,
    token: { schemaVersion: 1, hash: tokenHash(secret), expiresAt: instantText(expiresAt), usedAt: null, ...grant },
  };
}
