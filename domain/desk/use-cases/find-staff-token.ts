import { instantText } from '../../instants.ts';
import type { Clock, TokenStore } from '../../ports.ts';
import { isStaffToken, type StaffActionToken } from '../action-token.ts';

/** The staff link with this hash that has not expired, used or not; undefined for anything else. */
export async function findStaffToken(
  dependencies: { readonly tokens: TokenStore; readonly clock: Clock },
  hash: string,
): Promise<StaffActionToken | undefined> {
  const token = await dependencies.tokens.find(hash);
  if (token === undefined || token.expiresAt <= instantText(dependencies.clock.now())) return undefined;
  return isStaffToken(token) ? token : undefined;
}
