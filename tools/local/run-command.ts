import { appendFile, readFile } from 'node:fs/promises';
import { codeOf, LocalDeskError, StoppedError } from './local-desk-error.ts';
import { endGroupOf, type Launch, startProcess } from './processes.ts';

/** How a command ended and all it said, which is also in its log. */
export type CommandResult = { readonly code: number; readonly output: string };

/**
 * Runs a program to its end in a process group of its own.
 * @throws StoppedError when `signal` aborts; nothing of the program is left running then
 * @throws LocalDeskError when there is no such program
 */
export async function runCommand(launch: Launch, signal: AbortSignal): Promise<CommandResult> {
  if (signal.aborted) throw new StoppedError();
  const started = await startProcess(launch).catch((error: unknown) => {
    throw new LocalDeskError(`${launch.command} could not be started (${codeOf(error) ?? String(error)}).`);
  });
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(new StoppedError());
  signal.addEventListener('abort', stop);
  try {
    const code = await Promise.race([started.ended, stopped.promise]);
    return { code, output: await readFile(launch.log, 'utf8') };
  } catch (error) {
    await endGroupOf(started.record.pid);
    await appendFile(launch.log, '\nstopped\n');
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** The last lines of what a program said, for a failure's explanation. */
export function lastLines(output: string, count = 12): string {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}
