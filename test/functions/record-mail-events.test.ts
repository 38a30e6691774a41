import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { MailOrder } from '../../domain/outbox/outbox-row.ts';
import { recordEvents } from '../../functions/record-mail-events/record.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { confirmRow, testCaseNumber } from '../support/fixtures/cases.ts';

const ADDRESS = 'jan@example.org';
const ROW = confirmRow(testCaseNumber(1));
const { outboxId } = ROW;
const bounced: string[] = [];
const faults = { bounced: (): Error | undefined => undefined };

const dependencies = {
  outbox: { find: async (id: string) => (id === outboxId ? ROW : undefined) },
  bounced: async (_order: MailOrder, id: string) => {
    const error = faults.bounced();
    if (error !== undefined) throw error;
    bounced.push(id);
  },
  complained: async () => Promise.resolve(),
};

beforeEach(() => {
  logLines.clear();
  bounced.length = 0;
  faults.bounced = () => undefined;
});

/** An event as it comes: with the address, the subject and the headers of its mail. */
function event(eventType: string, more: object = {}, tags: object = { outboxId: [outboxId] }) {
  return {
    version: '0',
    id: 'b9d1c0a2',
    'detail-type': `Email ${eventType}`,
    source: 'aws.ses',
    account: '111111111111',
    time: '2026-03-02T09:30:05Z',
    region: 'eu-west-1',
    resources: ['arn:aws:ses:eu-west-1:111111111111:configuration-set/desk'],
    detail: {
      eventType,
      mail: {
        timestamp: '2026-03-02T09:30:00.000Z',
        source: 'privacy@example.nl',
        messageId: '0102018f',
        destination: [ADDRESS],
        headersTruncated: false,
        headers: [{ name: 'To', value: ADDRESS }],
        commonHeaders: { to: [ADDRESS], subject: 'P-00000-00000' },
        tags: { 'ses:configuration-set': ['desk'], 'ses:from-domain': ['example.nl'], ...tags },
      },
      ...more,
    },
  };
}
const bounce = (bounceType: string, recipient: object = {}) =>
  event('Bounce', {
    bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: [{ emailAddress: ADDRESS, ...recipient }] },
  });
const message = (body: unknown, index = 1) => ({
  messageId: `m${index}`,
  receiptHandle: 'handle',
  eventSource: 'aws:sqs',
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const batch = (...bodies: readonly unknown[]) => ({ Records: bodies.map((body, index) => message(body, index + 1)) });
const record = (...bodies: readonly unknown[]) => recordEvents(dependencies, batch(...bodies));
const ALL_WELL = { batchItemFailures: [] };

const codes = () => logLines.lines.map(({ level, code }) => `${level} ${code}`);

describe('record-mail-events', () => {
  it.each([
    ['is refused for good', bounce('Permanent', { action: 'failed', status: '5.1.1' })],
    ['is refused for good, without a report', bounce('Permanent')],
    ['was tried until time ran out', bounce('Transient', { action: 'failed', status: '4.4.7' })],
    ['was given up for a reason nobody names', bounce('Undetermined', { action: 'failed' })],
    ['was rejected by the provider itself', event('Reject', { reject: { reason: 'Bad content' } })],
  ])('tells the case of a mail that %s', async (_what, body) => {
    expect(await record(body)).toEqual(ALL_WELL);
    expect(bounced).toEqual([outboxId]);
    expect(logLines.lines).toEqual([expect.objectContaining({ level: 'info', code: 'BOUNCE_RECORDED', outboxId })]);
  });

  it.each([
    ['an automatic reply', bounce('Transient')],
    ['a delay', bounce('Transient', { action: 'delayed', status: '4.2.2' })],
    ['a bounce of unknown kind', bounce('Undetermined')],
    ['a mail that is late', event('DeliveryDelay', { deliveryDelay: { delayType: 'MailboxFull' } })],
    ['a mail that left', event('Send', { send: {} })],
    ['a mail that arrived', event('Delivery', { delivery: { recipients: [ADDRESS] } })],
    ['an event of a kind not known', event('Subscription', { subscription: {} })],
  ])('does nothing about %s', async (_what, body) => {
    expect(await record(body)).toEqual(ALL_WELL);
    expect(bounced).toEqual([]);
    expect(codes()).toEqual(['info MAIL_EVENT_IGNORED']);
  });

  it('records a complaint as a complaint', async () => {
    expect(await record(event('Complaint', { complaint: { complainedRecipients: [] } }))).toEqual(ALL_WELL);
    expect(bounced).toEqual([]);
    expect(logLines.lines).toEqual([expect.objectContaining({ code: 'COMPLAINT_RECORDED', outboxId })]);
  });

  it.each([
    ['whose row is gone', { outboxId: ['P-00000-00000-9-9'] }],
    ['without the tag of the desk', {}],
    ['whose tag is none of the desk', { outboxId: [ADDRESS] }],
  ])('is done with a mail %s', async (_which, tags) => {
    const body = event('Bounce', { bounce: { bounceType: 'Permanent', bouncedRecipients: [] } }, tags);
    expect(await record(body)).toEqual(ALL_WELL);
    expect(bounced).toEqual([]);
    expect(codes()).toEqual(['info MAIL_EVENT_UNKNOWN']);
  });

  it('gives back what it could not record, and no other', async () => {
    let calls = 0;
    faults.bounced = () => ((calls += 1) === 2 ? new RangeError(`no case of ${ADDRESS}`) : undefined);
    const answered = await record(bounce('Permanent'), bounce('Permanent'), bounce('Permanent'));
    expect(answered).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(bounced).toHaveLength(2);
    expect(logLines.lines).toContainEqual(expect.objectContaining({ code: 'TASK_FAILED', errorCode: 'RangeError' }));
  });

  it.each([
    ['no JSON', 'Bounce of jan@example.org'],
    ['no event of SES', { ...bounce('Permanent'), source: 'my.application' }],
    ['a bounce that does not say which', event('Bounce')],
    ['nothing', 'null'],
  ])('gives back what it cannot read: %s', async (_what, body) => {
    expect(await record(body, bounce('Permanent'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(bounced).toEqual([outboxId]);
  });

  it('names no address in its log', async () => {
    faults.bounced = () => new Error(ADDRESS);
    const foreign = event('Complaint', {}, { outboxId: [ADDRESS] });
    await record(bounce('Permanent'), bounce('Transient'), 'jan@example.org', event('Complaint'), foreign);
    expect(logLines.lines).toHaveLength(5);
    expect(logLines.text()).not.toContain('@');
  });

  it.each([null, {}, { task: 'late' }, { Records: [{ dynamodb: {} }] }])(
    'refuses what is no batch: %j',
    async (input) => {
      await expect(recordEvents(dependencies, input)).rejects.toThrow(z.ZodError);
    },
  );
});
