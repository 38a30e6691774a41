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
 * between double quotes alike. The indentation of templates is left out, which is a fifth of a page; what is put into
 * them stays as it is. Throws TypeError when a part would only be known later.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const built: Escaped | Promise<unknown> = build(withoutIndentation(strings), ...pieces);
  if (built instanceof Promise) throw new TypeError('markup is made at once');
  return built;
}

const unindented = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

function withoutIndentation(strings: TemplateStringsArray): TemplateStringsArray {
  const known = unindented.get(strings);
  if (known !== undefined) return known;
  const made = Object.assign(
    strings.map((text) => text.replaceAll(/\n\s+/g, '\n')),
    { raw: strings.raw },
  );
  unindented.set(strings, made);
  return made;
}

/** A whole document from its `html` element. */
export function toDocument(root: Html): string {
  return `<!doctype html>\n${root.toString()}\n`;
}
