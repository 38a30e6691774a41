import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { ImportRefusal } from '../../contracts/http/subscribers.ts';
import { LONGEST_EVIDENCE } from '../../contracts/http/import-line.ts';
import type { RecordFault } from './read-records.ts';

export type RefusalReason = ImportRefusal | RecordFault | 'too_many_columns' | 'duplicate';

/** A line that was not taken in. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: RefusalReason;
  /** For a duplicate: the line that has the same address. */
  readonly sameAs?: number;
}

/** What to do about it, for whoever made the list. */
export const explanations: Readonly<Record<RefusalReason, string>> = {
  unknown_field: 'The line holds a field that is not known',
  not_text: 'A field is not a text',
  email_missing: 'There is no address',
  email_invalid: 'This is no address that mail can go to',
  language_unknown: 'The language is neither nl nor en',
  given_at_missing: 'It does not say when consent was given',
  given_at_invalid: 'The date cannot be read: write 2024-03-01, 01-03-2024 or 2024-03-01 14:30',
  given_in_future: 'The date is still to come',
  source_missing: 'It does not say where consent was given',
  wording_missing: 'It does not say what was agreed to',
  too_long: `A text is too long: source and proof ${LONGEST_EVIDENCE.source} characters, wording ${LONGEST_EVIDENCE.wording}`,
  control_characters: 'A text holds characters that are none, such as NUL, or a line break where one line is wanted',
  suppressed: 'This person has stopped these mails, and only they can sign up again',
  csv_malformed: 'The quotes in the line are not those of a CSV',
  quotes_unbalanced: 'A quote is opened and never closed',
  line_too_long: 'The line is longer than 64 KiB',
  not_utf8: 'The line is not UTF-8: was the file saved as Windows-1252?',
  too_many_columns: 'The line has more columns than the first one',
  duplicate: 'An earlier line has the same address',
};

/** The report of an import, as it is written. */
export interface Report {
  readonly add: (refused: RefusedLine) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Writes the report as CSV, in place of an earlier one. It names lines, not people: what a line said is in the list.
 * Throws the error of the file system.
 */
export async function createReport(path: string): Promise<Report> {
  const file = createWriteStream(path, { mode: 0o600 });
  await once(file, 'open');
  const write = async (cells: readonly string[]) => {
    if (!file.write(`${cells.map(cell).join(';')}\r\n`)) await once(file, 'drain');
  };
  await write(['line', 'reason', 'explanation']);
  return {
    add: ({ line, reason, sameAs }) => {
      const explanation = sameAs === undefined ? explanations[reason] : `${explanations[reason]}: line ${sameAs}`;
      return write([String(line), reason, explanation]);
    },
    close: async () => {
      file.end();
      await once(file, 'close');
    },
  };
}

/** One cell of a CSV. A spreadsheet would take a text that begins like a formula for one: it gets an apostrophe. */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";,\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
