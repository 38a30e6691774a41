import { describe, expect, it } from 'vitest';
import { ADDRESS_TO_COME } from '../../contracts/http/api-reference.ts';
import { openApiDocument } from '../../contracts/http/openapi.ts';
import { createMarkdownWriter } from '../../infra/api-reference/markdown-to-html.ts';
import { makeApiReference } from '../../infra/api-reference/make-api-reference.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { apiReferencePage } from '../../views/pages/api-reference-page.ts';
import { attribute, type Element, ParsedHtml } from '../views/parsed-html.ts';

interface Described {
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, { readonly examples?: Record<string, Example> }>> }>
  >;
}
interface Example {
  readonly value: { readonly type: string };
}

const PUBLIC_URL = 'https://desk.example.nl/live/';
const markup = apiReferencePage(
  { organisation: ctTelecom, publicUrl: PUBLIC_URL, language: 'en' },
  await makeApiReference(ctTelecom),
);
const page = new ParsedHtml(markup);

const calls = Object.entries(openApiDocument(PUBLIC_URL, ctTelecom).paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Readonly<Record<string, Described>>).map(([method, { summary, security, responses }]) => ({
    anchor: summary.toLowerCase().replaceAll(' ', '-'),
    security,
    responses,
    call: `${method.toUpperCase()} ${path}`,
  })),
);

/** The part of the page about one call, as a page of its own. */
function sectionOf(anchor: string): ParsedHtml {
  const [, section = ''] = new RegExp(`<section aria-labelledby="${anchor}">(.*?)</section>`, 's').exec(markup) ?? [];
  return new ParsedHtml(`<!doctype html><html><body>${section}</body></html>`);
}

describe('the reference of the API', () => {
  it.each(calls)('has $call with all its problems', ({ anchor, call, responses }) => {
    const { text } = sectionOf(anchor);
    expect(text).toContain(call);
    for (const [status, { content }] of Object.entries(responses)) {
      expect(text).toContain(status);
      for (const { value } of Object.values(content['application/problem+json']?.examples ?? {})) {
        expect(text).toContain(`${status} ${value.type.replace('urn:privacy-desk:problem:', '')}`);
      }
    }
  });

  it.each(calls)('shows a call of $call that a shell can run', ({ anchor, call, security }) => {
    const [method, path = ''] = call.split(' ');
    const samples = sectionOf(anchor).text;
    const address = `https://desk.example.nl/live${path.replace('{topic}', 'nieuwsbrief')}`;
    expect(samples).toContain(`curl "${address}"`);
    expect(samples.includes('--data')).toBe(method === 'POST');
    expect(samples.includes('--aws-sigv4')).toBe(security !== undefined);
    expect(samples.includes('For signed calls only')).toBe(security !== undefined);
  });

  it('names the desk it stands on, everywhere', () => {
    expect(markup).not.toContain(ADDRESS_TO_COME);
    expect(markup).not.toContain('live//');
  });

  it('has headings that go down one level at a time, and contents that lead to all calls', () => {
    const levels = page.named('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(page.targets).toEqual(expect.arrayContaining(calls.map(({ anchor }) => `#${anchor}`)));
  });

  it('has boxes that the keyboard can scroll', () => {
    const boxes: readonly Element[] = page.elements.filter(
      (element) => element.tagName === 'pre' || attribute(element, 'class') === 'scroll',
    );
    expect(boxes.length).toBeGreaterThan(calls.length);
    expect(boxes.filter((box) => attribute(box, 'tabindex') !== '0' || attribute(box, 'aria-label') === '')).toEqual(
      [],
    );
  });

  it('is read in English in a Dutch frame', async () => {
    const dutch = new ParsedHtml(
      apiReferencePage(
        { organisation: ctTelecom, publicUrl: PUBLIC_URL, language: 'nl' },
        await makeApiReference(ctTelecom),
      ),
    );
    expect(attribute(dutch.one('html'), 'lang')).toBe('nl');
    expect(attribute(dutch.with('class', 'api-reference'), 'lang')).toBe('en');
  });

  it('is light: no more than 60 kB', () => {
    expect(Buffer.byteLength(markup)).toBeLessThan(60_000);
  });
});

function write(markdown: string): string {
  const writer = createMarkdownWriter();
  return writer.write(writer.read(markdown), 'x');
}

describe('Markdown on a page', () => {
  it('brings no markup of its own', () => {
    const written = write('a <img src="x" onerror="y"> b\n\n<script>alert(1)</script>\n\n`<b>`\n\n```\n</code>\n```');
    expect(written).not.toMatch(/<(?:img|script|b)\b|<\/code>\n<\/code>/);
    expect(written).toContain('&lt;script&gt;');
  });

  it('tells headings of the same words apart', () => {
    expect(write('## A b\n\n## A b')).toMatch(/id="x-a-b".*id="x-a-b-2"/s);
  });
});
