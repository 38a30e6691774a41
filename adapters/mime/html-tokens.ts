import { Tokenizer } from 'htmlparser2';

/** What a reader of HTML is told, in order of the document. Names are in lower case. */
export interface HtmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** The attributes that tell what an element is for; what others hold is passed over. */
const READ = new Set(['style', 'class', 'id', 'hidden']);
const LONGEST_VALUE = 2000;
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const nothing = () => undefined;

/**
 * Splits HTML into tags and text. A tokenizer and no tree: trees of hostile HTML (hundreds of thousands of tags that never
 * close) take quadratic time or more stack than there is. Elements without content are closed at once.
 */
export function tokenizeHtml(html: string, events: HtmlEvents): void {
  let name = '';
  let attributes: Record<string, string> = {};
  let attribute = '';
  const add = (value: string) => {
    const before = attributes[attribute];
    if (before !== undefined && before.length < LONGEST_VALUE) attributes[attribute] = before + value;
  };
  const opened = () => {
    events.open(name, attributes);
    if (VOID.has(name)) events.close(name);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true, xmlMode: false },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = end - start > 20 ? '' : html.slice(start, end).toLowerCase();
        if (READ.has(attribute)) attributes[attribute] ??= '';
        else attribute = '';
      },
      onattribdata: (start, end) => add(html.slice(start, Math.min(end, start + LONGEST_VALUE))),
      onattribentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      onattribend: nothing,
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        const closed = html.slice(start, end).trim().toLowerCase();
        if (closed === 'br') events.open(closed, {});
        if (!VOID.has(closed)) events.close(closed);
      },
      ontext: (start, end) => events.text(html.slice(start, end)),
      ontextentity: (codePoint) => events.text(String.fromCodePoint(codePoint)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
