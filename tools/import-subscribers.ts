import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DeskFileError } from './desk-client/desk-address.ts';
import { findLists } from './desk-client/find-lists.ts';
import { createSubscriberApi, SubscriberApiError } from './desk-client/subscriber-api.ts';
import { importList, type ImportCounts } from './import-subscribers/import-list.ts';
import { ListError } from './import-subscribers/list-error.ts';
import { importHelp, readImportOptions } from './import-subscribers/options.ts';
import { createReport } from './import-subscribers/report.ts';
import { headerText, progressText, summaryText } from './import-subscribers/words.ts';
import { codeOf } from './local/local-desk-error.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const linesBetweenProgress = 10_000;
const millisecondsBetweenProgress = 500;
const brokenOff = 2;

process.exitCode = await main().catch((error: unknown) => {
  const known = error instanceof ListError || error instanceof DeskFileError || error instanceof SubscriberApiError;
  process.stderr.write(`${known ? error.message : describe(error)}\n`);
  return brokenOff;
});

async function main(): Promise<number> {
  const options = readImportOptions(process.argv.slice(2));
  if (options.help) return say(importHelp);
  const { file, topic, apply } = options;
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new ListError(`There is no file ${file}.`);
  const lists = await findLists(options.where, dirname(import.meta.dirname), process.env);
  const api = createSubscriberApi(lists);
  const stop = new AbortController();
  for (const signal of signals) process.once(signal, () => stop.abort());
  say(`${apply ? 'Taking in' : 'Dry run of'} ${file} for ${topic} at ${lists.url}`);
  const reportPath = `${file}.refused.csv`;
  const report = await createReport(reportPath);
  try {
    const counts = await importList({
      chunks: createReadStream(file),
      send: (lines) => api.importLines(topic, lines, !apply),
      onHeader: (header) => say(headerText(header)),
      onRefused: report.add,
      onProgress: progressOn(process.stdout),
      signal: stop.signal,
    });
    if (process.stdout.isTTY) process.stdout.write('\r\u001B[2K');
    say(summaryText(counts, apply, reportPath));
    if (stop.signal.aborted) {
      say('Broken off: the rest was not read. Run it again; nothing is taken in twice.');
      return brokenOff;
    }
    return counts.refused === 0 ? 0 : 1;
  } finally {
    await report.close();
  }
}

/** On a terminal one line that changes; elsewhere a line now and then. */
function progressOn(output: NodeJS.WriteStream): (counts: ImportCounts) => void {
  let told = { lines: 0, at: performance.now() };
  return (counts) => {
    const now = performance.now();
    const isTime = output.isTTY
      ? now - told.at >= millisecondsBetweenProgress
      : counts.done - told.lines >= linesBetweenProgress;
    if (!isTime) return;
    told = { lines: counts.done, at: now };
    output.write(output.isTTY ? `\r\u001B[2K${progressText(counts)}` : `${progressText(counts)}\n`);
  };
}

function describe(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined) return `The import was broken off (${code}). Run it again; nothing is taken in twice.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
