import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { awsConfigOf } from '../../../tools/desk-client/aws-config.ts';
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
