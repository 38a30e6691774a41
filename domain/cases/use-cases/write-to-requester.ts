import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { type ChangeDependencies, commitChange, newText, newTextId } from '../commit-change.ts';
import { type StaffAct, usedLink } from '../staff-of-case.ts';

/** Sends the requester a message about the case. Throws RuleRefusedError, and what commitChange throws. */
export async function writeToRequester(
  dependencies: ChangeDependencies,
  current: Case,
  act: StaffAct,
  text: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const at = instantText(caseTimeOf(current, wallNow));
  const textId = newTextId(current);
  const { caseNumber } = current;
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: current,
      entries: [{ type: 'message_sent', at, actor, details: { textId } }],
      orders: [{ kind: 'mail', mail: { template: 'message', caseNumber, textId } }],
      texts: [newText(current, { kind: 'message', from: actor, at, texts: { text } })],
      ...usedLink(act),
    },
    wallNow,
  );
}
