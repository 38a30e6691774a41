import type { ActionDoor } from '../../domain/desk/use-cases/open-action.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';

/** The way from a page about a part to its files, with a word to the second person; nothing where there are none. */
export function lookAtFiles(context: PageContext, door: ActionDoor, count: number, texts: Texts): Html | false {
  if (count === 0) return false;
  const { desk } = texts.filePages;
  return html`<section>
    <h2>${desk.title}</h2>
    <p>${desk.count(count)} ${desk.secondLook}</p>
    ${form(context, PATHS.files, doorFields(door), desk.look)}
  </section>`;
}
