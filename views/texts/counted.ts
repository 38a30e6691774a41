import type { Language } from '../../domain/languages.ts';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The words for one and for any other count. A `#` in them stands for the count. */
interface Forms {
  readonly one: string;
  readonly other: string;
}

/** Chooses words by the plural rules of a language, and writes the count as it is written there. */
export function pluralsIn(language: Language): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(LOCALES[language]);
  const numbers = new Intl.NumberFormat(LOCALES[language]);
  return (count, { one, other }) =>
    (rules.select(count) === 'one' ? one : other).replaceAll('#', numbers.format(count));
}

/** Names one after the other, as a sentence of the language has them: "a, b en c". */
export function listsIn(language: Language): (names: readonly string[]) => string {
  const list = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  return (names) => list.format(names);
}
