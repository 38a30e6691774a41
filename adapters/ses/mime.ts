import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../domain/ports.ts';

/** A sender with the name people see. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** One message, ready to be built. */
export interface MimeMail extends Pick<
  OutgoingMail,
  'to' | 'words' | 'language' | 'automatic' | 'unsubscribe' | 'attached'
> {
  readonly from: Mailbox;
  readonly replyTo: string;
}

/** The message as bytes: text and HTML with the same words. `to` must be one bare address. */
export async function buildMime({
  from,
  replyTo,
  to,
  words,
  language,
  automatic,
  unsubscribe,
  attached,
}: MimeMail): Promise<Buffer> {
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
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': { prepared: true, value: unsubscribeHeader(unsubscribe) },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(attached !== undefined && {
      attachments: [{ filename: 'message.eml', contentType: 'message/rfc822', content: Buffer.from(attached) }],
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** RFC 2369: the address to post to first; mail for readers that know no other way. */
function unsubscribeHeader({ url, mailto }: NonNullable<MimeMail['unsubscribe']>): string {
  return mailto === null ? `<${url}>` : `<${url}>, <${mailto}>`;
}
