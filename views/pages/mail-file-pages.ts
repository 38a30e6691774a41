import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { deskLinks } from './staff-action-page.ts';

/** Something that came by mail is kept no more. */
export function mailFileGonePage(context: PageContext, caseNumber: string): string {
  const texts = textsOf(context.language);
  const { gone } = texts.deskMail;
  return renderPage(context, {
    title: gone.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${gone.lead}</p>
      ${deskLinks(context, caseNumber, texts)}`,
  });
}
