import type { Temporal } from 'temporal-polyfill';
import type { CaseEventType } from '../../domain/cases/case-events.ts';
import type { CaseContent, CaseStatus } from '../../domain/cases/case.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import type { StaffActionToken } from '../../domain/desk/action-token.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { factList, written } from './page-parts.ts';
import { staffActionErrors, staffActionForm, type StaffActionError } from './staff-action-form.ts';

/** What a link in a staff mail can do. */
export type StaffAction = StaffActionToken['action'];

export interface StaffActionModel {
  readonly action: StaffAction;
  /** The secret of the link, posted on with the decision. */
  readonly token: string;
  readonly subject: StaffActionSubject;
  readonly content: CaseContent;
  readonly parts: readonly StaffActionPart[];
  /** In order. */
  readonly events: readonly { readonly at: Temporal.Instant; readonly what: CaseEventType }[];
  /** The part an answer is for. */
  readonly partId?: string | undefined;
  readonly error?: StaffActionError | undefined;
  /** Who did it before and when; then the page shows the case without the form. `byName` starts a sentence. */
  readonly done?: { readonly byName: string; readonly at: Temporal.Instant } | undefined;
  /** What was typed before, when the page reports an error. */
  readonly text?: string | undefined;
}

export interface StaffActionSubject {
  readonly caseNumber: string;
  readonly status: CaseStatus;
  readonly receivedAt: Temporal.Instant;
  readonly promisedDate: Temporal.PlainDate;
  readonly statutoryDate: Temporal.PlainDate | null;
  readonly workingDaysLeft: number;
  readonly assigneeName: string | null;
}

export interface StaffActionPart {
  readonly partId: string;
  readonly requestType: RequestType;
  readonly decidedOn: Temporal.PlainDate | null;
}

/**
 * A case with the form for one action, which posts `token` and, by action, `text` or `ground` to `/desk/decide`. Shows
 * personal data: for the addressee's session only.
 */
export function staffActionPage(context: PageContext, model: StaffActionModel): string {
  const texts = textsOf(context.language);
  const { action: words } = texts.deskPages;
  return renderPage(context, {
    title: words.titles[model.action],
    once: true,
    path: PATHS.act,
    ...(model.error !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${staffActionErrors(model, texts)}
      <section>
        <h2>${words.caseHeading}</h2>
        ${caseFacts(model.subject, context, texts)}
      </section>
      <section>
        <h2>${words.partsHeading}</h2>
        ${model.parts.map((part) => partItem(part, model, context, texts))}
      </section>
      <section>
        <h2>${words.contentHeading}</h2>
        ${contentFacts(model.content, texts)}
      </section>
      <section>
        <h2>${words.formHeading}</h2>
        ${model.done === undefined ? staffActionForm(context, model, texts) : doneSentence(model, model.done, context, texts)}
      </section>
      <section>
        <h2>${words.eventsHeading}</h2>
        <ol class="events">
          ${model.events.map(
            ({ at, what }) => html`<li>${formatInstant(at, context.language)}: ${texts.words.events[what]}</li> `,
          )}
        </ol>
      </section>`,
  });
}

function doneSentence(
  { action }: StaffActionModel,
  { byName, at }: NonNullable<StaffActionModel['done']>,
  { language }: PageContext,
  texts: Texts,
): Html {
  const { sentences, nothingToDo } = texts.deskPages.doneBy;
  return html`<p>${sentences[action](byName, formatInstant(at, language))}</p>
    <p>${nothingToDo}</p>`;
}

function caseFacts(subject: StaffActionSubject, { language }: PageContext, texts: Texts): Html {
  const { labels, statuses, daysLeft, none, nobody } = texts.words;
  const { statutoryDate } = subject;
  return factList([
    { label: labels.caseNumber, value: subject.caseNumber },
    { label: labels.status, value: statuses[subject.status] },
    { label: labels.received, value: formatInstant(subject.receivedAt, language) },
    { label: labels.promised, value: formatDate(subject.promisedDate, language) },
    ...(subject.status === 'closed' ? [] : [{ label: labels.daysLeft, value: daysLeft(subject.workingDaysLeft) }]),
    { label: labels.statutory, value: statutoryDate === null ? none : formatDate(statutoryDate, language) },
    { label: labels.assignee, value: subject.assigneeName ?? nobody },
  ]);
}

function partItem(part: StaffActionPart, model: StaffActionModel, { language }: PageContext, texts: Texts): Html {
  const { action: words } = texts.deskPages;
  const text = model.content.partTexts[part.partId];
  const state = part.decidedOn === null ? words.partOpen : words.partDecided(formatDate(part.decidedOn, language));
  const current = model.action === 'answer' && part.partId === model.partId;
  return html`<article class="part${current && ' current'}">
    <h3>
      ${texts.words.part(part.partId)}: ${texts.words.names[part.requestType]}
      (${state}${current && `, ${words.partNow}`})
    </h3>
    ${text === undefined ? html`<p class="hint">${words.noText}</p>` : html`<div class="letter">${written(text)}</div>`}
  </article> `;
}

function contentFacts({ requester, message }: CaseContent, texts: Texts): Html {
  const { labels, relations } = texts.words;
  const { phone, relation } = requester;
  return factList([
    { label: labels.name, value: written(requester.name) },
    { label: labels.email, value: written(requester.email) },
    ...(phone === undefined ? [] : [{ label: labels.phone, value: written(phone) }]),
    ...(relation === undefined ? [] : [{ label: labels.relation, value: relations[relation] }]),
    ...(message === undefined ? [] : [{ label: labels.message, value: written(message) }]),
  ]);
}
