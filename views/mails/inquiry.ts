import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, paragraph, type Block, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { casePageAction, closing, writtenText, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'inquiry' }>;

/** Asks who somebody is, for a reason that is told, or what they mean. The promised date stays. */
export function inquiry(model: Model, context: MailContext): MailDraft {
  const { inquiry: words, subjects } = context.texts.requesterMails;
  const date = formatDate(model.promisedDate, context.language);
  const ask = model.identity === null ? words.clarificationLead : words.identityLead;
  const lead = model.reminder ? words.reminderLead : ask;
  return {
    subject: subjects[model.reminder ? 'inquiry_reminder' : 'inquiry'](model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, context.texts)),
      paragraph(lead),
      ...(model.reminder ? [paragraph(ask)] : []),
      ...(model.identity === null ? [] : identityBlocks(model.identity, context)),
      ...questionBlocks(model, context),
      ...casePageAction(words.button, model.caseUrl, context.texts),
      paragraph(words.lives),
      heading(words.silentHeading),
      paragraph(model.identity === null ? words.silentClarification : words.silentIdentity(date)),
      heading(words.dateHeading),
      paragraph(words.date(date)),
      ...closing(model.caseNumber, context),
    ],
  };
}

function identityBlocks(
  { doubt, level }: NonNullable<Model['identity']>,
  { organisation, language, texts }: MailContext,
): readonly Block[] {
  const { inquiry: words, acknowledgement } = texts.requesterMails;
  return [
    heading(words.whyHeading),
    paragraph(words.doubts[doubt]),
    heading(words.needHeading),
    paragraph(words.proofs[level]),
    paragraph(acknowledgement.noIdentity(organisation.jurisdiction.personalNumber[language])),
  ];
}

function questionBlocks({ question, identity }: Model, { texts }: MailContext): readonly Block[] {
  const words = texts.requesterMails.inquiry;
  if (question === '') return [];
  return [
    heading(words.questionHeading),
    ...writtenText(question),
    ...(identity === null ? [paragraph(words.everything)] : []),
  ];
}
