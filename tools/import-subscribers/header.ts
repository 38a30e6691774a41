import type { ImportField } from '../../contracts/http/import-line.ts';
import { ListError } from './list-error.ts';
import { readRecord } from './read-records.ts';

/** What the first line of a list says. */
export interface Header {
  readonly delimiter: ';' | ',';
  /** What each column holds; undefined for one that is not used. */
  readonly columns: readonly (ImportField | undefined)[];
  /** Names of columns that are not used: what they hold stays where it is. */
  readonly unused: readonly string[];
}

/** Names a column may have, in Dutch and English; case, spaces, hyphens and underscores make no difference. */
export const columnNames: Readonly<Record<ImportField, readonly string[]>> = {
  email: ['email', 'e-mailadres', 'email address'],
  givenAt: ['given at', 'gegeven op', 'toestemming op', 'datum toestemming', 'consent date', 'datum', 'date'],
  source: ['source', 'bron'],
  wording: ['wording', 'tekst', 'toestemmingstekst', 'text'],
  language: ['language', 'taal'],
  proof: ['proof', 'bewijs'],
};

const required: readonly ImportField[] = ['email', 'givenAt', 'source', 'wording'];
const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]+/g, '');
const fieldOfName = new Map(
  Object.entries(columnNames).flatMap(([field, names]) => names.map((name) => [plain(name), field])),
);

/** Throws ListError when the line does not name the columns a list must have. */
export function readHeader(text: string): Header {
  if (text.includes('\u0000')) throw new ListError('The file is not text in UTF-8: save it as CSV UTF-8.');
  if (text.includes('\r')) throw new ListError('The lines of the file end with CR alone: save it as CSV UTF-8.');
  const delimiter = countOf(text, ';') >= countOf(text, ',') ? ';' : ',';
  const names = readRecord(text, delimiter);
  if (!Array.isArray(names))
    throw new ListError('The quotes in the first line, which names the columns, do not match.');
  const columns = names.map((name) => fieldNamed(plain(name)));
  const missing = required.filter((field) => !columns.includes(field));
  if (missing.length > 0) {
    const wanted = missing.map((field) =>
      columnNames[field]
        .slice(0, 2)
        .map((name) => `"${name}"`)
        .join(' or '),
    );
    throw new ListError(`The first line must name the columns, and lacks ${wanted.join(', ')}.`);
  }
  const twice = columns.find((field, index) => field !== undefined && columns.indexOf(field) !== index);
  if (twice !== undefined) throw new ListError(`Two columns are named as "${columnNames[twice][0] ?? twice}".`);
  const unused = names.filter((_, index) => columns[index] === undefined).map((name) => name.trim());
  return { delimiter, columns, unused };
}

function fieldNamed(name: string): ImportField | undefined {
  const field = fieldOfName.get(name);
  return (['email', 'givenAt', 'source', 'wording', 'language', 'proof'] as const).find((each) => each === field);
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
