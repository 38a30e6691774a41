import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { languageSchema } from '../../domain/languages.ts';
import { textsOf } from '../../views/texts/texts-of.ts';

/** A button of a mail, from its text part: a line with the label, below it the address. */
export interface MailLink {
  readonly label: string;
  readonly url: string;
  /** `confirm`, `collect`, `desk/sign-in` or `desk/act`. */
  readonly page: string;
  /** What the page's form posts as `token`. */
  readonly secret: string;
  /** The case number that stands nearest above the button. */
  readonly caseNumber: string | undefined;
}

/** What a staff link can be for. */
export type StaffLinkAction = 'take' | 'accept' | 'dismiss' | 'answer';

const CASE_NUMBER = /\bP-[0-9A-Z]{5}-[0-9A-Z]{5}\b/g;
const BUTTON =
  /^(?<label>[^\n]+)\n(?<url>https?:\/\/\S+\/(?<page>confirm|collect|desk\/act|desk\/sign-in)\?\S*#(?<secret>\S+))$/;

/** The case numbers in a text, each once. */
export function caseNumbersIn(text: string): readonly string[] {
  return [...new Set(text.match(CASE_NUMBER))];
}

/** The buttons of a mail's text part, in order. */
export function linksIn(text: string): readonly MailLink[] {
  const links: MailLink[] = [];
  let caseNumber: string | undefined;
  for (const block of text.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    const { label, url, page, secret } = BUTTON.exec(block.trim())?.groups ?? {};
    if (label !== undefined && url !== undefined && page !== undefined && secret !== undefined) {
      links.push({ label, url, page, secret, caseNumber });
    }
    caseNumber = caseNumbersIn(block).at(-1) ?? caseNumber;
  }
  return links;
}

/** Whether a link of a staff mail is for this action, and for an answer for this part. */
export function isLinkFor(link: MailLink, action: StaffLinkAction, partId?: string): boolean {
  return languageSchema.options.some((language) => {
    const { staffMails, words } = textsOf(language);
    switch (action) {
      case 'take':
        return link.label === staffMails.take;
      case 'accept':
      case 'dismiss':
        return link.label === staffMails.unconfirmed[action];
      case 'answer':
        return requestTypeSchema.options.some(
          (type) => link.label === staffMails.answer(words.part(partId ?? '1'), words.names[type]),
        );
    }
  });
}
