import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DEFAULT_ORGANISATION } from '../../infra/organisations/organisations.ts';
import { stackOutputsSchema } from './deploy.ts';
import { codeOf, LocalDeskError } from './local-desk-error.ts';
import { processRecordSchema } from './process-identity.ts';
import { removeWorkFolder } from './work-folder.ts';

/** A desk that is up on this machine, as other tools find it in `desk.json`. */
export const deskFileSchema = z.object({
  url: z.url(),
  mailbox: z.url(),
  /** Host and port where the desk takes mail by SMTP. */
  smtp: z.string(),
  /** Host and port where the mailbox takes mail by SMTP: what is sent there goes nowhere else. */
  mailboxSmtp: z.string().optional(),
  engine: z.url(),
  region: z.string(),
  account: z.string(),
  /** Id of the organisation it works for. */
  organisation: z.string().default(DEFAULT_ORGANISATION),
  /** Seconds that a day of a case lasts, or `real`. */
  day: z.union([z.number().positive(), z.literal('real')]),
  processes: z.array(processRecordSchema),
  outputs: stackOutputsSchema,
});
export type DeskFile = Readonly<z.infer<typeof deskFileSchema>>;

/** What runs for the desk of a folder, written from the first process on; `supervisor` ends the others when it is told to stop. */
export const processesFileSchema = z.object({
  supervisor: processRecordSchema.optional(),
  processes: z.array(processRecordSchema),
});
export type ProcessesFile = Readonly<z.infer<typeof processesFileSchema>>;

/** The desk that is (or was last) up in this folder, or undefined if there is none. @throws LocalDeskError when the file is not what we wrote */
export function readDeskFile(folder: string): Promise<DeskFile | undefined> {
  return read(join(folder, 'desk.json'), deskFileSchema);
}

/** As `readDeskFile`, for the processes. */
export function readProcessesFile(folder: string): Promise<ProcessesFile | undefined> {
  return read(join(folder, 'processes.json'), processesFileSchema);
}

export function writeDeskFile(folder: string, desk: DeskFile): Promise<void> {
  return write(folder, 'desk.json', desk);
}

export function writeProcessesFile(folder: string, processes: ProcessesFile): Promise<void> {
  return write(folder, 'processes.json', processes);
}

/** Removes both files, and what the engine unpacked: nothing runs in this folder any more. */
export async function removeDeskFiles(folder: string): Promise<void> {
  await Promise.all(['desk.json', 'processes.json'].map((name) => rm(join(folder, name), { force: true })));
  await removeWorkFolder(folder);
}

async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema> | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new LocalDeskError(
      `${path} cannot be understood: delete it, and end what it names yourself if that still runs.`,
    );
  }
}

/** Whoever reads while this writes sees the old file or the new one, never half of one. */
async function write(folder: string, name: string, content: unknown): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${name}.${process.pid}`);
  await writeFile(draft, `${JSON.stringify(content, undefined, 2)}\n`);
  await rename(draft, join(folder, name));
}
