import { Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { collectAnswerEnv } from '../../functions/collect-answer/env.ts';
import { manageConsentsEnv } from '../../functions/manage-consents/env.ts';
import { publicApiEnv } from '../../functions/public-api/env.ts';
import { showPagesEnv } from '../../functions/show-pages/env.ts';
import { staffDeskEnv } from '../../functions/staff-desk/env.ts';
import { subscriberApiEnv } from '../../functions/subscriber-api/env.ts';
import type { FunctionBundles } from '../bundle-functions.ts';
import {
  contactRights,
  fileListRights,
  fileRights,
  keyRights,
  queueRights,
  tableKeyRights,
  tableRights,
} from '../rights.ts';
import type { WebFunctionName } from '../../contracts/http/routes.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import { DeskFunction } from './desk-function.ts';
import { ATTACHMENT_FOLDER, MAIL_FOLDER } from './inbound-mail-bucket.ts';

export interface WebFunctionsProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly bundles: FunctionBundles;
  readonly publicUrl: string;
}

/** The functions people reach, cut along trust: each with what it needs to serve its own pages and no more. */
export class WebFunctions extends Construct {
  readonly functions: Readonly<Record<WebFunctionName, LambdaFunction>>;

  constructor(scope: Construct, id: string, props: WebFunctionsProps) {
    super(scope, id);
    const { settings, data, bundles, publicUrl } = props;
    const { region } = Stack.of(this);
    const common = { settings, memoryMegabytes: 1024, timeoutSeconds: 15 } as const;
    const limits = { LIMITS_TABLE: data.limits.tableName };
    const tables = { DESK_TABLE: data.desk.tableName, LEDGER_TABLE: data.ledger.tableName };
    const keyRing = { KEY_RING_SECRET_ARN: data.keyRingArn };
    const keyRingRights = [
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [data.keyRingArn] }),
      keyRights(data.key, region, 'secretsmanager', 'Decrypt'),
    ];
    const tableKey = tableKeyRights(data.key, region);
    const files = { ANSWER_BUCKET: data.answers.bucketName };

    this.functions = {
      'public-api': new DeskFunction(this, 'PublicApi', {
        ...common,
        bundle: bundles['public-api'],
        env: publicApiEnv,
        environment: {
          ...tables,
          ...limits,
          ...keyRing,
          PUBLIC_URL: publicUrl,
          CASE_DAY_SECONDS: String(settings.caseDaySeconds),
          REHEARSAL_MAIL_DOMAIN: settings.rehearsalMailDomain ?? '',
          REQUESTS_PER_CALLER_AN_HOUR: String(settings.requestsPerCallerAnHour),
        },
        rights: [
          // Query: who of the staff is away. DeleteItem: a place on a list of somebody who asks that mails stop.
          tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
          tableRights(data.ledger, 'PutItem', 'UpdateItem'),
          tableRights(data.limits, 'GetItem', 'PutItem', 'UpdateItem'),
          tableKey,
          ...keyRingRights,
        ],
      }).function,
      'manage-consents': new DeskFunction(this, 'ManageConsents', {
        ...common,
        bundle: bundles['manage-consents'],
        env: manageConsentsEnv,
        environment: {
          ...tables,
          ...limits,
          ...keyRing,
          PUBLIC_URL: publicUrl,
          INBOUND_MAIL_DOMAIN: settings.inboundMailDomain ?? '',
          CASE_DAY_SECONDS: String(settings.caseDaySeconds),
          REQUESTS_PER_CALLER_AN_HOUR: String(settings.requestsPerCallerAnHour),
        },
        rights: [
          // DeleteItem: a sign-up that is over, and a place on a list.
          tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
          // BatchGetItem: whether a press changes anything, so that a repeated one mails nothing.
          tableRights(data.ledger, 'BatchGetItem', 'UpdateItem'),
          tableRights(data.limits, 'UpdateItem'),
          tableKey,
          ...keyRingRights,
        ],
      }).function,
      'subscriber-api': new DeskFunction(this, 'SubscriberApi', {
        ...common,
        bundle: bundles['subscriber-api'],
        env: subscriberApiEnv,
        environment: {
          ...tables,
          ...keyRing,
          PUBLIC_URL: publicUrl,
          INBOUND_MAIL_DOMAIN: settings.inboundMailDomain ?? '',
        },
        rights: [
          // PutItem: consents that were given elsewhere.
          tableRights(data.desk, 'GetItem', 'BatchGetItem', 'Query', 'PutItem'),
          tableRights(data.ledger, 'BatchGetItem'),
          tableKey,
          ...keyRingRights,
        ],
      }).function,
      'collect-answer': new DeskFunction(this, 'CollectAnswer', {
        ...common,
        bundle: bundles['collect-answer'],
        env: collectAnswerEnv,
        environment: { ...tables, ...limits, ...keyRing, ...files, PUBLIC_URL: publicUrl },
        rights: [
          fileRights(data.answers, 'files/', 'GetObjectVersion'),
          fileListRights(data.answers),
          keyRights(data.key, region, 's3', 'Decrypt'),
          tableRights(data.desk, 'GetItem', 'Query', 'PutItem', 'UpdateItem'),
          tableRights(data.ledger, 'PutItem'),
          tableRights(data.limits, 'UpdateItem'),
          tableKey,
          ...keyRingRights,
        ],
      }).function,
      'staff-desk': new DeskFunction(this, 'StaffDesk', {
        ...common,
        bundle: bundles['staff-desk'],
        env: staffDeskEnv,
        environment: {
          ...tables,
          ...limits,
          ...keyRing,
          ...files,
          INBOUND_MAIL_BUCKET: data.inboundMail.bucketName,
          PUBLIC_URL: publicUrl,
          CASE_DAY_SECONDS: String(settings.caseDaySeconds),
        },
        rights: [
          // The form a browser uploads with is signed with this function's rights.
          fileRights(data.answers, 'incoming/', 'PutObject', 'GetObject', 'GetObjectVersion'),
          fileRights(data.answers, 'files/', 'PutObject', 'GetObjectVersion'),
          fileListRights(data.answers),
          fileRights(data.inboundMail, `${MAIL_FOLDER}/`, 'GetObject'),
          fileRights(data.inboundMail, `${ATTACHMENT_FOLDER}/`, 'GetObject'),
          fileListRights(data.inboundMail),
          keyRights(data.key, region, 's3', 'Decrypt', 'GenerateDataKey'),
          // BatchGetItem: the overview reads every open case. DeleteItem: a place on a list, when somebody calls to stop
          // mails.
          tableRights(
            data.desk,
            'GetItem',
            'BatchGetItem',
            'Query',
            'PutItem',
            'UpdateItem',
            'DeleteItem',
            'BatchWriteItem',
          ),
          queueRights(data.desk),
          contactRights(data.desk),
          tableRights(data.ledger, 'BatchGetItem', 'PutItem', 'UpdateItem'),
          tableRights(data.limits, 'GetItem', 'PutItem', 'UpdateItem'),
          tableKey,
          ...keyRingRights,
        ],
      }).function,
      'show-pages': new DeskFunction(this, 'ShowPages', {
        ...common,
        bundle: bundles['show-pages'],
        env: showPagesEnv,
        environment: { PUBLIC_URL: publicUrl },
        rights: [],
      }).function,
    };
  }
}
