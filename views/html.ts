import { html as build } from 'hono/html';

type Escaped = Exclude<ReturnType<typeof build>, Promise<unknown>>;

/** A piece of markup whose data are escaped already. */
export interface Html {
  readonly isEscaped: true;
  toString(): string;
}

/** What may stand in a template: strings are escaped, markup is not escaped again, nothing leaves nothing. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

/**
 * Tagged template for markup, and the only way views make any: every string put into it is escaped, in text and
 * between double quotes alike. Throws TypeError when a part would only be known later.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const built: Escaped | Promise<unknown> = build(strings, ...pieces);
  if (built instanceof Promise) throw new TypeError('markup is made at once');
  return built;
}

/** A whole document from its `html` element. */
export function toDocument(root: Html): string {
  return `<!doctype html>\n${root.toString()}\n`;
}
