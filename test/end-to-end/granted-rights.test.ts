import { GetFunctionConfigurationCommand, LambdaClient, ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { awsConfigOf } from '../../tools/desk-client/aws-config.ts';
import { functionNames } from '../../infra/function-names.ts';
import { createSubscriberApi } from '../../tools/desk-client/subscriber-api.ts';
import { invokeSweep } from '../../tools/desk-client/sweep.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { actOnDesk, readOnDesk } from '../support/end-to-end/desk-acts.ts';
import { redrive, startFunctionsAnew } from '../support/end-to-end/functions.ts';
import {
  answerAll,
  answeredCase,
  answerTo,
  askedCase,
  caseForStaff,
  openedCase,
  untilPlanned,
} from '../support/end-to-end/lives.ts';
import {
  extensionApproved,
  extensionLetterBounces,
  extensionProposed,
  fileApproved,
  fileProposed,
} from '../support/end-to-end/lives-of-two.ts';
import { signUpsNobodyConfirmed, stopMails, workByMail } from '../support/end-to-end/lives-of-readers.ts';
import { mailTo, secretIn, signInMailAfter } from '../support/end-to-end/mailbox.ts';
import { aRequest, submit, unique } from '../support/end-to-end/requests.ts';
import { callsOf, type RecordedCall } from '../support/end-to-end/recorded-calls.ts';
import { statementsOf } from '../support/end-to-end/roles.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { anna, pieter, sam, sessionOf } from '../support/end-to-end/staff.ts';
import { forgetSignInLimits, storedCase } from '../support/end-to-end/stored.ts';
import { letCaseAge, PAST_THE_PROMISE } from '../support/end-to-end/time-passes.ts';
import { press } from '../support/end-to-end/web.ts';
import { type Grant, grantsIn, ungrantedCalls, unusedGrants } from '../support/end-to-end/unused-grants.ts';

/** Rights that no call to the local engine can show to be needed, and who on AWS needs them. */
const ONLY_ON_AWS: readonly { readonly action: RegExp; readonly resource?: RegExp; readonly reason: string }[] = [
  {
    action: /^kms:/,
    reason: 'DynamoDB, SQS and Secrets Manager use the key in the name of the caller; the engine does not ask',
  },
  {
    action: /^logs:/,
    reason: 'the Lambda service writes the log in the name of the function; the engine writes it itself',
  },
  {
    action: /^dynamodb:(?:DescribeStream|GetRecords|GetShardIterator|ListStreams)$/,
    reason: 'the Lambda service reads the stream in the name of the function; the engine reads it itself',
  },
  {
    action: /^sqs:SendMessage$/,
    reason: 'the Lambda service hands failed events to the queue in the name of the function',
  },
  { action: /^ses:/, reason: 'the engine judges sending, but does not record it' },
  {
    action: /^sqs:(?:ReceiveMessage|DeleteMessage|GetQueueAttributes)$/,
    reason: 'the Lambda service reads the queue in the name of the function; the engine reads it itself',
  },
  {
    action: /^s3:ListBucket$/,
    reason: 'S3 asks for it when a file is not there, to say so; the engine says so without asking',
  },
  {
    action: /^s3:PutObject$/,
    resource: /\/incoming\/\*$/,
    reason: 'a browser uploads with a form the function signed; the engine records it under no name',
  },
  {
    action: /^s3:GetObjectVersion$/,
    resource: /\/incoming\/\*$/,
    reason: 'S3 asks for it when a file is kept by a copy; the engine records no source of a copy',
  },
];

const isExcepted = ({ action, resource }: Grant, exception: (typeof ONLY_ON_AWS)[number]): boolean =>
  exception.action.test(action) && (exception.resource?.test(resource) ?? true);

interface DeployedFunction {
  readonly name: string;
  readonly role: string;
  readonly grants: readonly Grant[];
  readonly calls: readonly RecordedCall[];
}

const lambda = new LambdaClient(awsConfigOf(desk));
let functions: readonly DeployedFunction[];

/** Does once what any part of the desk ever does, whatever other tests have done before. */
async function liveThroughEverything(): Promise<void> {
  // What a function reads while it starts was long ago by now: the engine keeps the last ten thousand calls.
  await startFunctionsAnew();
  await submit(aRequest({ parts: [{ requestType: 'consent_withdrawal' }] }));
  const { collectSecret, collectionCode } = await answeredCase();
  await press('/collect', { token: collectSecret, collectionCode });
  await press('/desk', { email: pieter.email });

  const { take, caseNumber } = await caseForStaff();
  await forgetSignInLimits();
  const mail = await signInMailAfter(anna.email, () => press('/desk/act', { token: take }));
  await press('/desk/sign-in', { token: secretIn(mail, 'desk/sign-in') });
  await answerAll(caseNumber);

  const asked = await askedCase();
  const session = await sessionOf(pieter);
  await press('/desk/act', { token: asked.confirmSecret }, { session });
  await letCaseAge(asked.caseNumber, PAST_THE_PROMISE);
  await invokeSweep(desk, 'digest');

  const reminded = await openedCase({}, { dayLastsSeconds: 0.5 });
  await waitFor('a rung', 60, async () => (await storedCase(reminded.caseNumber)).steps.at(0));
  await answerAll(reminded.caseNumber);

  const late = await openedCase();
  await untilPlanned(late.caseNumber);
  await letCaseAge(late.caseNumber, PAST_THE_PROMISE);
  await invokeSweep(desk, 'late');
  await redrive();
  await answerAll(late.caseNumber);

  await workByTwo();
  await workOnTheDesk();
  await stopMails();
  await signUpsNobodyConfirmed();
  await workAsNewsletterTool();
  await workByMail();
}

/** What the newsletter tool's calls need rights for. */
async function workAsNewsletterTool(): Promise<void> {
  const api = createSubscriberApi(desk);
  const email = `${unique('earlier.')}@example.com`;
  const line = { line: 1, email, givenAt: '2024-03-01', source: 'website', wording: 'Ja' };
  await api.importLines('mailing', [line], false);
  await api.page('mailing', null, 10);
  await api.check('mailing', [email]);
}

/** What the letters, the files and the addresses of a case need rights for. */
async function workByTwo(): Promise<void> {
  const { caseNumber } = await extensionProposed();
  await extensionApproved(caseNumber);
  await extensionLetterBounces(caseNumber);
  await actOnDesk(anna, 'answer', caseNumber, '1', await answerTo(caseNumber, '1'));

  const proposed = await fileProposed({ name: 'data', content: 'a,b\n1,2\n' });
  const { approvalSecret, collectionCode, fileId } = proposed;
  await press('/desk/files/open', { token: approvalSecret, fileId }, { session: await sessionOf(sam) });
  await press('/collect/file', { token: await fileApproved(proposed), collectionCode, fileId });
}

async function workOnTheDesk(): Promise<void> {
  const { caseNumber, collectionCode } = await openedCase({ parts: [{ requestType: 'question' }] });
  await readOnDesk(anna, '/desk');
  await readOnDesk(anna, `/desk/cases/${caseNumber}`);
  const email = `${unique('moved.')}@example.com`;
  await press('/case/act', { caseNumber, collectionCode, act: 'change_address', email });
  await press('/confirm-contact', { token: secretIn(await mailTo(email, [caseNumber]), 'confirm-contact') });
  await actOnDesk(anna, 'retype', caseNumber, '1', { to: 'marketing_objection' });
}

async function deployedFunctions(): Promise<readonly DeployedFunction[]> {
  const { Functions: all = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 1000 }));
  const own = all.map(({ FunctionName }) => FunctionName ?? '').filter((name) => name.startsWith('PrivacyDesk-'));
  return Promise.all(
    own.map(async (FunctionName) => {
      const found = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
      const [functionArn, roleArn] = [found.FunctionArn ?? '', found.Role ?? ''];
      const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
      const arns = [functionArn, `${functionArn}:live`, `${functionArn}:$LATEST`, `${functionArn}:1`];
      const calls = (await Promise.all(arns.map((arn) => callsOf(arn, roleArn)))).flat();
      return { name: role, role, grants: grantsIn(await statementsOf(role)), calls };
    }),
  );
}

beforeAll(async () => {
  await liveThroughEverything();
  functions = await deployedFunctions();
}, 600_000);

describe('the rights of the functions', () => {
  it('are those of all functions of the desk, each with a role of its own', () => {
    expect(functions).toHaveLength(functionNames.length);
    expect(new Set(functions.map(({ role }) => role)).size).toBe(functionNames.length);
  });

  it('are all made use of, but for those only AWS itself exercises', () => {
    const unused = functions.flatMap(({ name, grants, calls }) =>
      unusedGrants(grants, calls)
        .filter((grant) => !ONLY_ON_AWS.some((exception) => isExcepted(grant, exception)))
        .map(({ action, resource }) => `${name}: ${action} on ${resource}`),
    );
    expect(unused).toStrictEqual([]);
  });

  it('have no exception that is not needed', () => {
    const unused = functions.flatMap(({ grants, calls }) => unusedGrants(grants, calls));
    const needless = ONLY_ON_AWS.filter((exception) => !unused.some((grant) => isExcepted(grant, exception)));
    expect(needless).toStrictEqual([]);
  });

  it('cover every call that was made', () => {
    const uncovered = functions.flatMap(({ name, grants, calls }) =>
      ungrantedCalls(grants, calls).map(({ action, resource }) => `${name}: ${action} on ${resource}`),
    );
    expect([...new Set(uncovered)]).toStrictEqual([]);
  });

  it('name every resource, where the service knows resources', () => {
    const broad = functions.flatMap(({ name, grants }) =>
      grants
        .filter(({ action, resource }) => action.includes('*') || resource === '*')
        .map(({ action }) => `${name}: ${action}`),
    );
    const known = /: (?:dynamodb:ListStreams|ses:SendEmail|ses:SendRawEmail)$/;
    expect(broad.filter((grant) => !known.test(grant))).toStrictEqual([]);
  });

  it('of the function that shows pages end at its own log', () => {
    const pages = functions.find(({ name }) => name.includes('ShowPages'));
    expect(pages?.grants.filter(({ action }) => !action.startsWith('logs:'))).toStrictEqual([]);
    expect(pages?.calls).toStrictEqual([]);
  });
});
