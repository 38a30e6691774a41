import { Marked, Renderer, type Token, type TokensList } from 'marked';

/**
 * Markdown as markup for the pages: no markup of its own passes, headings have ids that start with a name and are told
 * apart, long names may break at an underscore, and what is wider than a phone all the same can be scrolled with the
 * keyboard.
 */
export interface MarkdownWriter {
  read(markdown: string): TokensList;
  /** `within` starts the ids of the headings; they are unique for one writer. */
  write(tokens: readonly Token[], within?: string): string;
}

/** A writer for one page. */
export function createMarkdownWriter(): MarkdownWriter {
  const ids = new Set<string>();
  let prefix = '';
  const plain = new Renderer();
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        const id = uniqueId(ids, `${prefix}${slugOf(text)}`);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      codespan: (token) => plain.codespan(token).replaceAll('_', '_<wbr />'),
      code: (token) => plain.code(token).replace('<pre>', `<pre ${scrolledByKey('Sample')}>`),
      table({ header, rows }) {
        const row = (cells: typeof header, start: string, end: string) =>
          `<tr>${cells.map(({ tokens }) => `${start}${this.parser.parseInline(tokens)}${end}`).join('')}</tr>\n`;
        const head = row(header, '<th scope="col">', '</th>');
        const body = rows.map((cells) => row(cells, '<td>', '</td>')).join('');
        const table = `<table><thead>${head}</thead><tbody>${body}</tbody></table>`;
        return `<div class="scroll" ${scrolledByKey('Table')}>${table}</div>\n`;
      },
      html: ({ text }) => plain.text({ type: 'text', raw: text, text }),
    },
  });
  return {
    read: (markdown) => marked.lexer(markdown),
    write: (tokens, within) => {
      prefix = within === undefined ? '' : `${within}-`;
      return marked.parser([...tokens]);
    },
  };
}

function scrolledByKey(name: string): string {
  return `tabindex="0" role="group" aria-label="${name}"`;
}

/** The id a heading has, before it is told apart from others. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
}

function uniqueId(taken: Set<string>, wanted: string): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
