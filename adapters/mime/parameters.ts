import { decodeWords } from 'postal-mime';
import { decodeCharset } from './decode-charset.ts';

/** A structured field such as Content-Type: its value in lower case and its parameters by name in lower case. */
export interface Structured {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** One parameter: a token or a quoted text. Mailers leave spaces in unquoted file names, so a value runs to the semicolon. */
const PARAMETER = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.){0,4000})"?|([^;"]{0,4000}))/gs;
const MOST = 50;

/** Reads a Content-Type or Content-Disposition with its continued and encoded parameters (RFC 2045, RFC 2231). */
export function readStructured(field: string): Structured {
  const semicolon = field.indexOf(';');
  const value = (semicolon === -1 ? field : field.slice(0, semicolon))
    .replaceAll(/\([^()]*\)|["\s]/g, '')
    .toLowerCase();
  const plain = new Map<string, string>();
  for (const [, name = '', quoted, token] of semicolon === -1 ? [] : field.slice(semicolon).matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    // The first one wins, as with fields that are there twice: two readers of a mail must not see two boundaries.
    if (!plain.has(key)) plain.set(key, quoted?.replaceAll(/\\(.)/gs, '$1') ?? token?.trim() ?? '');
    if (plain.size === MOST) break;
  }
  return { value, parameters: joined(plain) };
}

/** Joins `name*0`, `name*1*`, … and decodes `charset'language'%41…`. */
function joined(plain: ReadonlyMap<string, string>): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [key, value] of plain) {
    const [, name = key, section, isEncoded] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(key) ?? [];
    if (section === undefined && isEncoded === undefined) {
      if (!parameters.has(name)) parameters.set(name, decodeWords(value));
    } else if (section === undefined || section === '0') parameters.set(name, continued(plain, name, section));
  }
  return parameters;
}

function continued(plain: ReadonlyMap<string, string>, name: string, first: string | undefined): string {
  const sections: Buffer[] = [];
  let charset = '';
  for (let index = 0; index < MOST; index += 1) {
    const key = first === undefined ? name : `${name}*${index}`;
    const encoded = plain.get(`${key}*`);
    const value = encoded ?? plain.get(key);
    if (value === undefined) break;
    let text = value;
    if (encoded !== undefined && index === 0) {
      const [, label, rest] = /^([^']*)'[^']*'(.*)$/s.exec(encoded) ?? [];
      charset = label ?? '';
      text = rest ?? encoded;
    }
    sections.push(encoded === undefined ? Buffer.from(text) : percentDecoded(text));
    if (first === undefined) break;
  }
  return decodeCharset(Buffer.concat(sections), charset);
}

function percentDecoded(text: string): Buffer {
  const bytes = Buffer.from(text);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const hex = bytes[from] === 0x25 ? bytes.toString('latin1', from + 1, from + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(hex)) {
      bytes[to] = Number.parseInt(hex, 16);
      from += 2;
    } else bytes[to] = bytes[from] ?? 0;
    to += 1;
  }
  return bytes.subarray(0, to);
}
