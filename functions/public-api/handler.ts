import { createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbRequestIntake } from '../../adapters/dynamodb/request-intake.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { publicApiEnv } from './env.ts';
import { publicApiRoutes } from './routes.ts';

const environment = publicApiEnv.parse(process.env);
const tables = {
  deskTable: environment.DESK_TABLE,
  ledgerTable: environment.LEDGER_TABLE,
  limitsTable: environment.LIMITS_TABLE,
};

export const handler = httpFunction(
  publicApiRoutes({
    ...caseDependencies(environment),
    intake: createDynamoDbRequestIntake(storeDependencies(tables)),
    tokens: createDynamoDbTokenStore(storeDependencies(tables)),
    keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
    limiter: createDynamoDbRateLimiter(storeDependencies(tables)),
    requestsPerCallerAnHour: environment.REQUESTS_PER_CALLER_AN_HOUR,
    rehearsalMailDomain: environment.REHEARSAL_MAIL_DOMAIN,
    publicUrl: environment.PUBLIC_URL,
    publicClock:
      environment.CASE_DAY_SECONDS === 'real' ? 'real' : { dayLastsSeconds: Number(environment.CASE_DAY_SECONDS) },
  }),
);
