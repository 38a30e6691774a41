import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, list, paragraph, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, closing, courtBlocks, personToCall, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'promise_missed' }>;

/** Apologises for a missed promise. It names no cause and no new date: the desk knows neither. */
export function promiseMissed(model: Model, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { promiseMissed: words, subjects } = texts.requesterMails;
  const lead = words.lead(formatDate(model.promisedDate, language));
  return {
    subject: subjects.promise_missed(model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, texts)),
      paragraph(lead),
      paragraph(words.stillOpen),
      heading(words.callHeading),
      paragraph(words.call(organisation.phone, personToCall(context))),
      heading(words.aboutHeading),
      list(model.requestTypes.map((type) => texts.words.understood[type])),
      ...authorityBlocks(context),
      ...courtBlocks(model.requestTypes, context),
      ...closing(model.caseNumber, context),
    ],
  };
}
