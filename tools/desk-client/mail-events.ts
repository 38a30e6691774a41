import { randomUUID } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { awsConfigOf } from './aws-config.ts';
import type { DeskAddress } from './desk-address.ts';

/** The desk did not take the bounce in. */
class BounceNotTakenError extends Error {
  override readonly name = 'BounceNotTakenError';
}

const answerSchema = z.object({ batchItemFailures: z.array(z.unknown()) });

/**
 * Tells the desk that the mail of an outbox row bounced for good, by the message its queue would have brought: a local
 * engine delivers every mail and tells of none. On AWS a mail to bounce@simulator.amazonses.com bounces by itself, and
 * so tests the whole way from SES; what this does there is the last step only.
 * @throws BounceNotTakenError
 */
export async function bounce(desk: DeskAddress, outboxId: string): Promise<void> {
  const client = new LambdaClient(awsConfigOf(desk));
  const { Payload: payload, FunctionError: failed } = await client.send(
    new InvokeCommand({ FunctionName: desk.recordMailEventsName, Payload: JSON.stringify(messageOf(outboxId)) }),
  );
  const answer = answerSchema.safeParse(JSON.parse(payload?.transformToString() ?? 'null'));
  if (failed !== undefined || !answer.success || answer.data.batchItemFailures.length > 0) {
    throw new BounceNotTakenError(`The desk did not take the bounce of ${outboxId} in.`);
  }
}

function messageOf(outboxId: string) {
  const address = 'bounce@simulator.amazonses.com';
  const event = {
    version: '0',
    id: randomUUID(),
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    detail: {
      eventType: 'Bounce',
      mail: { messageId: randomUUID(), destination: [address], tags: { outboxId: [outboxId] } },
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: address, action: 'failed', status: '5.1.1' }],
      },
    },
  };
  return { Records: [{ messageId: randomUUID(), eventSource: 'aws:sqs', body: JSON.stringify(event) }] };
}
