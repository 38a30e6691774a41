import type { ReadSentence } from './reading.ts';

/** What people call a topic besides its own name. Topics not listed are known by their name alone. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  nieuwsbrief: ['nieuwsbrie', 'newsletter', 'nieuwsmail', 'nieuwsbericht'],
  newsletter: ['newsletter', 'nieuwsbrie'],
  mailing: ['mailing', 'aanbieding', 'reclame', 'promo', 'actiemail', 'offers', 'advert', 'marketing'],
};
/** Lists and "all of it" name no topic. */
const NAMES_NONE = ['mailinglist', 'mailinglijst'];
const EVERYTHING: ReadonlySet<string> = new Set(['alle', 'alles', 'all', 'everything', 'every', 'any']);

/** The topics that the sentences at `stops` name, of those given; none when they name none, all, or everything. */
export function topicsNamed(
  sentences: readonly ReadSentence[],
  stops: readonly number[],
  topics: readonly string[],
): readonly string[] {
  const words = stops.flatMap((index) => sentences[index]?.words.map(({ text }) => text) ?? []);
  if (words.some((word) => EVERYTHING.has(word))) return [];
  const named = topics.filter((topic) => words.some((word, at) => isCalled(topic, word, words[at + 1])));
  return named.length === topics.length ? [] : named;
}

function isCalled(topic: string, word: string, next: string | undefined): boolean {
  if (NAMES_NONE.some((list) => word.startsWith(list)) || next === 'list' || next === 'lijst') return false;
  return (ALSO_CALLED[topic] ?? [topic.toLowerCase()]).some((name) => word.startsWith(name));
}
