import type { Language } from '../../domain/languages.ts';
import { html } from '../html.ts';
import { letterHtml } from '../letters/letter-parts.ts';
import type { Block } from '../mails/blocks.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { written } from './page-parts.ts';
import { deskLinks } from './staff-action-page.ts';

export interface PostedLetterPageModel {
  readonly caseNumber: string;
  readonly name: string;
  readonly postalAddress: string | undefined;
  /** The language of the letter. */
  readonly language: Language;
  /** Empty when the case has moved past the letter. */
  readonly blocks: readonly Block[];
}

/** A letter for somebody without an e-mail address, with the address to post it to: fit for printing, alone. */
export function postedLetterPage(context: PageContext, model: PostedLetterPageModel): string {
  const texts = textsOf(context.language);
  const { letter: words } = texts.deskActions;
  const { caseNumber, name, postalAddress, language, blocks } = model;
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.act,
    main: html`<div class="on-screen">
        <p class="lead">${blocks.length === 0 ? words.gone : words.lead}</p>
        ${deskLinks(context, caseNumber, texts)}
      </div>
      <address>${written(postalAddress === undefined ? name : `${name}\n${postalAddress}`)}</address>
      <div lang="${language}">${letterHtml(blocks)}</div>`,
  });
}
