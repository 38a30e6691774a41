/** One word as it counts for recognition: small letters, no accents, no apostrophes. */
export interface Word {
  readonly text: string;
  /** Words of one clause share a number: it goes up at a comma, a bracket, and words such as "but" and "because". */
  readonly clause: number;
}

export interface Sentence {
  /** As written, with runs of blanks made one. */
  readonly asWritten: string;
  readonly words: readonly Word[];
  readonly isSubject: boolean;
  readonly isListItem: boolean;
  readonly isQuestion: boolean;
}

/** A letter is read this far: what a person asks stands before it. Counted in UTF-16 units. */
const READ_AT_MOST = 40_000;
/** Longer runs without a full stop are cut here, so that the work grows with the letter and no faster. */
const WORDS_A_SENTENCE = 90;
/** A line shorter than this was ended by its writer, not wrapped by a mail program. */
const WRAPPED_FROM = 55;

const ABBREVIATIONS = new Set(
  `a.u.b aub s.v.p svp o.a d.w.z m.b.t o.g.v i.v.m t.a.v d.d n.a.v t.n.v p.s b.v n.v e.d bijv art nr tel dhr mevr mw mr drs dr
  ir ing fam st vr gr mrs ms prof e.g i.e no sr jr enz t.b.v t/m incl excl lid para`.split(/\s+/u),
);
const LIST_MARK = /^\s{0,20}(?:[-*•–—·]|\(?(?:\d{1,2}|[a-hA-H]|i{1,3}|iv|v)[.)])\s/u;
/** A box of a form, ticked or not. */
const TICKED = /^\s{0,20}(?:[-*•]\s)?(?:\[[xX✓vV]\]|[☑☒✔✅])/u;
const UNTICKED = /^\s{0,20}(?:[-*•]\s)?(?:\[\s?\]|[☐□])/u;
const PIECE = /[^\s@]{1,64}@[^\s@]{1,190}|https?:\S{1,500}|[\p{L}\p{M}'’]+|\p{N}+|[,;:()?!.…–—/]/gu;
const BEYOND_ASCII = /[\u0080-\u{10FFFF}]/u;
const NEW_CLAUSE = new Set(
  `maar want omdat aangezien hoewel terwijl als indien zodat waar wat daarna but because since although if so
  which who when zolang totdat until en and of or`.split(/\s+/u),
);
/** "Want" opens a reason in Dutch, and a wish in English after one of these. */
const WANTS_IN_ENGLISH = new Set(`i we you not dont do just only also really to would`.split(' '));

/** The subject, if it says anything, and then the sentences of the text, in order. Grows with the letter's length. */
export function sentencesOf(subject: string, written: string): readonly Sentence[] {
  const withoutReply = subject
    .slice(0, 500)
    .replace(/^\s*(?:(?:re|fw|fwd|aw|antw|doorst|betreft)\s?:\s*){1,5}/iu, '')
    .trim();
  const ofSubject = withoutReply === '' ? [] : [sentence(withoutReply, { isSubject: true, isListItem: false })];
  const ofText = blocksOf(tickedOnly(written.slice(0, READ_AT_MOST).split(/\r\n?|\n/u))).flatMap(
    ({ text, isListItem }) => split(text).map((piece) => sentence(piece, { isSubject: false, isListItem })),
  );
  return [...ofSubject, ...ofText].filter(({ words, asWritten }) => words.length > 0 || asWritten !== '');
}

interface Block {
  readonly text: string;
  readonly isListItem: boolean;
}

/** A form with boxes says only what is ticked. */
function tickedOnly(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => TICKED.test(line))) return lines;
  return lines.filter((line) => !UNTICKED.test(line)).map((line) => line.replace(TICKED, '- '));
}

/** Lines that belong together: a wrapped line goes on, a short one, a blank one or a list mark ends it. */
function blocksOf(written: readonly string[]): readonly Block[] {
  const blocks: { lines: string[]; isListItem: boolean }[] = [];
  let goesOn = false;
  for (const line of written) {
    const isListItem = LIST_MARK.test(line);
    const text = line.trim();
    const last = blocks.at(-1);
    if (text === '') goesOn = false;
    else if (last !== undefined && goesOn && !isListItem) {
      last.lines.push(text);
      goesOn = joinsNext(text);
    } else {
      blocks.push({ lines: [text.replace(LIST_MARK, '')], isListItem });
      goesOn = joinsNext(text);
    }
  }
  return blocks.map(({ lines, isListItem }) => ({ text: lines.join(' '), isListItem }));
}

function joinsNext(line: string): boolean {
  return line.length >= WRAPPED_FROM && !/[.!?:]$/u.test(line);
}

/** Splits at full stops that end a sentence: not those of abbreviations, numbers and initials. */
function split(block: string): readonly string[] {
  const sentences: string[] = [];
  let current: string[] = [];
  for (const word of block.split(/\s+/u)) {
    current.push(word);
    if (endsSentence(word) || current.length >= WORDS_A_SENTENCE) {
      sentences.push(current.join(' '));
      current = [];
    }
  }
  if (current.length > 0) sentences.push(current.join(' '));
  return sentences;
}

function endsSentence(word: string): boolean {
  if (/[!?…]["”'’)]{0,3}$/u.test(word)) return true;
  const stop = /^(.{0,40}?)\.["”'’)]{0,3}$/u.exec(word);
  if (stop === null) return word.length > 40 && word.endsWith('.');
  const before = (stop[1] ?? '').toLowerCase().replace(/^[("“'‘]{1,3}/u, '');
  return before.length > 1 && !ABBREVIATIONS.has(before) && !/^(?:\p{L}\.){1,4}\p{L}?$/u.test(before);
}

function sentence(asWritten: string, kind: Pick<Sentence, 'isSubject' | 'isListItem'>): Sentence {
  return { asWritten, words: wordsOf(asWritten), isQuestion: asWritten.includes('?'), ...kind };
}

function wordsOf(asWritten: string): readonly Word[] {
  const words: Word[] = [];
  let clause = 0;
  const plain = (BEYOND_ASCII.test(asWritten) ? asWritten.normalize('NFD').replace(/\p{M}/gu, '') : asWritten)
    .toLowerCase()
    .replaceAll('e-mail', 'email');
  for (const [piece] of plain.matchAll(PIECE)) {
    if (/^[,;:()?!.…–—/]$/u.test(piece)) {
      if (piece !== '/' && piece !== '.') clause += 1;
      continue;
    }
    const text = piece.includes('@') ? '@' : piece.replace(/['’]/gu, '').slice(0, 40);
    if (text === '') continue;
    if (NEW_CLAUSE.has(text) && !(text === 'want' && WANTS_IN_ENGLISH.has(words.at(-1)?.text ?? ''))) clause += 1;
    words.push({ text, clause });
  }
  return words;
}
