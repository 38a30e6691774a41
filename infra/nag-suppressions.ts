import { CfnResource, type Stack, Validations } from 'aws-cdk-lib';
import type { DeskStacks } from './desk-stacks.ts';
import type { Settings } from './settings.ts';

/** One finding of cdk-nag that stays, where it stays, and why. */
export interface AcceptedFinding {
  readonly rule: string;
  readonly stack: keyof DeskStacks;
  /** Resources below the stack, by the end of their path; all that match are meant. */
  readonly resources: RegExp;
  readonly reason: string;
}

const API = /^Web\/Api\//;

/** Every finding that stays. */
export const acceptedFindings: readonly AcceptedFinding[] = [
  {
    rule: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    stack: 'account',
    resources: /^ApiLogRole\/Resource$/,
    reason: 'API Gateway accepts no narrower role: one per account and region writes the logs of every API in it.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    stack: 'data',
    resources: /^KeyRing$/,
    reason:
      'Collection codes must be recomputable for as long as a case lives, so keys are added beside the old ones by a person, never replaced by a timer.',
  },
  {
    rule: 'AwsSolutions-SMG4',
    stack: 'data',
    resources: /^WebhookSecret$/,
    reason:
      'The newsletter tool holds the same secret, so a person replaces it in both: old and new side by side for as long as that takes.',
  },
  {
    rule: 'AwsSolutions-S1',
    stack: 'data',
    resources: /^Answers\/Bucket\/Resource$/,
    reason:
      'An access log would hold addresses of people in a bucket of its own; the chain of events of each case says which file was attached and collected, when and by whom.',
  },
  ...['files', 'incoming'].map((folder) => ({
    rule: `AwsSolutions-IAM5[Resource::<AnswersBucket00631B86.Arn>/${folder}/*]`,
    stack: 'desk' as const,
    resources: /^WebFunctions\/(StaffDesk|CollectAnswer)\/Role\/Resource$/,
    reason:
      'Files have random keys below their case, so a right is on a folder; each is found by the case only, and read by the version pinned there.',
  })),
  {
    rule: 'AwsSolutions-S1',
    stack: 'data',
    resources: /^InboundMail\/Bucket\/Resource$/,
    reason:
      'One service writes into it and one function reads it; what became of each mail is on record in the desk, and a log of accesses would say no more.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<InboundMailBucket6432EECF.Arn>/mail/*]',
    stack: 'desk',
    resources: /^(InboundMail\/ReceiveMail|Dispatcher\/DispatchOutbox|WebFunctions\/StaffDesk)\/Role\/Resource$/,
    reason: 'SES gives each mail a random key in this folder, so the right is on the folder.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::<InboundMailBucket6432EECF.Arn>/attachments/*]',
    stack: 'desk',
    resources: /^(InboundMail\/ReceiveMail|WebFunctions\/StaffDesk)\/Role\/Resource$/,
    reason: 'Attachments lie below the random key of their mail, so the right is on the folder.',
  },
  {
    rule: 'AwsSolutions-SQS3',
    stack: 'desk',
    resources: /^(Stream|Task)DeadLetters\/Resource$/,
    reason:
      'These are the dead-letter queues; Lambda and Scheduler name them as destinations, which the rule cannot see.',
  },
  {
    rule: 'AwsSolutions-APIG2',
    stack: 'desk',
    resources: /^Web\/Api\/Resource$/,
    reason:
      'Every body is parsed by the strict schema its function was written with; a second schema here could only differ.',
  },
  {
    rule: 'AwsSolutions-APIG4',
    stack: 'desk',
    resources: API,
    reason:
      'The privacy forms are open to everybody by law: people without an account have rights too. Rehearsals need a signed request; answers and staff actions need a token that the function checks.',
  },
  {
    rule: 'AwsSolutions-COG4',
    stack: 'desk',
    resources: API,
    reason: 'Nobody has an account here: requesters prove themselves by link and code, staff by a link in their mail.',
  },
  {
    rule: 'AwsSolutions-APIG6',
    stack: 'desk',
    resources: /^Web\/Api\/DeploymentStage\.live\/Resource$/,
    reason:
      'Execution logs hold headers and addresses of people, in a log group without retention; the access log and the logs of the functions say what is needed.',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    stack: 'desk',
    resources: /^Clock\/Role\/DefaultPolicy\/Resource$/,
    reason:
      'Step Functions sets up the delivery of its log by actions that know no resources (logs:CreateLogDelivery and its kin).',
  },
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    stack: 'desk',
    resources: /^Dispatcher\/DispatchOutbox\/Role\/Resource$/,
    reason: 'dynamodb:ListStreams knows no resources, and the stream cannot be read by Lambda without it.',
  },
  {
    rule: 'AwsSolutions-SF2',
    stack: 'desk',
    resources: /^Clock\/Machine\/Resource$/,
    reason:
      'An execution sleeps for weeks between steps of a second: its log shows all that a trace would, at no cost of its own.',
  },
];

/** Findings only of a stage without the firewall. */
export const acceptedWithoutFirewall: readonly AcceptedFinding[] = [
  {
    rule: 'AwsSolutions-APIG3',
    stack: 'desk',
    resources: /^Web\/Api\/DeploymentStage\.live\/Resource$/,
    reason:
      'A web ACL costs more a month than thousands of requests; limits per caller and per address are kept by the functions. -c webFirewall=true puts one before the API.',
  },
];

/** What stays in a stage with these settings. */
export function acceptedFindingsOf({ webFirewall }: Settings): readonly AcceptedFinding[] {
  return webFirewall ? acceptedFindings : [...acceptedFindings, ...acceptedWithoutFirewall];
}

/** Marks findings that stay on the resources they are about. */
export function acknowledgeFindings(stacks: DeskStacks, findings: readonly AcceptedFinding[]): void {
  for (const { rule, stack, resources, reason } of findings) {
    for (const resource of resourcesOf(stacks[stack])) {
      if (!resources.test(resource.node.path.slice(stacks[stack].node.path.length + 1))) continue;
      Validations.of(resource).acknowledge({ id: rule, reason });
    }
  }
}

function resourcesOf(stack: Stack): readonly CfnResource[] {
  return stack.node.findAll().filter((node) => CfnResource.isCfnResource(node));
}
