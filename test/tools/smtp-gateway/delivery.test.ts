import type { S3Client } from '@aws-sdk/client-s3';
import type { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it } from 'vitest';
import { deliver } from '../../../tools/smtp-gateway/delivery.ts';

const MAIL = {
  mailId: 'c'.repeat(40),
  takenAt: '2026-03-02T09:30:00.000Z',
  envelopeSender: 'jan@example.org',
  recipients: ['support@example.nl'],
  content: new TextEncoder().encode('Subject: hello\r\n\r\nbody'),
};

/** Two services that note what they were asked, one of which may fail. */
function services(failing?: 's3' | 'sns') {
  const asked: { readonly service: string; readonly input: Record<string, unknown> }[] = [];
  const client = (service: 's3' | 'sns') => ({
    send: async ({ input }: { readonly input: Record<string, unknown> }) => {
      asked.push({ service, input });
      if (service === failing) throw new Error(`${service} is away`);
    },
  });
  const delivery = {
    // Nothing else of a client is called.
    s3: client('s3') as unknown as S3Client,
    sns: client('sns') as unknown as SNSClient,
    bucket: 'mails',
    topicArn: 'arn:of:topic',
  };
  return { asked, delivery };
}

describe('delivering a mail as SES does', () => {
  it('puts it into the bucket first, and tells the topic where it is', async () => {
    const { asked, delivery } = services();
    await deliver(delivery, MAIL);
    expect(asked.map(({ service }) => service)).toEqual(['s3', 'sns']);
    expect(asked[0]?.input).toMatchObject({ Bucket: 'mails', Key: `mail/${MAIL.mailId}`, Body: MAIL.content });
    expect(asked[1]?.input['TopicArn']).toBe('arn:of:topic');
    expect(JSON.parse(String(asked[1]?.input['Message']))).toMatchObject({
      receipt: { action: { type: 'S3', bucketName: 'mails', objectKey: `mail/${MAIL.mailId}` } },
    });
  });

  it.each(['s3', 'sns'] as const)('has not delivered it while %s is away', async (failing) => {
    const { delivery } = services(failing);
    await expect(deliver(delivery, MAIL)).rejects.toThrow(failing);
  });

  it('tells of no mail that is not in the bucket', async () => {
    const { asked, delivery } = services('s3');
    await expect(deliver(delivery, MAIL)).rejects.toThrow('s3');
    expect(asked.map(({ service }) => service)).toEqual(['s3']);
  });
});
