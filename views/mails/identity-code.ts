import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { facts, heading, paragraph, type MailDraft } from './blocks.ts';
import { casePageAction, closing, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'identity_code' }>;

/** The code, to an address that was on file. It may reach somebody who asked nothing: no name, no word on the request. */
export function identityCode(model: Model, context: MailContext): MailDraft {
  const { identityCode: words, subjects, neutralGreeting } = context.texts.requesterMails;
  return {
    subject: subjects.identity_code(model.caseNumber),
    preview: words.lead,
    blocks: [
      paragraph(neutralGreeting),
      paragraph(words.lead),
      facts([{ label: words.code, value: { code: model.code } }]),
      ...casePageAction(words.button, model.caseUrl, context.texts),
      heading(words.notYouHeading),
      paragraph(words.notYou(context.organisation.phone)),
      ...closing(model.caseNumber, context),
    ],
  };
}
