import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './local-desk-error.ts';
import { groupIsAlive, isAlive, type ProcessRecord, recordOf } from './process-identity.ts';

/** What to start, where, and the file that takes all it says. */
export type Launch = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly log: string;
};

/** A process of ours that leads a process group of its own. `ended` settles when it has, with its exit code. */
export type StartedProcess = {
  readonly record: ProcessRecord;
  readonly ended: Promise<number>;
  /** Lets this process exit while that one runs on. */
  readonly letGo: () => void;
};

const pollMilliseconds = 50;
/** A worker that hangs keeps its group alive whatever it is asked. */
const graceMilliseconds = 5000;

/**
 * Starts a program in a process group of its own, so that it outlives a Ctrl-C meant for us and can be ended with its children.
 * @throws Error with a code when the program cannot be started
 */
export async function startProcess(launch: Launch): Promise<StartedProcess> {
  const log = openSync(launch.log, 'w');
  try {
    const child = spawn(launch.command, [...launch.args], {
      cwd: launch.cwd,
      env: { ...launch.env },
      detached: true,
      stdio: ['ignore', log, log],
    });
    const ended = new Promise<number>((resolve) => {
      child.once('exit', (code) => resolve(code ?? 1));
    });
    await once(child, 'spawn');
    const pid = child.pid;
    if (pid === undefined) throw new Error('a spawned process has a number');
    const record = await recordOf(launch.name, pid).catch(() => ({ name: launch.name, pid, born: 'gone' }));
    return { record, ended, letGo: () => child.unref() };
  } finally {
    closeSync(log);
  }
}

/**
 * Ends a recorded process and its whole group: asks, waits, then forces.
 * Nothing happens if another process has its number now.
 * @returns whether it was running
 */
export async function endGroup(record: ProcessRecord, grace = graceMilliseconds): Promise<boolean> {
  if (!(await isAlive(record))) return false;
  await endGroupOf(record.pid, grace);
  return true;
}

/** As `endGroup`, for a group known to be ours because this process started it: also what its leader left behind. */
export async function endGroupOf(group: number, grace = graceMilliseconds): Promise<void> {
  signalGroup(group, 'SIGTERM');
  if (await groupEnds(group, grace)) return;
  signalGroup(group, 'SIGKILL');
  await groupEnds(group, grace);
}

async function groupEnds(group: number, milliseconds: number): Promise<boolean> {
  const giveUp = performance.now() + milliseconds;
  while (await groupIsAlive(group)) {
    if (performance.now() > giveUp) return false;
    await sleep(pollMilliseconds);
  }
  return true;
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-group, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
