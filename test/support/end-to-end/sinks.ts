import { GetExecutionHistoryCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { jsonCall } from './engine-call.ts';
import { desk } from './running-desk.ts';

const workflows = new SFNClient(awsConfigOf(desk));

/** Everything that any log group of the engine holds, one string a line; or those whose name holds a part. */
export async function allLogLines(part = ''): Promise<readonly string[]> {
  const groups = (await logsCall('DescribeLogGroups', {}))['logGroups'] as readonly {
    logGroupName: string;
  }[];
  const lines: string[] = [];
  for (const { logGroupName } of groups.filter((group) => group.logGroupName.includes(part))) {
    let nextToken: unknown;
    do {
      const input = { logGroupName, limit: 10_000, ...(nextToken !== undefined && { nextToken }) };
      const page = await logsCall('FilterLogEvents', input);
      lines.push(...(page['events'] as readonly { message: string }[]).map(({ message }) => message));
      nextToken = page['nextToken'];
    } while (nextToken !== undefined && nextToken !== null);
  }
  return lines;
}

/** The engine fails at times to list what grows meanwhile: then the same call is made again. */
function logsCall(action: string, input: unknown): Promise<Record<string, unknown>> {
  const changing = /changed size during iteration|mutated during iteration/;
  return waitFor(`the answer to ${action}`, 30, () =>
    jsonCall('logs', `Logs_20140328.${action}`, input).catch((error: unknown) => {
      if (error instanceof Error && changing.test(error.message)) return undefined;
      throw error;
    }),
  );
}

/** Names, inputs, outputs and histories of the executions of a case, as JSON. */
export async function executionTraces(caseNumber: string): Promise<readonly string[]> {
  const { executions = [] } = await workflows.send(
    new ListExecutionsCommand({ stateMachineArn: desk.stateMachineArn, maxResults: 1000 }),
  );
  const own = executions.filter(({ name }) => name?.startsWith(caseNumber));
  return Promise.all(
    own.map(async ({ executionArn, name }) => {
      const command = new GetExecutionHistoryCommand({ executionArn, maxResults: 1000, includeExecutionData: true });
      return JSON.stringify([name, (await workflows.send(command)).events]);
    }),
  );
}
