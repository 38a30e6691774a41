import { type RequestType, requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { languageSchema } from '../../domain/languages.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

/** A link of a mail, from its text part: a button (a line with the label, below it the address), or a line of both. */
export interface MailLink {
  readonly label: string;
  readonly url: string;
  /** `confirm`, `confirm-contact`, `newsletter/confirm`, `collect`, `report`, `desk/sign-in` or `desk/act`. */
  readonly page: string;
  /** What the page's form posts as `token`. */
  readonly secret: string;
  /** The case number that stands nearest above the button. */
  readonly caseNumber: string | undefined;
}

const CASE_NUMBER = /\bP-[0-9A-Z]{5}-[0-9A-Z]{5}\b/g;
const LINK =
  /^(?<label>[^\n]+?)(?:\n|: )(?<url>https?:\/\/\S+?\/(?<page>confirm|confirm-contact|newsletter\/confirm|collect|report|desk\/act|desk\/sign-in)\?\S*#(?<secret>\S+))$/;

/** The case numbers in a text, each once. */
export function caseNumbersIn(text: string): readonly string[] {
  return [...new Set(text.match(CASE_NUMBER))];
}

/** The links of a mail's text part, in order. */
export function linksIn(text: string): readonly MailLink[] {
  const links: MailLink[] = [];
  let caseNumber: string | undefined;
  for (const block of text.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const { label, url, page, secret } = LINK.exec(block.trim())?.groups ?? {};
    if (label !== undefined && url !== undefined && page !== undefined && secret !== undefined) {
      links.push({ label, url, page, secret, caseNumber });
    }
    caseNumber = caseNumbersIn(block).at(-1) ?? caseNumber;
  }
  return links;
}

/** The first link of a mail that leads to a page; undefined when there is none. */
export function linkTo(page: string, links: readonly MailLink[]): MailLink | undefined {
  return links.find((link) => link.page === page);
}

/** The address of the page of preferences in a mail to a reader, with its language; undefined when there is none. */
export function preferencesUrlIn(text: string): string | undefined {
  return /https?:\/\/\S+\/unsubscribe\/k\d[\w.-]+\?\S*/.exec(text)?.[0];
}

/** Whether a link of a staff mail is for this action and, where given, about a part of this type. */
export function isLinkFor(link: MailLink, action: StaffAction, requestType?: RequestType): boolean {
  return languageSchema.options.some((language) => {
    const { staffMails, words } = textsOf(language);
    const label = staffMails.actions[action];
    const types = requestType === undefined ? requestTypeSchema.options : [requestType];
    const labels = [
      ...(requestType === undefined ? [label] : []),
      ...types.map((type) => `${label}: ${words.names[type]}`),
      ...(action === 'accept' || action === 'dismiss' ? [staffMails.unconfirmed[action]] : []),
    ];
    return labels.includes(link.label);
  });
}
