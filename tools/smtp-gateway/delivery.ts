import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { notificationOf, type TakenMail } from './notification.ts';

export interface Delivery {
  readonly s3: S3Client;
  readonly sns: SNSClient;
  readonly bucket: string;
  readonly topicArn: string;
}

/**
 * Puts the mail into the bucket and tells the topic of it, as SES does by an S3 action. Resolves once both are done;
 * rejects when either is not, and then the sender has to send it again.
 */
export async function deliver({ s3, sns, bucket, topicArn }: Delivery, mail: TakenMail): Promise<void> {
  const objectKey = `mail/${mail.mailId}`;
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: objectKey, Body: mail.content }));
  const notification = notificationOf(mail, { bucket, objectKey });
  await sns.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(notification) }));
}
