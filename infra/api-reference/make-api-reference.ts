import { createOpenApiMarkdownRenderer } from '@scalar/openapi-to-markdown';
import type { Token } from 'marked';
import { ADDRESS_TO_COME } from '../../contracts/http/api-reference.ts';
import { openApiDocument } from '../../contracts/http/openapi.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { curlSample } from './curl-sample.ts';
import { type DescribedCall, describedCalls, problemsOf } from './described-call.ts';
import { createMarkdownWriter, type MarkdownWriter, slugOf } from './markdown-to-html.ts';
import { readingCopy } from './reading-copy.ts';

/** Id of the heading in the introduction that tells how to sign. */
const SIGNING = 'calls-with-a-signature';

/**
 * The reference of the API as markup for `/api`, made from the OpenAPI document of one organisation: contents,
 * introduction, and each call below the heading of its tag. The public address stands in it as `ADDRESS_TO_COME`.
 * Throws RangeError when the library writes a call in another form than this reads.
 */
export async function makeApiReference(organisation: OrganisationProfile): Promise<string> {
  const document = openApiDocument(ADDRESS_TO_COME, organisation);
  const renderer = await createOpenApiMarkdownRenderer(readingCopy(document));
  const writer = createMarkdownWriter();
  const all = describedCalls(document);
  const tags = document.tags ?? [];
  const calls = tags.flatMap(({ name }) => all.filter(({ tags: [tag] }) => tag === name));
  const introduction = writer.read(document.info.description ?? '');
  const contents = writer.read(
    [
      ...introduction.flatMap((token) =>
        token.type === 'heading' && token.depth === 2 ? contentsLine(token.text) : [],
      ),
      ...calls.map(({ summary, method, path }) => `${contentsLine(summary)}: \`${method} ${path}\``),
    ].join('\n'),
  );
  const parts = [writer.write(introduction)];
  for (const { name, description = '' } of tags) {
    parts.push(writer.write(writer.read(`## ${name}\n\n${description}`)));
    for (const call of calls.filter(({ tags: [tag] }) => tag === name)) {
      const markdown = await renderer.render({ operation: { operationId: call.operationId } });
      parts.push(callMarkup(writer, call, markdown));
    }
  }
  return [`<nav aria-label="Contents">${writer.write(contents)}</nav>`, ...parts].join('\n');
}

function contentsLine(heading: string): string {
  return `- [${heading}](#${slugOf(heading)})`;
}

function callMarkup(writer: MarkdownWriter, call: DescribedCall, markdown: string): string {
  const { summary, method, path, security } = call;
  const tokens = ownTokens(writer.read(readable(markdown)));
  const answers = indexOf(tokens, (token) => isHeading(token, 4, 'Responses'));
  const whoMay = security.length > 0 ? `For [signed calls](#${SIGNING}) only.` : 'For everybody: no key, no account.';
  const title = writer.read(`### ${summary}\n\n**\`${method} ${path}\`**\n\n${whoMay}`);
  const sample = writer.read(`#### Sample\n\n\`\`\`sh\n${curlSample(ADDRESS_TO_COME, call)}\n\`\`\``);
  const problems = writer.read(`#### Problems\n\n${problemTableOf(call)}`);
  const body = [...withoutExample(tokens.slice(0, answers)), ...sample, ...tokens.slice(answers), ...problems];
  const id = slugOf(summary);
  return `<section aria-labelledby="${id}">\n${writer.write(title)}${writer.write(body, id)}</section>`;
}

/** What the library says of the call: behind its heading and its list of method, path and id, before all schemas. */
function ownTokens(tokens: readonly Token[]): readonly Token[] {
  const behindHeading = tokens.slice(indexOf(tokens, (token) => isHeading(token, 3)) + 1);
  const behindList = behindHeading.slice(indexOf(behindHeading, ({ type }) => type === 'list') + 1);
  const end = behindList.findIndex((token) => isHeading(token, 2));
  const own = end < 0 ? behindList : behindList.slice(0, end);
  return withoutSection(own, 'Authentication').filter((token) => !SAID_BEFORE.test(token.raw.trim()));
}

/** Every body is JSON and required, and a schema's name leads nowhere on this page. */
const SAID_BEFORE = /^(?:#+ Content-Type: application\/json|schema: `\w+`|\*\*Required:\*\* `true`)$/;

/** What the library says of signatures is the scheme as JSON. */
function withoutSection(tokens: readonly Token[], heading: string): readonly Token[] {
  const start = tokens.findIndex((token) => isHeading(token, 4, heading));
  if (start < 0) return tokens;
  const next = tokens.slice(start + 1).findIndex((token) => isHeading(token, 4));
  return [...tokens.slice(0, start), ...(next < 0 ? [] : tokens.slice(start + 1 + next))];
}

/** The sample call has the example body. */
function withoutExample(tokens: readonly Token[]): readonly Token[] {
  const body = tokens.findIndex((token) => isHeading(token, 4, 'Request Body'));
  if (body < 0) return tokens;
  return tokens.slice(0, body + indexOf(tokens.slice(body), (token) => token.raw.trim() === '**Example:**'));
}

/**
 * The library writes descriptions of schemas as plain text, so the code in them comes out as backticks, and what an
 * answer means into the heading of its status.
 */
function readable(markdown: string): string {
  return markdown.replaceAll(/\\`([^`\\\n]+)\\`/g, '`$1`').replaceAll(/^(#+) Status: (\d+) /gm, '$1 $2\n\n');
}

function problemTableOf(call: DescribedCall): string {
  const rows = problemsOf(call).map(({ status, type, when }) => `| ${status} \`${type}\` | ${when} |`);
  return ['| Problem | When |', '| --- | --- |', ...rows].join('\n');
}

function isHeading(token: Token, depth: number, text?: string): boolean {
  return token.type === 'heading' && token.depth === depth && (text === undefined || token.text === text);
}

function indexOf(tokens: readonly Token[], isIt: (token: Token) => boolean): number {
  const index = tokens.findIndex(isIt);
  if (index < 0) throw new RangeError('the library writes a call in another form');
  return index;
}
