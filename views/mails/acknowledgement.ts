import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { facts, heading, list, paragraph, type MailDraft } from './blocks.ts';
import { greeting } from './greeting.ts';
import { authorityBlocks, casePageAction, closing, type MailContext } from './mail-parts.ts';

type Model = Extract<MailModel, { template: 'acknowledgement' }>;

/** Tells what was understood and by when the answer comes. */
export function acknowledgement(model: Model, context: MailContext): MailDraft {
  const { organisation, language, texts } = context;
  const { acknowledgement: words, contact, subjects } = texts.requesterMails;
  const { labels, understood } = texts.words;
  const promised = formatDate(model.promisedDate, language);
  const lead = words.lead(promised);
  return {
    subject: subjects.acknowledgement(model.caseNumber),
    preview: lead,
    blocks: [
      paragraph(
        model.requesterName === null ? texts.requesterMails.neutralGreeting : greeting(model.requesterName, texts),
      ),
      paragraph(lead),
      facts([
        { label: labels.caseNumber, value: model.caseNumber },
        { label: labels.received, value: formatInstant(model.receivedAt, language) },
        { label: labels.promised, value: promised },
      ]),
      paragraph(model.reckoning),
      heading(words.understoodHeading),
      list(model.requestTypes.map((type) => understood[type])),
      heading(words.nextHeading),
      paragraph(words.next),
      paragraph(words.noIdentity(organisation.jurisdiction.personalNumber[language])),
      heading(words.collectHeading),
      paragraph(words.collect[model.codeFrom]),
      heading(words.changeHeading),
      paragraph(words.change(organisation.phone)),
      ...casePageAction(words.button, model.caseUrl, texts),
      paragraph(contact.faq, { url: organisation.faqUrl }),
      paragraph(contact.statement, { url: organisation.statementUrl }),
      ...authorityBlocks(context),
      ...closing(model.caseNumber, context),
    ],
  };
}
