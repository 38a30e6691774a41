import { THE_REQUESTER } from '../../cases/actor.ts';
import { answeredClarification } from '../../cases/answered-clarification.ts';
import type { Case } from '../../cases/case.ts';
import { caseTimeOf } from '../../cases/case-dates.ts';
import { commitChange, newText, newTextId, retryOnConflict } from '../../cases/commit-change.ts';
import { isContact } from '../../cases/contact-hash.ts';
import { maskCitizenNumbers } from '../../cases/mask-citizen-number.ts';
import { directoryOf, noticesTo, type StaffDependencies, workersOf } from '../../cases/staff-of-case.ts';
import { instantText } from '../../instants.ts';
import type { Clock, KeyRing, RateLimiter } from '../../ports.ts';
import type { ReadMail } from '../read-mail.ts';
import type { ReceivedMail } from '../received-mail.ts';

export interface JoinDependencies extends StaffDependencies {
  readonly clock: Clock;
  readonly keys: KeyRing;
  readonly limiter: RateLimiter;
}

/** Each is a mail to whoever works on the case. What comes after that joins without waking anybody. */
const WAKING = { atMost: 30, windowSeconds: 86_400 };

/**
 * A reply joins its case as a message and wakes whoever works on it. It answers a question of what was meant, but never
 * one of who somebody is; from another address than the requester's it answers nothing, and says whose it is. Once for
 * each mail. Answers false for a case that never was a request: then the mail is one of its own.
 */
export async function joinCase(
  dependencies: JoinDependencies,
  subject: Pick<Case, 'caseNumber'>,
  mail: ReceivedMail,
  read: ReadMail,
): Promise<boolean> {
  return retryOnConflict(async () => {
    const current = await dependencies.cases.find(subject.caseNumber);
    if (current === undefined) return false;
    const events = await dependencies.cases.listEvents(current.caseNumber);
    if (events.some(({ details }) => details['messageId'] === mail.messageId)) return true;
    if (current.status === 'dismissed') return false;
    await join(dependencies, current, mail, read);
    return true;
  });
}

async function join(dependencies: JoinDependencies, current: Case, mail: ReceivedMail, read: ReadMail): Promise<void> {
  const wallNow = dependencies.clock.now();
  const at = instantText(caseTimeOf(current, wallNow));
  const isTheirs = read.from !== null && isContact(dependencies.keys, current.contactHash, read.from.address);
  // From another address than the requester's it answers nothing.
  const clarification = isTheirs ? answeredClarification(current, at) : undefined;
  const directory = await directoryOf(dependencies, wallNow);
  const wakes = await dependencies.limiter.take({ subject: `joined-${current.caseNumber}`, ...WAKING }, wallNow);
  const details = { textId: newTextId(current), messageId: mail.messageId };
  const files = read.attachments.map(({ fileName }) => fileName).join(', ');
  await commitChange(
    dependencies,
    current,
    {
      transition: 'follow_up',
      next: { ...current, inquiries: [...(clarification?.inquiries ?? current.inquiries)] },
      entries: [{ type: 'message_received', at, actor: THE_REQUESTER, details }, ...(clarification?.entries ?? [])],
      orders: wakes
        ? noticesTo(
            workersOf(directory, current),
            current,
            clarification?.isAnswer === true ? 'inquiry_answered' : 'requester_wrote',
          )
        : [],
      texts: [
        newText(current, {
          kind: 'message',
          from: THE_REQUESTER,
          at,
          texts: {
            text: maskCitizenNumbers(read.written),
            message: mail.objectKey,
            ...(!isTheirs && { from: maskCitizenNumbers(read.from?.address ?? '?') }),
            ...(files !== '' && { files: maskCitizenNumbers(files) }),
          },
        }),
      ],
    },
    wallNow,
  );
}
