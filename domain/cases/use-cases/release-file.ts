import { instantText } from '../../instants.ts';
import type { AnswerFileReader, RateLimit, RateLimiter } from '../../ports.ts';
import { type AnswerFile, collectableFiles, MAX_FILES, savedAs } from '../answer-file.ts';
import { caseTimeOf } from '../case-dates.ts';
import type { CaseText } from '../case-text.ts';
import { commitChange, retryOnConflict } from '../commit-change.ts';
import { identityLevelOf } from '../identity-of-case.ts';
import { type IdentityLevel, reaches } from '../identity.ts';
import { REQUEST_TYPE_RULES } from '../request-types.ts';
import type { ClosedCase } from '../case.ts';
import { collectAnswer, type CollectDependencies, type Collection } from './collect-answer.ts';

export interface ReleaseDependencies extends CollectDependencies {
  readonly files: AnswerFileReader;
}

export type Release =
  /** Where the file is saved from, for a minute. */
  | { readonly outcome: 'released'; readonly address: string }
  | Exclude<Collection, { outcome: 'collected' }>
  /** The desk does not know the person well enough: nothing was released. */
  | { readonly outcome: 'identity_needed' }
  /** There is no such file in the answer, or it was let go on its date. */
  | { readonly outcome: 'gone' };

/** The code is asked for every file, so all files of a case can be had within one window, and a few of them twice. */
const TRIES = MAX_FILES + 5;

/**
 * The requester collects one file of the answer, with the same link and code as the answer itself, asked again. The level
 * of identity is checked again too. Each time is recorded; it may be repeated while the link lives.
 * Throws TokenNotUsableError.
 */
export function releaseFile(
  dependencies: ReleaseDependencies,
  secret: string,
  typedCode: string,
  fileId: string,
): Promise<Release> {
  return retryOnConflict(async () => {
    const limiter = limiterOfFiles(dependencies.limiter);
    const collection = await collectAnswer({ ...dependencies, limiter }, secret, typedCode);
    if (collection.outcome !== 'collected') return collection;
    const { case: subject } = collection;
    const file = collectableFiles(subject).find((each) => each.fileId === fileId);
    if (file === undefined) return { outcome: 'gone' };
    if (!reaches(identityLevelOf(subject), levelFor(subject, file))) return { outcome: 'identity_needed' };
    const texts = await dependencies.cases.listTexts(subject.caseNumber);
    const address = await dependencies.files.linkTo(file, fileNameOf(file, texts));
    if (address === undefined) return { outcome: 'gone' };

    const now = dependencies.clock.now();
    const at = instantText(caseTimeOf(subject, now));
    const { partId, sha256 } = file;
    await commitChange(
      dependencies,
      subject,
      {
        transition: 'collect',
        next: subject,
        entries: [{ type: 'file_collected', at, actor: { kind: 'requester' }, details: { partId, fileId, sha256 } }],
      },
      now,
    );
    return { outcome: 'released', address };
  });
}

/** The name a file is saved under; of one whose name was erased only what it is. */
export function fileNameOf({ nameTextId, mediaType, fileId }: AnswerFile, texts: readonly CaseText[]): string {
  const name = texts.find(({ textId }) => textId === nameTextId)?.texts['name'];
  return savedAs(name ?? fileId, mediaType);
}

/** What the type of the part asks, and never less than L2: a file counts as personal data. */
function levelFor(subject: ClosedCase, { partId }: AnswerFile): IdentityLevel {
  const part = subject.parts.find((each) => each.partId === partId);
  const ofType = part === undefined ? 'L2' : REQUEST_TYPE_RULES[part.requestType].identityLevel;
  return reaches(ofType, 'L2') ? ofType : 'L2';
}

/** Counted apart from the page of the answer, which needs few tries. */
function limiterOfFiles(limiter: Pick<RateLimiter, 'take'>): Pick<RateLimiter, 'take'> {
  return {
    take: (limit: RateLimit, now) => limiter.take({ ...limit, subject: `${limit.subject}-files`, atMost: TRIES }, now),
  };
}
