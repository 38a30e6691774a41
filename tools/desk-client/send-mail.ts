import { createTransport } from 'nodemailer';

/** A mail somebody writes. */
export interface WrittenMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Message id of the mail it answers, with its angle brackets. */
  readonly inReplyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** No SMTP server is known that would take a mail. */
class NoMailServerError extends Error {
  override readonly name = 'NoMailServerError';
}

/**
 * Hands a mail in at an SMTP server, as a mail program does. Throws NoMailServerError without one, and what nodemailer
 * throws when it is not taken (`responseCode`).
 * @param server host and port
 */
export async function sendMail(server: string | undefined, { inReplyTo, ...mail }: WrittenMail): Promise<void> {
  if (server === undefined) throw new NoMailServerError('no mail server is known');
  const { hostname, port } = new URL(`smtp://${server}`);
  const transport = createTransport({ host: hostname, port: Number(port), ignoreTLS: true, disableFileAccess: true });
  await transport.sendMail({ ...mail, ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }) });
}
