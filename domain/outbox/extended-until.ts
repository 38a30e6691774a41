import { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';

/** The civil date of an extension that is in force; null without one. */
export function extendedUntilOf({ extension }: Case): Temporal.PlainDate | null {
  return extension?.state === 'in_force' ? Temporal.PlainDate.from(extension.until) : null;
}
