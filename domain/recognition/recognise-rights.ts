import type { RequestType } from '../cases/request-types.ts';
import { articlesIn } from './articles.ts';
import { saysNothingElse } from './nothing-else.ts';
import { readLetter, type ReadLetter, type ReadSentence } from './reading.ts';
import { placeOf } from './rule.ts';
import { RULES, WEAK_RULES, rightOfArticle, rulesFor } from './rules-by-concept.ts';
import { stopSentencesOf } from './stop-mailings.ts';
import { topicsNamed } from './topics.ts';

export interface RecognisedPart {
  readonly requestType: RequestType;
  /** The sentences that say so, as written, at most 500 code points. */
  readonly passage: string;
}

export interface Recognition {
  /** Rights the letter seems to ask for, in order of appearance, one entry a right. A proposal: staff decide. */
  readonly parts: readonly RecognisedPart[];
  /** The mail asks, beyond doubt, to stop newsletters or mailings: this needs no person and no identity. */
  readonly stopsMailings: boolean;
  /** It stops mailings, and what it says besides is nothing that a person has to read. */
  readonly nothingElse: boolean;
  /** The topics whose mailings stop, of those given; empty: all. */
  readonly topics: readonly string[];
}

const PASSAGE_AT_MOST = 500;
/** Letters in which only these were found may ask for more. */
const UNCLEAR: ReadonlySet<RequestType> = new Set<RequestType>(['question', 'complaint']);
const STOPPING: ReadonlySet<RequestType> = new Set<RequestType>(['consent_withdrawal', 'marketing_objection']);

/**
 * Which weak signs count: in a letter that asks for nothing else, all of them; beside a question or discontent, those of
 * another right; beside a right, only what another sentence says.
 */
function isNewTo(found: readonly Finding[], stops: boolean): (weak: Finding) => boolean {
  if (found.length === 0 && !stops) return () => true;
  const isClear = stops || found.some(({ requestType }) => !UNCLEAR.has(requestType));
  const sentences = new Set(found.map(({ sentence }) => sentence));
  const types = new Set(found.map(({ requestType }) => requestType));
  return ({ requestType, sentence }) =>
    !types.has(requestType) &&
    requestType !== 'access' &&
    !UNCLEAR.has(requestType) &&
    !(isClear && sentences.has(sentence));
}

interface Finding {
  readonly requestType: RequestType;
  readonly sentence: number;
  readonly place: number;
}

/**
 * Which rights a letter asks for, by the rules of domain/recognition/rules. Favours finding too much: a wrong part
 * costs one press. Dutch and English, also mixed. Pure; never throws; the work grows with the letter's length.
 *
 * @param letter `written` is only what the person wrote: quotes and footers are cut before.
 * @param topics the topics of the organisation's mailings.
 */
export function recogniseRights(
  letter: { readonly subject: string; readonly written: string },
  topics: readonly string[],
): Recognition {
  const read = readLetter(letter.subject, letter.written);
  const stops = stopSentencesOf(read, topics);
  const found = findingsIn(read);
  const findings = [...found, ...findingsIn(read, WEAK_RULES).filter(isNewTo(found, stops.length > 0))];
  const stopsAsRight = findings.some(({ requestType }) => STOPPING.has(requestType));
  const [firstStop] = stops;
  if (firstStop !== undefined && !stopsAsRight) {
    findings.push({ requestType: 'consent_withdrawal', sentence: firstStop, place: 0 });
  }
  const parts = partsOf(findings, read.sentences);
  const stopsOnly = parts.every(({ requestType }) => STOPPING.has(requestType));
  return {
    parts,
    stopsMailings: stops.length > 0,
    nothingElse: stops.length > 0 && stopsOnly && saysNothingElse(read.sentences, new Set(stops)),
    topics: topicsNamed(read.sentences, stops, topics),
  };
}

/** What each sentence asks; a right that is asked for with a question mark is no question besides. */
function findingsIn(letter: ReadLetter, rules = RULES): Finding[] {
  return letter.sentences.flatMap((sentence, index) => {
    const places = new Map<RequestType, number>();
    const note = (requestType: RequestType, place: number) =>
      places.set(requestType, Math.min(place, places.get(requestType) ?? place));
    for (const [article, place] of articlesIn(sentence, letter)) {
      const requestType = rightOfArticle(article);
      if (requestType !== undefined) note(requestType, place);
    }
    for (const { requestType, rule } of rulesFor(rules, sentence.at.keys())) {
      const place = placeOf(rule, sentence, letter);
      if (place >= 0) note(requestType, place);
    }
    const isMore = [...places.keys()].some((requestType) => requestType !== 'question');
    return [...places]
      .filter(([requestType]) => !isMore || requestType !== 'question')
      .map(([requestType, place]) => ({ requestType, sentence: index, place }));
  });
}

/** One part a right, in order of appearance; its passage is what the text says, or the subject if only that says it. */
function partsOf(findings: readonly Finding[], sentences: readonly ReadSentence[]): readonly RecognisedPart[] {
  const inOrder = findings.toSorted((a, b) => a.sentence - b.sentence || a.place - b.place);
  return [...new Set(inOrder.map(({ requestType }) => requestType))].map((requestType) => {
    const saying = [
      ...new Set(inOrder.filter((finding) => finding.requestType === requestType).map(({ sentence }) => sentence)),
    ].flatMap((index) => sentences[index] ?? []);
    const inText = saying.filter(({ isSubject }) => !isSubject);
    return { requestType, passage: passageOf(inText.length > 0 ? inText : saying) };
  });
}

function passageOf(sentences: readonly ReadSentence[]): string {
  const [first = '', ...others] = sentences.map(({ asWritten }) =>
    Array.from(asWritten).slice(0, PASSAGE_AT_MOST).join(''),
  );
  return others.reduce((passage, next) => {
    const longer = `${passage} ${next}`;
    return Array.from(longer).length <= PASSAGE_AT_MOST ? longer : passage;
  }, first);
}
