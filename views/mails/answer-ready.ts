import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { heading, paragraph, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, closing, requesterAction, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'answer_ready' | 'answer_reminder' }>;

/** Says, once or again, where the answer can be collected; the answer itself never travels by mail. */
export function answerReady(model: Model, context: MailContext): MailDraft {
  const { answerReady: words, answerReminder, subjects } = context.texts.requesterMails;
  const lead = model.template === 'answer_reminder' ? answerReminder.lead : words.lead;
  return {
    subject: subjects[model.template](model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, context.texts)),
      paragraph(lead),
      ...requesterAction(words.button, model.collectUrl, context.texts),
      paragraph(words.lives(formatDate(model.collectUntil, context.language))),
      heading(words.codeHeading),
      paragraph(words.code[model.codeFrom]),
      paragraph(words.lost(context.organisation.phone)),
      ...authorityBlocks(context),
      ...closing(model.caseNumber, context),
    ],
  };
}
