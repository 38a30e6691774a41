import { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import { nameableRecipients, type Recipient } from '../../domain/organisation/recipients.ts';
import { list, paragraph, type Block } from '../mails/blocks.ts';
import { namesOf, section, type DraftContext } from './draft-context.ts';

/** What an access answer says besides the copy (GDPR art. 15(1)-(2)), filled from the profile. */
export function accessBody(context: DraftContext): readonly Block[] {
  const { organisation, language, texts } = context;
  const words = texts.drafts.access;
  return [
    paragraph(words.lead),
    ...section(words.copyHeading, words.copy, list(namesOf(organisation.dataCategories, language)), words.remove),
    ...section(
      words.purposesHeading,
      list(
        organisation.processing.map(({ purpose, basis, retention }) =>
          words.purpose(purpose[language], texts.drafts.bases[basis], retention[language]),
        ),
      ),
      words.remove,
    ),
    ...recipientSections(context),
    ...section(words.sourceHeading, ...sources(context)),
    ...section(words.decisionsHeading, words.decisions),
    ...section(words.othersHeading, words.others),
    ...section(words.rightsHeading, organisation.rightsText[language]),
  ];
}

function recipientSections(context: DraftContext): readonly Block[] {
  const { organisation, facts, language, texts } = context;
  const words = texts.drafts.access;
  const recipients = nameableRecipients(organisation, facts.today);
  const abroad = recipients.flatMap(({ name, country, transferSafeguard }) =>
    transferSafeguard === undefined
      ? []
      : [texts.drafts.item(`${name}, ${countryName(country, language)}`, transferSafeguard[language])],
  );
  return [
    ...(recipients.length === 0
      ? section(words.recipientsHeading, words.recipientsGap)
      : section(
          words.recipientsHeading,
          list(recipients.map((recipient) => recipientLine(recipient, context))),
          words.removeRecipients,
        )),
    ...(abroad.length === 0
      ? section(words.transfersHeading, words.noTransfers)
      : section(words.transfersHeading, words.transfers, list(abroad))),
  ];
}

function recipientLine(recipient: Recipient, { language, texts, facts }: DraftContext): string {
  const words = texts.drafts.access;
  const { name, category, country, purpose, activeTo } = recipient;
  const kind = texts.answerKit.recipientCategories[category];
  const line = words.recipient(name, kind, countryName(country, language), purpose[language]);
  const ended = activeTo !== undefined && Temporal.PlainDate.compare(activeTo, facts.today) < 0;
  return ended ? words.former(line, formatDate(Temporal.PlainDate.from(activeTo), language)) : line;
}

function group(title: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(title), list(items)];
}

function sources({ organisation, language, texts }: DraftContext): readonly Block[] {
  const words = texts.drafts.access;
  const { dataCategories } = organisation;
  const ofOrigin = (origin: string) => dataCategories.filter((category) => category.origin === origin);
  return [
    ...group(words.provided, namesOf(ofOrigin('provided'), language)),
    ...group(words.observed, namesOf(ofOrigin('observed'), language)),
    ...group(
      words.obtained,
      dataCategories.flatMap(({ name, obtainedFrom }) =>
        obtainedFrom === undefined ? [] : [words.from(name[language], obtainedFrom[language])],
      ),
    ),
  ];
}

function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
