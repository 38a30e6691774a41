import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { receiveMails } from '../../functions/receive-mail/receive.ts';
import { notificationOf } from '../../tools/smtp-gateway/notification.ts';
import { logLines } from '../support/desk/log-lines.ts';

const ADDRESS = 'jan@example.org';
const CONTENT = new TextEncoder().encode(`From: ${ADDRESS}\r\nSubject: hello\r\n\r\nbody`);
const taken: string[] = [];
const faults = { takeIn: (_mailId: string): Error | undefined => undefined };

const dependencies = {
  mails: { read: async (objectKey: string) => (objectKey === 'mail/gone' ? undefined : CONTENT) },
  takeIn: async ({ mailId }: { readonly mailId: string }, content: Uint8Array) => {
    const error = faults.takeIn(mailId);
    if (error !== undefined) throw error;
    expect(content).toBe(CONTENT);
    taken.push(mailId);
    return { outcome: 'joined' as const };
  },
};

beforeEach(() => {
  logLines.clear();
  taken.length = 0;
  faults.takeIn = () => undefined;
});

const told = (mailId: string) =>
  JSON.stringify(
    notificationOf(
      {
        mailId,
        takenAt: '2026-03-02T09:30:00.000Z',
        envelopeSender: ADDRESS,
        recipients: ['support@example.nl'],
        content: CONTENT,
      },
      { bucket: 'mails', objectKey: `mail/${mailId}` },
    ),
  );
const receive = (...bodies: readonly string[]) =>
  receiveMails(dependencies, {
    Records: bodies.map((body, index) => ({ messageId: `m${index + 1}`, eventSource: 'aws:sqs', body })),
  });

describe('receive-mail', () => {
  it('takes in each mail it is told of, with what it says', async () => {
    expect(await receive(told('one'), told('two'))).toEqual({ batchItemFailures: [] });
    expect(taken).toEqual(['one', 'two']);
    expect(logLines.lines).toEqual([
      expect.objectContaining({ level: 'info', code: 'MAIL_RECEIVED', mailId: 'one', outcome: 'joined' }),
      expect.objectContaining({ code: 'MAIL_RECEIVED', mailId: 'two' }),
    ]);
  });

  it('gives back what it could not take in, and no other', async () => {
    faults.takeIn = (mailId) => (mailId === 'two' ? new RangeError(`no room for ${ADDRESS}`) : undefined);
    const answered = await receive(told('one'), told('two'), told('three'));
    expect(answered).toEqual({ batchItemFailures: [{ itemIdentifier: 'm2' }] });
    expect(taken).toEqual(['one', 'three']);
    expect(logLines.lines).toContainEqual(expect.objectContaining({ code: 'TASK_FAILED', errorCode: 'RangeError' }));
  });

  it.each([
    ['a mail that is not in the bucket', told('gone'), 'ReceivedMailMissingError'],
    ['what is no notification', '{}', 'ZodError'],
    ['what is no JSON', ADDRESS, 'SyntaxError'],
  ])('gives back %s', async (_what, body, errorCode) => {
    expect(await receive(body, told('one'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(taken).toEqual(['one']);
    expect(logLines.lines).toContainEqual(expect.objectContaining({ code: 'TASK_FAILED', errorCode }));
  });

  it('is done with what SES says besides', async () => {
    const answered = await receive('Successfully validated SNS topic for Amazon SES event publishing.');
    expect(answered).toEqual({ batchItemFailures: [] });
    expect(logLines.lines).toEqual([expect.objectContaining({ code: 'MAIL_NOTICE_IGNORED' })]);
  });

  it('names no address in its log', async () => {
    faults.takeIn = (mailId) => (mailId === 'two' ? new Error(ADDRESS) : undefined);
    await receive(told('one'), told('two'), told('gone'), ADDRESS, '{}');
    expect(logLines.lines).toHaveLength(5);
    expect(logLines.text()).not.toContain('@');
  });

  it.each([null, {}, { Records: [{ Sns: {} }] }])('refuses what is no batch of messages: %j', async (event) => {
    await expect(receiveMails(dependencies, event)).rejects.toThrow(z.ZodError);
  });
});
