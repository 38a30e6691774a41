import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbSessionStore } from '../../adapters/dynamodb/session-store.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { httpFunction } from '../runtime/http-function.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { staffDeskEnv } from './env.ts';
import { staffDeskRoutes } from './routes.ts';

const environment = staffDeskEnv.parse(process.env);
const desk = storeDependencies({ deskTable: environment.DESK_TABLE });
const limits = storeDependencies({ limitsTable: environment.LIMITS_TABLE });

export const handler = httpFunction(
  staffDeskRoutes({
    ...caseDependencies(environment),
    tokens: createDynamoDbTokenStore(desk),
    outbox: createDynamoDbOutboxStore(desk),
    sessions: createDynamoDbSessionStore(limits),
    limiter: createDynamoDbRateLimiter(limits),
    publicUrl: environment.PUBLIC_URL,
  }),
);
