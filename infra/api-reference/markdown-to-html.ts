import { Marked, type Token, type TokensList } from 'marked';
import { html } from '../../views/html.ts';

/**
 * Markdown as markup for the pages: no markup of its own passes, headings have ids that start with a name and are told
 * apart, and what may be wider than a phone can be scrolled with the keyboard.
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
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        const id = uniqueId(ids, `${prefix}${slugOf(text)}`);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text }) {
        return html`<pre tabindex="0" role="group" aria-label="Sample"><code>${text}</code></pre>
          `.toString();
      },
      table({ header, rows }) {
        const cells = (tag: string, row: typeof header) =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag.slice(0, 2)}>`).join('')}</tr>`;
        return `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table><thead>${cells('th scope="col"', header)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table></div>\n`;
      },
      html({ text }) {
        return html`${text}`.toString();
      },
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
