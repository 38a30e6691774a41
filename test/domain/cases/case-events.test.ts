import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CaseEvent,
  caseEventSchema,
  caseEventTypeSchema,
  chainEvents,
  type EventEntry,
  verifyChain,
} from '../../../domain/cases/case-events.ts';
import { GENESIS_HASH } from '../../../domain/hash-chain.ts';
import { testCaseNumber } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(7);
const entries = fc.record({
  type: fc.constantFrom(...caseEventTypeSchema.options),
  at: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  actor: fc.oneof(
    fc.constant({ kind: 'requester' as const }),
    fc.constant({ kind: 'staff' as const, staffId: 'anna-de-wit' }),
  ),
  details: fc.dictionary(fc.constantFrom('step', 'ground', 'partId', '__proto__', 'ü'), fc.string()),
});
const chains = fc
  .array(entries, { minLength: 1, maxLength: 12 })
  .map((list) => chainEvents(NUMBER, undefined, list as EventEntry[]));

describe('a chain of events', () => {
  it('is whole as it was made, in one go or event by event', () => {
    fc.assert(
      fc.property(fc.array(entries, { minLength: 1, maxLength: 8 }), (list) => {
        const atOnce = chainEvents(NUMBER, undefined, list);
        expect(verifyChain(atOnce.events, atOnce.head)).toBeUndefined();
        let head: CaseEventHead;
        const oneByOne = list.flatMap((entry) => {
          const chained = chainEvents(NUMBER, head, [entry]);
          head = chained.head;
          return chained.events;
        });
        expect(oneByOne).toEqual(atOnce.events);
      }),
      { numRuns: 100 },
    );
  });

  it('starts from the genesis hash and fits the schema it is stored with', () => {
    const { events } = chainEvents(NUMBER, undefined, [
      { type: 'request_received', at: '2026-03-02T10:00:00.000Z', actor: { kind: 'requester' }, details: {} },
    ]);
    expect(events[0]?.previousHash).toBe(GENESIS_HASH);
    expect(caseEventSchema.parse(events[0])).toEqual(events[0]);
  });

  it('names an event in which anything was changed', () => {
    const changes: readonly ((event: CaseEvent) => CaseEvent)[] = [
      (event) => ({ ...event, at: '2031-01-01T00:00:00.000Z' }),
      (event) => ({ ...event, type: event.type === 'case_closed' ? 'case_taken' : 'case_closed' }),
      (event) => ({ ...event, actor: { kind: 'desk' } }),
      (event) => ({ ...event, details: { ...event.details, more: 'x' } }),
      (event) => ({ ...event, caseNumber: testCaseNumber(8) }),
    ];
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...changes), ({ events, head }, pick, change) => {
        const index = pick % events.length;
        const forged = events.map((event, place) => (place === index ? change(event) : event));
        expect(verifyChain(forged, head)).toEqual({ sequence: index + 1, fault: 'changed' });
      }),
      { numRuns: 150 },
    );
  });

  it('names the event after one that was forged together with its hash', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ events, head }, pick) => {
        const index = pick % events.length;
        const before = index === 0 ? undefined : { sequence: index, hash: events[index]?.previousHash ?? '' };
        const forged = chainEvents(NUMBER, before, [{ ...entryOf(events[index]), details: { forged: 'yes' } }]);
        const chain = events.map((event, place) => (place === index ? (forged.events[0] ?? event) : event));
        const fault = index === events.length - 1 ? 'truncated' : 'unlinked';
        expect(verifyChain(chain, head)).toEqual({ sequence: index + 2, fault });
      }),
      { numRuns: 100 },
    );
  });

  it('names the place of an event that was taken out', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ events, head }, pick) => {
        const index = pick % events.length;
        const fault = index === events.length - 1 ? 'truncated' : 'missing';
        expect(verifyChain(events.toSpliced(index, 1), head)).toEqual({ sequence: index + 1, fault });
      }),
      { numRuns: 100 },
    );
  });

  it('names the place of two events that changed places, numbers and all', () => {
    fc.assert(
      fc.property(chains, fc.nat(), ({ events, head }, pick) => {
        fc.pre(events.length > 1);
        const index = pick % (events.length - 1);
        const swapped = events.toSpliced(index, 2, ...events.slice(index, index + 2).toReversed());
        expect(verifyChain(swapped, head)).toEqual({ sequence: index + 1, fault: 'missing' });
        const renumbered = swapped.map((event, place) => Object.assign({}, event, { sequence: place + 1 }));
        expect(verifyChain(renumbered, head)).toEqual({ sequence: index + 1, fault: 'unlinked' });
      }),
      { numRuns: 100 },
    );
  });

  it('names where it was cut off, and an event put behind its end', () => {
    fc.assert(
      fc.property(chains, fc.nat(), entries, ({ events, head }, pick, extra) => {
        const length = pick % events.length;
        expect(verifyChain(events.slice(0, length), head)).toEqual({ sequence: length + 1, fault: 'truncated' });
        const more = chainEvents(NUMBER, head, [extra]);
        expect(verifyChain([...events, ...more.events], head)?.fault).toBe('truncated');
      }),
      { numRuns: 100 },
    );
  });
});

type CaseEventHead = Parameters<typeof chainEvents>[1];

function entryOf(event: CaseEvent | undefined): EventEntry {
  if (event === undefined) throw new Error('no such event');
  const { type, at, actor, details } = event;
  return { type, at, actor, details };
}
