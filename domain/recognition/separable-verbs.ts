import type { Concept } from './lexicon.ts';

interface SeparableVerb {
  /** The forms of its first half, with blanks between. */
  readonly verb: string;
  /** What stands further on, often at the end: "meld mij voor de nieuwsbrief *af*". */
  readonly particle: string;
  readonly means: readonly Concept[];
  /** Only if both stand in one clause. */
  readonly inClause?: true;
}

/** Verbs that a sentence takes apart, in Dutch and in English. */
export const SEPARABLE_VERBS: readonly SeparableVerb[] = [
  { verb: 'meld melden meldt', particle: 'af', means: ['unsubscribe'] },
  { verb: 'schrijf schrijft schrijven', particle: 'uit', means: ['unsubscribe', 'take'] },
  { verb: 'haal halen haalt gehaald verwijder', particle: 'af', means: ['unsubscribe'] },
  { verb: 'haal halen haalt', particle: 'weg', means: ['erase'] },
  { verb: 'haal halen haalt zet zetten', particle: 'eruit', means: ['erase'] },
  { verb: 'haal halen haalt', particle: 'uit', means: ['take'] },
  { verb: 'kan kunnen mag mogen moet moeten', particle: 'weg eruit', means: ['gone'], inClause: true },
  { verb: 'zet zetten', particle: 'weg', means: ['setAside'] },
  { verb: 'gooi gooien gooit flikker donder doe', particle: 'weg', means: ['erase'] },
  { verb: 'ruim ruimen wis veeg schoon', particle: 'op', means: ['erase'] },
  { verb: 'ruim wis veeg wissen', particle: 'uit', means: ['erase'] },
  { verb: 'zet zetten', particle: 'over', means: ['move'] },
  { verb: 'draag draagt dragen', particle: 'over', means: ['move'] },
  { verb: 'neem neemt nemen', particle: 'mee', means: ['move'] },
  { verb: 'geef geeft geven', particle: 'door', means: ['share', 'use'] },
  { verb: 'stuur sturen stuurt zend', particle: 'door', means: ['move'] },
  { verb: 'trek trekken trekt', particle: 'in terug', means: ['withdraw'] },
  { verb: 'pas passen past', particle: 'aan', means: ['change'] },
  { verb: 'zet zetten', particle: 'recht', means: ['change'] },
  { verb: 'werk werken', particle: 'bij', means: ['change'] },
  { verb: 'vul vult vullen', particle: 'aan', means: ['change'] },
  { verb: 'zet zetten leg leggen legt', particle: 'stil stop', means: ['restrict'] },
  { verb: 'zet zetten leg leggen hou houd houden bewaar', particle: 'apart', means: ['setAside'] },
  { verb: 'laat laten', particle: 'rust', means: ['setAside'] },
  { verb: 'geef geven', particle: 'mee', means: ['move'] },
  { verb: 'lever levert leveren', particle: 'aan', means: ['move'] },
  { verb: 'send pass carry', particle: 'over across', means: ['move'] },
  { verb: 'scherm schermen', particle: 'af', means: ['restrict'] },
  { verb: 'schort schorten', particle: 'op', means: ['restrict'] },
  { verb: 'hou houd houdt', particle: 'op', means: ['stop'] },
  { verb: 'sla slaat slaan', particle: 'op', means: ['keep', 'hold'] },
  { verb: 'hou houd houdt houden', particle: 'bij', means: ['hold', 'use'] },
  { verb: 'vink vinkt zet zetten', particle: 'uit', means: ['weakEnd'] },
  { verb: 'hou houd houdt houden', particle: 'vast', means: ['keep'] },
  { verb: 'leg legt leggen', particle: 'vast', means: ['hold'] },
  { verb: 'kijk kijkt kijken', particle: 'in', means: ['use'] },
  { verb: 'luister luistert luisteren lees leest lezen kijk kijkt kijken', particle: 'mee', means: ['spy'] },
  { verb: 'vraag vragen', particle: 'op', means: ['see'] },
  { verb: 'haal halen', particle: 'recht', means: ['change'] },
  { verb: 'neem neemt nemen', particle: 'op', means: ['use'] },
  { verb: 'van', particle: 'af', means: ['unsubscribe'] },
  { verb: 'take', particle: 'with', means: ['move'] },
  { verb: 'leave', particle: 'alone', means: ['setAside'] },
  { verb: 'leave keep', particle: 'out', means: ['objectTo'] },
  { verb: 'set put', particle: 'aside', means: ['setAside'] },
  { verb: 'put', particle: 'ice hold', means: ['restrict'] },
  { verb: 'take', particle: 'off', means: ['unsubscribe'] },
  { verb: 'get', particle: 'rid', means: ['erase'] },
  { verb: 'clean clear', particle: 'up out', means: ['erase'] },
  { verb: 'throw', particle: 'away out', means: ['erase'] },
  { verb: 'take', particle: 'down', means: ['erase'] },
  { verb: 'take', particle: 'back', means: ['withdraw'] },
  { verb: 'put set', particle: 'right straight', means: ['change'] },
  { verb: 'hand', particle: 'over', means: ['move'] },
  { verb: 'opt sign', particle: 'out', means: ['unsubscribe'] },
];
