import type { Concept } from './lexicon.ts';
import type { ReadSentence } from './reading.ts';

/** What a sentence that stops mailings may speak of and still say nothing else. */
const STOP_TALK: ReadonlySet<Concept> = new Set<Concept>(
  ['mailing', 'ads', 'emailed', 'list', 'unsubscribe', 'withdraw', 'consent', 'stop', 'no', 'deny', 'willing', 'refers', 'thanks', 'ahead', 'me', 'my', 'send'], // prettier-ignore
);
/** Small words, courtesy, and the reasons people give for it. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a aan aangemeld af al alle allemaal alleen als alvast ben bij bij bent bedankt beste beetje dag dames dank dat de deze
  die dienst dient direct dit dus een eens eerder elke en er erg ervan ervoor ga gaarne geachte gebruik geen geinteresseerd
  genoeg goed goede goedemiddag goedemorgen goedenavond graag groet groeten groetjes haal hallo hartelijke hartelijk heb
  heeft heer heren helaas hele het hierbij hierover hierop hoef hoi hoogachtend ik in info informatie interesse is ja je
  jullie kan keer kom komen kunnen kunt laten lees lezen lang langer liever lijst m maar maken me mee meer met mevrouw mij
  mijn mij moet mvg na naar nee niet niets nieuws nog nodig nooit nu of om onderwerp ons ontvang ontvangen op over
  overbodig per persoon prijs procedure reeds s soort sorry spam steeds stop stuur sturen svp te team teveel toch tot u
  uit uw van vanaf vandaag vast veel verder vind volgende voor vooraf voortaan vriendelijk vriendelijke vr gr w wat weer weg wel
  hem twee drie hiermee halen gehaald mensen allen wens wij wil wilde willen wilt wordt worden zeer zijn zo zou zie toekomst adres afkomstig verzoek verwerken
  address again all am an and any anymore are at be been best bye cheers could day dear do dont ever everyone evening
  example for from future getting give good goodbye had have hello hereby hey hi i if im immediately in interested into it
  its just kind kindly ladies gentlemen like longer m madam many me more morning much my never no not of off ok on once one
  or our out please put reading read really receive receiving regards sent sincerely sir so soon sorry take thank thanks
  that the them these they this those to today too up us was we well will wish with would yes you your yours faithfully
  verwijderen verwijderd deleted bedrijf company other andere wekelijkse dagelijkse maandelijkse
  subscription ook tevens even gewoon beide daarnaast both also digitale digital zover denkt zelf ooit permanently permanent definitief helemaal volledig onmiddellijk meteen dringend
  id ive gave back given gegeven subscribed signed sign ingeschreven geabonneerd gestuurd stuurt every each elke iedere week
  dag maand remove removed address afternoon team asap soonest possible mogelijk spoedig zsm snel z s m aub a u b @`.split(
    /\s+/u,
  ),
);
const CLOSINGS: ReadonlySet<string> = new Set(
  'groet groeten groetjes mvg gr hoogachtend regards sincerely faithfully cheers bedankt dank thanks bye dag best'.split(
    ' ',
  ),
);
const NAME_PARTICLES: ReadonlySet<string> = new Set(
  'van de der den het el al ten ter von di da le la en te tel telefoon klantnummer klantnr mobiel dhr mevr mw mr mrs ms fam familie m t e customer phone @'.split(
    ' ',
  ),
);
const LONGEST_SIGNATURE_LINE = 8;
const IN_SIGNATURES: ReadonlySet<Concept> = new Set<Concept>([
  'field',
  'service',
  'myNumber',
  'number',
  'titleWord',
  'human',
]);

/** Whether every sentence outside `stops` is a greeting, a name, thanks, an address line or a reason for stopping. */
export function saysNothingElse(sentences: readonly ReadSentence[], stops: ReadonlySet<number>): boolean {
  const closing = sentences.findIndex(
    ({ words, isSubject }, index) =>
      !isSubject && !stops.has(index) && words.length <= 9 && words.some(({ text }) => CLOSINGS.has(text)),
  );
  return sentences.every((sentence, index) => {
    if (sentence.words.every(({ text }, place) => isSmall(sentence, text, place))) {
      return !sentence.isQuestion || stops.has(index) || sentence.words.length === 0;
    }
    if (stops.has(index)) return false;
    const isSigned = closing >= 0 && index >= closing;
    const isLast = index === sentences.length - 1;
    return (isSigned || isLast) && isSignature(sentence, isSigned);
  });
}

export function isSmall(sentence: ReadSentence, text: string, place: number): boolean {
  if (SMALL_WORDS.has(text) || CLOSINGS.has(text)) return true;
  return [...STOP_TALK].some((concept) => sentence.at.get(concept)?.includes(place) === true);
}

/** A line of capitalised words, initials and figures; a last line may also be one or two small unknown words. */
function isSignature(sentence: ReadSentence, isSigned: boolean): boolean {
  if (sentence.words.length > LONGEST_SIGNATURE_LINE || sentence.isQuestion) return false;
  const known = [...sentence.at.keys()].filter((concept) => !STOP_TALK.has(concept) && !IN_SIGNATURES.has(concept));
  const pieces = sentence.asWritten
    .split(/\s+/u)
    .flatMap((piece) => (piece.includes('@') ? [piece] : piece.split(/[,.:;/()!-]+/u)))
    .filter((piece) => piece !== '');
  const looksNamed = pieces.every(
    (piece) =>
      /^[\p{Lu}\d+@]/u.test(piece) ||
      piece.includes('@') ||
      NAME_PARTICLES.has(piece.toLowerCase()) ||
      SMALL_WORDS.has(piece.toLowerCase()) ||
      CLOSINGS.has(piece.toLowerCase()),
  );
  if (looksNamed) return known.length === 0 && (isSigned || pieces.length <= 4);
  return known.length === 0 && sentence.words.length <= 2;
}
