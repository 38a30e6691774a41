import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  InvokeCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
import { unique } from './requests.ts';
import { desk } from './running-desk.ts';

const lambda = new LambdaClient(awsConfigOf(desk));

/** Has the dispatcher look for unsent outbox rows, as its schedule does. */
export const redrive = (): Promise<void> => dispatcherDoes('redrive');

/** Has what was given up tried again, as a person does. */
export const revive = (): Promise<void> => dispatcherDoes('revive');

async function dispatcherDoes(task: 'redrive' | 'revive'): Promise<void> {
  const command = new InvokeCommand({ FunctionName: desk.dispatchOutboxName, Payload: JSON.stringify({ task }) });
  const { FunctionError } = await lambda.send(command);
  if (FunctionError !== undefined) throw new Error(`the ${task} failed: ${FunctionError}`);
}

/** Has every function start anew at its next call, as after a change of its configuration. */
export async function startFunctionsAnew(): Promise<void> {
  const { Functions: all = [] } = await lambda.send(new ListFunctionsCommand({ MaxItems: 1000 }));
  const names = all.map(({ FunctionName }) => FunctionName ?? '').filter((name) => name.startsWith('PrivacyDesk-'));
  for (const FunctionName of names) {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: unique('started ') }));
  }
}

/**
 * Kills the processes that run a function right now, as a machine that fails would. Only children of the desk's own
 * engine are looked at.
 * @param part of the function's name
 * @returns how many there were
 */
export async function killWorkers(part: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,args='], { maxBuffer: 16_000_000 });
  const pids = stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) =>
      match === null ? [] : [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] ?? '' }],
    )
    .filter(({ parent, args }) => parent === desk.enginePid && args.includes(part) && args.includes('_worker'))
    .map(({ pid }) => pid);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  return pids.length;
}
