import type { Concept } from './lexicon.ts';
import { isSmall, saysNothingElse } from './nothing-else.ts';
import type { ReadLetter, ReadSentence } from './reading.ts';
import { isEnded, isThankedFor } from './rule.ts';

/*
 * A machine carries this out, so it must be beyond doubt: a sentence counts only if it says what stops and that it
 * stops, asks for it rather than tells of it, and leaves nothing open.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** With one of these the sentence is about somebody else, another address, or a wish to miss nothing. */
const LEAVES_DOUBT = words(`moeder vader vrouw man echtgenoot echtgenote zoon dochter buurvrouw buurman oma opa collega
  alleen only mother father wife husband son daughter neighbour colleague voortaan instead missen mis miss missing gemist missed
  waar where tenzij unless misschien maybe perhaps overweeg considering yet wekelijks maandelijks weekly monthly vaak often
  zonder without behalve except wel dreig werkt werken works working work lukt kapot broken cant cannot kleur papieren
  paper daughter kids bevestiging confirmation been`);
/** Telling what arrives, which is no wish by itself. */
const ARRIVES = words(`krijg ontvang ontvangen kreeg gekregen komt komen receive received get getting got`);
const WISHES = words(`wil willen wens wensen hoef hoeven want wish like verzoek stop stoppen stuur send please graag
  gelieve prijs interesse behoefte liever interested trek consent toestemming cease prefer wou staak verlang eis`);
const STRONG_WISHES =
  words(`wil willen wens wensen hoef hoeft hoeven want wish like verzoek stop stoppen prijs interesse
  behoefte interested wou verlang eis`);
const REFUSES = words('wil hoef want wens wish need like prijs interesse');
const PAST = words('afgemeld uitgeschreven unsubscribed opted');
const STILL = words('nog still again toch weer steeds keep');
const TAKES_OFF = words('haal halen gehaald verwijder verwijderen verwijderd schrap remove removed take delete strike');
const MAY_I = words('kan mag can may could');
const LETTER_SPEAKS_OF_MORE = ['bill', 'contract', 'appointment', 'device', 'password', 'service', 'number'] as const;

/** The sentences that stop mailings beyond doubt, by their place in the letter; none if anything takes them back. */
export function stopSentencesOf(letter: ReadLetter, topics: readonly string[]): readonly number[] {
  if (letter.concepts.has('again')) return [];
  const names = new Set(topics.map((topic) => topic.toLowerCase()));
  return letter.sentences.flatMap((sentence, index) => {
    if (!TURNS_ON.some((concept) => sentence.at.has(concept))) return [];
    return stops(sentence, letter) && isPlain(sentence, names) ? [index] : [];
  });
}

function stops(sentence: ReadSentence, letter: ReadLetter): boolean {
  if (leavesDoubt(sentence)) return false;
  return (
    unsubscribes(sentence, letter) ||
    wantsNoMailing(sentence) ||
    wantsNoMail(sentence, letter) ||
    withdrawsConsent(sentence, letter) ||
    isBareStop(sentence, letter)
  );
}

/** What mailings are called, and what is done with them. */
const TURNS_ON = ['mailing', 'ads', 'emailed', 'list', 'unsubscribe', 'withdraw', 'consent', 'stop'] as const;

/** Clauses about mailings hold no word that could turn their meaning: "not on paper", "I have never had one". */
function isPlain(sentence: ReadSentence, topics: ReadonlySet<string>): boolean {
  const clauses = new Set(
    TURNS_ON.flatMap((concept) => sentence.at.get(concept) ?? []).map((at) => sentence.words[at]?.clause),
  );
  return sentence.words.every(
    ({ text, clause }, place) => !clauses.has(clause) || topics.has(text) || isSmall(sentence, text, place),
  );
}

function leavesDoubt(sentence: ReadSentence): boolean {
  const has = (concept: Concept) => sentence.at.has(concept);
  const texts = sentence.words.map(({ text }) => text);
  if (texts.some((text) => LEAVES_DOUBT.has(text))) return true;
  if (has('if_') || has('newIs') || has('again')) return true;
  if (has('askHow')) return true;
  const asksLeave = MAY_I.has(texts[0] ?? '') && (texts[1] === 'ik' || texts[1] === 'i');
  return asksLeave && !texts.some((text) => text === 'please' || text === 'graag' || text === 'aub');
}

/** "Meld mij af voor de nieuwsbrief", "take me off your mailing list". */
function unsubscribes(sentence: ReadSentence, letter: ReadLetter): boolean {
  const acts = sentence.at.get('unsubscribe') ?? [];
  const cancels = (sentence.at.get('cancel') ?? []).filter((at) => isNear(sentence.at.get('mailing'), at, 4));
  const isTaken = (at: number) => TAKES_OFF.has(sentence.words[at]?.text ?? '');
  const takes = (sentence.at.get('take') ?? []).filter(
    (at) => isTaken(at) && (sentence.at.has('list') || sentence.at.has('mailing')),
  );
  const leaves = [...acts, ...takes, ...cancels];
  const act = leaves.find((place) => !isEnded(sentence, place) || (isNoLonger(sentence) && !isNever(sentence, place)));
  if (act === undefined || isToldOf(sentence, act) || isThankedFor(sentence, act)) return false;
  if (sentence.at.has('callList') || sentence.at.has('service') || sentence.at.has('appointment')) return false;
  if (sentence.at.has('mailing') || (sentence.at.has('ads') && sentence.at.has('emailed'))) return true;
  if (sentence.at.has('contract') || sentence.at.has('callMe')) return false;
  return sentence.at.has('list') && letter.concepts.has('mailing');
}

function isNear(places: readonly number[] | undefined, place: number, within: number): boolean {
  return places?.some((at) => Math.abs(at - place) <= within) === true;
}

/** "I have unsubscribed twice" tells; "and still get it" asks. */
function isToldOf(sentence: ReadSentence, act: number): boolean {
  if (!PAST.has(sentence.words[act]?.text ?? '')) return false;
  return !sentence.words.some(({ text }) => STILL.has(text) || STRONG_WISHES.has(text) || text === 'graag');
}

/** "Geen nieuwsbrief meer", "stop uw mailings", "ik hoef hem niet", and the same of selling by e-mail. */
function wantsNoMailing(sentence: ReadSentence): boolean {
  const byMail = sentence.at.has('emailed') ? (sentence.at.get('ads') ?? []) : [];
  const places = [...(sentence.at.get('mailing') ?? []), ...byMail];
  if ((sentence.at.get('unsubscribe') ?? []).some((at) => isEnded(sentence, at))) return false;
  return places.some((place) => isUnwanted(sentence, place)) && isWish(sentence);
}

function isUnwanted(sentence: ReadSentence, place: number): boolean {
  const texts = sentence.words.map(({ text }) => text);
  const butThen = texts.slice(place).some((text) => text === 'maar' || text === 'but');
  if (butThen) return false;
  const none = (sentence.at.get('no') ?? []).some((at) => at < place && place - at <= 4);
  const stopped = (sentence.at.get('stop') ?? []).some((at) => Math.abs(at - place) <= 7 && !isEnded(sentence, at));
  const denied = sentence.at.has('deny') && isEnded(sentence, place) && !sentence.at.has('stop');
  return none || stopped || (denied && (isNoLonger(sentence) || texts.some((text) => REFUSES.has(text))));
}

/** "Stuur mij geen mails meer": only in a letter that could not mean the mails about a bill or a visit. */
function wantsNoMail(sentence: ReadSentence, letter: ReadLetter): boolean {
  if (LETTER_SPEAKS_OF_MORE.some((concept) => letter.concepts.has(concept))) return false;
  if (sentence.at.has('my') && !sentence.at.has('me') && !sentence.at.has('no')) return false;
  const places = sentence.at.get('emailed') ?? [];
  const none = (place: number) =>
    [...(sentence.at.get('no') ?? []), ...(sentence.at.get('stop') ?? [])].some((at) => Math.abs(at - place) <= 4);
  const isLasting = sentence.at.has('stop') || isNoLonger(sentence);
  return places.some(none) && isLasting && isWish(sentence) && !sentence.isQuestion;
}

/** "Ik trek mijn toestemming in", where the letter gave consent to mailings only. */
function withdrawsConsent(sentence: ReadSentence, letter: ReadLetter): boolean {
  const has = (concept: Concept) => sentence.at.has(concept);
  if (!has('consent') || has('data') || has('recording') || has('identityPaper') || has('share')) return false;
  const place = sentence.at.get('withdraw')?.[0];
  const withdrawn = place !== undefined && !isEnded(sentence, place);
  return withdrawn && (has('mailing') || (letter.concepts.has('mailing') && !has('processing') && !has('privacy')));
}

const BARE = words(
  `afmelden afmelding uitschrijven uitschrijving unsubscribe stop opt optout unsub afmelden! af uit stoppen`,
);
const BARE_BESIDES = words(`aub svp graag please me mij out ik wil a u b s v p hallo hi hoi dag bedankt thanks thank you
  meld melden schrijf mailing mail mails email list nieuwsbrief newsletter from this van deze het svp. nu now dit adres address`);

/** A subject or a text of one word that says it all, in a letter that is about nothing such a word could mean else. */
function isBareStop(sentence: ReadSentence, letter: ReadLetter): boolean {
  const texts = sentence.words.map(({ text }) => text);
  if (texts.length === 0 || texts.length > 8 || !texts.some((text) => BARE.has(text))) return false;
  if (!texts.every((text) => BARE.has(text) || BARE_BESIDES.has(text))) return false;
  if (LETTER_SPEAKS_OF_MORE.some((concept) => letter.concepts.has(concept))) return false;
  const isWeak = texts.every((text) => text === 'stop' || text === 'stoppen' || !BARE.has(text));
  return !isWeak || saysNothingElse(letter.sentences, new Set([letter.sentences.indexOf(sentence)]));
}

/** "I would never unsubscribe". */
function isNever(sentence: ReadSentence, place: number): boolean {
  return sentence.words.slice(Math.max(0, place - 4), place).some(({ text }) => text === 'never' || text === 'nooit');
}

function isNoLonger(sentence: ReadSentence): boolean {
  return sentence.words.some(({ text }) =>
    ['meer', 'langer', 'more', 'longer', 'anymore', 'nooit', 'never'].includes(text),
  );
}

function isWish(sentence: ReadSentence): boolean {
  const texts = sentence.words.map(({ text }) => text);
  if (texts.some((text) => ARRIVES.has(text)))
    return texts.some((text) => STRONG_WISHES.has(text) || text === 'graag') && !isReport(texts);
  return texts.some((text) => WISHES.has(text)) || sentence.words.length <= 8;
}

/** "Ik krijg geen nieuwsbrief meer": tells what does not arrive. */
function isReport(texts: readonly string[]): boolean {
  return texts.some((text, at) => {
    if (!['krijg', 'ontvang', 'kreeg', 'receive', 'received', 'get', 'got'].includes(text)) return false;
    const before = texts[at - 1];
    const negatedReceive =
      ['dont', 'not', 'havent', 'longer'].includes(before ?? '') &&
      !texts.some((word) => ['want', 'wish', 'like', 'please'].includes(word));
    if (before === 'not' && texts[at] === 'received') return true;
    return before === 'ik' || texts[at + 1] === 'ik' || before === 'i' || negatedReceive;
  });
}
