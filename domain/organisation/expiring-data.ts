import { Temporal } from 'temporal-polyfill';
import type { DataCategory } from './processing.ts';

/** What a person asks for and would not get any more if nobody secured it. Civil dates of the organisation. */
export interface ExpiringData {
  readonly category: DataCategory;
  /** First day on which a record that was there at receipt is gone. */
  readonly expiresFrom: Temporal.PlainDate;
  /** On the promised date, records from before this day are gone. Never later than the day after receipt. */
  readonly lostBefore: Temporal.PlainDate;
  /** First day on which none of the records that were there at receipt is left. */
  readonly allGoneOn: Temporal.PlainDate;
}

/**
 * The categories that lose records between receipt and the promised date, the soonest to be empty first. Such data
 * expire day by day: a record stays for `expiresAfterDays` days after the day it was made.
 */
export function expiringBefore(
  profile: { readonly dataCategories: readonly DataCategory[] },
  receivedDate: Temporal.PlainDate,
  promisedDate: Temporal.PlainDate,
): readonly ExpiringData[] {
  const expiresFrom = receivedDate.add({ days: 1 });
  if (Temporal.PlainDate.compare(promisedDate, expiresFrom) < 0) return [];
  return profile.dataCategories
    .flatMap((category): readonly ExpiringData[] => {
      if (category.expiresAfterDays === undefined) return [];
      const kept = { days: category.expiresAfterDays };
      const lostBefore = promisedDate.subtract(kept);
      return [
        {
          category,
          expiresFrom,
          lostBefore: Temporal.PlainDate.compare(lostBefore, expiresFrom) > 0 ? expiresFrom : lostBefore,
          allGoneOn: expiresFrom.add(kept),
        },
      ];
    })
    .toSorted((one, other) => Temporal.PlainDate.compare(one.allGoneOn, other.allGoneOn));
}
