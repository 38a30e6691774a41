/** What an element of an HTML mail is to a reader of it. */
export interface ElementRole {
  readonly isHidden: boolean;
  /** Characters nobody can read; undefined when the element says nothing of it. */
  readonly isTiny: boolean | undefined;
  readonly isQuote: boolean;
  /** The line above a quote that tells who wrote when. */
  readonly isAttribution: boolean;
  /** Where a mailer begins the mail that is answered; all that follows is that mail. */
  readonly startsHistory: boolean;
  /** Line breaks around it: 0 for none, 1 for a line of its own, 2 for a paragraph. */
  readonly breaks: 0 | 1 | 2;
}

const UNREAD = new Set(
  'script style head title template noscript object svg math textarea select audio video iframe'.split(' '),
);
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 ul ol pre blockquote table dl'.split(' '));
const BLOCKS = new Set(
  'div li tr hr br address article aside center dd dt fieldset figure footer form header main nav section body html'.split(
    ' ',
  ),
);

const HIDDEN =
  /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|max-height\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d]))/i;
const FONT_SIZE = /font-size\s*:\s*(\d{1,4}(?:\.\d{1,4})?)\s*(px|pt|em|rem|%)?/i;
const TINY_UP_TO = 1;

/** The indenting button of Gmail and Apple Mail makes a quote that says it has no line beside it. */
const INDENT = /border(?:-left)?\s*:\s*(?:none|0)/i;
/** Ids of Outlook on the web, on phones and on the desktop; answers to answers get `x_` in front. */
const HISTORY_ID =
  /^(?:x_)*(?:divRplyFwdMsg|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|stopSpelling|OLK_SRC_BODY_SECTION|replySplit)$/i;

/** What an element is for, by its name and attributes. */
export function roleOf(name: string, attributes: Readonly<Record<string, string>>): ElementRole {
  const style = attributes['style'] ?? '';
  const className = attributes['class'] ?? '';
  const size = FONT_SIZE.exec(style);
  return {
    isHidden: UNREAD.has(name) || attributes['hidden'] !== undefined || HIDDEN.test(style),
    isTiny: size === null ? undefined : isTiny(Number(size[1]), size[2] ?? 'px'),
    isQuote: name === 'blockquote' ? !INDENT.test(style) : /\byahoo_quoted\b/.test(className),
    isAttribution: /\b(?:gmail_attr|moz-cite-prefix)\b/.test(className),
    startsHistory: HISTORY_ID.test(attributes['id'] ?? '') || /\bms-outlook-mobile-reference-message\b/.test(className),
    breaks: PARAGRAPHS.has(name) ? 2 : BLOCKS.has(name) ? 1 : 0,
  };
}

function isTiny(size: number, unit: string): boolean {
  return unit === 'px' || unit === 'pt' ? size <= TINY_UP_TO : unit === '%' ? size <= 5 : size <= 0.05;
}
