import { allMails, type Mail } from './mailbox.ts';
import { desk } from './running-desk.ts';

/**
 * Every address of the desk in a mail, from its text and its HTML, each once. One that is there with a code and, for
 * whoever types that, without it counts once.
 */
export function deskLinksIn({ text, html }: Pick<Mail, 'text' | 'html'>): readonly string[] {
  const addresses = `${text}\n${html.replaceAll('&amp;', '&')}`.match(/https?:\/\/[^\s"'<>]+/g) ?? [];
  const ours = [...new Set(addresses)].filter((address) => address.startsWith(`${desk.url}/`));
  return ours.filter((address) => !ours.some((other) => other.startsWith(`${address}#`)));
}

/** The path of a link without what is different in each mail, and with `#` where it carries a secret. */
export function kindOfLink(link: string): string {
  const { pathname, hash } = new URL(link);
  const path = pathname
    .slice(new URL(desk.url).pathname.replace(/\/$/, '').length)
    .replace(/\/unsubscribe\/[^/]+/, '/unsubscribe/{token}')
    .replace(/P-[0-9A-Z]{5}-[0-9A-Z]{5}/, '{caseNumber}');
  return hash === '' ? path : `${path}#`;
}

/** The kinds of links that all mails in the mailbox hold. */
export async function kindsInMailbox(): Promise<ReadonlySet<string>> {
  return new Set((await allMails()).flatMap((mail) => deskLinksIn(mail).map(kindOfLink)));
}
