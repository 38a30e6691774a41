import { IMPORTED_VERSION } from '../../domain/consents/receipt-status.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import type { ConsentedTopic, MailModel } from '../../domain/outbox/mail-model.ts';
import { action, facts, heading, list, paragraph, type Block, type MailDraft } from './blocks.ts';
import { requesterAction, type MailContext } from './mail-parts.ts';

type Model<Template extends MailModel['template']> = Extract<MailModel, { template: Template }>;

/**
 * Asks whether somebody wants to be mailed. It may reach who asked nothing: nothing that anybody typed is in it, and
 * nothing that would be advertising.
 */
export function confirmConsent(model: Model<'confirm_consent'>, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { confirm: words, subjects } = texts.consentMails;
  return {
    subject: subjects.confirm_consent,
    preview: words.lead,
    blocks: [
      paragraph(texts.requesterMails.neutralGreeting),
      paragraph(words.lead),
      paragraph(words.asked(formatInstant(model.requestedAt, language))),
      heading(words.whatHeading),
      facts(model.topics.map(({ name, description }) => ({ label: name, value: description }))),
      paragraph(words.from(organisation.brandName), words.stop),
      heading(words.confirmHeading),
      paragraph(words.press),
      ...requesterAction(words.button, model.confirmUrl, texts),
      paragraph(words.lives(formatInstant(model.confirmUntil, language))),
      heading(words.notYouHeading),
      paragraph(words.notYou),
      paragraph(texts.requesterMails.contact.statement, { url: organisation.statementUrl }),
      ...signature(context),
    ],
  };
}

/** The proof a person keeps: what was agreed to, literally, since when, for whom, and how to stop. */
export function consentReceiptMail(model: Model<'consent_receipt'>, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { receipt: words, subjects } = texts.consentMails;
  const recipients = organisation.consents.recipients.map((recipient) => recipient[language]);
  return {
    subject: subjects.consent_receipt,
    preview: words.lead,
    blocks: [
      paragraph(texts.requesterMails.neutralGreeting),
      paragraph(words.lead),
      heading(words.agreedHeading),
      ...model.topics.map((topic) => agreedTo(topic, context)),
      heading(words.usedHeading),
      paragraph(words.used(organisation.legalName)),
      ...(recipients.length === 0 ? [] : [paragraph(words.recipients), list(recipients)]),
      heading(words.stopHeading),
      paragraph(words.stop),
      action(words.button, model.preferencesUrl),
      paragraph(words.again),
      paragraph(words.reply),
      heading(words.noticeHeading),
      paragraph(words.notice, { url: model.noticeUrl }),
      ...signature(context),
    ],
  };
}

/** That it has stopped. Asks for no reason and calls nobody back. */
export function consentWithdrawn(model: Model<'consent_withdrawn'>, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { withdrawn: words, subjects } = texts.consentMails;
  const { marketingStopped, contact, neutralGreeting } = texts.requesterMails;
  const date = formatDate(model.stoppedOn, language);
  const isAll = model.topics.length === 0;
  const lead = isAll ? words.everything(date) : words.topics(date);
  return {
    subject: subjects.consent_withdrawn,
    preview: lead,
    blocks: [
      paragraph(neutralGreeting),
      paragraph(lead),
      ...(isAll ? [] : [list(model.topics)]),
      paragraph(marketingStopped.service),
      paragraph(words.return, { url: model.signUpUrl }),
      paragraph(marketingStopped.notYouHeading, marketingStopped.notYou(organisation.phone)),
      paragraph(contact.statement, { url: organisation.statementUrl }),
      ...signature(context),
    ],
  };
}

/** To customer service, with the mail attached as it came in. */
export function toCustomerService(model: Model<'to_customer_service'>, context: MailContext): MailDraft {
  const { language, texts } = context;
  const { customerService: words, subjects } = texts.consentMails;
  return {
    subject: subjects.to_customer_service(model.caseNumber),
    preview: words.lead,
    blocks: [
      paragraph(texts.requesterMails.neutralGreeting),
      paragraph(words.lead),
      paragraph(words.judged),
      facts([
        { label: texts.words.labels.caseNumber, value: model.caseNumber },
        { label: texts.words.labels.received, value: formatInstant(model.receivedAt, language) },
      ]),
      heading(words.nextHeading),
      paragraph(words.next),
      paragraph(words.care),
      heading(words.privacyHeading),
      paragraph(words.privacy),
      ...signature(context),
    ],
  };
}

function agreedTo({ name, text, version, givenAt }: ConsentedTopic, { language, texts }: MailContext): Block {
  const { labels, receipt } = texts.consentMails;
  return facts([
    { label: labels.topic, value: name },
    { label: labels.agreed, value: text },
    { label: labels.version, value: version === IMPORTED_VERSION ? receipt.importedVersion : version },
    { label: labels.since, value: formatInstant(givenAt, language) },
  ]);
}

/** Without a case number: there is no case. */
function signature({ organisation, texts }: MailContext): readonly Block[] {
  return [paragraph(texts.requesterMails.regards), paragraph(organisation.brandName)];
}
