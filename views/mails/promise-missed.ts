import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, list, paragraph, type Block, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, closing, courtBlocks, writtenText, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'promise_missed' }>;

/** Apologises for a missed promise. A cause and a new date stand in it only if staff gave them; else somebody calls. */
export function promiseMissed(model: Model, context: MailContext): MailDraft {
  const { language, texts } = context;
  const { promiseMissed: words, subjects } = texts.requesterMails;
  const lead = words.lead(formatDate(model.promisedDate, language));
  return {
    subject: subjects.promise_missed(model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, texts)),
      paragraph(lead),
      paragraph(words.stillOpen),
      heading(words.aboutHeading),
      list(model.requestTypes.map((type) => texts.words.understood[type])),
      ...whatNow(model, context),
      ...authorityBlocks(context),
      ...courtBlocks(model.requestTypes, context),
      ...closing(model.caseNumber, context),
    ],
  };
}

function whatNow({ delay }: Model, { organisation, language, texts }: MailContext): readonly Block[] {
  const words = texts.requesterMails.promiseMissed;
  const { name, phone } = organisation.callBack;
  const calls = [heading(words.callHeading), paragraph(words.call(name, phone))];
  if (delay === null) return calls;
  return [
    heading(words.causeHeading),
    ...writtenText(delay.cause),
    ...(delay.until === null
      ? calls
      : [
          heading(words.newDateHeading),
          paragraph(words.newDate(formatDate(delay.until, language))),
          paragraph(words.questions(name, phone)),
        ]),
  ];
}
