import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { KeyRing } from '../../ports.ts';
import type { Case, ClosedCase, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { CodeChannel } from '../collection-code.ts';
import { commitChange } from '../commit-change.ts';
import { requireDecider, type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/**
 * Gives a case its next collection code, under the present key; the code before it opens nothing from that instant. The
 * code is in nothing that is stored or sent: whoever pressed reads it once, made from the case this answers, and passes
 * it on beside the mail that has the link. Throws RuleRefusedError, and what commitChange throws.
 */
export async function issueCode(
  dependencies: StaffDependencies & { readonly keys: KeyRing },
  current: OpenCase | ClosedCase,
  act: StaffAct,
  through: CodeChannel,
  wallNow: Temporal.Instant,
): Promise<Case> {
  requireDecider(dependencies, current, act);
  const at = instantText(caseTimeOf(current, wallNow));
  const generation = current.collectionCode.generation + 1;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: { ...current, collectionCode: { kid: dependencies.keys.currentKid, generation } },
      entries: [
        {
          type: 'code_issued',
          at,
          actor: { kind: 'staff', staffId: act.staffId },
          details: { through, generation: String(generation) },
        },
      ],
      ...usedLink(act),
    },
    wallNow,
  );
}
