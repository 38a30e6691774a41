import { assert, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { expiringBefore } from '../../../domain/organisation/expiring-data.ts';
import type { DataCategory } from '../../../domain/organisation/processing.ts';

const RECEIVED = Temporal.PlainDate.from('2026-06-09');
const PROMISED = Temporal.PlainDate.from('2026-07-07');

function category(categoryId: string, expiresAfterDays?: number): DataCategory {
  return {
    categoryId,
    name: { nl: categoryId, en: categoryId },
    origin: 'observed',
    ...(expiresAfterDays === undefined ? {} : { expiresAfterDays }),
  };
}

function expiring(days: number) {
  const [found] = expiringBefore({ dataCategories: [category('traffic', days)] }, RECEIVED, PROMISED);
  return [found?.expiresFrom, found?.lostBefore, found?.allGoneOn].map(String);
}

describe('data that expire while a request is handled', () => {
  it('lose their oldest days when they are kept longer than the answer takes', () => {
    expect(expiring(180)).toEqual(['2026-06-10', '2026-01-08', '2026-12-07']);
  });

  it('are all gone when they are kept shorter than that', () => {
    expect(expiring(14)).toEqual(['2026-06-10', '2026-06-10', '2026-06-24']);
  });

  it('are named soonest gone first, and data that stay are not', () => {
    const dataCategories = [category('traffic', 180), category('account'), category('location', 14)];
    const found = expiringBefore({ dataCategories }, RECEIVED, PROMISED);
    expect(found.map((data) => data.category.categoryId)).toEqual(['location', 'traffic']);
  });

  it('are none once the promised date is there', () => {
    expect(expiringBefore({ dataCategories: [category('traffic', 14)] }, PROMISED, PROMISED)).toEqual([]);
  });

  it('are those a count day by day finds', () => {
    assert(
      property(integer({ min: 1, max: 60 }), integer({ min: 1, max: 40 }), (kept, answer) => {
        const promised = RECEIVED.add({ days: answer });
        const [found] = expiringBefore({ dataCategories: [category('traffic', kept)] }, RECEIVED, promised);
        // Records held at receipt: made on the day itself, or up to `kept` days before.
        for (let age = 0; age <= kept; age += 1) {
          const isLost = age + answer > kept;
          const made = RECEIVED.subtract({ days: age });
          expect(found !== undefined && Temporal.PlainDate.compare(made, found.lostBefore) < 0).toBe(isLost);
        }
      }),
    );
  });
});
