import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { senderWords } from '../sender-words.ts';
import { action, type Block, heading, paragraph, type MailDraft } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';
import { aboutLinks, caseFacts, countdown, urgencyMark } from './staff-parts.ts';

type Model = Extract<MailModel, { template: 'staff_unconfirmed' }>;

/** One mail about all requests that nobody confirmed, most urgent first. Throws RangeError when there is none. */
export function staffUnconfirmed(model: Model, context: MailContext): MailDraft {
  const { staffMails } = context.texts;
  const { unconfirmed, unconfirmedCount } = staffMails;
  const cases = model.cases.toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft);
  const [first] = cases;
  if (first === undefined) throw new RangeError('a digest has cases');
  const mark = urgencyMark(countdown(first.workingDaysLeft), first.workingDaysLeft, context);
  const lead = unconfirmed.lead(cases.length);
  return {
    subject: `${mark} ${unconfirmedCount(cases.length)}`,
    preview: lead,
    blocks: [
      paragraph(staffMails.greeting(model.staffName)),
      paragraph(lead),
      paragraph(unconfirmed.why),
      paragraph(unconfirmed.warning),
      ...cases.flatMap((subject) => caseBlocks(subject, context)),
      ...aboutLinks(first.acceptUrl, context),
    ],
  };
}

function caseBlocks(subject: Model['cases'][number], context: MailContext): readonly Block[] {
  const { staffMails, deskMail } = context.texts;
  const { accept, dismiss } = staffMails.unconfirmed;
  const came = subject.mail === null ? [] : [paragraph(deskMail.digest(senderWords(subject.mail, context.texts)))];
  return [
    heading(subject.caseNumber),
    caseFacts(subject, context),
    ...came,
    action(accept, subject.acceptUrl),
    action(dismiss, subject.dismissUrl),
  ];
}
