import { createHash } from 'node:crypto';
import { importFields, readImportLine } from '../../contracts/http/import-line.ts';
import { MOST_IMPORT_LINES, type ImportLine } from '../../domain/consents/use-cases/import-subscribers.ts';
import { instantText } from '../../domain/instants.ts';
import type { ImportResult, RawImportLine } from '../desk-client/subscriber-api.ts';
import { type Header, readHeader } from './header.ts';
import { ListError } from './list-error.ts';
import { readLines } from './read-lines.ts';
import { type ListRecord, readRecords } from './read-records.ts';
import type { RefusalReason, RefusedLine } from './report.ts';

export interface ImportCounts {
  /** Lines whose fate is known. */
  readonly done: number;
  readonly added: number;
  readonly unchanged: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly byReason: ReadonlyMap<RefusalReason, number>;
}

export interface ImportOptions {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Has the desk take lines in, or say whether it would. */
  readonly send: (lines: readonly RawImportLine[]) => Promise<readonly ImportResult[]>;
  /** Hears of the first line, before any other. */
  readonly onHeader?: (header: Header) => void;
  /** Hears of every line that is not taken in, in order. */
  readonly onRefused: (refused: RefusedLine) => Promise<void>;
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Ends the import behind what is under way. */
  readonly signal?: AbortSignal;
}

const CALLS_AT_ONCE = 4;
/** Leaves room for the rest of a body of 64 KiB. */
const MOST_BYTES = 50_000;
/** Lines that are not sent wait for those before them, so that the report is in order; no more than so many. */
const MOST_IN_BATCH = 500;
/** Addresses remembered to tell duplicates, in some 40 MB; behind them a duplicate comes back as unchanged. */
const MOST_REMEMBERED = 500_000;

/** A line of a batch: to be sent, or refused before that. */
type Entry = { readonly line: number; readonly raw: RawImportLine } | RefusedLine;
interface Batch {
  readonly entries: Entry[];
  sent: number;
  bytes: number;
}

/**
 * Takes in a list, in memory that does not grow with it but for the addresses remembered: a few calls of a few lines are
 * under way at any time. Throws ListError when it is none, and what `send` and `onRefused` throw.
 */
export async function importList(options: ImportOptions): Promise<ImportCounts> {
  const lines = readLines(options.chunks);
  const header = await headerOf(lines);
  options.onHeader?.(header);
  const seen = new Map<string, number>();
  const counts = { done: 0, added: 0, unchanged: 0, duplicate: 0, refused: 0, byReason: new Map() };
  const underWay: Promise<() => Promise<void>>[] = [];

  const settleFirst = async () => {
    const settle = await underWay.shift();
    await settle?.();
    options.onProgress?.(counts);
  };
  const start = async (batch: Batch) => {
    const toSend = batch.entries.flatMap((entry) => ('raw' in entry ? entry.raw : []));
    const sent = toSend.length === 0 ? Promise.resolve([]) : options.send(toSend);
    // A failure waits its turn, so that it is told behind what went well before it.
    underWay.push(
      sent.then(
        (results) => () => settle(options, counts, batch, results),
        (error: unknown) => () => Promise.reject(error instanceof Error ? error : new TypeError(String(error))),
      ),
    );
    if (underWay.length >= CALLS_AT_ONCE) await settleFirst();
  };

  let batch: Batch = { entries: [], sent: 0, bytes: 0 };
  for await (const record of readRecords(lines, header.delimiter)) {
    const entry = entryOf(record, header, seen);
    const bytes = 'raw' in entry ? Buffer.byteLength(JSON.stringify(entry.raw)) : 0;
    if (batch.sent >= MOST_IMPORT_LINES || batch.bytes + bytes > MOST_BYTES || batch.entries.length >= MOST_IN_BATCH) {
      await start(batch);
      batch = { entries: [], sent: 0, bytes: 0 };
    }
    batch.entries.push(entry);
    batch.bytes += bytes;
    if ('raw' in entry) batch.sent += 1;
    if (options.signal?.aborted === true) break;
  }
  if (options.signal?.aborted !== true) await start(batch);
  while (underWay.length > 0) await settleFirst();
  return counts;
}

async function headerOf(lines: ReturnType<typeof readLines>): Promise<Header> {
  const { done, value } = await lines.next();
  if (done === true) throw new ListError('The file is empty.');
  if (value.fault === 'not_utf8') throw new ListError('The first line is not UTF-8: save the file as CSV UTF-8.');
  if (value.fault === 'line_too_long') throw new ListError('The first line does not end: is this a CSV?');
  return readHeader(value.text);
}

function entryOf(record: ListRecord, { columns }: Header, seen: Map<string, number>): Entry {
  const { line } = record;
  if ('fault' in record) return { line, reason: record.fault };
  if (record.fields.slice(columns.length).some((field) => field.trim() !== '')) {
    return { line, reason: 'too_many_columns' };
  }
  const named = importFields.map((field) => [field, record.fields[columns.indexOf(field)] ?? '']);
  const read = readImportLine({ line, ...Object.fromEntries(named) });
  if ('fault' in read) return { line, reason: read.fault };
  const name = nameOf(read.email);
  const sameAs = seen.get(name);
  if (sameAs !== undefined) return { line, reason: 'duplicate', sameAs };
  if (seen.size < MOST_REMEMBERED) seen.set(name, line);
  return { line, raw: rawOf(read) };
}

/** What an address is remembered by: far too long to meet another by chance. */
function nameOf(email: string): string {
  return createHash('sha256').update(email.normalize('NFC').toLowerCase()).digest().subarray(0, 9).toString('latin1');
}

/** Only what was read, so that no call is larger than it must be. */
function rawOf({ givenAt, proof, language, ...rest }: ImportLine): RawImportLine {
  return { ...rest, givenAt: instantText(givenAt), ...(language && { language }), ...(proof !== null && { proof }) };
}

type Counting = { -readonly [Key in keyof ImportCounts]: ImportCounts[Key] } & {
  readonly byReason: Map<RefusalReason, number>;
};

async function settle(
  { onRefused }: ImportOptions,
  counts: Counting,
  { entries }: Batch,
  results: readonly ImportResult[],
): Promise<void> {
  const answers = results.values();
  for (const entry of entries) {
    const refused = 'raw' in entry ? countedOrRefused(counts, entry.line, answers.next().value) : entry;
    counts.done += 1;
    if (refused === undefined) continue;
    counts[refused.reason === 'duplicate' ? 'duplicate' : 'refused'] += 1;
    counts.byReason.set(refused.reason, (counts.byReason.get(refused.reason) ?? 0) + 1);
    await onRefused(refused);
  }
}

function countedOrRefused(counts: Counting, line: number, result: ImportResult | undefined): RefusedLine | undefined {
  if (result?.line !== line) throw new RangeError('the desk answered for another line');
  if (result.outcome === 'refused') return { line, reason: result.code ?? 'unknown_field' };
  counts[result.outcome] += 1;
  return undefined;
}
