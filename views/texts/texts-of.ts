import type { Language } from '../../domain/languages.ts';
import { en } from './en.ts';
import { nl, type Texts } from './nl.ts';

const CATALOGUES: Readonly<Record<Language, Texts>> = { nl, en };

/** The texts of one language. */
export function textsOf(language: Language): Texts {
  return CATALOGUES[language];
}
