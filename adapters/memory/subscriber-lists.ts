import type { SubscriberLists } from '../../domain/consents/ports.ts';
import { listCursor, readListCursor } from '../list-cursor.ts';
import { type MemoryDesk, memoryKeys } from './memory-desk.ts';

/** The lists in memory. */
export function createMemorySubscriberLists(desk: Pick<MemoryDesk, 'lists'>): SubscriberLists {
  return {
    page: async (topic, cursor, limit) => {
      const behind = cursor === null ? '' : memoryKeys.listEntry({ topic, contact: readListCursor(topic, cursor) });
      const left = desk.lists.list().filter((entry) => entry.topic === topic && memoryKeys.listEntry(entry) > behind);
      const entries = left.slice(0, limit);
      const last = left.length > limit ? entries.at(-1) : undefined;
      return { entries, next: last === undefined ? null : listCursor(topic, last.contact) };
    },

    find: async (topic, contacts) => {
      const keys = new Set(contacts.map((contact) => memoryKeys.listEntry({ topic, contact })));
      return [...keys].flatMap((key) => desk.lists.find(key) ?? []);
    },
  };
}
