import { answerFields } from '../../../tools/desk-client/answer-fields.ts';
import { isLinkFor, linksIn } from '../../../tools/desk-client/mail-links.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import type { SubmitRequest } from '../../../contracts/http/submit-request.ts';
import type { StaffMember } from '../../../domain/organisation.ts';
import { type Mail, mailsTo, mailTo, secretIn } from './mailbox.ts';
import { aRequest, type Pace, type Receipt, submitAtPace, unique } from './requests.ts';
import { anna, sessionOf } from './staff.ts';
import { storedCase } from './stored.ts';
import { press } from './web.ts';

/** A case that was asked for, with its requester and what was told to them. */
export interface AskedCase extends Receipt {
  readonly request: SubmitRequest;
  readonly confirmSecret: string;
}

/** Asks, and reads the confirmation mail. */
export async function askedCase(overrides: Partial<SubmitRequest> = {}, pace: Pace = {}): Promise<AskedCase> {
  const request = aRequest(overrides);
  const receipt = await submitAtPace(request, pace);
  const mail = await mailTo(request.requester.email, [receipt.caseNumber]);
  return { ...receipt, request, confirmSecret: secretIn(mail, 'confirm') };
}

/** Asks and confirms. */
export async function openedCase(overrides: Partial<SubmitRequest> = {}, pace: Pace = {}): Promise<AskedCase> {
  const asked = await askedCase(overrides, pace);
  const { status } = await press('/confirm', { token: asked.confirmSecret });
  if (status !== 200) throw new Error(`confirming answered ${status}`);
  return asked;
}

/** The newest mail to a member of staff about one case alone: a digest names cases too, but not in its subject. */
export function newCaseMail(addressee: StaffMember, caseNumber: string): Promise<Mail> {
  return waitFor(`a mail to ${addressee.name} about ${caseNumber}`, 60, async () =>
    (await mailsTo(addressee.email)).findLast(({ subject }) => subject.includes(caseNumber)),
  );
}

/** The secrets in a staff mail: of the link that takes the case, and of those that answer its parts in order. */
export function staffSecrets(mail: Mail): { readonly take: string; readonly answers: readonly string[] } {
  const secretsFor = (action: StaffAction) =>
    linksIn(mail.text).flatMap((link) => (isLinkFor(link, action) ? [link.secret] : []));
  const [take] = secretsFor('take');
  const answers = secretsFor('answer');
  if (take === undefined) throw new Error('the mail has no link to act');
  return { take, answers };
}

/** What the form of an answer to a part holds. */
export async function answerTo(caseNumber: string, partId: string, text = 'This is our answer.') {
  const { parts } = await storedCase(caseNumber);
  const part = parts.find((each) => each.partId === partId);
  if (part === undefined) throw new Error(`the case has no part ${partId}`);
  return answerFields(part.requestType, text);
}

/** Answers every part as Anna, so that the case closes. */
export async function answerAll(caseNumber: string, text = 'This is our answer.'): Promise<void> {
  const { answers } = staffSecrets(await newCaseMail(anna, caseNumber));
  const session = await sessionOf(anna);
  for (const [index, token] of answers.entries()) {
    const fields = await answerTo(caseNumber, String(index + 1), text);
    const { status } = await press('/desk/decide', { token, ...fields }, { session });
    if (status !== 200) throw new Error(`answering ${caseNumber} answered ${status}`);
  }
}

/** Asks, confirms, answers; with the link to collect. */
export async function answeredCase(
  overrides: Partial<SubmitRequest> = {},
  text?: string,
): Promise<AskedCase & { readonly collectSecret: string; readonly answerMail: Mail }> {
  const opened = await openedCase(overrides);
  await answerAll(opened.caseNumber, text);
  const answerMail = await mailTo(opened.request.requester.email, [opened.caseNumber, '/collect?']);
  return { ...opened, answerMail, collectSecret: secretIn(answerMail, 'collect') };
}

/** Waits until the workflow has made its plan: from then on nothing changes an open case but people and rungs. */
export async function untilPlanned(caseNumber: string): Promise<void> {
  await waitFor(`the plan of ${caseNumber}`, 60, async () => {
    const stored = await storedCase(caseNumber);
    return stored.status === 'open' && stored.wakesAt === null ? undefined : true;
  });
}

/** What the requester of `caseForStaff` wrote. */
export const TEXT = 'What the requester wrote to the desk.';

/** An open case with something to read, and Anna's links to it. */
export async function caseForStaff() {
  const name = unique('Robin ');
  const opened = await openedCase({
    requester: { name, email: `${unique('r.')}@example.com` },
    parts: [{ requestType: 'question', text: TEXT }],
  });
  const secrets = staffSecrets(await newCaseMail(anna, opened.caseNumber));
  await untilPlanned(opened.caseNumber);
  return { ...opened, name, take: secrets.take, answer: secrets.answers[0] ?? '' };
}
