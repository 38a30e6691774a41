/** A file that goes with a mail. */
export interface MailFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array | string;
}

export interface WrittenMail {
  readonly from?: string;
  readonly subject?: string;
  readonly text: string;
  readonly headers?: readonly string[];
  readonly files?: readonly MailFile[];
}

const BOUNDARY = 'part-of-a-mail';
const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** A mail as a mail program writes it. */
export function writtenMail({
  from = 'Jan de Vries <jan@example.org>',
  subject = 'Vraag',
  ...mail
}: WrittenMail): string {
  const body = [
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.text).toString('base64'),
    ...(mail.files ?? []).flatMap(({ name, mediaType, content }) => [
      `--${BOUNDARY}`,
      `Content-Type: ${mediaType}`,
      `Content-Disposition: attachment; filename="${encoded(name)}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(content).toString('base64'),
    ]),
    `--${BOUNDARY}--`,
  ];
  return [
    `From: ${from}`,
    'To: support@cttelecom.nl',
    `Subject: ${encoded(subject)}`,
    'Message-ID: <one@example.org>',
    'MIME-Version: 1.0',
    ...(mail.headers ?? []),
    `Content-Type: multipart/mixed; boundary=${BOUNDARY}`,
    '',
    ...body,
    '',
  ].join('\r\n');
}
