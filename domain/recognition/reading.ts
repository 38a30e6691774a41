import { conceptsOf, opensPhrase, phrasesAt, type Concept } from './lexicon.ts';
import { SEPARABLE_VERBS } from './separable-verbs.ts';
import { sentencesOf, type Sentence } from './text.ts';

/** A sentence and what its words stand for. */
export interface ReadSentence extends Sentence {
  /** Where each concept stands in the sentence, in order. */
  readonly at: ReadonlyMap<Concept, readonly number[]>;
  /** The concepts of the sentence before it: "daar maak ik bezwaar tegen" is about what was said there. */
  readonly before: ReadonlyMap<Concept, unknown>;
  /** The same of the sentence after it. */
  readonly after: ReadonlyMap<Concept, unknown>;
}

export interface ReadLetter {
  readonly sentences: readonly ReadSentence[];
  readonly concepts: ReadonlySet<Concept>;
}

const PARTICLE_WITHIN = 10;
/** What "them" and "those" can stand for; of these, the one named last. */
const THINGS = ['data', 'recording', 'registration', 'identityPaper', 'field', 'contract', 'bill', 'device', 'number', 'mailing', 'ads'] as const; // prettier-ignore
/** "Dat" and "it" are too small to let a bill or a contract stand in a rule's way. */
const TAKE_OVER: ReadonlySet<Concept> = new Set<Concept>(['contract', 'bill', 'device', 'number']);
const REFERS_BACK = 2;
/** A phone in "phone number" and a call in "call records" are none. */
const PART_OF_PHRASE: readonly Concept[] = ['device', 'callMe', 'number'];
/** The same within phrases of one kind: no data in "mobile data", no machine in "automatic payment". */
const HIDES: Readonly<Partial<Record<Concept, readonly Concept[]>>> = {
  allowance: ['data'],
  officer: ['data'],
  bill: ['machine'],
  contract: ['machine'],
  spamFolder: ['ads'],
};
const NOTHING: ReadonlyMap<Concept, unknown> = new Map();
const GREETING_WORDS = 6;
const HEADING_WORDS = 5;
const HEADED = ['insight', 'copy', 'erase', 'change', 'move', 'restrict', 'objectTo'] as const;

/** Reads a letter: pure, and the work grows with its length. */
export function readLetter(subject: string, written: string): ReadLetter {
  const read: (Sentence & Pick<ReadSentence, 'at'>)[] = [];
  const concepts = new Set<Concept>();
  const lastThings: Concept[][] = [];
  const known = new Map<string, readonly Concept[]>();
  for (const sentence of sentencesOf(subject, written)) {
    const at = conceptsIn(sentence, known);
    const things = referTo(at, lastThings);
    read.push({ ...sentence, at });
    for (const concept of at.keys()) concepts.add(concept);
    const isGreeting = at.has('salutation') && sentence.words.length <= GREETING_WORDS;
    if ((things.length > 0 || !sentence.isListItem) && !isGreeting) lastThings.unshift(things);
    lastThings.length = Math.min(lastThings.length, REFERS_BACK);
  }
  const sentences: ReadSentence[] = [];
  for (const [index, sentence] of read.entries()) {
    const neighbours = { before: read[index - 1]?.at ?? NOTHING, after: read[index + 1]?.at ?? NOTHING };
    sentences.push({ ...sentence, ...neighbours });
  }
  return {
    sentences: concepts.has('data') || concepts.has('law') ? sentences.map(withDataMeant) : sentences,
    concepts,
  };
}

/** In a subject or a list, "verwijdering" by itself is about the data that the letter speaks of. */
function withDataMeant(sentence: ReadSentence): ReadSentence {
  const isHeading = sentence.isListItem || (sentence.isSubject && sentence.words.length <= HEADING_WORDS);
  if (!isHeading || [...THINGS, 'account' as const].some((thing) => sentence.at.has(thing))) return sentence;
  const place = HEADED.flatMap((concept) => sentence.at.get(concept) ?? []);
  return place.length === 0 ? sentence : { ...sentence, at: new Map(sentence.at).set('data', place) };
}

/** `known`: what the words of this letter stand for, as far as they were looked up. */
function conceptsIn(sentence: Sentence, known: Map<string, readonly Concept[]>): Map<Concept, number[]> {
  const at = new Map<Concept, number[]>();
  const put = (concept: Concept, index: number) => {
    const places = at.get(concept);
    if (places === undefined) at.set(concept, [index]);
    else if (places.at(-1) !== index) places.push(index);
  };
  const words = sentence.words.map(({ text }) => text);
  const hiddenUntil = new Map<Concept, number>();
  for (const [index, word] of words.entries()) {
    if (opensPhrase(word)) {
      for (const { concept, rest } of phrasesAt(words, index)) {
        put(concept, index);
        for (const hidden of [...PART_OF_PHRASE, ...(HIDES[concept] ?? [])]) {
          hiddenUntil.set(hidden, Math.max(hiddenUntil.get(hidden) ?? -1, index + rest.length));
        }
      }
    }
    const meanings = known.get(word) ?? conceptsOf(word);
    known.set(word, meanings);
    for (const concept of meanings) {
      if (index > (hiddenUntil.get(concept) ?? -1)) put(concept, index);
    }
    for (const concept of separableAt(sentence.words, index)) put(concept, index);
  }
  return at;
}

const separableByVerb = new Map<string, (typeof SEPARABLE_VERBS)[number][]>();
for (const entry of SEPARABLE_VERBS) {
  for (const verb of entry.verb.split(' ')) separableByVerb.set(verb, [...(separableByVerb.get(verb) ?? []), entry]);
}

function separableAt(words: Sentence['words'], index: number): readonly Concept[] {
  const verb = words[index];
  const entries = separableByVerb.get(verb?.text ?? '');
  if (entries === undefined) return [];
  return entries.flatMap(({ particle, means, inClause }) => {
    const particles = particle.split(' ');
    const found = words
      .slice(index + 1, index + 1 + PARTICLE_WITHIN)
      .some(({ text, clause }) => particles.includes(text) && (inClause !== true || clause === verb?.clause));
    return found ? means : [];
  });
}

/** Lets "them" count as the thing named last, here or just before. Gives the things that this sentence names. */
function referTo(at: Map<Concept, number[]>, lastThings: readonly (readonly Concept[])[]): Concept[] {
  const named = THINGS.filter((thing) => at.has(thing));
  const refers = at.get('refers');
  const antecedents = named.length > 0 ? named : (lastThings.find((things) => things.length > 0) ?? []);
  if (refers !== undefined && named.length === 0) {
    for (const thing of antecedents) if (!TAKE_OVER.has(thing)) at.set(thing, [...refers]);
  }
  return named.length > 0 ? named : [...antecedents];
}
