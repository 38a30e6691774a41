import type { ShownAction } from '../../domain/desk/use-cases/open-action.ts';
import { isRequesterOrder, requesterLetter } from '../../domain/outbox/requester-mails.ts';
import type { CaseReader, KeyRing, RandomBytes } from '../../domain/ports.ts';
import { lettersOfCase } from '../../views/letters/letters-of-case.ts';
import { postedLetter } from '../../views/letters/posted-letter.ts';
import { postedLetterPage } from '../../views/pages/posted-letter-page.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import type { ViewDependencies } from './case-view-of.ts';

export interface PostedLetterDependencies extends ViewDependencies {
  readonly cases: CaseReader;
  readonly keys: KeyRing;
  readonly randomBytes: RandomBytes;
  readonly publicUrl: string;
}

/** The page of the letter that a task is about, to print and post; undefined for any other task. */
export async function postedLetterOf(
  dependencies: PostedLetterDependencies,
  { act, case: subject, content, answers }: ShownAction,
  context: PageContext,
): Promise<string | undefined> {
  const task = subject.tasks.find(({ taskId }) => taskId === act.on);
  if (task?.kind !== 'post_letter' || !isRequesterOrder(task.letter)) return undefined;
  const { organisation, clock } = dependencies;
  // Links on paper lead to pages that ask for number and code; none of them needs a secret that would have to be kept.
  const letter = await requesterLetter(dependencies, task.letter, clock.now());
  const { language, caseNumber } = subject;
  const { name, postalAddress } = content.requester;
  const blocks =
    letter === undefined
      ? []
      : postedLetter(letter.model, lettersOfCase(subject, answers, organisation, language), organisation, language);
  return postedLetterPage(context, { caseNumber, name, postalAddress, language, blocks });
}
