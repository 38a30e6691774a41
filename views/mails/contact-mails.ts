import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, paragraph, type MailDraft } from './blocks.ts';
import { closing, requesterAction, type MailContext } from './mail-parts.ts';

type Model<Template extends MailModel['template']> = Extract<MailModel, { template: Template }>;

/** Asks whether a new address is right. It may reach somebody who asked nothing: nothing anybody typed is in it. */
export function confirmContact(model: Model<'confirm_contact'>, context: MailContext): MailDraft {
  const { confirmContact: words, subjects, neutralGreeting } = context.texts.requesterMails;
  return {
    subject: subjects.confirm_contact(model.caseNumber),
    preview: words.lead,
    blocks: [
      paragraph(neutralGreeting),
      paragraph(words.lead),
      paragraph(words.press),
      ...requesterAction(words.button, model.confirmUrl, context.texts),
      paragraph(words.lives(formatDate(model.confirmUntil, context.language))),
      paragraph(words.nothing),
      heading(words.notYouHeading),
      paragraph(words.notYou),
      ...closing(model.caseNumber, context),
    ],
  };
}

/** To the old address: that it changed and when, never into what. */
export function contactChanged(model: Model<'contact_changed'>, context: MailContext): MailDraft {
  const { contactChanged: words, subjects, neutralGreeting } = context.texts.requesterMails;
  const lead = words.lead(formatDate(model.changedOn, context.language));
  return {
    subject: subjects.contact_changed(model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(neutralGreeting),
      paragraph(lead),
      paragraph(words.what),
      heading(words.notYouHeading),
      paragraph(words.notYou(context.organisation.phone)),
      ...closing(model.caseNumber, context),
    ],
  };
}
