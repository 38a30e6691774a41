import { createS3Client, createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { createS3AnswerFileReader } from '../../adapters/s3/answer-files.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { collectAnswerEnv } from './env.ts';
import { collectAnswerRoutes } from './routes.ts';

const environment = collectAnswerEnv.parse(process.env);

export const handler = httpFunction(
  collectAnswerRoutes({
    ...caseDependencies(environment),
    tokens: createDynamoDbTokenStore(storeDependencies({ deskTable: environment.DESK_TABLE })),
    files: createS3AnswerFileReader({ client: createS3Client(), bucket: environment.ANSWER_BUCKET }),
    limiter: createDynamoDbRateLimiter(storeDependencies({ limitsTable: environment.LIMITS_TABLE })),
    keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
    publicUrl: environment.PUBLIC_URL,
  }),
);
