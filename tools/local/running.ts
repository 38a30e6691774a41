import { setTimeout as sleep } from 'node:timers/promises';
import { type DeskFile, readDeskFile, readProcessesFile, removeDeskFiles } from './desk-file.ts';
import { codeOf } from './local-desk-error.ts';
import { isAlive, type ProcessRecord } from './process-identity.ts';
import { endGroup } from './processes.ts';

/** What goes on in a folder: a desk that is up, one that is coming or going, leavings of one that was broken off, or nothing. */
export type Running =
  | { readonly state: 'nothing' }
  | { readonly state: 'up'; readonly desk: DeskFile }
  | { readonly state: 'busy'; readonly supervisor: ProcessRecord }
  | { readonly state: 'leavings' };

const supervisorWithinMilliseconds = 15_000;
const pollMilliseconds = 100;

/** Looks at the processes themselves: a file that names processes long gone counts for nothing. */
export async function findRunning(folder: string): Promise<Running> {
  const file = await readProcessesFile(folder);
  if (file === undefined) return { state: 'nothing' };
  const desk = await readDeskFile(folder);
  const alive = await Promise.all(file.processes.map((record) => isAlive(record)));
  const supervisor = file.supervisor !== undefined && (await isAlive(file.supervisor)) ? file.supervisor : undefined;
  const complete = desk !== undefined && alive.every(Boolean);
  if (complete && (supervisor !== undefined || alive.length > 0)) return { state: 'up', desk };
  if (supervisor !== undefined) return { state: 'busy', supervisor };
  return alive.includes(true) ? { state: 'leavings' } : { state: 'nothing' };
}

/**
 * Ends all that runs for the desk of this folder and removes its files. A supervisor is asked first, and cleans up itself.
 * Processes that only have the number of one of ours are left alone.
 * @returns whether anything was running
 */
export async function endRunning(folder: string): Promise<boolean> {
  const file = await readProcessesFile(folder);
  const supervised = file?.supervisor !== undefined && (await endSupervisor(file.supervisor));
  const ended = await Promise.all((file?.processes ?? []).map((record) => endGroup(record)));
  await removeDeskFiles(folder);
  return supervised || ended.includes(true);
}

async function endSupervisor(supervisor: ProcessRecord): Promise<boolean> {
  if (supervisor.pid === process.pid || !(await isAlive(supervisor))) return false;
  signal(supervisor, 'SIGTERM');
  const giveUp = performance.now() + supervisorWithinMilliseconds;
  while (await isAlive(supervisor)) {
    if (performance.now() > giveUp) {
      signal(supervisor, 'SIGKILL');
      return true;
    }
    await sleep(pollMilliseconds);
  }
  return true;
}

function signal(record: ProcessRecord, name: NodeJS.Signals): void {
  try {
    process.kill(record.pid, name);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}
