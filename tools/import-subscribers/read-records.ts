import { CsvError, parse } from 'csv-parse/sync';
import type { PhysicalLine } from './read-lines.ts';

export type RecordFault = NonNullable<PhysicalLine['fault']> | 'csv_malformed' | 'quotes_unbalanced';

/** One record of a CSV, by the line it begins on. */
export type ListRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly fault: RecordFault };

/** A text in quotes may run over so many lines and characters; behind that its first quote was a mistake. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 20_000;

/**
 * Records of a CSV (RFC 4180). A quote that is never closed would swallow all that follows it: it costs the record that
 * it stands in, and reading goes on with the very next line. Empty lines are none.
 */
export async function* readRecords(source: AsyncIterator<PhysicalLine>, delimiter: string): AsyncGenerator<ListRecord> {
  /** Lines that were read ahead in vain. */
  const back: PhysicalLine[] = [];
  const next = async (): Promise<PhysicalLine | undefined> => {
    const held = back.shift();
    if (held !== undefined) return held;
    const { done, value } = await source.next();
    return done === true ? undefined : value;
  };

  for (let first = await next(); first !== undefined; first = await next()) {
    const { number: line, text } = first;
    if (first.fault !== undefined) yield { line, fault: first.fault };
    else if (text.trim() === '') continue;
    else yield { line, ...(await readFrom(text, delimiter, next, (lines) => void back.unshift(...lines))) };
  }
}

type Read = { readonly fields: readonly string[] } | { readonly fault: RecordFault };

async function readFrom(
  first: string,
  delimiter: string,
  next: () => Promise<PhysicalLine | undefined>,
  giveBack: (lines: readonly PhysicalLine[]) => void,
): Promise<Read> {
  let text = first;
  let read = readRecord(text, delimiter);
  const ahead: PhysicalLine[] = [];
  while (read === 'open' && ahead.length < MOST_LINES && text.length < MOST_CHARACTERS) {
    const line = await next();
    if (line === undefined) break;
    ahead.push(line);
    if (line.fault !== undefined) break;
    text += `\n${line.text}`;
    if (line.text.includes('"')) read = readRecord(text, delimiter);
  }
  if (Array.isArray(read)) return { fields: read };
  giveBack(ahead);
  return { fault: read === 'open' || ahead.length > 0 ? 'quotes_unbalanced' : 'csv_malformed' };
}

/** The fields of one record; `open` when a quote in it is not closed. */
export function readRecord(text: string, delimiter: string): string[] | 'open' | 'malformed' {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const records = parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true });
    const [record] = records;
    return records.length === 1 && record !== undefined ? record : 'malformed';
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open' : 'malformed';
  }
}
