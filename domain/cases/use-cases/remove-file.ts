import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../instants.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange } from '../commit-change.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';
import { partForFiles } from './attach-file.ts';

/**
 * Takes a file off the answer of a part again, for instance a wrong one: nobody can open it from the desk any more, and
 * the store lets it go on its own date. Nothing happens when it is gone already. Throws RuleRefusedError, and what
 * commitChange throws.
 */
export async function removeFile(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  fileId: string,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const { partId } = partForFiles(current, act.on);
  const file = current.files.find((each) => each.fileId === fileId && each.partId === partId);
  if (file === undefined) return current;
  const at = instantText(caseTimeOf(current, wallNow));
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const { caseNumber } = current;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...current, files: current.files.filter((each) => each !== file) },
      entries: [{ type: 'file_removed', at, actor, details: { partId, fileId, sha256: file.sha256 } }],
      // Its name is not needed any more: emptied.
      texts: [
        {
          schemaVersion: 1,
          caseNumber,
          textId: file.nameTextId,
          kind: 'file_name',
          from: { kind: 'staff', staffId: file.attachedBy },
          at: file.attachedAt,
          texts: {},
        },
      ],
      ...usedLink(act),
    },
    wallNow,
  );
}
