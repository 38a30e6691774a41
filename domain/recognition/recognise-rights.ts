import type { RequestType } from '../cases/request-types.ts';
import { ALL_RULES } from './all-rules.ts';
import { articlesIn } from './articles.ts';
import { saysNothingElse } from './nothing-else.ts';
import { readLetter, type ReadLetter, type ReadSentence } from './reading.ts';
import { placeOf, type RightRules } from './rule.ts';
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
/** Where these were found, a sentence is no mere question; and a question in it is no right of its own. */
const ONLY_ELSE: ReadonlySet<RequestType> = new Set<RequestType>(['question']);
const STOPPING: ReadonlySet<RequestType> = new Set<RequestType>(['consent_withdrawal', 'marketing_objection']);

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
  const stops = stopSentencesOf(read);
  const findings = findingsIn(read);
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

function findingsIn(letter: ReadLetter): Finding[] {
  return letter.sentences.flatMap((sentence, index) => {
    const articles = articlesIn(sentence, letter);
    const found = (rules: readonly RightRules[]) =>
      rules.flatMap((right) => {
        const place = firstPlace(right, articles, sentence, letter);
        return place < 0 ? [] : [{ requestType: right.requestType, sentence: index, place }];
      });
    const rights = found(ALL_RULES.filter(({ requestType }) => !ONLY_ELSE.has(requestType)));
    return rights.length > 0 ? rights : found(ALL_RULES.filter(({ requestType }) => ONLY_ELSE.has(requestType)));
  });
}

function firstPlace(
  right: RightRules,
  articles: ReadonlyMap<string, number>,
  sentence: ReadSentence,
  letter: ReadLetter,
): number {
  const places = [
    ...right.articles.flatMap((article) => articles.get(article) ?? []),
    ...right.rules.map((rule) => placeOf(rule, sentence, letter)),
  ].filter((place) => place >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
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
  const [first = '', ...others] = sentences.map(({ asWritten }) => [...asWritten].slice(0, PASSAGE_AT_MOST).join(''));
  return others.reduce((passage, next) => {
    const longer = `${passage} ${next}`;
    return [...longer].length <= PASSAGE_AT_MOST ? longer : passage;
  }, first);
}
