import type { Temporal } from 'temporal-polyfill';
import type { StaffActionToken } from '../../domain/desk/action-token.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';

type StaffAction = StaffActionToken['action'];

/** Which sentence says what comes next. */
export type NextStep = keyof Texts['deskPages']['actionDone']['nextSteps'];

/** The answer to a second press: who did it before, and when. */
export function doneByPage(
  context: PageContext,
  model: { readonly what: StaffAction; readonly byName: string; readonly at: Temporal.Instant },
): string {
  const { doneBy } = textsOf(context.language).deskPages;
  return renderPage(context, {
    title: doneBy.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">
        ${doneBy.sentences[model.what](model.byName, formatInstant(model.at, context.language))}
      </p>
      <p>${doneBy.nothing}</p>`,
  });
}

/** The answer to a decision carried out. */
export function actionDonePage(
  context: PageContext,
  model: { readonly caseNumber: string; readonly action: StaffAction; readonly nextStep: NextStep },
): string {
  const { actionDone } = textsOf(context.language).deskPages;
  return renderPage(context, {
    title: actionDone.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">${actionDone.sentences[model.action](model.caseNumber)}</p>
      <p>${actionDone.nextSteps[model.nextStep]}</p>`,
  });
}
