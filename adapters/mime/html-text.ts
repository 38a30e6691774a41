import { roleOf } from './html-element.ts';
import { tokenizeHtml } from './html-tokens.ts';

/** What stands for the place where a mailer begins the mail that is answered; `cutHistory` knows it. */
const HISTORY_LINE = '-----Original Message-----';

/** Characters of text that are made at most. */
const LONGEST = 1_000_000;
/** Deeper elements are read as if they were not there. */
const DEEPEST = 4000;
/** How far up the end of an element is looked for. */
const FARTHEST_CLOSE = 64;
const MOST_QUOTES = 20;

interface Frame {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isTiny: boolean;
  readonly isAttribution: boolean;
  readonly isPreformatted: boolean;
  readonly quotes: number;
  readonly breaks: 0 | 1 | 2;
}

const OUTSIDE: Frame = {
  name: '',
  isHidden: false,
  isTiny: false,
  isAttribution: false,
  isPreformatted: false,
  quotes: 0,
  breaks: 0,
};

/**
 * The text of an HTML mail as a person sees it: no addresses of links, no scripts, styles or hidden text. What it quotes
 * stands behind `> ` as in plain text, one for each level.
 */
export function textOfHtml(html: string): string {
  const text = render(html, false);
  // A hidden element that never ends hides the whole mail: better all of it than nothing.
  return text.trim() === '' ? render(html, true) : text;
}

function render(html: string, showsHidden: boolean): string {
  const lines = new LineWriter();
  const frames: Frame[] = [];
  let isForwarding = false;
  const top = () => frames.at(-1) ?? OUTSIDE;
  const leave = () => {
    const frame = frames.pop();
    if (frame !== undefined && frame.breaks > 0) lines.break(frame.breaks);
  };
  tokenizeHtml(html, {
    open(name, attributes) {
      if ((name === 'p' || name === 'li' || name === 'tr' || name === 'td') && top().name === name) leave();
      const parent = top();
      const role = roleOf(name, attributes);
      if (name === 'br') return lines.endLine(parent.quotes);
      if (role.startsHistory && !parent.isHidden) lines.whole(HISTORY_LINE, parent.quotes);
      if (role.breaks > 0) lines.break(role.breaks);
      if (name === 'hr') lines.whole('_'.repeat(32), parent.quotes);
      if (name === 'td' || name === 'th') lines.space();
      if (name === 'li' && !parent.isHidden) lines.add('- ', parent.quotes);
      if (role.isAttribution) isForwarding = false;
      if (frames.length >= DEEPEST) return undefined;
      frames.push({
        name,
        isHidden: parent.isHidden || (role.isHidden && (!showsHidden || /^(?:script|style|head|title)$/.test(name))),
        isTiny: !showsHidden && (role.isTiny ?? parent.isTiny),
        isAttribution: parent.isAttribution || role.isAttribution,
        isPreformatted:
          parent.isPreformatted || name === 'pre' || /white-space\s*:\s*pre/i.test(attributes['style'] ?? ''),
        quotes: parent.quotes + (role.isQuote ? 1 : 0),
        breaks: role.breaks,
      });
      return undefined;
    },
    close(name) {
      const lowest = Math.max(0, frames.length - FARTHEST_CLOSE);
      for (let index = frames.length - 1; index >= lowest; index -= 1) {
        if (frames[index]?.name !== name) continue;
        while (frames.length > index) leave();
        return;
      }
    },
    text(text) {
      const frame = top();
      if (frame.isHidden || frame.isTiny || lines.length > LONGEST) return;
      // The line above a quote is left out with it; that above a forwarded mail tells that one follows.
      if (frame.isAttribution && lines.isRuled(text)) isForwarding = true;
      const quotes = frame.quotes + (frame.isAttribution && !isForwarding ? 1 : 0);
      if (!frame.isPreformatted) return lines.add(text, quotes);
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) lines.endLine(quotes);
        lines.add(line, quotes);
      }
      return undefined;
    },
  });
  return lines.end();
}

/** Makes lines of pieces, with white space as a browser shows it. */
class LineWriter {
  readonly #lines: string[] = [];
  /** Pieces are joined once: looking at a string that grows copies all of it each time. */
  #pieces: string[] = [];
  #quotes = 0;
  #isSpaced = false;
  #isParagraphDue = false;
  length = 0;

  /** Whether a piece would belong to a line like `---------- Forwarded message`. */
  isRuled(piece: string): boolean {
    return /^\s*[-‐]{2}/.test(this.#pieces[0] ?? piece);
  }

  space(): void {
    this.#isSpaced = true;
  }

  add(text: string, quotes: number): void {
    const words = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    if (words === '') return;
    if (words === ' ') return this.space();
    if (this.#pieces.length === 0) {
      if (this.#isParagraphDue && this.#lines.length > 0) this.#push();
      this.#isParagraphDue = false;
      this.#quotes = quotes;
    } else if (this.#isSpaced) this.#pieces.push(' ');
    this.#pieces.push(words);
    this.#isSpaced = false;
  }

  endLine(quotes: number): void {
    if (this.#pieces.length === 0) this.#quotes = quotes;
    this.#push();
  }

  break(lines: 0 | 1 | 2): void {
    if (this.#pieces.length > 0) this.#push();
    if (lines === 2) this.#isParagraphDue = true;
    this.#isSpaced = false;
  }

  whole(line: string, quotes: number): void {
    this.break(1);
    this.add(line, quotes);
    this.break(1);
  }

  end(): string {
    this.break(1);
    return this.#lines.join('\n');
  }

  #push(): void {
    const trimmed = this.#pieces.join('').replaceAll(/ {2,}/g, ' ').trim();
    // The signature separator has a blank at its end, which HTML does not show.
    const text = trimmed === '--' ? '-- ' : trimmed;
    const quoted = this.#quotes === 0 ? text : `${'>'.repeat(Math.min(this.#quotes, MOST_QUOTES))} ${text}`;
    if (this.length <= LONGEST) this.#lines.push(quoted);
    this.length += quoted.length + 1;
    this.#pieces = [];
    this.#isSpaced = false;
  }
}
