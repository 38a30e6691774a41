import { createTransport } from 'nodemailer';
import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { reachedToolAt } from '../../domain/consents/consent-record.ts';
import { webhooksFor } from '../../domain/consents/withdrawal.ts';
import { instantText } from '../../domain/instants.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createSubscriberApi } from '../../tools/desk-client/subscriber-api.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { composeIssue } from '../../tools/newsletter/compose.ts';
import { sendIssue } from '../../tools/newsletter/send-issue.ts';
import { redrive, revive } from '../support/end-to-end/functions.ts';
import { headersOf } from '../support/end-to-end/handed-to-ses.ts';
import { deleteMail, mailTo, sourceOf } from '../support/end-to-end/mailbox.ts';
import { type NewsletterTool, startNewsletterTool, webhookSecret } from '../support/end-to-end/newsletter-tool.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { allLogLines } from '../support/end-to-end/sinks.ts';
import { rewrite, storeAccess } from '../support/end-to-end/stored.ts';
import { oneClick, storedRecords, subscribed, topicsOn } from '../support/end-to-end/subscribers.ts';
import { letOutboxRowAge } from '../support/end-to-end/time-passes.ts';

const outbox = createDynamoDbOutboxStore(storeAccess);
const rowOf = async (outboxId: string) => (await outbox.find(outboxId))?.outcome;

let tool: NewsletterTool;
beforeAll(async () => {
  tool = await startNewsletterTool();
});
afterAll(() => tool.stop());

/** A stage that rehearses orders no such calls: this orders one about the newest event of somebody's record. */
async function told(email: string): Promise<string> {
  const [record] = await storedRecords(email);
  const event = record?.events.findLast(({ type }) => type !== 'reached_tool');
  if (event === undefined) throw new Error('there is a record');
  const [row] = webhooksFor([event], instantText(Temporal.Now.instant()));
  if (row === undefined) throw new Error('there is something to tell');
  await outbox.add(row);
  return row.outboxId;
}
const callsWith = (outboxId: string) => tool.calls.filter(({ headers }) => headers['webhook-id'] === outboxId);
const verified = async (outboxId: string) => {
  const [call] = callsWith(outboxId);
  const headers = Object.fromEntries(Object.entries(call?.headers ?? {}).map(([name, value]) => [name, String(value)]));
  return new Webhook(await webhookSecret()).verify(call?.body ?? '', headers) as {
    readonly type: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
};
const finished = (outboxId: string, outcome: string) =>
  waitFor(`the call to be ${outcome}`, 60, async () => ((await rowOf(outboxId)) === outcome ? true : undefined));

describe('a newsletter tool', () => {
  it('is told of a consent by a signed call, and the record says that it knows', async () => {
    const { email, token } = await subscribed();
    const outboxId = await told(email);
    await finished(outboxId, 'sent');
    const { type, data } = await verified(outboxId);
    expect(type).toBe('consent.given');
    expect(data).toMatchObject({ email, topic: 'nieuwsbrief', unsubscribeUrl: `${desk.url}/unsubscribe/${token}` });
    const [record] = await storedRecords(email);
    if (record === undefined) throw new Error('there is a record');
    expect(reachedToolAt(record, Number(data['sequence']))).toBeDefined();

    await oneClick(token);
    const stopped = await told(email);
    await finished(stopped, 'sent');
    expect((await verified(stopped)).type).toBe('consent.withdrawn');
    expect(callsWith(outboxId)).toHaveLength(1);
  });

  it('that takes nothing is given up after three days, and told all the same once a person revives the call', async () => {
    const { email } = await subscribed();
    tool.answerWith(503);
    const outboxId = await told(email);
    await waitFor('a try', 60, async () => ((await outbox.find(outboxId))?.lastErrorCode === '503' ? true : undefined));
    const createdAt = instantText(Temporal.Now.instant().subtract({ hours: 73 }));
    await rewrite(deskKeys.outbox(outboxId), { createdAt, attempts: 40 });
    await letOutboxRowAge(outboxId, false);
    await redrive();
    await finished(outboxId, 'given_up');
    expect((await allLogLines('DispatchOutbox')).some((line) => line.includes('WEBHOOK_GIVEN_UP'))).toBe(true);
    const tries = callsWith(outboxId).length;
    await redrive();
    expect(callsWith(outboxId)).toHaveLength(tries);

    tool.answerWith(204);
    await revive();
    await redrive();
    await finished(outboxId, 'sent');
    expect((await verified(outboxId)).data).toMatchObject({ email });
    const [record] = await storedRecords(email);
    expect(record?.events.at(-1)?.type).toBe('reached_tool');
  });

  it('mails the people on its list with the headers of RFC 8058, and the button in them works', async () => {
    const { email } = await subscribed(['mailing']);
    const stopped = await subscribed(['mailing']);
    await oneClick(stopped.token);
    const [host = '', port = ''] = (desk.mailboxSmtp ?? '').split(':');
    const transport = createTransport({ host, port: Number(port), ignoreTLS: true });
    const issue = { subject: 'Een nieuwsbrief', text: 'Dit is nieuws.' };
    const mailed: string[] = [];
    const counts = await sendIssue({
      topic: 'mailing',
      api: createSubscriberApi(desk),
      mail: async (subscriber) => {
        mailed.push(subscriber.email);
        if (subscriber.email === email) await transport.sendMail(composeIssue(issue, subscriber, ctTelecom));
      },
    });
    transport.close();
    expect(counts.failed).toBe(0);
    expect(mailed.filter((each) => each === email)).toHaveLength(1);
    expect(mailed).not.toContain(stopped.email);
    const mail = await mailTo(email, ['Dit is nieuws.']);
    const headers = headersOf(await sourceOf(mail));
    await deleteMail(mail);
    const [, address = ''] = /^<([^>]+)>/.exec(headers.get('list-unsubscribe') ?? '') ?? [];
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.text).toContain(address);
    const pressed = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: headers.get('list-unsubscribe-post') ?? '',
    });
    expect(pressed.status).toBe(200);
    expect(await topicsOn(email)).toEqual([]);
  });
});

it('no log has what the newsletter tool was told', async () => {
  const { email } = await subscribed();
  await finished(await told(email), 'sent');
  const secret = (await webhookSecret()).slice('whsec_'.length);
  const lines = await allLogLines();
  expect(lines.filter((line) => [email, secret].some((word) => line.includes(word)))).toEqual([]);
});
