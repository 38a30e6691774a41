import { Temporal } from 'temporal-polyfill';
import type { StaffMember } from '../../../domain/organisation.ts';
import { mailOrderSchema } from '../../../domain/outbox/outbox-row.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { bounce } from '../../../tools/desk-client/mail-events.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { attachFile } from './answer-files.ts';
import { actOnDesk, isDone } from './desk-acts.ts';
import { type AskedCase, answerTo, openedCase, untilPlanned } from './lives.ts';
import { type Mail, mailTo, secretIn, secretsIn } from './mailbox.ts';
import { outboxRows } from './outbox-rows.ts';
import { desk } from './running-desk.ts';
import { anna, fatima, sam, sessionOf } from './staff.ts';
import { storedCase } from './stored.ts';
import { press } from './web.ts';

const NOTICES = textsOf('en').staffNotices.notices;

/** The mail that tells somebody of the staff one thing about a case; waits for it. */
export function noticeTo(member: StaffMember, caseNumber: string, notice: keyof typeof NOTICES): Promise<Mail> {
  const { subject } = textsOf(member.language).staffNotices.notices[notice];
  return mailTo(member.email, [caseNumber, subject]);
}

/** The id of the only proposal that waits in a case. */
export async function proposalIn(caseNumber: string): Promise<string> {
  const { proposals } = await storedCase(caseNumber);
  const [proposal, ...others] = proposals;
  if (proposal === undefined || others.length > 0) throw new Error(`${caseNumber} has ${proposals.length} proposals`);
  return proposal.proposalId;
}

/** A case Anna took and wants to extend by two weeks, for which she needs a second person. */
export async function extensionProposed(): Promise<AskedCase & { readonly until: string }> {
  const opened = await openedCase({ parts: [{ requestType: 'portability' }] });
  const { caseNumber, promisedDate } = opened;
  await untilPlanned(caseNumber);
  await actOnDesk(anna, 'take', caseNumber, null);
  const until = Temporal.PlainDate.from(promisedDate).add({ days: 14 }).toString();
  await actOnDesk(anna, 'extend', caseNumber, null, { ground: 'complexity', facts: 'It lies in nine systems.', until });
  return { ...opened, until };
}

/** Fatima approves; waits until the letter has left. */
export async function extensionApproved(caseNumber: string): Promise<void> {
  const proposalId = await proposalIn(caseNumber);
  await actOnDesk(fatima, 'approve', caseNumber, proposalId, { decision: 'approve' });
  await waitFor(`the letter about ${caseNumber}`, 60, async () =>
    (await storedCase(caseNumber)).extension?.state === 'in_force' ? true : undefined,
  );
}

/** The letter of an extension comes back. */
export async function extensionLetterBounces(caseNumber: string): Promise<void> {
  const letter = (await outboxRows(caseNumber)).find(
    ({ mail }) => mailOrderSchema.safeParse(mail).data?.template === 'extension_letter',
  );
  await bounce(desk, String(letter?.['outboxId']));
}

/** The secret of the link that approves, from the mail to somebody who is asked. */
async function approvalSecret(member: StaffMember, caseNumber: string): Promise<string> {
  const [secret = ''] = secretsIn(await noticeTo(member, caseNumber, 'approval_wanted'), 'desk/act');
  return secret;
}

/** Somebody approves by the link, as a handler has to whose case it is not. */
export async function approveByMail(member: StaffMember, caseNumber: string): Promise<void> {
  const token = await approvalSecret(member, caseNumber);
  const { text } = await press('/desk/decide', { token, decision: 'approve' }, { session: await sessionOf(member) });
  if (!isDone(text)) throw new Error(`${member.name} could not approve what waits in ${caseNumber}`);
}

/** A case whose answer is a file: attached and proposed by Anna, so that Sam is asked. */
export async function fileProposed(file: Parameters<typeof attachFile>[2]) {
  const opened = await openedCase({ parts: [{ requestType: 'portability' }] });
  const { caseNumber } = opened;
  const fileId = await attachFile(anna, caseNumber, file);
  await actOnDesk(anna, 'answer', caseNumber, '1', await answerTo(caseNumber, '1'));
  return { ...opened, fileId, approvalSecret: await approvalSecret(sam, caseNumber) };
}

/** Sam approves; answers the secret of the link to collect. */
export async function fileApproved({ caseNumber, request }: AskedCase): Promise<string> {
  await approveByMail(sam, caseNumber);
  return secretIn(await mailTo(request.requester.email, [caseNumber, '/collect?']), 'collect');
}
