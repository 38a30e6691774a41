import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileParts, MailPartsError } from '../../tools/mail-parts/compile-parts.ts';

const mails = join(import.meta.dirname, '..', '..', 'views', 'mails');

const mailOf = (content: string, head = '') =>
  `<mjml><mj-head>${head}</mj-head><mj-body><mj-section><mj-column>${content}</mj-column></mj-section></mj-body></mjml>`;
const PLAIN = '<mj-attributes><mj-all font-family="sans-serif" /></mj-attributes>';

describe('the parts of mails', () => {
  it('are those of mail.mjml; if not, npm run mail-parts makes them anew', async () => {
    const made = await readFile(join(mails, 'compiled-parts.ts'), 'utf8');
    expect(made).toBe(compileParts(await readFile(join(mails, 'mail.mjml'), 'utf8')));
  });

  it('are functions that ask for what their slots need', () => {
    const code = compileParts(
      mailOf('<mj-raw><!-- greeting --></mj-raw><mj-text>{{hello}} {{name}}, {{hello}}</mj-text>', PLAIN),
    );
    expect(code).toContain("export function greeting(slots: Slots<'hello' | 'name'>): Html {");
    expect(code).toContain('${slots.hello} ${slots.name}, ${slots.hello}');
  });

  it.each([
    ['what is no MJML', '<mjml'],
    ['a font from elsewhere', mailOf('<mj-text font-family="Roboto">x</mj-text>')],
    ['a picture', mailOf('<mj-image src="https://pictures.example/x.png" />', PLAIN)],
    ['a slot with spaces in it', mailOf('<mj-text>{{ name }}</mj-text>', PLAIN)],
    ['what would end a template', mailOf('<mj-text>`</mj-text>', PLAIN)],
    ['what a template would run', mailOf('<mj-text>${1}</mj-text>', PLAIN)],
    ['styles that would not get onto elements', mailOf('', '<mj-style inline="inline">p { color: red; }</mj-style>')],
    ['an element that nobody knows', mailOf('<mj-txt>x</mj-txt>', PLAIN)],
  ])('are not made of %s', (_what, mjml) => {
    expect(() => compileParts(mjml)).toThrow(MailPartsError);
  });
});
