import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, paragraph, type MailDraft } from './blocks.ts';
import { closing, requesterAction, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'confirm_request' }>;

/**
 * Asks whether the request comes from this mailbox. It may reach somebody who asked nothing, so it holds no character
 * that the requester typed.
 */
export function confirmRequest(model: Model, context: MailContext): MailDraft {
  const { confirm, subjects } = context.texts.requesterMails;
  const date = formatDate(model.promisedDate, context.language);
  return {
    subject: subjects.confirm_request(model.caseNumber),
    preview: confirm.lead,
    blocks: [
      paragraph(context.texts.requesterMails.neutralGreeting),
      paragraph(confirm.lead),
      paragraph(confirm.press),
      ...requesterAction(confirm.button, model.confirmUrl, context.texts),
      paragraph(confirm.lives(date)),
      heading(confirm.whenHeading),
      paragraph(confirm.when(date)),
      heading(confirm.nothingHeading),
      paragraph(confirm.nothing),
      heading(confirm.notYouHeading),
      paragraph(confirm.notYou),
      ...closing(model.caseNumber, context),
    ],
  };
}
