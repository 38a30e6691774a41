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
    case 'action':
      return `${block.label}\n${block.url}`;
  }
}

function inlineText(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  return 'url' in inline ? inline.url : inline.code;
}
