import { MAIL_VERDICTS, type MailVerdicts } from '../../contracts/received-mail.ts';
import { headersIn, type Header } from './mail-headers.ts';

/** A mail that the gateway took, as it was handed over. */
export interface TakenMail {
  /** Forty characters of which nobody can guess the next, as SES numbers mails. */
  readonly mailId: string;
  /** UTC, to the millisecond. */
  readonly takenAt: string;
  readonly envelopeSender: string;
  readonly recipients: readonly string[];
  readonly content: Uint8Array;
}

/** As SES answers for a mail without spam or virus from a domain that publishes and signs nothing. */
const FROM_NOWHERE: MailVerdicts = { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' };
const STATUSES = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED'] as const;
/** SES tells of so many characters of headers and leaves the others out. */
const HEADERS_AT_MOST = 10_000;

/** What SES would publish of this mail to the topic of an S3 action. */
export function notificationOf(mail: TakenMail, stored: { readonly bucket: string; readonly objectKey: string }) {
  const headers = headersIn(mail.content);
  const told = headersWithin(headers, HEADERS_AT_MOST);
  const verdicts = verdictsIn(headers);
  return {
    notificationType: 'Received',
    mail: {
      timestamp: mail.takenAt,
      source: mail.envelopeSender,
      messageId: mail.mailId,
      destination: mail.recipients,
      headersTruncated: told.length < headers.length,
      headers: told,
      commonHeaders: {},
    },
    receipt: {
      timestamp: mail.takenAt,
      processingTimeMillis: 1,
      recipients: mail.recipients,
      ...Object.fromEntries(MAIL_VERDICTS.map((mark) => [`${mark}Verdict`, { status: verdicts[mark] }])),
      action: {
        type: 'S3',
        bucketName: stored.bucket,
        objectKeyPrefix: stored.objectKey.slice(0, stored.objectKey.lastIndexOf('/') + 1),
        objectKey: stored.objectKey,
      },
    },
  };
}

/**
 * A test may say what SES would have found: `X-Test-Verdict: spam=FAIL, dkim=PASS`. Only this gateway knows the header;
 * on AWS it says nothing. What is not understood is left as it is.
 */
function verdictsIn(headers: readonly Header[]): MailVerdicts {
  const verdicts: Record<keyof MailVerdicts, MailVerdicts['spam']> = { ...FROM_NOWHERE };
  for (const { name, value } of headers) {
    if (name.toLowerCase() !== 'x-test-verdict') continue;
    for (const [, mark, status] of value.matchAll(/(\w+)\s*=\s*(\w+)/g)) {
      const known = MAIL_VERDICTS.find((each) => each === mark?.toLowerCase());
      const found = STATUSES.find((each) => each === status?.toUpperCase());
      if (known !== undefined && found !== undefined) verdicts[known] = found;
    }
  }
  return verdicts;
}

function headersWithin(headers: readonly Header[], characters: number): readonly Header[] {
  let room = characters;
  return headers.filter(({ name, value }) => {
    room -= name.length + value.length;
    return room >= 0;
  });
}
