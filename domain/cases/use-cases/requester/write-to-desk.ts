import { instantText } from '../../../instants.ts';
import { RuleRefusedError } from '../../../errors.ts';
import { THE_REQUESTER } from '../../actor.ts';
import { answeredClarification } from '../../answered-clarification.ts';
import type { Case } from '../../case.ts';
import { caseTimeOf } from '../../case-dates.ts';
import { commitChange, newText, newTextId } from '../../commit-change.ts';
import { maskCitizenNumbers } from '../../mask-citizen-number.ts';
import { directoryOf, noticesTo, workersOf } from '../../staff-of-case.ts';
import type { OwnCaseDependencies } from './open-own-case.ts';

/** Each is a mail to whoever works on the case; more can be said by phone or by post. */
const MESSAGES = { atMost: 30, windowSeconds: 86_400 };

/**
 * The requester adds, corrects or answers something in writing; whoever works on the case is told. It answers a
 * question of what was meant, but never one of who somebody is. Thirty a day. Throws RuleRefusedError, and what commitChange throws.
 */
export async function writeToDesk(dependencies: OwnCaseDependencies, current: Case, text: string): Promise<Case> {
  if (text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const wallNow = dependencies.clock.now();
  const limit = { subject: `write-${current.caseNumber}`, ...MESSAGES };
  if (!(await dependencies.limiter.take(limit, wallNow))) throw new RuleRefusedError('case_not_possible');
  const at = instantText(caseTimeOf(current, wallNow));
  const textId = newTextId(current);
  const { isAnswer, inquiries, entries } = answeredClarification(current, at);
  const directory = await directoryOf(dependencies, wallNow);
  const notice = isAnswer ? 'inquiry_answered' : 'requester_wrote';
  return commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: { ...current, inquiries: [...inquiries] },
      entries: [{ type: 'message_received', at, actor: THE_REQUESTER, details: { textId } }, ...entries],
      orders: noticesTo(workersOf(directory, current), current, notice),
      texts: [
        newText(current, { kind: 'message', from: THE_REQUESTER, at, texts: { text: maskCitizenNumbers(text) } }),
      ],
    },
    wallNow,
  );
}
