import { receiveMails } from '../../../../functions/receive-mail/receive.ts';
import { takeInMail } from '../../../../functions/receive-mail/take-in.ts';
import { MAIL_VERDICTS } from '../../../../contracts/received-mail.ts';
import { type WrittenMail, writtenMail } from '../../../support/desk/incoming-mail.ts';
import { type Desk, type Envelope, INBOUND_MAIL_DOMAIN } from '../../../support/desk/memory-desk.ts';

export const SUPPORT: readonly string[] = [`support@${INBOUND_MAIL_DOMAIN}`];
export const ALL_FAIL = Object.fromEntries(MAIL_VERDICTS.map((name) => [name, 'FAIL']));
export const ASKS_ACCESS = 'Ik wil graag weten welke gegevens u van mij heeft.';

/** A mail comes in at the address of customer service, and what follows has happened. Answers whether it was taken in. */
export async function arrives(
  desk: Desk,
  mail: WrittenMail | string,
  envelope: Partial<Envelope> = {},
): Promise<boolean> {
  const raw = typeof mail === 'string' ? mail : writtenMail(mail);
  const { failed } = await desk.receive(raw, { to: SUPPORT, from: 'jan@example.org', ...envelope });
  return !failed;
}

/** The queue tells once of a mail; nothing that follows has happened yet. Answers whether it was taken in. */
export async function told(desk: Desk, raw: string, mailId: string, to: readonly string[] = SUPPORT): Promise<boolean> {
  const objectKey = `mail/${mailId}`;
  desk.messages.set(objectKey, new TextEncoder().encode(raw));
  const status = { status: 'PASS' };
  const notification = {
    notificationType: 'Received',
    mail: { messageId: mailId, source: 'jan@example.org', destination: to },
    receipt: {
      timestamp: '2026-03-02T09:30:00.000Z',
      recipients: to,
      spamVerdict: status,
      virusVerdict: status,
      spfVerdict: status,
      dkimVerdict: status,
      dmarcVerdict: status,
      action: { type: 'S3', bucketName: 'inbound', objectKey },
    },
  };
  const Records = [{ messageId: mailId, body: JSON.stringify(notification) }];
  const { batchItemFailures } = await receiveMails(
    { mails: desk.dependencies.inboundMail, takeIn: (mail, content) => takeInMail(desk.dependencies, mail, content) },
    { Records },
  );
  return batchItemFailures.length === 0;
}

/** The number of the case that was made first, second, … Throws when there are fewer. */
export function caseNumberOf(desk: Desk, index = 0): string {
  const subject = desk.stores.desk.cases.list()[index];
  if (subject === undefined) throw new Error('no such case');
  return subject.caseNumber;
}

/** What the desk knows and did in the end, without what differs from one try to the next. */
export function endOf(desk: Desk) {
  const { cases, texts, events, consentEvents, suppressions, outbox, lists } = desk.stores.desk;
  return {
    cases: cases.list().map(({ status, receivedAt, parts, inquiries }) => ({
      status,
      receivedAt,
      parts: parts.map(({ requestType }) => requestType),
      inquiries: inquiries.map(({ answeredAt }) => answeredAt !== null),
    })),
    messages: texts.list().map(({ texts: { text } }) => text),
    events: events.list().map(({ type }) => type),
    consents: consentEvents.list().map(({ topic, type }) => `${topic} ${type}`),
    listed: lists.list().map(({ topic, email }) => `${topic} ${email}`),
    suppressions: suppressions.list().map(({ scope }) => scope),
    mails: desk.mailbox.sent.map(({ to, order }) => `${order.template} ${to}`).toSorted(),
    unsent: outbox.list().filter(({ outcome }) => outcome === null).length,
  };
}

const STORES = ['consents', 'cases', 'intake', 'limiter', 'attachments', 'absences', 'tokens', 'lists'] as const;
type Call = (...given: unknown[]) => Promise<unknown>;

/** From now on every call the desk makes of its stores goes through `around`. */
export function aroundStores(
  desk: Desk,
  around: (name: string, call: () => Promise<unknown>) => Promise<unknown>,
): void {
  for (const name of STORES) {
    const store: object = desk.dependencies[name];
    const watched = Object.entries(store).map(([method, call]) => [
      method,
      typeof call === 'function'
        ? (...given: unknown[]) => around(`${name}.${method}`, () => (call as Call)(...given))
        : call,
    ]);
    Object.assign(desk.dependencies, { [name]: Object.fromEntries(watched) });
  }
}

/** Numbers from 0 up to 1 that follow from a seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Does several things at once, one store call at a time, in the order that `pick` chooses of those that wait. */
export async function interleaved<Result>(
  desk: Desk,
  acts: readonly (() => Promise<Result>)[],
  random: () => number,
): Promise<readonly PromiseSettledResult<Result>[]> {
  const waiting: (() => void)[] = [];
  const progress = { left: acts.length };
  aroundStores(desk, async (_name, call) => {
    if (progress.left > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    return call();
  });
  const all = acts.map(async (act) => {
    try {
      return await act();
    } finally {
      progress.left -= 1;
    }
  });
  const settled = Promise.allSettled(all);
  while (progress.left > 0) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
    next?.();
  }
  return settled;
}
