import type { Temporal } from 'temporal-polyfill';
import type { CodeChannel } from '../../domain/cases/collection-code.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { writtenBlocks } from './kept-form.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { factList, form } from './page-parts.ts';
import { doorFields } from './staff-action-form.ts';
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
    /** What was written with this press. */
    readonly typed?: readonly string[];
    /** Whether the reader did it, and may have sent the same text then. */
    readonly isOwn?: boolean;
  },
): string {
  const texts = textsOf(context.language);
  const { doneBy } = texts.deskPages;
  const { typed = [], isOwn = false } = model;
  return renderPage(context, {
    title: doneBy.title,
    once: true,
    path: PATHS.desk,
    main: html`<p class="lead">
        ${texts.deskActions.doneBy[model.what](model.byName, formatInstant(model.at, context.language))}
      </p>
      <p>${doneBy.nothing}</p>
      ${
        typed.length > 0 &&
        html`<p>${isOwn ? texts.linkStates.typedAgain : texts.linkStates.typedBefore}</p>
          ${writtenBlocks(typed)}`
      }
      ${deskLinks(context, model.caseNumber, texts)}`,
  });
}

export interface ActionDoneModel {
  readonly caseNumber: string;
  readonly action: StaffAction;
  readonly nextStep: NextStep;
  /** The code that was just issued: this page is the only place that shows it. */
  readonly newCode?: { readonly code: string; readonly through: CodeChannel };
  /** Whether the requester still has to be given a code. */
  readonly noCodeYet?: boolean;
}

/** The answer to a decision carried out. */
export function actionDonePage(context: PageContext, model: ActionDoneModel): string {
  const texts = textsOf(context.language);
  return renderPage(context, {
    title: texts.deskPages.actionDone.title,
    once: true,
    path: PATHS.desk,
    panel: html`<p class="lead">${texts.deskActions.done[model.action](model.caseNumber)}</p>`,
    main: html`${newCodeSection(model, texts)}
      <p>${texts.deskActions.nextSteps[model.nextStep]}</p>
      ${model.noCodeYet === true && noCodeSection(context, model.caseNumber, texts)}
      ${deskLinks(context, model.caseNumber, texts)}`,
  });
}

function newCodeSection({ caseNumber, newCode }: ActionDoneModel, texts: Texts): Html | false {
  if (newCode === undefined) return false;
  const { tell, never } = texts.deskActions.newCode;
  const { labels } = texts.words;
  return html`<section class="keep">
    <p>${tell[newCode.through]}</p>
    ${factList([
      { label: labels.caseNumber, value: html`<strong class="code">${caseNumber}</strong>` },
      { label: labels.collectionCode, value: html`<strong class="code">${newCode.code}</strong>` },
    ])}
    <p class="warning">${never}</p>
  </section>`;
}

/** What is still missing for the requester to read the answer, with the way to it. */
function noCodeSection(context: PageContext, caseNumber: string, texts: Texts): Html {
  const { noCodeYet, titles } = texts.deskActions;
  const door = doorFields({ kind: 'desk', action: 'issue_code', caseNumber, on: null });
  return html`<p class="warning">${noCodeYet}</p>
    ${form(context, PATHS.act, door, titles.issue_code)}`;
}
