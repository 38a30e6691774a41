import {
  createDynamoDbClient,
  createS3Client,
  createSecretsManagerClient,
  createSesClient,
  createStepFunctionsClient,
} from '../../adapters/aws-clients.ts';
import { createDynamoDbAbsenceStore } from '../../adapters/dynamodb/absence-store.ts';
import { createDynamoDbCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { createDynamoDbConsentStore } from '../../adapters/dynamodb/consent-store.ts';
import { createDynamoDbFiguresReader } from '../../adapters/dynamodb/figures-store.ts';
import { createDynamoDbOutboxStore } from '../../adapters/dynamodb/outbox-store.ts';
import { createDynamoDbRateLimiter } from '../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbTokenStore } from '../../adapters/dynamodb/token-store.ts';
import { createS3InboundMailStore } from '../../adapters/s3/inbound-mail.ts';
import { loadKeyRing } from '../../adapters/secrets/key-ring.ts';
import { loadWebhookSecrets } from '../../adapters/secrets/webhook-secrets.ts';
import { createSesMailSender } from '../../adapters/ses/mail-sender.ts';
import { createWorkflowStarter } from '../../adapters/step-functions/workflow-starter.ts';
import { pause, randomBytes, systemClock } from '../../adapters/system.ts';
import { createStandardWebhookSender } from '../../adapters/webhooks/standard-webhooks.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { calendarOf, loadOrganisation } from '../runtime/organisation.ts';
import { dispatch } from './dispatch.ts';
import { dispatchOutboxEnv } from './env.ts';
import { taskFunction } from '../runtime/task-function.ts';

const environment = dispatchOutboxEnv.parse(process.env);
const organisation = loadOrganisation();
const shared = { client: createDynamoDbClient(), clock: systemClock, randomBytes, pause };
const tables = {
  deskTable: environment.DESK_TABLE,
  ledgerTable: environment.LEDGER_TABLE,
  limitsTable: environment.LIMITS_TABLE,
};

const dependencies = {
  cases: createDynamoDbCaseStore({ ...shared, tables }),
  absences: createDynamoDbAbsenceStore({ ...shared, tables }),
  figures: createDynamoDbFiguresReader({ ...shared, tables }),
  keys: await loadKeyRing(createSecretsManagerClient(), environment.KEY_RING_SECRET_ARN),
  outbox: createDynamoDbOutboxStore({ ...shared, tables }),
  consents: createDynamoDbConsentStore({ ...shared, tables }),
  inboundMail: createS3InboundMailStore({ client: createS3Client(), bucket: environment.INBOUND_MAIL_BUCKET }),
  inboundMailDomain: environment.INBOUND_MAIL_DOMAIN,
  rehearsing: environment.CASE_DAY_SECONDS !== 'real',
  webhooks:
    environment.NEWSLETTER_WEBHOOK === null
      ? null
      : createStandardWebhookSender({
          url: environment.NEWSLETTER_WEBHOOK,
          secrets: await loadWebhookSecrets(createSecretsManagerClient(), environment.WEBHOOK_SECRET_ARN),
        }),
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
