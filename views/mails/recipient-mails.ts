import type { MailModel } from '../../domain/outbox/mail-model.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { facts, heading, paragraph, type MailDraft } from './blocks.ts';
import { requesterAction, type MailContext } from './mail-parts.ts';

type Model<Template extends MailModel['template']> = Extract<MailModel, { template: Template }>;

/** An instruction to a processor, or a notice to a controller (GDPR art. 19); who it is about stands behind the link. */
export function recipientNotice(model: Model<'recipient_notice'>, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { notice: words, subjects, ...shared } = texts.recipientMails;
  const date = formatDate(model.answerBy, language);
  const isProcessor = model.role === 'processor';
  const lead = words[model.role][changeOf(model.requestType)];
  return {
    subject: subjects[model.reminder ? 'noticeReminder' : 'notice'](date, model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(shared.greeting(model.recipientName)),
      ...(model.reminder ? [paragraph(shared.reminder)] : []),
      paragraph(lead),
      facts([
        { label: texts.words.labels.caseNumber, value: model.caseNumber },
        { label: shared.labels.controller, value: organisation.legalName },
        { label: shared.labels.answerBy, value: date },
      ]),
      heading(words.whoHeading),
      paragraph(words.who),
      heading(words.askHeading),
      paragraph(isProcessor ? words.askProcessor(date) : words.askController(date)),
      ...requesterAction(words.button, model.reportUrl, texts),
      heading(words.rulesHeading),
      paragraph(isProcessor ? words.rulesProcessor : words.rulesController),
      ...signature(context),
    ],
  };
}

/** Asks a department to look for its part. */
export function searchRequest(model: Model<'search_request'>, context: MailContext): MailDraft {
  const { language, texts } = context;
  const { search: words, subjects, ...shared } = texts.recipientMails;
  const { labels, names } = texts.words;
  const date = formatDate(model.answerBy, language);
  return {
    subject: subjects[model.reminder ? 'searchReminder' : 'search'](date, model.caseNumber),
    preview: words.lead,
    blocks: [
      paragraph(shared.greeting(model.departmentName)),
      ...(model.reminder ? [paragraph(shared.reminder)] : []),
      paragraph(words.lead),
      facts([
        { label: labels.caseNumber, value: model.caseNumber },
        { label: labels.requestTypes, value: texts.words.list(model.requestTypes.map((type) => names[type])) },
        { label: shared.labels.answerBy, value: date },
      ]),
      heading(words.whatHeading),
      paragraph(words.what),
      heading(words.askHeading),
      paragraph(words.ask(date)),
      paragraph(words.care),
      ...requesterAction(words.button, model.reportUrl, texts),
      ...signature(context),
    ],
  };
}

/** Which words tell a recipient what happened to the data of a request of this type. */
export function changeOf(requestType: RequestType): 'rectification' | 'erasure' | 'restriction' | 'other' {
  switch (requestType) {
    case 'rectification':
    case 'erasure':
    case 'restriction':
      return requestType;
    case 'access':
    case 'portability':
    case 'objection':
    case 'marketing_objection':
    case 'consent_withdrawal':
    case 'automated_decision':
    case 'question':
    case 'complaint':
      return 'other';
  }
}

function signature({ organisation, texts }: MailContext) {
  return [
    paragraph(texts.shared.contactLine(organisation.phone, organisation.supportEmail)),
    paragraph(texts.requesterMails.regards),
    paragraph(organisation.brandName),
  ];
}
