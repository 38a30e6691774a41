/** One figure of a bench, as build/bench.json holds it. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** What the value is held to; absent where it is only told. */
  readonly target?: number;
  readonly holds?: boolean;
}

/** What a bench gives: a table for a reader, and its figures by name. */
export interface BenchResult {
  readonly table: string;
  readonly figures: Readonly<Record<string, Figure>>;
}

export interface Bench {
  readonly name: string;
  /** One line for `--help`. */
  readonly about: string;
  readonly run: () => Promise<BenchResult>;
}

/** Lines up the cells of rows, the first row being the heading; numbers go to the right. */
export function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}
