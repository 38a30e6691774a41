import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import type { AnswerFileStore, UploadOffer } from '../../ports.ts';
import {
  type AnswerFile,
  cleanFileName,
  type FileMediaType,
  incomingKey,
  keptKey,
  LARGEST_FILE,
  MAX_FILES,
  mayAnswer,
} from '../answer-file.ts';
import type { Case, OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newTextId } from '../commit-change.ts';
import { mediaTypeOf } from '../file-content.ts';
import type { Part } from '../part.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';
import { taken } from '../taken.ts';

export interface AttachDependencies extends StaffDependencies {
  readonly files: AnswerFileStore;
}

/**
 * Whether files may be attached to a part and removed from it now: undecided, and with no proposal waiting, so that what
 * a second person looks at is what the requester gets.
 */
export function mayChangeFiles(current: Case, partId: string): boolean {
  const part = current.parts.find((each) => each.partId === partId);
  const isUndecided = current.status === 'open' && part?.decision === null;
  return isUndecided && !isWaiting(current, partId);
}

function isWaiting({ proposals }: Case, partId: string): boolean {
  return proposals.some((proposal) => 'partId' in proposal && proposal.partId === partId);
}

/** The part, if its files may be changed. Throws RuleRefusedError. */
export function partForFiles(current: Case, partId: string | null): Part {
  const part = current.parts.find((each) => each.partId === partId);
  if (part === undefined || !mayChangeFiles(current, part.partId)) {
    const waits = part !== undefined && isWaiting(current, part.partId);
    throw new RuleRefusedError(waits ? 'already_waiting' : 'case_not_possible');
  }
  return part;
}

/**
 * Offers a form by which a browser puts one new file straight into the store, where it waits to be attached. `fileId` is
 * new; `continueTo` is where the browser goes afterwards. Throws RuleRefusedError.
 */
export function offerFileUpload(
  { files }: Pick<AttachDependencies, 'files'>,
  current: Case,
  partId: string | null,
  fileId: string,
  continueTo: string,
): Promise<UploadOffer> {
  partForFiles(current, partId);
  if (current.files.length >= MAX_FILES) throw new RuleRefusedError('files_too_many');
  return files.offerUpload(incomingKey(current.caseNumber, fileId), continueTo);
}

/**
 * Attaches a file that has arrived to the answer of a part. What it is, how long and its hash are told from the bytes
 * themselves; those very bytes are kept under a key no browser can write. A second press changes nothing. Whoever
 * attaches a file to a case nobody has taken has taken it. Throws RuleRefusedError, and what commitChange throws.
 */
export async function attachFile(
  dependencies: AttachDependencies,
  current: OpenCase,
  act: StaffAct,
  input: { readonly fileId: string; readonly name: string },
  wallNow: Temporal.Instant,
): Promise<Case> {
  if (current.files.some(({ fileId }) => fileId === input.fileId)) return current;
  const part = partForFiles(current, act.on);
  if (current.files.length >= MAX_FILES) throw new RuleRefusedError('files_too_many');
  const name = cleanFileName(input.name);
  if (name === '') throw new RuleRefusedError('file_name', 'name');

  const { caseNumber } = current;
  const incoming = incomingKey(caseNumber, input.fileId);
  const arrived = await dependencies.files.readArrived(incoming);
  if (arrived === undefined) throw new RuleRefusedError('file_missing');
  const mediaType = allowedMediaType(part, arrived.content);
  const key = keptKey(caseNumber, input.fileId);
  const versionId = await dependencies.files.keep({ key: incoming, versionId: arrived.versionId }, key, mediaType);

  const at = instantText(caseTimeOf(current, wallNow));
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const nameTextId = newTextId(current);
  const file: AnswerFile = {
    fileId: input.fileId,
    partId: part.partId,
    nameTextId,
    key,
    versionId,
    sha256: createHash('sha256').update(arrived.content).digest('hex'),
    mediaType,
    bytes: arrived.content.length,
    attachedBy: act.staffId,
    attachedAt: at,
  };
  const { case: owned, entries } = taken(current, act.staffId, at);
  const { fileId, partId, sha256 } = file;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...owned, files: [...owned.files, file] },
      entries: [
        ...entries,
        { type: 'file_attached', at, actor, details: { partId, fileId, sha256, mediaType, bytes: String(file.bytes) } },
      ],
      texts: [
        { schemaVersion: 1, caseNumber, textId: nameTextId, kind: 'file_name', from: actor, at, texts: { name } },
      ],
      ...usedLink(act),
    },
    wallNow,
  );
}

function allowedMediaType({ requestType }: Part, content: Uint8Array): FileMediaType {
  if (content.length === 0 || content.length > LARGEST_FILE) throw new RuleRefusedError('file_missing');
  const mediaType = mediaTypeOf(content);
  if (mediaType === null) throw new RuleRefusedError('file_type');
  if (!mayAnswer(requestType, mediaType)) throw new RuleRefusedError('file_not_portable');
  return mediaType;
}
