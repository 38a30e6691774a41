import { createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbConsentStore } from '../../adapters/dynamodb/consent-store.ts';
import { createDynamoDbSubscriberLists } from '../../adapters/dynamodb/subscriber-lists.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { randomBytes, systemClock } from '../../adapters/system.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { loadOrganisation } from '../runtime/organisation.ts';
import { storeDependencies } from '../runtime/stores.ts';
import { subscriberApiEnv } from './env.ts';
import { subscriberApiRoutes } from './routes.ts';

const environment = subscriberApiEnv.parse(process.env);
const tables = { deskTable: environment.DESK_TABLE, ledgerTable: environment.LEDGER_TABLE };

export const handler = httpFunction(
  subscriberApiRoutes({
    organisation: loadOrganisation(),
    consents: createDynamoDbConsentStore(storeDependencies(tables)),
    lists: createDynamoDbSubscriberLists(storeDependencies(tables)),
    keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
    clock: systemClock,
    randomBytes,
    publicUrl: environment.PUBLIC_URL,
    inboundMailDomain: environment.INBOUND_MAIL_DOMAIN,
  }),
);
