import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../domain/ports.ts';

/** A sender with the name people see. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** One message, ready to be built. */
export interface MimeMail extends Pick<OutgoingMail, 'to' | 'words' | 'language' | 'automatic'> {
  readonly from: Mailbox;
  readonly replyTo: string;
}

/** The message as bytes: text and HTML with the same words. `to` must be one bare address. */
export async function buildMime({ from, replyTo, to, words, language, automatic }: MimeMail): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    replyTo: { name: '', address: replyTo },
    to: { name: '', address: to },
    subject: words.subject,
    text: words.text,
    html: words.html,
    headers: {
      'Content-Language': language,
      ...(automatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
