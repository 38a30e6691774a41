import { Engine } from 'mrml';

/** MJML that does not compile, or whose HTML may not go into a mail. */
export class MailPartsError extends Error {
  override readonly name = 'MailPartsError';
}

const PART_STARTS = /<!-- (?<part>[a-zA-Z]+) -->/;
const SLOT = /\{\{(?<slot>[a-zA-Z]+)\}\}/g;
/** Meant as a slot, and none. */
const MISWRITTEN_SLOT = /\{\{(?![a-zA-Z]+\}\})/;
/** What would end a template literal, or be read as something else in it. */
const UNSAFE_IN_TEMPLATE = /[`\\]|\$\{/;
/** The compiler adds web fonts by itself for names it knows, and leaves elements it does not know as they are. */
const NOT_FOR_MAILS = /<link|<img|@import|url\(|<\/?mj-[a-z]+/;

/**
 * TypeScript with one function for each part of a mail. What stands before the first part is `open`; after that a
 * comment starts the part it names. Each `{{slot}}` becomes a value that the function asks for, escaped when it is put in.
 * Throws MailPartsError.
 */
export function compileParts(mjml: string): string {
  const compiled = new Engine().toHtml(mjml);
  if (compiled.type === 'error') throw new MailPartsError(compiled.message);
  const [warning] = compiled.warnings;
  if (warning !== undefined) throw new MailPartsError(warning.kind);
  const unwanted = [MISWRITTEN_SLOT, UNSAFE_IN_TEMPLATE, NOT_FOR_MAILS].flatMap(
    (no) => no.exec(compiled.content) ?? [],
  );
  if (unwanted.length > 0) throw new MailPartsError(`not in a mail: ${unwanted.join(' ')}`);
  const pieces = ['open', ...compiled.content.split(PART_STARTS)];
  const functions = pieces.flatMap((name, index) =>
    index % 2 === 0 ? [functionOf(name, pieces[index + 1] ?? '')] : [],
  );
  return `// Made of mail.mjml by \`npm run mail-parts\`. Change that file, not this one.
import { html as filled, type Html, type Piece } from '../html.ts';

type Slots<Name extends string> = Readonly<Record<Name, Piece>>;

${functions.join('\n\n')}
`;
}

function functionOf(part: string, markup: string): string {
  const slots = [...new Set([...markup.matchAll(SLOT)].map(([, slot]) => slot))];
  const parameter = slots.length === 0 ? '' : `slots: Slots<${slots.map((slot) => `'${slot}'`).join(' | ')}>`;
  return `export function ${part}(${parameter}): Html {
  return filled\`${markup.replaceAll(SLOT, '${slots.$<slot>}')}\`;
}`;
}
