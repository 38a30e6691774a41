import { createS3Client, createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbRequestIntake } from '../../adapters/dynamodb/request-intake.ts';
import { createS3AttachmentStore } from '../../adapters/s3/attachment-store.ts';
import { createS3InboundMailStore } from '../../adapters/s3/inbound-mail.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { taskFunction } from '../runtime/task-function.ts';
import { receiveMailEnv } from './env.ts';
import { receiveMails } from './receive.ts';
import { takeInMail } from './take-in.ts';

const environment = receiveMailEnv.parse(process.env);
const tables = {
  deskTable: environment.DESK_TABLE,
  ledgerTable: environment.LEDGER_TABLE,
  limitsTable: environment.LIMITS_TABLE,
};
const bucket = { client: createS3Client(), bucket: environment.INBOUND_MAIL_BUCKET };
const day = environment.CASE_DAY_SECONDS;
const dependencies = {
  ...caseDependencies(environment),
  intake: createDynamoDbRequestIntake(storeDependencies(tables)),
  limiter: createDynamoDbRateLimiter(storeDependencies(tables)),
  keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
  attachments: createS3AttachmentStore(bucket),
  inboundMailDomain: environment.INBOUND_MAIL_DOMAIN,
  publicClock: day === 'real' ? ('real' as const) : { dayLastsSeconds: Number(day) },
  rehearsing: day !== 'real',
};

export const handler = taskFunction((event) =>
  receiveMails(
    {
      mails: createS3InboundMailStore(bucket),
      takeIn: (mail, content) => takeInMail(dependencies, mail, content),
    },
    event,
  ),
);
