import type { ReadLetter, ReadSentence } from './reading.ts';

const NAMES: ReadonlySet<string> = new Set(['artikel', 'artikelen', 'art', 'article', 'articles', 'arts']);
const JOINS: ReadonlySet<string> = new Set([
  'en',
  'and',
  'of',
  'or',
  'van',
  'of_the',
  'the',
  'de',
  'lid',
  'gdpr',
  'avg',
]);
/** Other laws and papers have an article 15 too. */
const OTHER_PAPERS: ReadonlySet<string> = new Set([
  'voorwaarden',
  'bw',
  'conditions',
  'terms',
  'telecommunicatiewet',
  'burgerlijk',
  'overeenkomst',
  'contract',
]);
const WITHIN = 8;
const SPEAKS_OF_IT = ['law', 'privacy', 'data'] as const;

/** The articles of the GDPR that a sentence names, with their places in a letter that speaks of that law or of data. */
export function articlesIn(sentence: ReadSentence, letter: ReadLetter): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (!SPEAKS_OF_IT.some((concept) => letter.concepts.has(concept))) return found;
  if (!sentence.words.some(({ text }) => NAMES.has(text))) return found;
  for (const [index, { text }] of sentence.words.entries()) {
    if (!NAMES.has(text)) continue;
    const next = sentence.words.slice(index + 1, index + 1 + WITHIN).map((word) => word.text);
    if (next.some((word) => OTHER_PAPERS.has(word))) continue;
    for (const [offset, word] of next.entries()) {
      if (/^\d{1,2}$/u.test(word) && next[offset - 1] !== 'lid') found.set(word, found.get(word) ?? index);
      else if (!JOINS.has(word) && !/^\d|^[a-f]$/u.test(word)) break;
    }
  }
  return found;
}
