import { cutFooters } from './cut-footers.ts';
import { attributionAt, headerBlockAt, isQuoted, separatorAt } from './history-marks.ts';

/** Lines without text that may stand between a mark and the quote it belongs to. */
const FARTHEST_QUOTE = 4;
/** A quoted line this long may have been broken by a mailer, and its end lost its `>`. */
const BROKEN_FROM = 60;

/**
 * What a person wrote in a mail: without what the mail quotes or forwards, the signature below `-- `, and the footers of
 * mailers, employers and newsletters. Answers between quoted lines stay. `cut` tells whether anything was left out.
 */
export function cutHistory(text: string): { readonly written: string; readonly cut: boolean } {
  const { segments, hasHistory } = withoutHistory(text.split('\n'));
  let isTop = true;
  let hasFooters = false;
  const kept: string[] = [];
  for (const segment of segments) {
    const { lines, cut } = cutFooters(segment, isTop);
    hasFooters ||= cut;
    const written = lines
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .replaceAll(/^\n+|\n+$/g, '');
    if (written.trim() === '') continue;
    kept.push(written);
    isTop = false;
  }
  return { written: kept.join('\n\n').trim(), cut: hasHistory || hasFooters };
}

/** The runs of lines between what is quoted. */
function withoutHistory(lines: readonly string[]): {
  readonly segments: readonly (readonly string[])[];
  readonly hasHistory: boolean;
} {
  const segments: string[][] = [];
  let segment: string[] = [];
  let hasHistory = false;
  let isAtTop = true;
  let index = 0;
  const leaveOut = (count: number) => {
    hasHistory = true;
    if (segment.length > 0) segments.push(segment);
    segment = [];
    index += count;
  };
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const separator = separatorAt(lines, index);
    if (separator === undefined && (isQuoted(line) || isEndOfBrokenQuote(lines, index))) {
      leaveOut(1);
      continue;
    }
    const mark = separator ?? headerBlockAt(lines, index, isAtTop) ?? attributionAt(lines, index, isAtTop);
    if (mark !== undefined && isBeforeQuote(lines, index + mark.lines)) {
      leaveOut(mark.lines);
      continue;
    }
    if (mark?.isSure === true) {
      dropRules(segment);
      leaveOut(lines.length);
      break;
    }
    if (line.trim() !== '') isAtTop = false;
    segment.push(line);
    index += 1;
  }
  if (segment.length > 0) segments.push(segment);
  return { segments, hasHistory };
}

function isBeforeQuote(lines: readonly string[], start: number): boolean {
  const next = lines.slice(start, start + FARTHEST_QUOTE).find((line) => line.trim() !== '');
  return next !== undefined && isQuoted(next);
}

function isEndOfBrokenQuote(lines: readonly string[], index: number): boolean {
  const before = lines[index - 1] ?? '';
  const line = lines[index] ?? '';
  if (!isQuoted(before) || before.length < BROKEN_FROM || /[.!?:]\s*$/.test(before.slice(-3))) return false;
  return /^\p{Ll}/u.test(line) && line.length < BROKEN_FROM && isQuoted(lines[index + 1] ?? '');
}

/** The rule above a mark belongs to it. */
function dropRules(segment: string[]): void {
  while (/^[\s_=*-]*$/.test(segment.at(-1)?.slice(0, 200) ?? 'x')) segment.pop();
}
