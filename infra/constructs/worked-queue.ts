import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { keyRights } from '../rights.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';

export interface WorkedQueueProps {
  readonly key: IKey;
  readonly refusePlainHttp: boolean;
  readonly retentionDays: number;
  /** Of the function that reads it. */
  readonly timeoutSeconds: number;
  /** Receives before a message becomes a dead letter. */
  readonly tries: number;
}

export interface WorkedQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** A queue that a function works through, `Queue` in this scope, with its dead letters beside it. */
export function workedQueue(scope: Construct, props: WorkedQueueProps): WorkedQueue {
  const { key, refusePlainHttp, retentionDays, timeoutSeconds, tries } = props;
  const deadLetters = deadLetterQueue(scope, 'DeadLetters', { key, refusePlainHttp });
  const queue = new Queue(scope, 'Queue', {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    dataKeyReuse: Duration.hours(1),
    enforceSSL: refusePlainHttp,
    retentionPeriod: Duration.days(retentionDays),
    // Lambda asks for six times the timeout of the function that reads the queue.
    visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: tries },
  });
  return { queue, deadLetters };
}

/**
 * Lets one topic or rule send to a queue and, what it cannot deliver there, to its dead letters.
 * @param service as in `sns.amazonaws.com`
 */
export function letIn({ queue, deadLetters }: WorkedQueue, service: string, sourceArn: string): void {
  for (const target of [queue, deadLetters]) {
    target.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sqs:SendMessage'],
        resources: [target.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': sourceArn } },
      }),
    );
  }
}

/** What the function that works through it may do with it. */
export function queueReadRights(
  { queue }: WorkedQueue,
  key: IKey,
  region: string,
): readonly [PolicyStatement, PolicyStatement] {
  return [
    new PolicyStatement({
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queue.queueArn],
    }),
    keyRights(key, region, 'sqs', 'Decrypt'),
  ];
}
