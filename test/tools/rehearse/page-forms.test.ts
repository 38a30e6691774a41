import { describe, expect, it } from 'vitest';
import type { Page } from '../../../tools/desk-client/browser.ts';
import { addressesIn } from '../../../tools/desk-client/consents.ts';
import { linksIn, preferencesUrlIn } from '../../../tools/desk-client/mail-links.ts';
import { formsOn, pressed } from '../../../tools/desk-client/page-forms.ts';

const DESK = 'https://desk.example.org/live';
const SECRET = 'zTYicH0gaMUdQBlrq3cClf9HAh9_xK2XRUCShADxV7w';
const TOKEN = `k1.${'b'.repeat(43)}.nieuwsbrief.${'c'.repeat(22)}`;

function page(html: string): Page {
  return { status: 200, title: 'A page', text: '', token: undefined, html };
}

const FORM = `<form method="post" action="${DESK}/newsletter?language=nl&amp;sent=1">
  <input type="hidden" name="formId" value="7 &amp; 8">
  <input type="checkbox" name="topic" value="news"> <input type="checkbox" name="topic" value="offers" checked>
  <input type="radio" name="as" value="one"> <input type="radio" name="as" value="two" checked>
  <input name="email" value=""> <input name="off" value="x" disabled>
  <textarea name="text">
 two
lines</textarea>
  <select name="one"><option value="a">A</option><option value="b" selected>B</option></select>
  <select name="first"><option value="c">C</option><option value="d">D</option></select>
  <button type="submit">Send
    it</button>
  <button type="submit" name="how" value="other" formaction="${DESK}/other">Something <b>else</b></button>
</form>`;

describe('a form', () => {
  it('sends what a browser would when nobody touches it', () => {
    const { action, fields } = pressed(page(FORM), 'Send it');
    expect(action).toBe(`${DESK}/newsletter?language=nl&sent=1`);
    expect([...fields]).toEqual([
      ['formId', '7 & 8'],
      ['topic', 'offers'],
      ['as', 'two'],
      ['email', ''],
      ['text', ' two\nlines'],
      ['one', 'b'],
      ['first', 'c'],
    ]);
  });

  it('sends what was filled in instead of what was there', () => {
    const { fields } = pressed(page(FORM), 'Send it', { topic: ['news', 'offers'], email: 'jan@example.org' });
    expect(fields.getAll('topic')).toEqual(['news', 'offers']);
    expect(fields.getAll('email')).toEqual(['jan@example.org']);
  });

  it('goes where its button leads, with the field of the button', () => {
    const { action, fields } = pressed(page(FORM), 'Something else');
    expect([action, fields.get('how')]).toEqual([`${DESK}/other`, 'other']);
  });

  it('is told apart from the others of its page', () => {
    const two = page(`<form action="/a"><button>A</button></form><form action="/b"><button>B</button></form>`);
    expect(formsOn(two).map(({ action }) => action)).toEqual(['/a', '/b']);
    expect(pressed(two, 'B').action).toBe('/b');
    expect(() => pressed(two, 'C')).toThrow('The page “A page” has no button “C”.');
  });
});

describe('a mail to a reader', () => {
  it('leads to the page of preferences', () => {
    const url = `${DESK}/unsubscribe/${TOKEN}?language=nl`;
    expect(preferencesUrlIn(`Hello,\n\nSee or stop\n${url}\n\nRegards`)).toBe(url);
    expect(preferencesUrlIn(`Hello,\n\n${DESK}/newsletter?language=nl`)).toBeUndefined();
  });

  it('leads to the page that confirms, which is not that of a request', () => {
    const text = `Confirm\n${DESK}/newsletter/confirm?language=nl#${SECRET}`;
    expect(linksIn(text)).toMatchObject([{ page: 'newsletter/confirm', secret: SECRET }]);
  });

  it('names its addresses to stop in one header', () => {
    expect(addressesIn(`<${DESK}/unsubscribe/${TOKEN}>, <mailto:stop@example.org?subject=${TOKEN}>`)).toEqual([
      `${DESK}/unsubscribe/${TOKEN}`,
      `mailto:stop@example.org?subject=${TOKEN}`,
    ]);
  });
});
