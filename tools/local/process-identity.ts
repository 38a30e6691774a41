import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { z } from 'zod';

/**
 * A process as it is remembered in a file. `born` tells it from a later process that was given the same
 * number: the machine's boot and the tick it was started at, or where there is no /proc, its start time.
 */
export const processRecordSchema = z.object({
  name: z.string(),
  pid: z.int().positive(),
  born: z.string().min(1),
});
export type ProcessRecord = Readonly<z.infer<typeof processRecordSchema>>;

type Status = { readonly state: string; readonly group: number; readonly startTicks: string };

/** When the process with this number was born, or undefined if there is none (one that ended and waits to be buried is none). */
async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return startTimeOf(pid);
  const status = await statusOf(pid);
  if (status === undefined || status.state === 'Z') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${status.startTicks}`;
}

/** @throws Error when the process is already gone */
export async function recordOf(name: string, pid: number): Promise<ProcessRecord> {
  const born = await birthOf(pid);
  if (born === undefined) throw new Error(`process ${pid} is gone`);
  return { name, pid, born };
}

/** Whether the very process of this record still runs. */
export async function isAlive(record: ProcessRecord): Promise<boolean> {
  return (await birthOf(record.pid)) === record.born;
}

/** Whether any process of this group still runs; ones that ended and wait to be buried do not count. */
export async function groupIsAlive(group: number): Promise<boolean> {
  if (process.platform !== 'linux') return answersToSignals(group);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map((pid) => statusOf(pid)));
  return all.some((status) => status?.group === group && status.state !== 'Z');
}

/** Fields of /proc/<pid>/stat; the program's name before them may hold spaces and brackets. */
async function statusOf(pid: number): Promise<Status | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, , group] = fields;
  const startTicks = fields[19];
  return state === undefined || startTicks === undefined ? undefined : { state, group: Number(group), startTicks };
}

async function startTimeOf(pid: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { LC_ALL: 'C' } });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

function answersToSignals(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}
