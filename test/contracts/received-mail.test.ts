import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readReceivedMail } from '../../contracts/received-mail.ts';

/** As SES publishes it for an S3 action, headers and all. */
function notification(more: { readonly mail?: object; readonly receipt?: object } = {}) {
  return {
    notificationType: 'Received',
    mail: {
      timestamp: '2026-03-02T09:30:00.000Z',
      source: 'jan@example.org',
      messageId: 'd6iitobk75ur44p8kdnnp7g2n800',
      destination: ['support@desk.example.nl'],
      headersTruncated: false,
      headers: [{ name: 'Return-Path', value: '<jan@example.org>' }],
      commonHeaders: { from: ['Jan <jan@example.org>'], subject: 'Mijn gegevens' },
      ...more.mail,
    },
    receipt: {
      timestamp: '2026-03-02T09:30:01.500Z',
      processingTimeMillis: 222,
      recipients: ['support@desk.example.nl'],
      spamVerdict: { status: 'PASS' },
      virusVerdict: { status: 'PASS' },
      spfVerdict: { status: 'FAIL' },
      dkimVerdict: { status: 'GRAY' },
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'reject',
      action: {
        type: 'S3',
        topicArn: 'arn:aws:sns:eu-west-1:111111111111:mails',
        bucketName: 'mails',
        objectKeyPrefix: 'mail/',
        objectKey: 'mail/d6iitobk75ur44p8kdnnp7g2n800',
      },
      ...more.receipt,
    },
  };
}
const read = (more?: Parameters<typeof notification>[0]) => readReceivedMail(JSON.stringify(notification(more)));

describe('what SES tells of a mail', () => {
  it('is read with its envelope, its place and what SES found, and without what the mail says', () => {
    expect(read()).toEqual({
      kind: 'received',
      mailId: 'd6iitobk75ur44p8kdnnp7g2n800',
      objectKey: 'mail/d6iitobk75ur44p8kdnnp7g2n800',
      receivedAt: expect.objectContaining({ epochMilliseconds: Date.UTC(2026, 2, 2, 9, 30, 1, 500) }),
      envelopeSender: 'jan@example.org',
      recipients: ['support@desk.example.nl'],
      verdicts: { spam: 'PASS', virus: 'PASS', spf: 'FAIL', dkim: 'GRAY', dmarc: 'FAIL' },
    });
  });

  it.each([{ source: '<>' }, { source: '' }, { source: undefined }])(
    'has no sender where there is none: %j',
    (mail) => {
      expect(read({ mail })).toMatchObject({ envelopeSender: '' });
    },
  );

  it('takes a verdict that is left out as not looked for, and one not known as not found out', () => {
    const receipt = { dmarcVerdict: undefined, spamVerdict: { status: 'PERHAPS' } };
    expect(read({ receipt })).toMatchObject({ verdicts: { dmarc: 'DISABLED', spam: 'PROCESSING_FAILED' } });
  });

  it.each([
    'Successfully validated SNS topic for Amazon SES event publishing.',
    JSON.stringify({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have successfully subscribed' }),
  ])('may be no mail: %s', (message) => {
    expect(readReceivedMail(message)).toEqual({ kind: 'other' });
  });

  it.each([
    ['text', 'A mail came'],
    ['nothing', ''],
    ['an envelope of the topic', JSON.stringify({ Type: 'Notification', Message: JSON.stringify(notification()) })],
    ['a mail without its place', JSON.stringify({ ...notification(), receipt: {} })],
    ['a mail that was bounced', JSON.stringify(notification({ receipt: { action: { type: 'Bounce' } } }))],
    ['a mail without a number', JSON.stringify(notification({ mail: { messageId: '' } }))],
  ])('is an error when it is %s', (_what, message) => {
    expect(() => readReceivedMail(message)).toThrow(message.startsWith('{') ? z.ZodError : SyntaxError);
  });
});
