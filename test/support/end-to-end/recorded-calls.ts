import { createHash } from 'node:crypto';
import { jsonCall } from './engine-call.ts';
import { arnOf } from './roles.ts';

/** One call that somebody made and that was allowed: the action it needed, on which resource. */
export interface RecordedCall {
  readonly action: string;
  readonly resource: string;
}

interface TrailEvent {
  readonly EventId: string;
  readonly EventName: string;
  readonly EventSource: string;
  readonly EventTime: number;
  readonly CloudTrailEvent: string;
  readonly Resources: readonly { readonly ResourceName: string }[];
}

const LOOK_UP = 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents';
const PAGE = 50;

/** Allowed calls of a function, newest first; the engine keeps the last ten thousand of everybody. */
export async function callsOf(functionArn: string, roleArn: string): Promise<readonly RecordedCall[]> {
  const AttributeValue = accessKeyOf(functionArn, roleArn);
  const seen = new Map<string, TrailEvent>();
  let EndTime: number | undefined;
  for (;;) {
    const { Events } = (await jsonCall('cloudtrail', LOOK_UP, {
      LookupAttributes: [{ AttributeKey: 'AccessKeyId', AttributeValue }],
      MaxResults: PAGE,
      ...(EndTime !== undefined && { EndTime }),
    })) as { readonly Events: readonly TrailEvent[] };
    const fresh = Events.filter(({ EventId }) => !seen.has(EventId));
    for (const event of fresh) seen.set(event.EventId, event);
    if (Events.length < PAGE || fresh.length === 0) return [...seen.values()].flatMap(callsIn);
    EndTime = Events.at(-1)?.EventTime;
  }
}

/** The key a function of the local engine calls with, which it makes from the two names. */
function accessKeyOf(functionArn: string, roleArn: string): string {
  const digest = createHash('sha256').update(`${functionArn}:${roleArn}`).digest('hex');
  return `ASIA${digest.slice(0, 16).toUpperCase()}`;
}

interface Parameters {
  readonly SecretId?: string;
  readonly stateMachineArn?: string;
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly TransactItems?: readonly Readonly<Record<string, { readonly TableName: string }>>[];
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** What a call needed: a transaction or batch needs the action of each of its parts. */
function callsIn({ EventName, EventSource, CloudTrailEvent, Resources }: TrailEvent): readonly RecordedCall[] {
  const service = EventSource.replace('.amazonaws.com', '');
  const { requestParameters: input } = JSON.parse(CloudTrailEvent) as { readonly requestParameters: Parameters };
  if (service === 'dynamodb') return dynamoDbCalls(EventName, input);
  if (service === 's3') return [fileCall(EventName, Resources.map(({ ResourceName }) => ResourceName).join('/'))];
  return [{ action: `${service}:${EventName}`, resource: input.SecretId ?? input.stateMachineArn ?? '*' }];
}

/**
 * The engine records neither which version was asked for nor what a copy was made of. Of a file or mail that came in the
 * newest version is read, and of a file that was kept never another than the one that was.
 */
function fileCall(name: string, path: string): RecordedCall {
  const reads = name === 'GetObject' || name === 'HeadObject';
  const reading = /^[^/]*\/(?:incoming|mail|attachments)\//.test(path) ? 'GetObject' : 'GetObjectVersion';
  return { action: `s3:${reads ? reading : name}`, resource: `arn:aws:s3:::${path}` };
}

function dynamoDbCalls(name: string, input: Parameters): readonly RecordedCall[] {
  if (name === 'TransactWriteItems') {
    return (input.TransactItems ?? []).flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => tableCall(`${kind}Item`, TableName)),
    );
  }
  if (name === 'BatchWriteItem' || name === 'BatchGetItem')
    return Object.keys(input.RequestItems ?? {}).map((table) => tableCall(name, table));
  return [tableCall(name, input.TableName, input.IndexName)];
}

function tableCall(action: string, table = '', index?: string): RecordedCall {
  const path = `table/${table}${index === undefined ? '' : `/index/${index}`}`;
  return { action: `dynamodb:${action}`, resource: arnOf('dynamodb', path) };
}
