import type { Language } from '../languages.ts';

/** Pages a link in a mail can lead to. */
export type LinkPage = 'confirm' | 'collect' | 'desk/sign-in' | 'desk/act';

/** A link with its secret in the fragment, where no server, log or referrer sees it (rule R4). */
export function linkTo(publicUrl: string, page: LinkPage, language: Language, secret: string): string {
  return `${publicUrl}/${page}?language=${language}#${secret}`;
}
