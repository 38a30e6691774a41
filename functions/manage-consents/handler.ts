import { createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbConsentStore } from '../../adapters/dynamodb/consent-store.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { randomBytes, systemClock } from '../../adapters/system.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { loadOrganisation } from '../runtime/organisation.ts';
import { storeDependencies } from '../runtime/stores.ts';
import { manageConsentsEnv } from './env.ts';
import { manageConsentsRoutes } from './routes.ts';

const environment = manageConsentsEnv.parse(process.env);
const tables = {
  deskTable: environment.DESK_TABLE,
  ledgerTable: environment.LEDGER_TABLE,
  limitsTable: environment.LIMITS_TABLE,
};

export const handler = httpFunction(
  manageConsentsRoutes({
    organisation: loadOrganisation(),
    consents: createDynamoDbConsentStore(storeDependencies(tables)),
    tokens: createDynamoDbTokenStore(storeDependencies(tables)),
    limiter: createDynamoDbRateLimiter(storeDependencies(tables)),
    keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
    clock: systemClock,
    randomBytes,
    publicUrl: environment.PUBLIC_URL,
    inboundMailDomain: environment.INBOUND_MAIL_DOMAIN,
    rehearsing: environment.CASE_DAY_SECONDS !== 'real',
    requestsPerCallerAnHour: environment.REQUESTS_PER_CALLER_AN_HOUR,
  }),
);
