/**
 * How mailers mark the mail that is answered or forwarded, in the languages they are set to here. Lines come one by one
 * and hostile: no pattern is tried on more than `LONGEST_LINE` characters.
 */
const LONGEST_LINE = 500;

export interface Mark {
  /** Lines the mark takes. */
  readonly lines: number;
  /** Whether all that follows is history even where no `>` stands before it. */
  readonly isSure: boolean;
}

const QUOTED = /^ {0,3}>/;

export function isQuoted(line: string): boolean {
  return QUOTED.test(line);
}

/** Lines an attribution is broken over at most. */
const LONGEST_ATTRIBUTION = 4;
const SHORTEST_ATTRIBUTION = 12;

/** They begin with a word of their own, so they are known when a mailer broke them over lines. */
const BROKEN: readonly RegExp[] = [
  /^(?:op|on)\s.{4,300}\s(?:schreef|wrote|writes)\b.{0,200}:$/i,
  /^op\s.{4,200}\sheeft\s.{1,200}\sgeschreven\s?:$/i,
  /^le\s.{4,300}\sa écrit\s?:$/i,
  /^am\s.{4,300}\sschrieb\b.{0,200}:$/i,
  /^(?:el|il|em|w dniu|dnia)\s.{4,300}\s(?:escribió|ha scritto|escreveu|napisał(?:\(a\)|a)?|pisze)\s?:$/i,
];
const ON_ONE_LINE: readonly RegExp[] = [
  /^.{2,200}\s(?:schreef|wrote|schrieb|a écrit)\s(?:op|on|am|le)\s.{4,150}:$/i,
  /^.{2,200}\sheeft\sop\s.{4,150}\sgeschreven\s?:$/i,
  /^.{2,200}\s(?:schreef|wrote|schrieb|a écrit)\s?:$/i,
  /^\d{4}-\d\d-\d\d\s.{4,100}<[^<>\s]+@[^<>\s]+>\s?:$/,
  /^-{2,}\s.{4,300}\s(?:wrote|schreef)\s.{0,100}-{2,}$/i,
];
/** Other languages, where a quote follows. */
const ANY_LANGUAGE = /^.{2,250}<[^<>\s]+@[^<>\s]+>.{0,40}[:：]$/;

const ADDRESS = /[^\s<>]@[\w-]+\.[\w.-]/;
const TIME = /\d{1,2}[:.]\d\d/;
const YEAR = /\b20\d\d\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d\d\b/;

/**
 * The line that tells who wrote what follows and when ("Op di 24 nov 2026 om 10:00 schreef X <x@y>:"). A letter can say
 * something like it: it is sure only with an address, or with a time and a year below something else.
 */
export function attributionAt(lines: readonly string[], index: number, isAtTop: boolean): Mark | undefined {
  const parts: string[] = [];
  for (let count = 1; count <= LONGEST_ATTRIBUTION; count += 1) {
    const line = lines[index + count - 1]?.trim() ?? '';
    parts.push(line.replaceAll('*', ''));
    const joined = parts.join(' ');
    if (line === '' || isQuoted(line) || joined.length > LONGEST_LINE) return undefined;
    if (joined.length < SHORTEST_ATTRIBUTION || !/(?:[:：]|--)$/.test(line)) continue;
    if (count === 1 && ANY_LANGUAGE.test(joined) && !isAttribution(parts)) return { lines: 1, isSure: false };
    if (!isAttribution(parts)) continue;
    // The shortest one: what a person wrote can stand on the line above.
    if (parts.some((_, from) => from > 0 && isBroken(parts.slice(from)))) return undefined;
    const hasAddress = ADDRESS.test(joined);
    return { lines: count, isSure: hasAddress || (!isAtTop && TIME.test(joined) && YEAR.test(joined)) };
  }
  return undefined;
}

function isBroken(parts: readonly string[]): boolean {
  const joined = parts.join(' ');
  return BROKEN.some((pattern) => pattern.test(joined));
}

function isAttribution(parts: readonly string[]): boolean {
  const [line = '', ...others] = parts;
  return isBroken(parts) || (others.length === 0 && ON_ONE_LINE.some((pattern) => pattern.test(line)));
}

const RULED =
  /^[-‐–—_=*]{2,60}\s?(?:oorspronkelijke? bericht|origineel bericht|original (?:message|e-?mail)|doorgestuurde? bericht|doorgestuurde e-?mail|forwarded (?:message|e-?mail|by\b.{0,80})|ursprüngliche nachricht|weitergeleitete nachricht|message (?:d['’]origine|original|transféré)|reply message)\s?:?\s?[-‐–—_=*]{0,60}$/i;
const BEGINS =
  /^(?:begin (?:van )?(?:het )?doorgestuurde? bericht|start van doorgestuurd bericht|begin forwarded message|début du message (?:réexpédié|transféré)|anfang der weitergeleiteten nachricht)\s?:?$/i;

/** GroupWise: `>>> CT Telecom <x@y> 24-11-2026 10:00 >>>`. */
const BETWEEN_ARROWS = /^>{2,3} [^>].{3,200} >{2,3}$/;

/** A line such as "-----Oorspronkelijk bericht-----" or "Begin forwarded message:". */
export function separatorAt(lines: readonly string[], index: number): Mark | undefined {
  const line = lines[index]?.trim() ?? '';
  if (line.length > LONGEST_LINE || line.length < 8) return undefined;
  return RULED.test(line) || BEGINS.test(line) || BETWEEN_ARROWS.test(line) ? { lines: 1, isSure: true } : undefined;
}

type Key = 'from' | 'sent' | 'date' | 'to' | 'subject' | 'cc';

const KEYS: Readonly<Record<string, Key>> = {
  from: 'from',
  van: 'from',
  afzender: 'from',
  de: 'from',
  von: 'from',
  sent: 'sent',
  verzonden: 'sent',
  verstuurd: 'sent',
  gesendet: 'sent',
  envoyé: 'sent',
  date: 'date',
  datum: 'date',
  to: 'to',
  aan: 'to',
  an: 'to',
  à: 'to',
  subject: 'subject',
  onderwerp: 'subject',
  betreff: 'subject',
  objet: 'subject',
  cc: 'cc',
};
const KEY_LINE = /^\s{0,8}\*{0,2}([a-zéà]{2,10}|à)(?:\s?\([^)]{1,20}\))?\s?:\*{0,2}(?:\s|$)/i;
/** Lines in which a header block must show itself; long lists of recipients are broken over several. */
const BLOCK_WITHIN = 9;

/**
 * The lines Outlook and others put above the mail that is answered: Van, Verzonden, Aan, Onderwerp. A formal letter can
 * begin like that too: at the top only a sending time tells them apart.
 */
export function headerBlockAt(lines: readonly string[], index: number, isAtTop: boolean): Mark | undefined {
  if (keyOf(lines[index]) === undefined) return undefined;
  const found = new Set<Key>();
  const values: string[] = [];
  let last = 0;
  for (let offset = 0; offset < BLOCK_WITHIN; offset += 1) {
    const line = lines[index + offset];
    if (line === undefined || isQuoted(line)) break;
    const key = keyOf(line);
    if (key === undefined) {
      if (line.trim() === '' && offset - last > 1) break;
      continue;
    }
    found.add(key);
    values.push(line.slice(0, LONGEST_LINE));
    last = offset;
  }
  if (!found.has('from') || found.size < 3 || !(found.has('to') || found.has('subject'))) return undefined;
  const text = values.join('\n');
  const isSentAt = found.has('sent') || (found.has('date') && TIME.test(text));
  return isSentAt || (!isAtTop && ADDRESS.test(text)) ? { lines: last + 1, isSure: true } : undefined;
}

function keyOf(line: string | undefined): Key | undefined {
  const name = KEY_LINE.exec(line?.slice(0, 40) ?? '')?.[1]?.toLowerCase();
  return name === undefined || !Object.hasOwn(KEYS, name) ? undefined : KEYS[name];
}
