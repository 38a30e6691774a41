import type * as z from 'zod';
import { StoredItemInvalidError } from '../../domain/errors.ts';
import { issueSummary } from '../issue-summary.ts';

/** Items kept as JSON text: nothing is shared by reference, and what is read is parsed as in a real table. */
export interface MemoryTable<Value> {
  /** Throws StoredItemInvalidError when the item does not parse. */
  find(key: string): Value | undefined;
  has(key: string): boolean;
  put(key: string, value: Value): void;
  delete(key: string): void;
  /** All items in key order. */
  list(): readonly Value[];
  /** Stores anything, valid or not. */
  putRaw(key: string, value: unknown): void;
}

/** An empty table; `name` is the first half of the key that a StoredItemInvalidError tells. */
export function createMemoryTable<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
): MemoryTable<z.output<Schema>> {
  const rows = new Map<string, string>();

  const read = (key: string, text: string): z.output<Schema> => {
    const parsed = schema.safeParse(JSON.parse(text));
    if (!parsed.success) throw new StoredItemInvalidError(`${name} ${key}`, { cause: issueSummary(parsed.error) });
    return parsed.data;
  };
  const store = (key: string, value: unknown) => {
    rows.set(key, JSON.stringify(value));
  };

  return {
    find: (key) => {
      const text = rows.get(key);
      return text === undefined ? undefined : read(key, text);
    },
    has: (key) => rows.has(key),
    put: store,
    delete: (key) => void rows.delete(key),
    putRaw: store,
    list: () => [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, text]) => read(key, text)),
  };
}
