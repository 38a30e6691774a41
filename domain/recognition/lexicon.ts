import { DUTCH_ACTS } from './dutch-acts.ts';
import { DUTCH_PHRASES } from './dutch-phrases.ts';
import { DUTCH_THINGS } from './dutch-things.ts';
import { ENGLISH_ACTS } from './english-acts.ts';
import { ENGLISH_PHRASES } from './english-phrases.ts';
import { ENGLISH_THINGS } from './english-things.ts';

/** What a word can stand for, whatever the language. */
export type Concept = keyof typeof DUTCH_THINGS | keyof typeof DUTCH_ACTS | keyof typeof DUTCH_PHRASES;

/** A phrase of two or more words. Its concept stands where its first word stands. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly concept: Concept;
}

const SHORTEST_STEM = 3;
const SHORTEST_ENDING = 4;
/** Words of these are found with one letter wrong, missing or too many, or two swapped: what a letter turns on. */
const FORGIVEN: ReadonlySet<Concept> = new Set<Concept>(
  ['data', 'insight', 'erase', 'mailing', 'unsubscribe', 'consent', 'privacy', 'objectTo', 'move', 'change'], // prettier-ignore
);
const SHORTEST_FORGIVEN = 7;
/** Words of their own that only look like a slip. */
const NO_SLIPS: ReadonlySet<string> = new Set(
  'inzake contact contacted contacteer overstuur particular verzetten compleet references failing charged delivers'.split(
    ' ',
  ),
);

const exact = new Map<string, Concept[]>();
const stems = new Map<string, Concept[]>();
const endings = new Map<string, Concept[]>();
/** By their first word, and then by their second. */
const phrases = new Map<string, Map<string, Phrase[]>>();
const NONE: readonly never[] = [];
const forgiven = new Map<string, string[]>();

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** The words that one slip of the keyboard leaves the same once a letter is left out. */
function shortened(word: string): readonly string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

/** "andere|nieuwe_partij|club" is four phrases. */
function spelledOut(entry: string): readonly string[] {
  const places = entry.split('_').map((place) => place.split('|'));
  return places.reduce((begun: readonly string[], choices) =>
    begun.flatMap((start) => choices.map((choice) => `${start}_${choice}`)),
  );
}

function learn(concept: Concept, entry: string): void {
  const [first = '', ...rest] = entry.split('_');
  const [second] = rest;
  if (second !== undefined) {
    const byNext = phrases.get(first) ?? new Map<string, Phrase[]>();
    phrases.set(first, byNext);
    add(byNext, second, { rest, concept });
  } else if (first.startsWith('*')) add(endings, first.slice(1), concept);
  else if (first.endsWith('*')) add(stems, first.slice(0, -1), concept);
  else {
    add(exact, first, concept);
    if (FORGIVEN.has(concept) && (first.length >= SHORTEST_FORGIVEN || concept === 'insight')) {
      for (const short of shortened(first)) add(forgiven, short, first);
    }
  }
}

function learnAll(words: Readonly<Partial<Record<Concept, string>>>): void {
  for (const [concept, entries] of Object.entries(words)) {
    if (!isConcept(concept)) continue;
    for (const entry of entries.replace(/['!]/gu, '').trim().split(/\s+/u)) {
      for (const phrase of spelledOut(entry)) learn(concept, phrase);
    }
  }
}

function isConcept(name: string): name is Concept {
  return name in DUTCH_THINGS || name in DUTCH_ACTS || name in DUTCH_PHRASES;
}

for (const words of [DUTCH_THINGS, DUTCH_ACTS, DUTCH_PHRASES, ENGLISH_THINGS, ENGLISH_ACTS, ENGLISH_PHRASES]) {
  learnAll(words);
}

/** What a word stands for by itself. Words that are not known are tried with one slip of the keyboard. */
export function conceptsOf(word: string): readonly Concept[] {
  const known = exact.get(word);
  if (known !== undefined) return known;
  if (word.length <= SHORTEST_STEM) return NONE;
  const found: Concept[] = [];
  for (let length = SHORTEST_STEM; length <= word.length; length += 1) {
    const begun = stems.get(word.slice(0, length));
    if (begun !== undefined) found.push(...begun);
  }
  for (let from = 1; found.length === 0 && from + SHORTEST_ENDING <= word.length; from += 1) {
    const ended = endings.get(word.slice(from));
    if (ended !== undefined) found.push(...ended);
  }
  return found.length > 0 ? found : (exact.get(meant(word) ?? '') ?? []);
}

/** Whether any phrase begins with this word. */
export function opensPhrase(word: string): boolean {
  return phrases.has(word);
}

/** What begins at this word and goes on over the next ones. */
export function phrasesAt(words: readonly string[], at: number): readonly Phrase[] {
  const candidates = phrases.get(words[at] ?? '')?.get(words[at + 1] ?? '');
  return candidates?.filter(({ rest }) => rest.every((word, index) => words[at + 1 + index] === word)) ?? NONE;
}

function meant(word: string): string | undefined {
  if (word.length < SHORTEST_FORGIVEN - 2 || NO_SLIPS.has(word)) return undefined;
  for (let at = -1; at < word.length; at += 1) {
    const short = at < 0 ? word : word.slice(0, at) + word.slice(at + 1);
    const known = forgiven.get(short)?.find((candidate) => isOneSlip(word, candidate));
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Whether two words differ by one letter, or by two neighbours swapped. */
function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === other[from]) from += 1;
  const [left, right] = [word.slice(from), other.slice(from)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
