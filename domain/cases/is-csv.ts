const SEPARATORS = [',', ';', '\t'] as const;

/** How a sentence ends: a name of a column does not. */
const SENTENCE = /[.!?:]$/;

/**
 * Whether a text is CSV (RFC 4180, also with semicolons or tabs): a header of at least two names, none of them empty or
 * twice there or the end of a sentence; at least one line below it; and as many fields on every line as in the header.
 */
export function isCsv(text: string): boolean {
  return SEPARATORS.some((separator) => isSeparatedBy(text, separator));
}

function isSeparatedBy(text: string, separator: string): boolean {
  let width = 0;
  let lines = 0;
  for (const record of recordsOf(text, separator)) {
    if (record === undefined) return false;
    lines += 1;
    if (width === 0) {
      const names = record.map((name) => name.trim());
      if (names.length < 2 || names.includes('') || new Set(names).size !== names.length) return false;
      if (names.some((name) => SENTENCE.test(name))) return false;
      width = record.length;
    } else if (record.length !== width) return false;
  }
  return lines > 1;
}

/** The records one by one; undefined, and then no more, where quotes do not end or stand in the middle of a field. */
function* recordsOf(text: string, separator: string): Generator<readonly string[] | undefined> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = fieldAt(text, at, separator);
    if (field === undefined) return yield undefined;
    fields.push(field.value);
    at = field.end;
    if (text.startsWith(separator, at)) {
      at += separator.length;
      if (at < text.length) continue;
      fields.push('');
    } else at += text.startsWith('\r\n', at) ? 2 : 1;
    yield fields;
    fields = [];
  }
}

function fieldAt(
  text: string,
  start: number,
  separator: string,
): { readonly value: string; readonly end: number } | undefined {
  let end = start;
  if (text[start] !== '"') {
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    const value = text.slice(start, end);
    return value.includes('"') ? undefined : { value, end };
  }
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return undefined;
    if (text[end + 1] !== '"') break;
    end += 1;
  } while (end < text.length);
  const next = text[end + 1];
  const isOver = next === undefined || next === separator || next === '\n' || next === '\r';
  return isOver ? { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 } : undefined;
}
