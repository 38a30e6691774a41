/**
 * The SMTP port of the local desk, started by npm start as a process of its own: mail that SES would receive on AWS.
 * Configured by its environment, and AWS clients by theirs.
 */
import { SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { createS3Client } from '../adapters/aws-clients.ts';
import { errorCode } from '../domain/errors.ts';
import { deliver } from './smtp-gateway/delivery.ts';
import { createGateway } from './smtp-gateway/server.ts';

const environmentSchema = z.object({
  GATEWAY_HOST: z.string().min(1),
  GATEWAY_PORT: z.coerce.number().int().positive(),
  /** With commas. */
  GATEWAY_ADDRESSES: z.string().transform((list) => list.split(',')),
  GATEWAY_DOMAIN: z.string().min(1),
  INBOUND_MAIL_BUCKET: z.string().min(1),
  INBOUND_MAIL_TOPIC_ARN: z.string().min(1),
});

const environment = environmentSchema.parse(process.env);
const delivery = {
  s3: createS3Client(),
  sns: new SNSClient({}),
  bucket: environment.INBOUND_MAIL_BUCKET,
  topicArn: environment.INBOUND_MAIL_TOPIC_ARN,
};
const gateway = createGateway({
  addresses: environment.GATEWAY_ADDRESSES,
  domain: environment.GATEWAY_DOMAIN,
  deliver: (mail) => deliver(delivery, mail),
  failed: (error) => process.stderr.write(`a mail was not taken: ${errorCode(error)}\n`),
});
// A client that breaks off is its own affair; that the port cannot be opened ends this process.
gateway.on('error', (error) => {
  process.stderr.write(`${errorCode(error)}: ${error.message}\n`);
  if (!gateway.server.listening) process.exit(1);
});
gateway.listen(environment.GATEWAY_PORT, environment.GATEWAY_HOST);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => gateway.close(() => process.exit(0)));
