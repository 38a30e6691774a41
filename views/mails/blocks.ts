/** A piece of a paragraph: words, an address shown and linked, or a code to copy. */
export type Inline = string | { readonly url: string } | { readonly code: string };

/** What mails are built of. Each block has one rendering as text and one as HTML, with the same words. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'action'; readonly label: string; readonly url: string };

export interface Fact {
  readonly label: string;
  readonly value: Inline;
}

/** A mail before its two renderings. `preview` is the line that mailboxes show beside the subject. */
export interface MailDraft {
  readonly subject: string;
  readonly preview: string;
  readonly blocks: readonly Block[];
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function paragraph(...inlines: readonly Inline[]): Block {
  return { kind: 'paragraph', inlines };
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items };
}

export function facts(all: readonly Fact[]): Block {
  return { kind: 'facts', facts: all };
}

/** A table of figures. The first cell of a row says what the row is about; every row has a cell for each column. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', columns, rows };
}

/** A button with its address in sight below it. */
export function action(label: string, url: string): Block {
  return { kind: 'action', label, url };
}

/** A link `page#code` in its two halves. Throws RangeError when it carries no code. */
export function splitLink(link: string): { readonly page: string; readonly code: string } {
  const at = link.indexOf('#');
  if (at < 0 || at === link.length - 1) throw new RangeError('a link carries its code behind #');
  return { page: link.slice(0, at), code: link.slice(at + 1) };
}
