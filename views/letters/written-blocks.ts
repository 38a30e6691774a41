import { list, paragraph, type Block } from '../mails/blocks.ts';

const ITEM = /^[-*•]\s+/;

/**
 * What staff wrote, as blocks: a paragraph for each of theirs, a line of its own for each line, a list where every line
 * begins with a dash. Text stays text: nothing in it becomes a link or a heading.
 */
export function writtenBlocks(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])))
    .filter((lines) => lines.length > 0)
    .flatMap((lines) =>
      lines.every((line) => ITEM.test(line))
        ? [list(lines.map((line) => line.replace(ITEM, '')))]
        : lines.map((line) => paragraph(line)),
    );
}
