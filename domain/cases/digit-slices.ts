/** A stretch of a text: `end` is the index after its last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch that reads as one number of eight or nine digits, and its digits without what splits them. */
export interface DigitSlice extends Span {
  readonly digits: string;
}

/** What people put between digits: dots, blanks, dashes, and blanks that cannot be seen. Not a line break. */
const SPLIT = String.raw`[ \t\u00A0\u2007\u2009\u202F\u00AD\u200B\u2060.\-\u2010-\u2015]{1,3}`;
const RUN = new RegExp(String.raw`\d+(?:${SPLIT}\d+)*`, 'gu');
const DATE = /^(?:\d{1,2}\D+\d{1,2}\D+\d{4}|\d{4}\D+\d{1,2}\D+\d{1,2})$/u;

const FULL_LENGTH = 9;
const WITHOUT_LEADING_ZERO = 8;

/**
 * Every way to read a number of nine digits, or of eight, in a text, by place. Digits that belong together are never
 * cut: a run such as "123 456 789 2026" is read by its groups, of which some together may make nine digits. Dates and
 * international telephone numbers are left out.
 */
export function digitSlices(text: string): readonly DigitSlice[] {
  return Array.from(text.matchAll(RUN), ({ 0: run, index }) => slicesOf(text, run, index)).flat();
}

function slicesOf(text: string, run: string, start: number): readonly DigitSlice[] {
  const groups = Array.from(run.matchAll(/\d+/gu), ({ 0: digits, index }) => ({
    digits,
    start: start + index,
    end: start + index + digits.length,
  }));
  const whole = groups.map(({ digits }) => digits).join('');
  if (whole.length === FULL_LENGTH || whole.length === WITHOUT_LEADING_ZERO) {
    return DATE.test(run) ? [] : [{ digits: whole, start, end: start + run.length }];
  }
  const international = text[start - 1] === '+' || (run.startsWith('00') && groups[0]?.digits.length === 4);
  return groups.flatMap((first, from): readonly DigitSlice[] => {
    if (first.digits.length === FULL_LENGTH) return [first];
    if (international) return [];
    if (from === 0 && first.digits.length === WITHOUT_LEADING_ZERO) return [first];
    return joined(groups.slice(from, from + FULL_LENGTH));
  });
}

/** The first groups together, if they make nine digits. */
function joined(groups: readonly DigitSlice[]): readonly DigitSlice[] {
  let digits = '';
  for (const group of groups) {
    digits += group.digits;
    if (digits.length === FULL_LENGTH) return [{ digits, start: groups[0]?.start ?? group.start, end: group.end }];
    if (digits.length > FULL_LENGTH) break;
  }
  return [];
}
