import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, paragraph, type Block, type MailDraft } from './blocks.ts';
import { closing, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'marketing_stopped' }>;

/** Says that advertising has stopped. Sent without confirmation, so nothing the requester typed is in it. */
export function marketingStopped(model: Model, context: MailContext): MailDraft {
  const { marketingStopped: words, subjects, neutralGreeting, contact } = context.texts.requesterMails;
  const { phone, statementUrl } = context.organisation;
  const lead = words.lead(formatDate(model.stoppedOn, context.language));
  const more: readonly Block[] = model.moreToCome ? [heading(words.moreHeading), paragraph(words.more)] : [];
  return {
    subject: subjects[model.moreToCome ? 'marketing_stopped_in_part' : 'marketing_stopped'](model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(neutralGreeting),
      paragraph(lead),
      heading(words.serviceHeading),
      paragraph(words.service),
      ...more,
      heading(words.returnHeading),
      paragraph(words.return),
      heading(words.notYouHeading),
      paragraph(words.notYou(phone)),
      paragraph(contact.statement, { url: statementUrl }),
      ...closing(model.caseNumber, context),
    ],
  };
}
