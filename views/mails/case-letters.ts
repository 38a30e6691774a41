import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { heading, list, paragraph, type Block, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, casePageAction, closing, wayToCourt, writtenText, type MailContext } from './mail-parts.ts';

type Model<Template extends MailModel['template']> = Extract<MailModel, { template: Template }>;

/** What a member of staff wrote. */
export function message(model: Model<'message'>, context: MailContext): MailDraft {
  const words = context.texts.requesterMails.message;
  return letter(model, words.lead, context, [
    ...writtenText(model.text),
    heading(words.replyHeading),
    paragraph(words.reply),
    ...casePageAction(words.button, model.caseUrl, context.texts),
  ]);
}

/** A right that was asked is treated as something that is none: why, and what can be done about it. */
export function retypedLetter(model: Model<'retyped'>, context: MailContext): MailDraft {
  const { retyped: words, disagreeHeading, disagree } = context.texts.requesterMails;
  return letter(model, words.lead, context, [
    heading(words.asHeading),
    paragraph(context.texts.words.understood[model.to]),
    heading(words.whyHeading),
    ...writtenText(model.reason),
    heading(words.dateHeading),
    paragraph(words.date(formatDate(model.promisedDate, context.language))),
    heading(disagreeHeading),
    paragraph(disagree),
    ...casePageAction(words.button, model.caseUrl, context.texts),
    ...authorityBlocks(context),
    ...wayToCourt(context),
  ]);
}

/** Before a restriction ends (GDPR art. 18(3)). */
export function restrictionLifting(model: Model<'restriction_lifting'>, context: MailContext): MailDraft {
  const { restrictionLifting: words, disagreeHeading, disagree } = context.texts.requesterMails;
  return letter(model, words.lead, context, [
    heading(words.whatHeading),
    paragraph(words.what),
    heading(words.aboutHeading),
    paragraph(context.texts.words.understood[model.requestType]),
    heading(disagreeHeading),
    paragraph(disagree),
    ...casePageAction(words.button, model.caseUrl, context.texts),
    ...authorityBlocks(context),
  ]);
}

/** The requester withdrew the request, or parts of it. */
export function withdrawalConfirmed(model: Model<'withdrawal_confirmed'>, context: MailContext): MailDraft {
  const words = context.texts.requesterMails.withdrawal;
  return letter(model, words.lead, context, [
    heading(words.whatHeading),
    understoodList(model.withdrawnTypes, context),
    ...(model.openTypes.length === 0 ? [] : [heading(words.openHeading), understoodList(model.openTypes, context)]),
    heading(words.againHeading),
    paragraph(words.again),
    heading(words.notYouHeading),
    paragraph(words.notYou(context.organisation.phone)),
  ]);
}

/** The desk looks again at something it had answered. */
export function caseReopened(model: Model<'case_reopened'>, context: MailContext): MailDraft {
  const words = context.texts.requesterMails.reopened;
  return letter(model, words.lead, context, [
    heading(words.aboutHeading),
    understoodList(model.requestTypes, context),
    heading(words.whenHeading),
    paragraph(words.when),
    ...casePageAction(words.button, model.caseUrl, context.texts),
    ...authorityBlocks(context),
  ]);
}

type LetterModel = Model<'message' | 'retyped' | 'restriction_lifting' | 'withdrawal_confirmed' | 'case_reopened'>;

function letter(model: LetterModel, lead: string, context: MailContext, body: readonly Block[]): MailDraft {
  const { subjects } = context.texts.requesterMails;
  return {
    subject: subjects[model.template](model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(greeting(model.requesterName, context.texts)),
      paragraph(lead),
      ...body,
      ...closing(model.caseNumber, context),
    ],
  };
}

function understoodList(types: readonly RequestType[], { texts }: MailContext): Block {
  return list(types.map((type) => texts.words.understood[type]));
}
