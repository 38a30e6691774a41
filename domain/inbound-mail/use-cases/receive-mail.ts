import { withdrawConsent, type WithdrawDependencies } from '../../consents/use-cases/withdraw-consent.ts';
import { topicsOf } from '../../consents/wording.ts';
import type { Case } from '../../cases/case.ts';
import { THE_REQUESTER } from '../../cases/actor.ts';
import { REQUEST_TYPE_RULES } from '../../cases/request-types.ts';
import { isContact } from '../../cases/contact-hash.ts';
import { EVERY_TOPIC } from '../../consents/suppression.ts';
import type { Subscription } from '../../consents/unsubscribe-token.ts';
import type { WithdrawalAct } from '../../consents/withdrawal.ts';
import { type Recognition, recogniseRights } from '../../recognition/recognise-rights.ts';
import type { ReadMail } from '../read-mail.ts';
import type { MailOutcome, ReceivedMail } from '../received-mail.ts';
import { isOwnAddress } from '../own-address.ts';
import { caseInSubject, caseOfReplyAddress } from '../reply-address.ts';
import { isUnsubscribeMail, stoppedTopics, subscriptionIn } from '../stops-mailings.ts';
import { joinCase, type JoinDependencies } from './join-case.ts';
import { proposeRequest, type ProposeDependencies } from './propose-request.ts';

export interface ReceiveDependencies
  extends WithdrawDependencies, Omit<JoinDependencies, 'consents'>, Omit<ProposeDependencies, 'consents'> {}

/**
 * Takes in one mail. A withdrawal is carried out at once for whoever wrote it, whatever the provider says of the
 * sender: it needs no identity (GDPR art. 7(3)). A reply joins its case. All else that a person may have to read waits
 * for staff as a proposal, with the arrival as its receipt. May be called again for the same mail: each of its steps is
 * done once. Throws what the stores throw; then the same call has to be made again.
 */
export async function receiveMail(dependencies: ReceiveDependencies, mail: ReceivedMail): Promise<MailOutcome> {
  const { read } = mail;
  if (read === undefined) return proposeRequest(dependencies, mail, undefined, NOTHING, false);
  if (isBounce(mail, read) || isOurOwn(dependencies, read)) return { outcome: 'ignored' };

  const letter = recogniseRights(read, topicsOf(dependencies.organisation));
  if (isUnsubscribeMail(mail, dependencies.inboundMailDomain)) {
    const stopped = await stopBySubject(dependencies, mail, read);
    const rest = withoutStopping(letter);
    return read.kind !== 'personal' || rest.parts.length === 0
      ? stopped
      : proposeRequest(dependencies, mail, read, rest, true);
  }
  const stops = letter.stopsMailings && isWrittenByItsAuthor(dependencies, read);
  const recognition = stops ? withoutStopping(letter) : letter;
  const subject = await caseOf(dependencies, mail, read);
  if (stops && read.from !== null) {
    const act = {
      ...byMail(mail, stoppedTopics(letter)),
      reason: isObjection(letter) ? ('objected' as const) : ('withdrawn' as const),
    };
    const language = read.language ?? dependencies.organisation.defaultLanguage;
    await withdrawConsent(dependencies, { email: read.from.address, language }, act);
    const isDone = recognition.parts.length === 0 && letter.nothingElse && read.attachments.length === 0;
    if (isDone && subject === undefined) return { outcome: 'withdrawn' };
  }
  if (subject !== undefined) {
    // The word of an absent colleague, or of a machine that has our mail, is nothing to read.
    if (read.kind === 'auto_replied') return { outcome: 'ignored' };
    if (await joinCase(dependencies, subject, mail, read)) {
      const fresh = newRights(recognition, subject);
      if (fresh.length > 0) await proposeRequest(dependencies, mail, read, { ...recognition, parts: fresh }, stops);
      return { outcome: 'joined', caseNumber: subject.caseNumber };
    }
  }
  const asksNothing = recognition.parts.length === 0;
  if (asksNothing && (read.kind !== 'personal' || mail.spam)) return { outcome: 'ignored' };
  return proposeRequest(dependencies, mail, read, recognition, stops);
}

/**
 * What was stopped is not proposed again. An objection to advertising as such is: it holds for every channel (GDPR art.
 * 21(3)), and phone and post are staff's to stop.
 */
function withoutStopping(letter: Recognition): Recognition {
  const isStopped = ({ requestType }: Recognition['parts'][number]) =>
    requestType === 'consent_withdrawal' || (requestType === 'marketing_objection' && !isObjection(letter));
  return { ...letter, parts: letter.parts.filter((part) => !isStopped(part)) };
}

/** Whoever speaks of a newsletter wants that stopped; whoever speaks of advertising only, all of it. */
function isObjection({ parts }: Recognition): boolean {
  const types = new Set(parts.map(({ requestType }) => requestType));
  return types.has('marketing_objection') && !types.has('consent_withdrawal');
}

/**
 * What a reply asks beyond its case has a receipt of its own, and so a clock: every right the case does not have, and
 * any right once it is closed. Questions and complaints about the case are answered there.
 */
function newRights({ parts }: Recognition, subject: Case): Recognition['parts'] {
  const isOpen = subject.status !== 'closed';
  return parts.filter(
    ({ requestType }) =>
      REQUEST_TYPE_RULES[requestType].isRight &&
      !(isOpen && subject.parts.some((part) => part.requestType === requestType)),
  );
}

const NOTHING: Recognition = { parts: [], stopsMailings: false, nothingElse: false, topics: [] };

/**
 * Mail to the address of the header: what its subject names stops, for the subscription named there and for whoever
 * wrote, who may read it under another address; without a name everything does for whoever wrote.
 */
async function stopBySubject(
  dependencies: ReceiveDependencies,
  mail: ReceivedMail,
  read: ReadMail,
): Promise<MailOutcome> {
  const { keys } = dependencies;
  const named = subscriptionIn(keys, read.subject);
  if (named !== undefined) {
    await withdrawConsent(dependencies, { contact: named.contact }, byMail(mail, topicsIn(named)));
  }
  const isSomebodyElses =
    named === undefined || (read.from !== null && !isContact(keys, named.contact, read.from.address));
  if (read.from !== null && isSomebodyElses && isWrittenByItsAuthor(dependencies, read)) {
    const { from, language: written } = read;
    const language = written ?? dependencies.organisation.defaultLanguage;
    const topics = named === undefined ? 'all' : topicsIn(named);
    await withdrawConsent(dependencies, { email: from.address, language }, byMail(mail, topics));
    return { outcome: 'withdrawn' };
  }
  return { outcome: named === undefined ? 'ignored' : 'withdrawn' };
}

/** A receipt of several topics has one address for all of them. */
function topicsIn({ topic }: Subscription): WithdrawalAct['topics'] {
  return topic === EVERY_TOPIC ? 'all' : [topic];
}

/** Said when the mail arrived: delivered to the desk again, it undoes nothing that its author agreed to since. */
function byMail({ arrivedAt, spam, virus }: ReceivedMail, topics: WithdrawalAct['topics']): WithdrawalAct {
  return {
    topics,
    reason: 'withdrawn',
    through: 'mail',
    by: THE_REQUESTER,
    caseNumber: null,
    saidAt: arrivedAt,
    isDoubtful: spam || virus,
  };
}

/**
 * A machine that forwards what its owner pressed counts as its owner; one that answers by itself does not, nor a
 * colleague who sends on what somebody else wrote.
 */
function isWrittenByItsAuthor(dependencies: ReceiveDependencies, { kind, from }: ReadMail): boolean {
  const isSentByHand = kind === 'personal' || kind === 'auto_generated';
  return isSentByHand && from !== null && !isOwnAddress(dependencies, from.address);
}

/** Somebody who writes that a delivery failed is no bounce: those have no sender on their envelope (RFC 5321 section 4.5.5). */
function isBounce({ envelopeFrom }: ReceivedMail, { kind }: ReadMail): boolean {
  return kind === 'bounce' && envelopeFrom === '';
}

/** A mail of the desk that came back to it, which says that a machine sent it: the first step of a loop. */
function isOurOwn(dependencies: ReceiveDependencies, { from, kind }: ReadMail): boolean {
  return kind !== 'personal' && from !== null && isOwnAddress(dependencies, from.address);
}

/** The case a mail answers: by the address it was sent to, or by the number in its subject when its requester wrote it. */
async function caseOf(
  { cases, keys, inboundMailDomain }: ReceiveDependencies,
  { recipients }: ReceivedMail,
  { subject, from }: ReadMail,
): Promise<Case | undefined> {
  for (const address of recipients) {
    const caseNumber = caseOfReplyAddress(keys, address, inboundMailDomain);
    const found = caseNumber === undefined ? undefined : await cases.find(caseNumber);
    if (found !== undefined) return found;
  }
  const named = caseInSubject(subject);
  if (named === undefined || from === null) return undefined;
  const found = await cases.find(named);
  return found !== undefined && isContact(keys, found.contactHash, from.address) ? found : undefined;
}
