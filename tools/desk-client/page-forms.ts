import { Parser } from 'htmlparser2';
import type { Page } from './browser.ts';

/** What a person types and ticks: a field with several values is one that was ticked more than once. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

/** A form of a page as a browser would send it when nobody touches its fields. */
export interface PageForm {
  /** Where it leads, as written. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly PageButton[];
}

/** A button that sends its form; it may lead elsewhere and add a field of its own. */
export interface PageButton {
  readonly label: string;
  readonly action: string | undefined;
  readonly field: readonly [name: string, value: string] | undefined;
}

/** A page has no such button. The message is a sentence. */
class NoButtonError extends Error {
  override readonly name = 'NoButtonError';
}

/** The forms of a page, in order. */
export function formsOn({ html }: Pick<Page, 'html'>): readonly PageForm[] {
  const forms: { action: string; fields: [string, string][]; buttons: PageButton[] }[] = [];
  let form: (typeof forms)[number] | undefined;
  let button: PageButton | undefined;
  let written: { readonly name: string; text: string } | undefined;
  let chosen: { readonly name: string; value: string | undefined } | undefined;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      const { name, value } = attributes;
      if (tag === 'form') {
        form = { action: attributes['action'] ?? '', fields: [], buttons: [] };
        forms.push(form);
      } else if (tag === 'button') {
        const field = name === undefined ? undefined : ([name, value ?? ''] as const);
        button = { label: '', action: attributes['formaction'], field };
      } else if (tag === 'input' && name !== undefined && isSent(attributes)) {
        form?.fields.push([name, value ?? 'on']);
      } else if (tag === 'textarea' && name !== undefined) written = { name, text: '' };
      else if (tag === 'select' && name !== undefined) chosen = { name, value: undefined };
      else if (tag === 'option' && chosen !== undefined && (chosen.value === undefined || 'selected' in attributes)) {
        chosen.value = value ?? '';
      }
    },
    ontext: (text) => {
      if (button !== undefined) button = { ...button, label: button.label + text };
      if (written !== undefined) written.text += text;
    },
    onclosetag: (tag) => {
      if (tag === 'form') form = undefined;
      if (tag === 'button' && button !== undefined) {
        form?.buttons.push({ ...button, label: button.label.replaceAll(/\s+/g, ' ').trim() });
        button = undefined;
      }
      if (tag === 'textarea' && written !== undefined) {
        form?.fields.push([written.name, written.text.replace(/^\r?\n/, '')]);
        written = undefined;
      }
      if (tag === 'select' && chosen !== undefined) {
        form?.fields.push([chosen.name, chosen.value ?? '']);
        chosen = undefined;
      }
    },
  });
  parser.end(html);
  return forms;
}

function isSent({ type = 'text', ...attributes }: Readonly<Record<string, string>>): boolean {
  if (type === 'checkbox' || type === 'radio') return 'checked' in attributes;
  return !['submit', 'button', 'reset', 'image', 'file'].includes(type) && !('disabled' in attributes);
}

/** What pressing a button sends, and where. Throws NoButtonError. */
export function pressed(
  page: Page,
  label: string,
  filled: Filled = {},
): { readonly action: string; readonly fields: URLSearchParams } {
  for (const form of formsOn(page)) {
    const button = form.buttons.find((each) => each.label === label);
    if (button === undefined) continue;
    const fields = new URLSearchParams(form.fields.filter(([name]) => !(name in filled)).map(([...pair]) => pair));
    for (const [name, value] of Object.entries(filled)) {
      for (const each of typeof value === 'string' ? [value] : value) fields.append(name, each);
    }
    if (button.field !== undefined) fields.append(...button.field);
    return { action: button.action ?? form.action, fields };
  }
  throw new NoButtonError(`The page “${page.title}” has no button “${label}”.`);
}
