import { connect, type Socket } from 'node:net';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createTransport } from 'nodemailer';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { jsonCall } from './engine-call.ts';
import { desk } from './running-desk.ts';
import { allLogLines } from './sinks.ts';
import { press } from './web.ts';

const store = new S3Client({ ...awsConfigOf(desk), forcePathStyle: true });

/** Where the local desk takes mail. */
function smtpPort(): { readonly host: string; readonly port: number } {
  const [host, port] = (desk.smtp ?? '').split(':');
  if (host === undefined || port === undefined) throw new Error('the desk takes no mail');
  return { host, port: Number(port) };
}

/** Mails a message as it stands, and answers the id it was taken under. Rejects with `responseCode` when refused. */
export async function mailToDesk(to: string, raw: string, from = 'visitor@example.com'): Promise<string> {
  const transport = createTransport({ ...smtpPort(), ignoreTLS: true });
  const { response } = await transport.sendMail({ envelope: { from, to: [to] }, raw });
  const mailId = /^250 .*Taken as ([0-9a-f]+)/.exec(response)?.[1];
  if (mailId === undefined) throw new Error(`the mail was not taken: ${response}`);
  return mailId;
}

/** An SMTP session spoken line by line. */
export interface Conversation {
  readonly socket: Socket;
  /** Says a line and answers what is said to it, once the last line of the answer begins with this code. */
  readonly say: (line: string, code: string) => Promise<string>;
}

/** Connects, and waits for the greeting: who speaks before it is sent away. */
export async function conversation(): Promise<Conversation> {
  const socket = connect(smtpPort());
  const heard: string[] = [];
  socket.on('data', (text) => heard.push(text.toString('latin1')));
  const answered = (code: string) =>
    waitFor(`an answer ${code}`, 60, async () =>
      new RegExp(`^${code} `, 'm').test(heard.join('')) ? heard.splice(0).join('') : undefined,
    );
  await answered('220');
  return {
    socket,
    say: (line, code) => {
      socket.write(`${line}\r\n`);
      return answered(code);
    },
  };
}

/** What a mail led to, as `receive-mail` says. */
export interface TakenIn {
  readonly outcome: string;
  /** Empty where it led to no case. */
  readonly caseNumber: string;
}

/** Waits until `receive-mail` is done with a mail: that is logged last. */
export async function takenIn(mailId: string): Promise<TakenIn> {
  return waitFor('the mail to be taken in', 60, async () => takenInAs(mailId, await allLogLines('InboundMail')).at(0));
}

/** Each time that log lines say what a mail led to. */
export function takenInAs(mailId: string, lines: readonly string[]): readonly TakenIn[] {
  return lines.flatMap((line, index) => {
    if (!line.includes(`mailId: '${mailId}'`)) return [];
    const entry = lines.slice(index, index + 4).join(' ');
    const [, outcome = ''] = /outcome: '(\w+)'/.exec(entry) ?? [];
    const [, caseNumber = ''] = /^[^}]*caseNumber: '([^']+)'/.exec(entry) ?? [];
    return outcome === '' ? [] : [{ outcome, caseNumber }];
  });
}

/** Mails the desk and waits for what comes of it. */
export async function mailedToDesk(...mail: Parameters<typeof mailToDesk>): Promise<TakenIn> {
  return takenIn(await mailToDesk(...mail));
}

/** The mail as it lies in the bucket. */
export async function storedMail(mailId: string): Promise<string> {
  const command = new GetObjectCommand({ Bucket: desk.inboundMailBucket, Key: `mail/${mailId}` });
  const { Body: body } = await store.send(command);
  return (await body?.transformToString('latin1')) ?? '';
}

/** What a session gets of a mail: a press leads to the store, and the store has the bytes. */
export async function openMailOnDesk(caseNumber: string, file: string, session: string) {
  const { status, headers } = await press('/desk/mail', { caseNumber, file }, { session });
  if (status !== 303) throw new Error(`opening a mail of ${caseNumber} answered ${status}`);
  const stored = await fetch(headers.get('location') ?? '');
  return { status: stored.status, headers: stored.headers, bytes: new Uint8Array(await stored.arrayBuffer()) };
}

/** How many messages wait, are being read, or were given up, on the way of a mail into the desk. */
export async function inboundQueues(): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const { QueueUrls } = await jsonCall('sqs', 'AmazonSQS.ListQueues', {});
  const urls = (QueueUrls as readonly string[]).filter((url) => url.includes('-Desk-InboundMail'));
  const counts = await Promise.all(
    urls.map(async (QueueUrl) => {
      const { Attributes } = await jsonCall('sqs', 'AmazonSQS.GetQueueAttributes', {
        QueueUrl,
        AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
      });
      const count = Object.values(Attributes as Record<string, string>).reduce((sum, value) => sum + Number(value), 0);
      return { isDeadLetters: QueueUrl.includes('DeadLetters'), count };
    }),
  );
  if (counts.length !== 2) throw new Error(`${counts.length} queues are on the way of a mail`);
  const of = (deadLetters: boolean) => counts.find(({ isDeadLetters }) => isDeadLetters === deadLetters)?.count ?? 0;
  return { waiting: of(false), givenUp: of(true) };
}
