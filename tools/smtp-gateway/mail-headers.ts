export interface Header {
  readonly name: string;
  readonly value: string;
}

/** Enough for the headers of any mail; what comes after is not looked at. */
const LOOKED_AT_BYTES = 64 * 1024;

/** The headers of a mail in their order, lines that were folded made one (RFC 5322, 2.2.3). Broken lines are left out. */
export function headersIn(content: Uint8Array): readonly Header[] {
  const text = new TextDecoder('utf-8').decode(content.subarray(0, LOOKED_AT_BYTES));
  const [block = ''] = text.split(/\r?\n\r?\n/, 1);
  return block
    .replaceAll(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [{ name, value }];
    });
}
