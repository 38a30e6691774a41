import { Temporal } from 'temporal-polyfill';
import { civilDate } from '../../deadlines/deadlines.ts';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Notes why the answer will be late, and the new date if there is one, for the apology that goes out when the promise
 * is missed. It moves no date: the promise stays what it was. Throws RuleRefusedError, and what commitChange throws.
 */
export async function explainDelay(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  delay: { readonly text: string; readonly until: string | null },
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (delay.text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const now = caseTimeOf(current, wallNow);
  const isPast =
    delay.until !== null && Temporal.PlainDate.compare(Temporal.PlainDate.from(delay.until), civilDate(now)) <= 0;
  if (isPast) throw new RuleRefusedError('date_required', 'until');
  const at = instantText(now);
  const textId = newTextId(current);
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...current, delay: { until: delay.until, textId } },
      entries: [{ type: 'delay_explained', at, actor, details: {} }],
      texts: [newText(current, { kind: 'delay_reasons', from: actor, at, texts: { text: delay.text } })],
      ...usedLink(act),
    },
    wallNow,
  );
}
