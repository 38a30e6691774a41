import type { RequestType } from '../cases/request-types.ts';
import type { Concept } from './lexicon.ts';
import type { ReadLetter, ReadSentence } from './reading.ts';

/** What a sentence must say, in any order of words, for one right to be proposed. */
export interface Rule {
  /** Which concepts stand near one another. The first is what the sentence turns on; of an inner list, one is enough. */
  readonly says: readonly (Concept | readonly Concept[])[];
  /** How many words may lie between the first and each of the others; 10 unless told. */
  readonly within?: number;
  /** `asked` (unless told): not denied. `ended`: denied or stopped ("do not", "no longer", "stop"). `either`: both. */
  readonly is?: 'asked' | 'ended' | 'either';
  /** None of these in the sentence. */
  readonly unless?: readonly Concept[];
  /** One of these somewhere in the letter. */
  readonly letterHas?: readonly Concept[];
  /** None of these anywhere in the letter. */
  readonly unlessLetter?: readonly Concept[];
  /** Only in a sentence with a question mark, or only in one without. */
  readonly isQuestion?: boolean;
  /** One of these in the sentence, and not denied: "keep them, but do not use them". */
  readonly butAsks?: readonly Concept[];
  /** Another thing between does not matter: "your software refused me a phone". */
  readonly acrossThings?: true;
  /** The others may stand in the sentence before or after instead: "daar maak ik bezwaar tegen". */
  readonly orNextTo?: true;
}

export interface RightRules {
  readonly requestType: RequestType;
  /** Articles of the GDPR that name this right. */
  readonly articles: readonly string[];
  readonly rules: readonly Rule[];
}

/** Things that take the verb for themselves when they stand between it and what a rule wants. */
const OTHER_THINGS: readonly Concept[] = ['number', 'contract', 'bill', 'device', 'password', 'appointment'];
const JOINS: ReadonlySet<string> = new Set(['en', 'and', 'plus', 'of', 'or', 'ook', 'also', 'including']);
const WITHIN = 10;
const DENIED_WITHIN = 9;
const STOPPED_WITHIN = 6;
/** A denial that denies nothing asked: "not only", "not yet", "cannot", "no longer needed". */
const HOLLOW_AFTER: ReadonlySet<string> = new Set(
  'alleen only just nodig yet gelukt lukt zeker simply kloppen klopt juist correct'.split(' '),
);
const HOLLOW_BEFORE: ReadonlySet<string> = new Set(
  'or kan kon lukt lukte waarom why if could can was is whether cannot of'.split(' '),
);
/** A participle, and what goes with it when something was or was not done. */
const DONE = /^(?:\p{L}{0,4}ge|ver|be|ont|her).*[dtn]$|ed$/u;
const HAS_DONE: ReadonlySet<string> = new Set('heeft hebt hebben hadden had have has havent hasnt werden'.split(' '));
const CARRIES_ON: ReadonlySet<string> = new Set('dat that om to u jullie you wil want'.split(' '));

/** Where in the sentence the rule holds (an index into its words), or -1. */
export function placeOf(rule: Rule, sentence: ReadSentence, letter: ReadLetter): number {
  if (!mayHold(rule, sentence)) return -1;
  const has = (concept: Concept) => sentence.at.has(concept);
  if (rule.unless?.some(has) === true) return -1;
  if (rule.isQuestion !== undefined && rule.isQuestion !== sentence.isQuestion) return -1;
  if (rule.letterHas?.some((concept) => letter.concepts.has(concept)) === false) return -1;
  if (rule.unlessLetter?.some((concept) => letter.concepts.has(concept)) === true) return -1;
  if (rule.butAsks !== undefined && !placesOf(rule.butAsks, sentence).some((at) => !isEnded(sentence, at))) return -1;
  const [head, ...others] = rule.says;
  if (head === undefined) return -1;
  return placesOf(head, sentence).find((place) => holdsAt(rule, place, others, sentence)) ?? -1;
}

function holdsAt(rule: Rule, place: number, others: Rule['says'], sentence: ReadSentence): boolean {
  const within = rule.within ?? WITHIN;
  const is = rule.is ?? 'asked';
  if (is !== 'either' && (is === 'ended') !== (isEnded(sentence, place) && !isLeftUndone(sentence, place)))
    return false;
  if (isThankedFor(sentence, place)) return false;
  return others.every((other) => {
    const near = placesOf(other, sentence).some(
      (at) =>
        Math.abs(at - place) <= within && (rule.acrossThings === true || !isTakenByOther(sentence, place, at, other)),
    );
    return near || (rule.orNextTo === true && isNextTo(sentence, other));
  });
}

/** Cheap, and false for most: all that the rule wants is somewhere in the sentence. */
function mayHold(rule: Rule, sentence: ReadSentence): boolean {
  return rule.says.every(
    (one) =>
      (typeof one === 'string' ? sentence.at.has(one) : one.some((concept) => sentence.at.has(concept))) ||
      (rule.orNextTo === true && isNextTo(sentence, one)),
  );
}

function isNextTo(sentence: ReadSentence, concepts: Concept | readonly Concept[]): boolean {
  return listOf(concepts).some((concept) => sentence.before.has(concept) || sentence.after.has(concept));
}

function listOf(concepts: Concept | readonly Concept[]): readonly Concept[] {
  return typeof concepts === 'string' ? [concepts] : concepts;
}

function placesOf(concepts: Concept | readonly Concept[], sentence: ReadSentence): readonly number[] {
  if (typeof concepts === 'string') return sentence.at.get(concepts) ?? [];
  return concepts.flatMap((concept) => sentence.at.get(concept) ?? []).sort((a, b) => a - b);
}

/** Whether what stands at `place` is denied or stopped, in its own clause or by "do not want you to". */
export function isEnded(sentence: ReadSentence, place: number): boolean {
  const clause = sentence.words[place]?.clause;
  const textAt = (index: number) => sentence.words[index]?.text ?? '';
  const denied = (sentence.at.get('deny') ?? []).some((at) => {
    if (Math.abs(at - place) > DENIED_WITHIN || at === place) return false;
    if (HOLLOW_AFTER.has(textAt(at + 1)) || HOLLOW_BEFORE.has(textAt(at - 1))) return false;
    if (textAt(at + 1) === 'meer' && textAt(at + 2) === 'nodig') return false;
    if (sentence.words[at]?.clause === clause) return true;
    return at < place && (CARRIES_ON.has(textAt(at + 1)) || CARRIES_ON.has(textAt(at + 2)));
  });
  const stopped = (sentence.at.get('stop') ?? []).some(
    (at) => at !== place && Math.abs(at - place) <= STOPPED_WITHIN && sentence.words[at]?.clause === clause,
  );
  return denied || stopped;
}

/** "You have not deleted it" tells what was left undone, and asks for it. */
function isLeftUndone(sentence: ReadSentence, place: number): boolean {
  if (!DONE.test(sentence.words[place]?.text ?? '')) return false;
  const clause = sentence.words[place]?.clause;
  return sentence.words.some(
    ({ text, clause: its }, at) =>
      its === clause && (HAS_DONE.has(text) || (text === 'nog' && sentence.words[at + 1]?.text === 'niet')),
  );
}

/** "Thanks for deleting my data" asks nothing; "thanks in advance for deleting" does. */
export function isThankedFor(sentence: ReadSentence, place: number): boolean {
  if (sentence.at.has('ahead')) return false;
  const clause = sentence.words[place]?.clause;
  return (sentence.at.get('thanks') ?? []).some(
    (at) =>
      at < place &&
      place - at <= 6 &&
      sentence.words[at]?.clause === clause &&
      sentence.words.slice(at, place).some(({ text }) => text === 'voor' || text === 'for'),
  );
}

/** Whether another thing between the two takes the verb: "remove the old SIM from my account". */
function isTakenByOther(
  sentence: ReadSentence,
  place: number,
  at: number,
  other: Concept | readonly Concept[],
): boolean {
  const wanted = listOf(other);
  const [from, to] = place < at ? [place, at] : [at, place];
  return OTHER_THINGS.some((thing) => {
    if (wanted.includes(thing)) return false;
    const between = (sentence.at.get(thing) ?? []).find((index) => index > from && index < to);
    if (between === undefined) return false;
    const isThis = wanted.some((concept) => sentence.at.get(concept)?.includes(between) === true);
    const joined = sentence.words.slice(from, to).some(({ text }) => JOINS.has(text));
    return !isThis && !joined;
  });
}
