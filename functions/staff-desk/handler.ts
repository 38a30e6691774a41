import { createS3Client, createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbCaseViewLog } from '../../adapters/dynamodb/case-view-log.ts';
import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbRequestIntake } from '../../adapters/dynamodb/request-intake.ts';
import { createDynamoDbSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { createS3AnswerFileStore } from '../../adapters/s3/answer-files.ts';
import { createS3InboundMailFiles } from '../../adapters/s3/inbound-mail-files.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { staffDeskEnv } from './env.ts';
import { staffDeskRoutes } from './routes.ts';

const environment = staffDeskEnv.parse(process.env);
const desk = storeDependencies({ deskTable: environment.DESK_TABLE });
const limits = storeDependencies({ limitsTable: environment.LIMITS_TABLE });
const all = storeDependencies({
  deskTable: environment.DESK_TABLE,
  ledgerTable: environment.LEDGER_TABLE,
  limitsTable: environment.LIMITS_TABLE,
});

export const handler = httpFunction(
  staffDeskRoutes({
    ...caseDependencies(environment),
    intake: createDynamoDbRequestIntake(all),
    tokens: createDynamoDbTokenStore(desk),
    outbox: createDynamoDbOutboxStore(desk),
    views: createDynamoDbCaseViewLog(desk),
    files: createS3AnswerFileStore({ client: createS3Client(), bucket: environment.ANSWER_BUCKET }),
    mailFiles: createS3InboundMailFiles({ client: createS3Client(), bucket: environment.INBOUND_MAIL_BUCKET }),
    sessions: createDynamoDbSessionStore(limits),
    limiter: createDynamoDbRateLimiter(limits),
    keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
    publicClock:
      environment.CASE_DAY_SECONDS === 'real' ? 'real' : { dayLastsSeconds: Number(environment.CASE_DAY_SECONDS) },
    publicUrl: environment.PUBLIC_URL,
  }),
);
