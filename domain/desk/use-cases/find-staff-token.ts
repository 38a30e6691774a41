import type { TokenStore } from '../../ports.ts';
import { isStaffToken, type StaffActionToken } from '../action-token.ts';

/** The staff link with this hash, used or not, expired or not; undefined for anything else. */
export async function findStaffToken(
  { tokens }: { readonly tokens: Pick<TokenStore, 'find'> },
  hash: string,
): Promise<StaffActionToken | undefined> {
  const token = await tokens.find(hash);
  return token !== undefined && isStaffToken(token) ? token : undefined;
}
