import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';
import type { TakenMail } from './notification.ts';

export interface GatewayOptions {
  /** Addresses it takes mail for. */
  readonly addresses: readonly string[];
  /** The domain it takes all mail for, whatever stands before the @. */
  readonly domain: string;
  /** Resolves once the mail can no longer be lost. */
  readonly deliver: (mail: TakenMail) => Promise<void>;
  /** Told the name of what went wrong with a mail; never the mail. */
  readonly failed?: (error: unknown) => void;
  /** 30 MB unless told otherwise. */
  readonly largestBytes?: number;
}

/** What SES takes by an S3 action, headers and encoding included. */
const LARGEST_BYTES = 30 * 1024 * 1024;

/** A refusal with the code of SMTP it is answered by. */
class SmtpRefusal extends Error {
  override readonly name = 'SmtpRefusal';
  readonly responseCode: number;
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

/**
 * An SMTP server that takes mail for the organisation, on plain connections and without signing in: for this machine
 * only. It answers 250 once `deliver` has, 451 when that failed, 550 for recipients that are not the organisation's and
 * 552 for what is too large.
 */
export function createGateway(options: GatewayOptions): SMTPServer {
  const size = options.largestBytes ?? LARGEST_BYTES;
  return new SMTPServer({
    name: 'localhost',
    banner: 'privacy-desk',
    size,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 1000,
    onRcptTo: ({ address }, _session, answer) => {
      const refusal = `No such address here: ${options.addresses.join(', ')} and any address at ${options.domain} get mail.`;
      answer(isOurs(options, address) ? null : new SmtpRefusal(550, refusal));
    },
    onData: (stream, session, answer) => {
      take(stream, session, options).then(
        (mailId) => answer(null, `Taken as ${mailId}`),
        (error: unknown) => {
          if (!(error instanceof SmtpRefusal)) options.failed?.(error);
          answer(error instanceof SmtpRefusal ? error : new SmtpRefusal(451, 'Not taken now, please send it again.'));
        },
      );
    },
  });
}

function isOurs({ addresses, domain }: GatewayOptions, address: string): boolean {
  const written = address.toLowerCase();
  return addresses.some((each) => each.toLowerCase() === written) || written.endsWith(`@${domain}`);
}

async function take(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { deliver, largestBytes = LARGEST_BYTES }: GatewayOptions,
): Promise<string> {
  const content = await buffer(upTo(stream, largestBytes));
  if (stream.sizeExceeded || stream.byteLength > largestBytes) {
    throw new SmtpRefusal(
      552,
      `A mail may be ${Math.floor(largestBytes / 1024 / 1024)} MB at most, attachments included.`,
    );
  }
  const mailId = randomBytes(20).toString('hex');
  await deliver({
    mailId,
    takenAt: Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }),
    envelopeSender: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    recipients: envelope.rcptTo.map(({ address }) => address),
    content,
  });
  return mailId;
}

/** The whole stream has to be read, or the client waits for ever; what is too much of it is not kept. */
async function* upTo(stream: SMTPServerDataStream, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    read += chunk.byteLength;
    if (read <= bytes) yield chunk;
  }
}
