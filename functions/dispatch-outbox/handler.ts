import { createDynamoDbClient, createSesClient, createStepFunctionsClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbCaseReader } from '../../adapters/dynamodb/case-store.ts';
import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { createSesMailSender } from '../../adapters/ses/mail-sender.ts';
import { createWorkflowStarter } from '../../adapters/step-functions/workflow-starter.ts';
import { pause, randomBytes, systemClock } from '../../adapters/system.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { calendarOf, loadOrganisation } from '../runtime/organisation.ts';
import { dispatch } from './dispatch.ts';
import { dispatchOutboxEnv } from './env.ts';
import { taskFunction } from '../runtime/task-function.ts';

const environment = dispatchOutboxEnv.parse(process.env);
const organisation = loadOrganisation();
const shared = { client: createDynamoDbClient(), clock: systemClock, randomBytes, pause };
const tables = { deskTable: environment.DESK_TABLE, limitsTable: environment.LIMITS_TABLE };

const dependencies = {
  cases: createDynamoDbCaseReader({ ...shared, tables }),
  outbox: createDynamoDbOutboxStore({ ...shared, tables }),
  tokens: createDynamoDbTokenStore({ ...shared, tables }),
  limiter: createDynamoDbRateLimiter({ ...shared, tables }),
  renderMail: createMailRenderer(organisation),
  mailSender: createSesMailSender({
    client: createSesClient(),
    from: organisation.mailFrom,
    replyTo: organisation.supportEmail,
    configurationSet: environment.MAIL_CONFIGURATION_SET,
  }),
  workflows: createWorkflowStarter({
    client: createStepFunctionsClient(),
    stateMachineArn: environment.STATE_MACHINE_ARN,
  }),
  clock: systemClock,
  organisation,
  calendar: calendarOf(organisation),
  randomBytes,
  publicUrl: environment.PUBLIC_URL,
  rehearsalMailDomain: environment.REHEARSAL_MAIL_DOMAIN,
};

export const handler = taskFunction((event) => dispatch(dependencies, event));
