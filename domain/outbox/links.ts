import type { Language } from '../languages.ts';

/** Pages a link in a mail can lead to. */
export type LinkPage =
  | 'confirm'
  | 'newsletter/confirm'
  | 'collect'
  | 'desk/sign-in'
  | 'desk/act'
  | 'confirm-contact'
  | 'report';

/** A link with its secret in the fragment, where no server, log or referrer sees it (rule R4). */
export function linkTo(publicUrl: string, page: LinkPage, language: Language, secret: string): string {
  return `${publicUrl}/${page}?language=${language}#${secret}`;
}

/** Pages that need no secret in their link: what they show is asked for there. */
export type OpenPage = 'case' | 'newsletter' | `desk/cases/${string}`;

/** A link to a page that asks for what it needs. A case number is no personal data. */
export function linkToPage(publicUrl: string, page: OpenPage, language: Language): string {
  return `${publicUrl}/${page}?language=${language}`;
}

/** The address of RFC 8058: what a mail provider posts to, and what shows a person the page where everything stops. */
export function unsubscribeUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/unsubscribe/${token}`;
}

/** The address in a mail that stops a subscription, for readers that only know how to write mail (RFC 2369). */
export function unsubscribeMailto(inboundMailDomain: string, token: string): string {
  return `mailto:unsubscribe@${inboundMailDomain}?subject=${token}`;
}
