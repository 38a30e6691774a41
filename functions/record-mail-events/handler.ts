import { createSecretsManagerClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { taskFunction } from '../runtime/task-function.ts';
import { recordMailEventsEnv } from './env.ts';
import { mailReports, recordEvents } from './record.ts';

const environment = recordMailEventsEnv.parse(process.env);
const dependencies = mailReports({
  ...caseDependencies(environment),
  keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
  rehearsing: environment.CASE_DAY_SECONDS !== 'real',
  outbox: createDynamoDbOutboxStore(storeDependencies({ deskTable: environment.DESK_TABLE })),
});

export const handler = taskFunction((event) => recordEvents(dependencies, event));
