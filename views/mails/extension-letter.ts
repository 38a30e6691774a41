import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, list, paragraph, type Block, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, casePageAction, closing, wayToCourt, writtenText, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'extension_letter' }>;

/** Tells in time that, why and until when an answer takes longer (GDPR art. 12(3)). */
export function extensionLetter(model: Model, context: MailContext): MailDraft {
  const { texts, language } = context;
  const { extension: words, subjects } = texts.requesterMails;
  const until = formatDate(model.until, language);
  const lead = model.promiseMissed ? words.lateLead(until) : words.lead(until);
  return {
    subject: subjects.extension_letter(model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, texts)),
      paragraph(lead),
      paragraph(model.reckoning),
      heading(words.aboutHeading),
      typesList(model.extendedTypes, context),
      heading(words.whyHeading),
      paragraph(words.grounds[model.ground]),
      ...writtenText(model.facts),
      heading(words.allowedHeading),
      paragraph(words.allowed),
      heading(words.readyHeading),
      model.readyTypes.length === 0 ? paragraph(words.nothingReady) : typesList(model.readyTypes, context),
      ...otherBlocks(model, context),
      ...casePageAction(words.button, model.caseUrl, texts),
      ...authorityBlocks(context),
      ...wayToCourt(context),
      ...closing(model.caseNumber, context),
    ],
  };
}

/** What could not be extended keeps its promise. */
function otherBlocks({ otherTypes, promisedDate, promiseMissed }: Model, context: MailContext): readonly Block[] {
  const words = context.texts.requesterMails.extension;
  if (otherTypes.length === 0) return [];
  return [
    heading(words.otherHeading),
    paragraph(promiseMissed ? words.otherLate : words.other(formatDate(promisedDate, context.language))),
    typesList(otherTypes, context),
  ];
}

function typesList(types: Model['extendedTypes'], { texts }: MailContext): Block {
  return list(types.map((type) => texts.words.understood[type]));
}
