import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CursorInvalidError, StoredItemInvalidError } from '../../../domain/errors.ts';
import type { SubscriberLists } from '../../../domain/consents/ports.ts';
import { contactNamed, listEntryOf } from '../../support/fixtures/consents.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const TOPIC = 'nieuwsbrief';
const person = (n: number) => contactNamed(`person ${n}`, n % 5 === 0 ? 'k2' : 'k1');
const macs = (entries: readonly { readonly contact: { readonly mac: string } }[]) =>
  entries.map(({ contact }) => contact.mac);

export function describeSubscriberLists(name: string, makeDesk: MakeDesk): void {
  describe(`lists of subscribers, ${name}`, () => {
    it('are empty at first', async () => {
      const { lists } = await makeDesk();
      expect(await lists.page(TOPIC, null, 10)).toEqual({ entries: [], next: null });
      expect(await lists.find(TOPIC, [person(1)])).toEqual([]);
      expect(await lists.find(TOPIC, [])).toEqual([]);
    });

    it.each([1, 7, 40, 41, 1000])('tell everybody once in full pages of %i', async (limit) => {
      const { lists } = await withList(makeDesk, 40);
      const pages = await readAll(lists, limit);

      expect(pages.flat().toSorted(byMac)).toEqual(
        Array.from({ length: 40 }, (_, n) => listEntryOf(person(n))).toSorted(byMac),
      );
      expect(pages.slice(0, -1).every(({ length }) => length === limit)).toBe(true);
      expect(pages.at(-1)).not.toEqual([]);
    });

    it('come in the same order whatever the size of a page', async () => {
      const { lists } = await withList(makeDesk, 40);
      expect(await readAll(lists, 3)).toEqual((await readAll(lists, 3)).slice());
      expect((await readAll(lists, 3)).flat()).toEqual((await readAll(lists, 17)).flat());
    });

    it('are apart for each topic', async () => {
      const { lists, consents } = await withList(makeDesk, 4);
      await consents.commit({ listed: [listEntryOf(person(1), 'mailing'), listEntryOf(person(9), 'mailing')] });

      expect((await readAll(lists, 10, 'mailing')).flat()).toHaveLength(2);
      expect(await lists.find('mailing', [person(1), person(2)])).toEqual([listEntryOf(person(1), 'mailing')]);
    });

    it('tell which of a batch are on them, each once', async () => {
      const { lists } = await withList(makeDesk, 8);
      const asked = [...Array.from({ length: 120 }, (_, n) => person(n)), person(0)];
      expect(macs(await lists.find(TOPIC, asked)).toSorted()).toEqual(
        Array.from({ length: 8 }, (_, n) => person(n).mac).toSorted(),
      );
    });

    it('go on behind a line that was taken away', async () => {
      const { lists, consents } = await withList(makeDesk, 10);
      const first = await lists.page(TOPIC, null, 4);
      await consents.commit({ unlisted: first.entries });

      const rest = await lists.page(TOPIC, first.next, 10);
      expect(rest.entries).toHaveLength(6);
      expect(macs(rest.entries).some((mac) => macs(first.entries).includes(mac))).toBe(false);
    });

    it('tell whoever stays exactly once while others come and go between pages', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 5 }),
          fc.array(fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 29 })), { maxLength: 4 }), {
            maxLength: 6,
          }),
          async (limit, rounds) => {
            const desk = await withList(makeDesk, 20);
            const touched = new Set(rounds.flat().map(([, n]) => n));
            const stayed: string[] = [];
            const seen: string[] = [];
            let cursor: string | null = null;
            for (let round = 0; round === 0 || cursor !== null; round += 1) {
              const page = await desk.lists.page(TOPIC, cursor, limit);
              seen.push(...macs(page.entries));
              cursor = page.next;
              for (const [comes, n] of rounds[round] ?? []) {
                const entry = listEntryOf(person(n));
                await desk.consents.commit(comes ? { listed: [entry] } : { unlisted: [entry] });
              }
            }
            for (let n = 0; n < 20; n += 1) {
              if (!touched.has(n)) stayed.push(person(n).mac);
            }
            expect(seen).toEqual(expect.arrayContaining(stayed));
            expect(new Set(seen).size).toBe(seen.length);
          },
        ),
        { numRuns: name === 'in memory' ? 100 : 3 },
      );
    });

    it('refuse a cursor they never told', async () => {
      const { lists, consents } = await withList(makeDesk, 10);
      await consents.commit({ listed: [listEntryOf(person(1), 'mailing')] });
      const { next } = await lists.page(TOPIC, null, 4);
      if (next === null) throw new Error('there are more');
      const text = Buffer.from(next, 'base64url').toString();
      const forged = [
        text.replace(/#k\d#/, '##'),
        text.slice(0, -1),
        `${text}0`,
        text.toUpperCase(),
        `${text}#x`,
        '{}',
      ];

      for (const cursor of [
        '',
        'x',
        `${next}=`,
        ` ${next}`,
        ...forged.map((one) => Buffer.from(one).toString('base64url')),
      ]) {
        await expect(lists.page(TOPIC, cursor, 4)).rejects.toThrow(CursorInvalidError);
      }
      await expect(lists.page('mailing', next, 4)).rejects.toThrow(CursorInvalidError);
    });

    it('raise when a line does not parse', async () => {
      const desk = await withList(makeDesk, 2);
      await desk.spoil({ kind: 'list_entry', contact: person(1), topic: TOPIC });

      await expect(desk.lists.page(TOPIC, null, 4)).rejects.toThrow(StoredItemInvalidError);
      await expect(desk.lists.find(TOPIC, [person(1)])).rejects.toThrow(StoredItemInvalidError);
    });
  });
}

function byMac(a: { readonly contact: { readonly mac: string } }, b: typeof a): number {
  return a.contact.mac < b.contact.mac ? -1 : 1;
}

async function withList(makeDesk: MakeDesk, count: number): Promise<ContractDesk> {
  const desk = await makeDesk();
  await desk.consents.commit({ listed: Array.from({ length: count }, (_, n) => listEntryOf(person(n))) });
  return desk;
}

async function readAll(lists: SubscriberLists, limit: number, topic = TOPIC) {
  const pages = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<SubscriberLists['page']>> = await lists.page(topic, cursor, limit);
    pages.push(page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return pages;
}
