import type { Language } from '../../domain/languages.ts';

/** Words that are frequent in one of the two languages and are none in the other. */
const DUTCH = new Set(
  'de het een en van ik mijn mij je jij jullie uw u niet geen ook dat dit die voor met naar aan op te zijn wordt worden heb heeft hebben wil wilt graag kunt kan kunnen waarom welke wat wie om uit bij nog maar als dan gegevens graag groet groeten vriendelijke geachte beste meer ontvangen afmelden'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the a an and of i my me you your not no also that this these for with to from are be been have has had would like want please can could why which what who about data it its them our as by or dear regards sincerely thanks hello receive unsubscribe'.split(
    ' ',
  ),
);
/** Characters that are looked at. */
const SAMPLE = 5000;

/** Which of the two languages a text is in, by its small words; null when they do not tell. */
export function languageOf(text: string): Language | null {
  let dutch = 0;
  let english = 0;
  for (const [word] of text
    .slice(0, SAMPLE)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    if (DUTCH.has(word)) dutch += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  if (english === dutch) return null;
  return english > dutch ? 'en' : 'nl';
}
