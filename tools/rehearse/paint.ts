/** Colours for a terminal, or none. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** Colours only on a terminal, and only if `NO_COLOR` (no-color.org) does not forbid them. */
export function paintFor(terminal: { readonly isTTY?: boolean }, noColor: string | undefined): Paint {
  const coloured = terminal.isTTY === true && (noColor === undefined || noColor === '');
  const paint = (code: number) => (text: string) => (coloured ? `\u001B[${code}m${text}\u001B[0m` : text);
  return { bold: paint(1), dim: paint(2), good: paint(32), bad: paint(31) };
}
