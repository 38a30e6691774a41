import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import type { MailReportDependencies } from '../../domain/outbox/record-mail-event.ts';
import { recordBounce } from '../../domain/cases/use-cases/record-bounce.ts';
import { caseDependencies, storeDependencies } from '../runtime/stores.ts';
import { taskFunction } from '../runtime/task-function.ts';
import { recordMailEventsEnv } from './env.ts';
import { recordEvents } from './record.ts';

const environment = recordMailEventsEnv.parse(process.env);
const cases = caseDependencies(environment);
const dependencies: MailReportDependencies = {
  outbox: createDynamoDbOutboxStore(storeDependencies({ deskTable: environment.DESK_TABLE })),
  bounced: (order, outboxId) => recordBounce(cases, order, outboxId),
};

export const handler = taskFunction((event) => recordEvents(dependencies, event));
