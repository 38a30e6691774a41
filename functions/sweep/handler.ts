import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { sweepEnv } from './env.ts';
import { sweep } from './sweep.ts';
import { taskFunction } from '../runtime/task-function.ts';

const environment = sweepEnv.parse(process.env);
const dependencies = {
  ...caseDependencies(environment),
  outbox: createDynamoDbOutboxStore(storeDependencies({ deskTable: environment.DESK_TABLE })),
};

export const handler = taskFunction((event) => sweep(dependencies, event));
