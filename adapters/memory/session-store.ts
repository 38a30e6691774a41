import type { SessionStore } from '../../domain/ports.ts';
import type { MemoryDesk } from './memory-desk.ts';

/** Staff sessions in memory. */
export function createMemorySessionStore(desk: MemoryDesk): SessionStore {
  return {
    find: async (hash) => desk.sessions.find(hash),
    put: async (session) => desk.sessions.put(session.hash, session),
  };
}
