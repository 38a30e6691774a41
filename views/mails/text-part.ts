import type { Block, Inline } from './blocks.ts';

/** The blocks as plain text, a blank line between them. */
export function textPart(blocks: readonly Block[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return block.inlines.map(inlineText).join(' ');
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${inlineText(value)}`).join('\n');
    case 'table':
      return tableText([block.columns, ...block.rows]);
    case 'action':
      return `${block.label}\n${block.url}`;
  }
}

/** Columns of equal width, names to the left and figures to the right. */
function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const cellText = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cellText).join('  ').trimEnd()).join('\n');
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return 'url' in inline ? inline.url : inline.code;
}
