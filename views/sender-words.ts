import type { Inbound } from '../domain/cases/inbound.ts';
import type { Texts } from './texts/nl.ts';

/** What kind of sender a mail has, and whether it could be read, to stand in a list. */
export function senderWords({ sender, readable }: Pick<Inbound, 'sender' | 'readable'>, texts: Texts): string {
  const { senders, unreadable } = texts.deskMail;
  // Who sent what cannot be read is not known either, but for the provider's word on spam.
  if (readable) return senders[sender];
  return sender === 'spam' ? `${unreadable}, ${senders.spam}` : unreadable;
}
