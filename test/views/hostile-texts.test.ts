import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { html } from '../../views/html.ts';
import { createMailRenderer } from '../../views/mails/render-mail.ts';
import { doneByPage } from '../../views/pages/action-result-pages.ts';
import { sessionEndedPage } from '../../views/pages/closed-door-pages.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { consentPagesIn } from './consent-samples.ts';
import { keptWith } from './link-state-samples.ts';
import { requesterMails } from './mail-models.ts';
import { answersWith, contextIn, formWith } from './page-samples.ts';
import { ParsedHtml, rawText } from './parsed-html.ts';
import { ownCaseWith, reportWith } from './requester-samples.ts';
import { actions, mailViewWith, onOf, staffModelWith, viewWith } from './staff-samples.ts';

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

const at = viewWith('').at;
const { caseNumber } = viewWith('').case;

const ONE_FOR_EACH_KIND_OF_FIELD = ['answer', 'approve', 'link_case', 'send_identity_code', 'end_task'] as const;

/** Every page that shows what somebody typed. */
const pages: readonly (readonly [string, (text: string) => string])[] = [
  ['the request form', (text) => formWith(context, text)],
  ...ONE_FOR_EACH_KIND_OF_FIELD.map(
    (action) =>
      [`the page to ${action}`, (text: string) => staffActionPage(context, staffModelWith(action, text))] as const,
  ),
  ['the mail on the desk', (text) => deskCasePage(context, { view: mailViewWith(text), actions: [], related: [] })],
  ...(['accept', 'dismiss'] as const).map(
    (action) =>
      [
        `the page to ${action} a mail`,
        (text: string) => staffActionPage(context, { ...staffModelWith(action, text), view: mailViewWith(text) }),
      ] as const,
  ),
  ['the own case', (text) => ownCaseWith(context, text)],
  ['a report', (text) => reportWith(context, text)],
  ['the page about a second press', (text) => doneByPage(context, { what: 'take', caseNumber, byName: text, at })],
  [
    'the page of a colleague’s decision',
    (text) => doneByPage(context, { what: 'take', caseNumber, byName: text, at, typed: [text] }),
  ],
  // With a blank: what has none is a choice of the form and is not shown.
  ['a form given back', (text) => sessionEndedPage(context, { kept: keptWith(`Wij ${text}`) })],
  ...[
    'consents form with errors',
    'preferences',
    'consent proof',
    'desk consents with an error',
    'desk consents found',
  ].map(
    (page) => [`the page: ${page}`, (text: string) => new Map(consentPagesIn(context, text)).get(page) ?? ''] as const,
  ),
  [
    'the case on the desk',
    (text) =>
      deskCasePage(context, {
        view: viewWith(text),
        actions: actions.map((action) => ({ action, on: onOf(action), requestType: null })),
        related: [],
      }),
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

  it('and becomes paragraphs and lists in a letter, and nothing else', () => {
    const usual = new Set([...new ParsedHtml(answersWith(context, 'tekst')).skeleton, 'p', 'bdi', 'ul', 'li', 'h3']);
    fc.assert(
      fc.property(hostile, (text) => {
        const { skeleton } = new ParsedHtml(answersWith(context, `${text}.`));
        expect(skeleton.filter((element) => !usual.has(element))).toEqual([]);
      }),
    );
  });

  it('and is shown as it was written', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = staffActionPage(context, staffModelWith('take', text));
        const [shown] = new ParsedHtml(page).named('bdi').map(rawText);
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
