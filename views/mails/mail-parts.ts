import { REQUEST_TYPE_RULES, type RequestType } from '../../domain/cases/request-types.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import type { Language } from '../../domain/languages.ts';
import type { Texts } from '../texts/nl.ts';
import { action, facts, heading, paragraph, splitLink, type Block } from './blocks.ts';

/** What every template gets besides its model. */
export interface MailContext {
  readonly organisation: OrganisationProfile;
  readonly language: Language;
  readonly texts: Texts;
}

/** A button for a requester, with the way in for whom it does not work. */
export function requesterAction(label: string, url: string, texts: Texts): readonly Block[] {
  const { page, code } = splitLink(url);
  const { before, between } = texts.requesterMails.fallback;
  return [action(label, url), paragraph(before, { url: page }, between, { code })];
}

/** A button to the page of the case, which asks for case number and collection code. */
export function casePageAction(label: string, caseUrl: string, texts: Texts): readonly Block[] {
  return [action(label, caseUrl), paragraph(texts.requesterMails.casePage)];
}

/** What people wrote, a paragraph for each of theirs. */
export function writtenText(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(part));
}

/** Closing lines of a mail to a requester; the case number there makes a duplicate recognisable. */
export function closing(caseNumber: string, { organisation, texts }: MailContext): readonly Block[] {
  return [
    paragraph(texts.requesterMails.yourCaseNumber(caseNumber)),
    paragraph(texts.requesterMails.regards),
    paragraph(organisation.brandName),
  ];
}

/** Where to complain about the organisation. */
export function authorityBlocks({ organisation, texts }: MailContext): readonly Block[] {
  const { name, website, postalAddress, phone } = organisation.supervisoryAuthority;
  const { labels } = texts.words;
  return [
    heading(texts.requesterMails.authorityHeading),
    paragraph(texts.shared.authoritySentence(name)),
    facts([
      { label: labels.website, value: { url: website } },
      { label: labels.address, value: postalAddress },
      { label: texts.layout.phone, value: phone },
    ]),
  ];
}

/** The way to court, where a right under the GDPR is at stake: questions and complaints alone have none. */
export function courtBlocks(requestTypes: readonly RequestType[], context: MailContext): readonly Block[] {
  return requestTypes.some((type) => REQUEST_TYPE_RULES[type].hasStatutoryLimit) ? wayToCourt(context) : [];
}

/** The way to court, where what was asked is not done. */
export function wayToCourt({ organisation, language, texts }: MailContext): readonly Block[] {
  return [heading(texts.requesterMails.promiseMissed.courtHeading), paragraph(organisation.courtSentence[language])];
}

/** Who writes, as every mail must say. */
export function footerBlocks({ organisation, language, texts }: MailContext): readonly Block[] {
  return [
    paragraph(organisation.legalName),
    paragraph(organisation.postalAddress),
    facts([
      { label: organisation.jurisdiction.registrationLabel[language], value: organisation.registrationNumber },
      { label: texts.layout.phone, value: organisation.phone },
      { label: texts.words.labels.email, value: organisation.supportEmail },
    ]),
  ];
}
