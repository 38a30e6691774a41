import {
  isDeviceLine,
  isFooterLink,
  isLegalFooter,
  isListFooter,
  isNewsletterFooter,
  speaksOfItself,
} from './footers.ts';

/** Lines below a separator that lost its blank: more are a letter with a line in it. */
const LONGEST_SIGNATURE = 12;

interface Footerless {
  readonly lines: readonly string[];
  readonly cut: boolean;
}

/**
 * A run of lines without signature and footers. The first paragraph of a mail (`isTop`) is never taken for a footer: who
 * writes one word, "Afmelden", means it.
 */
export function cutFooters(segment: readonly string[], isTop: boolean): Footerless {
  const end = endOfText(segment, isTop);
  const kept: string[] = [];
  let isFirst = isTop;
  let isBelowLegal = false;
  let isBelowFooter = false;
  for (const paragraph of paragraphsOf(segment.slice(0, end))) {
    const joined = paragraph.join(' ');
    isBelowLegal = !isFirst && (isLegalFooter(joined) || (isBelowLegal && !speaksOfItself(joined)));
    if (isBelowLegal) continue;
    if (!isFirst && isNewsletterFooter(joined) && !paragraph.some(speaksOfItself)) {
      isBelowFooter = true;
      continue;
    }
    for (const [index, line] of paragraph.entries()) {
      if (isDeviceLine(line)) continue;
      const isFooter = isNewsletterFooter(line) || (isBelowFooter && isFooterLink(line));
      if (isFooter && !(isFirst && index === 0)) {
        isBelowFooter = true;
        continue;
      }
      kept.push(line);
    }
    kept.push('');
    isFirst &&= kept.every((line) => line.trim() === '');
  }
  return { lines: kept, cut: kept.filter(hasText).length < segment.filter(hasText).length };
}

function hasText(line: string): boolean {
  return line.trim() !== '';
}

/**
 * Where the signature (RFC 3676 section 4.3) or a mailing list's footer begins. Not at the top of a mail: who writes below
 * his signature has written all the same.
 */
function endOfText(lines: readonly string[], isTop: boolean): number {
  const start = isTop ? lines.findIndex(hasText) : -1;
  const end = lines.findIndex((line, index) => {
    if (index <= start) return false;
    if (line === '-- ') return true;
    if (line === '--') return isShortBelow(lines, index + 1);
    return isListFooter(lines, index);
  });
  return end === -1 ? lines.length : end;
}

function isShortBelow(lines: readonly string[], start: number): boolean {
  let count = 0;
  for (let index = start; index < lines.length && count <= LONGEST_SIGNATURE; index += 1) {
    if (hasText(lines[index] ?? '')) count += 1;
  }
  return count <= LONGEST_SIGNATURE;
}

function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = [];
  let paragraph: string[] = [];
  for (const line of lines) {
    if (hasText(line)) paragraph.push(line);
    else if (paragraph.length > 0) {
      paragraphs.push(paragraph);
      paragraph = [];
    }
  }
  if (paragraph.length > 0) paragraphs.push(paragraph);
  return paragraphs;
}
