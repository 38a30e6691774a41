import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { html } from '../../views/html.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { doneByPage } from '../../views/pages/action-result-pages.ts';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { requesterMails } from './mail-models.ts';
import { actions, answersWith, contextIn, formWith, staffModelWith } from './page-samples.ts';
import { found, ParsedHtml, rawText } from './parsed-html.ts';

const context = contextIn('nl');
const pieces = [
  '<script>alert(1)</script>',
  '</textarea>',
  '</bdi>',
  '</title>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus='alert(1)",
  '<!--',
  '-->',
  ']]>',
  '&lt;b&gt;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '`',
  '${1}',
  '\u202E',
  '\u0000',
  '\r\n',
  'javascript:alert(1)',
  'tekst',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
  .map((all) => all.join(''));

const [receipt] = staffModelWith('take', '').events;

/** Every page that shows what somebody typed. */
const pages: readonly (readonly [string, (text: string) => string])[] = [
  ['the request form', (text) => formWith(context, text)],
  ...actions.map(
    (action) =>
      [`the page to ${action}`, (text: string) => staffActionPage(context, staffModelWith(action, text))] as const,
  ),
  ['the answers', (text) => answersWith(context, text)],
  [
    'the page about a second press',
    (text) => doneByPage(context, { what: 'take', byName: text, at: found(receipt, 'event').at }),
  ],
];

describe('text from people stays text', () => {
  it.each(pages)('and adds no element or attribute to %s', (_name, render) => {
    const plain = new ParsedHtml(render('tekst')).skeleton;
    fc.assert(
      fc.property(hostile, (text) => {
        expect(new ParsedHtml(render(`${text}.`)).skeleton).toEqual(plain);
      }),
    );
  });

  it('and is shown as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [shown] = new ParsedHtml(answersWith(context, text)).named('bdi').map(rawText);
        // Line ends are one character and NUL is none to a browser.
        expect(shown).toBe(text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', ''));
      }),
    );
  });
});

describe('mails', () => {
  const render = createMailRenderer(ctTelecom);

  it.each(requesterMails.filter((model) => 'requesterName' in model))(
    '$template takes no markup from a name, and no subject from it',
    (model) => {
      const plain = render(model, 'nl', false);
      const shape = new ParsedHtml(plain.html).skeleton;
      fc.assert(
        fc.property(hostile, (requesterName) => {
          const words = render({ ...model, requesterName }, 'nl', false);
          expect(new ParsedHtml(words.html).skeleton).toEqual(shape);
          expect(words.subject).toBe(plain.subject);
        }),
      );
    },
  );
});

describe('the template tag', () => {
  it('refuses parts that are not there yet', () => {
    // Against the types on purpose: a promise would put "[object Promise]" or late text on the page.
    const late = Promise.resolve('tekst') as unknown as string;
    expect(() => html`<p>${late}</p>`).toThrow(TypeError);
  });

  it('escapes strings once and markup not again', () => {
    expect(html`<p>${html`<b>${'<&>'}</b>`}${['"', "'"]}</p>`.toString()).toBe(
      '<p><b>&lt;&amp;&gt;</b>&quot;&#39;</p>',
    );
  });
});
