import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { Case } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { directoryOf, noticesTo, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Something about this case reached the wrong person: possibly a data breach (GDPR art. 33, 72 hours). The privacy
 * officer, the director and the data protection officer hear of it at once. Throws RuleRefusedError, and what
 * commitChange throws.
 */
export async function reportWrongRecipient(
  dependencies: StaffDependencies,
  current: Case,
  act: StaffAct,
  text: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const at = instantText(caseTimeOf(current, wallNow));
  const textId = newTextId(current);
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const directory = await directoryOf(dependencies, wallNow);
  const told = directory.addressees({
    roles: ['privacy_officer', 'director', 'data_protection_officer'],
    excluded: current.excludedStaff,
    assignee: null,
  });
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: current,
      entries: [{ type: 'wrong_recipient', at, actor, details: { textId } }],
      orders: noticesTo(told, current, 'wrong_recipient'),
      texts: [newText(current, { kind: 'note', from: actor, at, texts: { text } })],
      ...usedLink(act),
    },
    wallNow,
  );
}
