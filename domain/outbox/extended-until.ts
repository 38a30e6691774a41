import { Temporal } from 'temporal-polyfill';
import type { Case } from '../cases/case.ts';
import { extensionInForce } from '../cases/extension-in-force.ts';

/** The civil date of an extension that is in force; null without one. */
export function extendedUntilOf(subject: Case): Temporal.PlainDate | null {
  const extension = extensionInForce(subject);
  return extension === null ? null : Temporal.PlainDate.from(extension.until);
}
