import type { Temporal } from 'temporal-polyfill';
import { formatInstant } from '../../domain/deadlines/format.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { deskLinks } from './staff-action-page.ts';

/** Which sentence says what comes next. */
export type NextStep = keyof Texts['deskActions']['nextSteps'];

/** The answer to a second press: who did it before, and when. */
export function doneByPage(
  context: PageContext,
  model: {
    readonly what: StaffAction;
    readonly caseNumber: string;
    readonly byName: string;
    readonly at: Temporal.Instant;
  },
): string {
  const texts = textsOf(context.language);
  const { doneBy } = texts.deskPages;
  return renderPage(context, {
    title: doneBy.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">
        ${texts.deskActions.doneBy[model.what](model.byName, formatInstant(model.at, context.language))}
      </p>
      <p>${doneBy.nothing}</p>
      ${deskLinks(context, model.caseNumber, texts)}`,
  });
}

/** The answer to a decision carried out. */
export function actionDonePage(
  context: PageContext,
  model: { readonly caseNumber: string; readonly action: StaffAction; readonly nextStep: NextStep },
): string {
  const texts = textsOf(context.language);
  return renderPage(context, {
    title: texts.deskPages.actionDone.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${texts.deskActions.done[model.action](model.caseNumber)}</p>
      <p>${texts.deskActions.nextSteps[model.nextStep]}</p>
      ${deskLinks(context, model.caseNumber, texts)}`,
  });
}
