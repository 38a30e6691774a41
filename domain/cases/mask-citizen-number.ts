import { digitSlices, type Span } from './digit-slices.ts';

/** Stands where the number was; no longer than the shortest number, so a text within its limit stays within it. */
export const CITIZEN_NUMBER_MASK = '[BSN …]';

/** How near, in characters, a word must be: "BSN", or another such as "klantnummer" that makes the number its own. */
const REACH = { citizen: 25, other: 15 } as const;

const CITIZEN_LABEL =
  /(?<!\p{L})(?:(?:mijn|my)?bsn(?! …\])|b\.s\.n\.?|burger[\s-]?service[\s-]?(?:nummer|nr)|citizen service number)/giu;
/** Compounds such as "klantnummer"; pairs such as "customer number"; some words right before digits; the letters of an IBAN. */
const OTHER_LABEL = new RegExp(
  [
    String.raw`(?<!\p{L})(?!bsn|burger)\p{L}{2,}(?:nummers?|nrs?)(?!\p{L})\.?`,
    String.raw`(?<!\p{L})(?:account|case|client|contract|customer|factuur|invoice|klant|member|mobile|order|phone|policy|reference|subscription|telephone|ticket)\s?(?:number|nummer|id|nr|no)(?!\p{L})\.?`,
    String.raw`(?<!\p{L})(?:bel|call|factuur|iban|klant|kvk|mobiel|order|phone|tel|telefoon|ticket)(?=[\s.:#+(-]{1,3}\d)`,
    String.raw`(?<![\p{L}\d])[a-z]{2}\d{2}\s?[a-z]{4}(?=\s?\d)`,
  ].join('|'),
  'giu',
);

/** Ends what the label before a number is about. "nr." does not, nor does a new line right after the label. */
const BREAK_BEFORE = /[,;!?()\d]|(?<!n[ro])\.\s|[^\s:]\s*\n/iu;
/** Parts a number from the label after it. */
const BREAK_AFTER = /[,;!?()\d\n]|\.\s/u;
/** Between "BSN" and a label named in one breath with it, as in "BSN en klantnummer: ...". */
const TOGETHER = /^\s*(?:en|of|and|or|[/&+])\s*(?:mijn|my)?\s*$/iu;
/** Between the numbers of a list. */
const LIST = /^[\s,;/&+]*(?:en|of|and|or)?\s*$/iu;

interface Label extends Span {
  readonly kind: 'citizen' | 'other';
}

/**
 * The text with every citizen service number (burgerservicenummer) masked: nine digits, or eight with the leading zero
 * left out, that pass the eleven-test near the word "BSN" or "burgerservicenummer"; dots, blanks and dashes between the
 * digits count for nothing. Other numbers stay, also those another word nearby claims. A company may not hold the
 * number without a law that says so (UAVG art. 46): apply it before anything is stored. Masking twice changes nothing.
 */
export function maskCitizenNumbers(text: string): string {
  const labels = labelsOf(text);
  if (!labels.some(({ kind }) => kind === 'citizen')) return text;
  const masked: Span[] = [];
  for (const number of digitSlices(text).filter((slice) => passesElevenTest(slice.digits))) {
    const last = masked.at(-1);
    if (last !== undefined && number.start < last.end) continue;
    if (isAttached(text, number, labels)) continue;
    const listed = last !== undefined && isJoined(text, last, number, LIST);
    if (isCitizenNumber(text, number, labels, listed)) masked.push(number);
  }
  if (masked.length === 0) return text;
  const shorter = masked.reduceRight(
    (result, { start, end }) => result.slice(0, start) + CITIZEN_NUMBER_MASK + result.slice(end),
    text,
  );
  // What stands behind a mask has come nearer to its word.
  return maskCitizenNumbers(shorter);
}

/** Weights 9 to 2 for the first eight digits and -1 for the last; divisible by eleven. */
function passesElevenTest(digits: string): boolean {
  const sum = Array.from(digits.padStart(9, '0'), Number).reduce(
    (total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place),
    0,
  );
  return sum % 11 === 0;
}

function isCitizenNumber(text: string, number: Span, labels: readonly Label[], listed: boolean): boolean {
  const before = labels.findLast(({ end }) => end <= number.start);
  const after = labels.find(({ start }) => start >= number.end);
  const citizenBefore = labels.findLast(({ kind, end }) => kind === 'citizen' && end <= number.start);
  const near = citizenBefore !== undefined && number.start - citizenBefore.end <= REACH.citizen;

  if (before !== undefined && isUnbroken(text, before, number, REACH[before.kind], BREAK_BEFORE)) {
    return before.kind === 'citizen' || (near && isJoined(text, citizenBefore, before, TOGETHER));
  }
  if (after?.kind === 'other' && isUnbroken(text, number, after, REACH.other, BREAK_AFTER)) return false;
  if (after?.kind === 'citizen' && after.start - number.end <= REACH.citizen) return true;
  return near || listed;
}

/** Whether two stretches belong to the same phrase. */
function isUnbroken(text: string, first: Span, second: Span, within: number, end: RegExp): boolean {
  return second.start - first.end <= within && !end.test(text.slice(first.end, second.start));
}

/** Whether nothing but such a joining word stands between two stretches. */
function isJoined(text: string, first: Span, second: Span, joint: RegExp): boolean {
  return second.start - first.end <= REACH.citizen && joint.test(text.slice(first.end, second.start));
}

/** Part of a longer code, such as an IBAN or a VAT number. */
function isAttached(text: string, number: Span, labels: readonly Label[]): boolean {
  const before = /\p{L}$/u.test(text.slice(Math.max(0, number.start - 2), number.start));
  const after = /^\p{L}/u.test(text.slice(number.end, number.end + 2));
  return (
    (before && !labels.some(({ kind, end }) => kind === 'citizen' && end === number.start)) ||
    (after && !labels.some(({ kind, start }) => kind === 'citizen' && start === number.end))
  );
}

function labelsOf(text: string): readonly Label[] {
  const find = (kind: Label['kind'], pattern: RegExp) =>
    Array.from(text.matchAll(pattern), ({ 0: word, index }): Label => ({
      kind,
      start: index,
      end: index + word.length,
    }));
  const citizen = find('citizen', CITIZEN_LABEL);
  const other = find('other', OTHER_LABEL).filter(
    ({ start, end }) => !citizen.some((label) => start < label.end && label.start < end),
  );
  return [...citizen, ...other].toSorted((a, b) => a.start - b.start);
}
