import { TokenNotUsableError } from '../../domain/errors.ts';
import { instantText } from '../../domain/instants.ts';
import type { TokenStore } from '../../domain/ports.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** Action tokens in memory. */
export function createMemoryTokenStore(desk: MemoryDesk): TokenStore {
  return {
    find: async (hash) => desk.tokens.find(hash),
    putAll: async (tokens) => {
      for (const token of tokens) desk.tokens.put(token.hash, token);
    },
    consume: async (hash, now) => {
      const at = instantText(now);
      if (!isUsable(desk, hash, at)) throw new TokenNotUsableError('the link cannot be used');
      markUsed(desk, hash, at);
    },
  };
}

/** Whether a token is there, unused and not expired at `now` (wall time text). */
export function isUsable(desk: MemoryDesk, hash: string, now: string): boolean {
  const token = desk.tokens.find(hash);
  return token !== undefined && token.usedAt === null && token.expiresAt > now;
}

/** Marks a usable token used at `now` (wall time text). */
export function markUsed(desk: MemoryDesk, hash: string, now: string): void {
  const token = desk.tokens.find(hash);
  if (token !== undefined) desk.tokens.put(hash, { ...token, usedAt: now });
}
