import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import type { Absence } from '../../domain/desk/absence.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import { senderWords } from '../sender-words.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { absenceSection, type AbsenceForm } from './desk-absence.ts';
import { type DeskFilter, passes, SHOWN } from './desk-filter.ts';
import { errorSummary, fieldId, inputField } from './fields.ts';
import { renderPage } from './layout.ts';
import { caseAddress, pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';

export interface DeskOverviewModel {
  readonly member: StaffMember;
  /** By working days left, the most urgent first. */
  readonly rows: readonly DeskRow[];
  /** How many unconfirmed requests with more time left are not among them. */
  readonly left: number;
  readonly absences: readonly Absence[];
  readonly filter: DeskFilter;
  /** A number that was looked for and is none. */
  readonly wrongNumber?: string | undefined;
  /** An absence that was not noted, with what was filled in. */
  readonly absence?: AbsenceForm | undefined;
}

/** The desk of one member of staff: what is open, what is unconfirmed, who is away. No personal data but numbers. */
export function deskOverviewPage(context: PageContext, model: DeskOverviewModel): string {
  const texts = textsOf(context.language);
  const { overview: words } = texts.deskPages;
  const { overview: mailWords } = texts.deskMail;
  const passing = model.rows.filter((row) => passes(model.filter, row, model.member));
  const open = passing.filter(({ status }) => status === 'open');
  const waiting = model.rows.filter(({ status }) => status === 'unconfirmed');
  const mails = waiting.filter(({ mail }) => mail !== null);
  const unconfirmed = waiting.filter(({ mail }) => mail === null);
  const errors = [
    ...(model.wrongNumber === undefined ? [] : [{ id: fieldId('caseNumber'), text: words.searchErrors.wrong_number }]),
    ...(model.absence === undefined
      ? []
      : [{ id: fieldId('staffId'), text: texts.deskRules.absence[model.absence.error] }]),
  ];
  return renderPage(context, {
    title: words.title,
    path: PATHS.desk,
    ...(errors.length > 0 && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${errors.length > 0 && errorSummary(texts.requesterPages.form.errorSummary, errors)}
      <p class="lead">${words.signedInAs(model.member.name)}</p>
      <p><a class="button" href="${pageAddress(context, PATHS.intake)}">${words.intake}</a></p>
      <p><a href="${pageAddress(context, PATHS.deskConsents)}">${texts.deskConsents.link}</a></p>
      ${form(
        context,
        PATHS.find,
        inputField({
          name: 'caseNumber',
          label: words.searchLabel,
          error: model.wrongNumber === undefined ? undefined : words.searchErrors.wrong_number,
          value: model.wrongNumber,
          required: true,
          autocomplete: 'off',
        }),
        words.search,
      )}
      <section>
        <h2>${words.openHeading}</h2>
        ${filters(model.filter, context, texts)} ${batchLink(model.filter, open, context, texts)}
        ${open.length === 0 ? html`<p>${words.openNone}</p>` : caseList(open, context, texts)}
      </section>
      <section>
        <h2>${mailWords.heading}</h2>
        ${
          mails.length === 0
            ? html`<p>${mailWords.none}</p>`
            : html`<p>${mailWords.lead}</p>
                ${caseList(mails, context, texts)}`
        }
      </section>
      <section>
        <h2>${words.unconfirmedHeading}</h2>
        <p>${words.unconfirmedLead}</p>
        ${unconfirmed.length === 0 ? html`<p>${words.unconfirmedNone}</p>` : caseList(unconfirmed, context, texts)}
        ${model.left > 0 && html`<p class="hint">${mailWords.left(model.left)}</p>`}
      </section>
      ${absenceSection(context, model, texts)}`,
  });
}

/** Only what needs no identity can be answered for many at once. */
function batchLink({ type }: DeskFilter, open: readonly DeskRow[], context: PageContext, texts: Texts): Html | false {
  if (type === null || open.length < 2 || REQUEST_TYPE_RULES[type].identityLevel !== 'L0') return false;
  return html`<p>
    <a href="${pageAddress(context, PATHS.batch)}&type=${type}">${texts.deskPages.batch.link}</a>
  </p>`;
}

function filters(filter: DeskFilter, context: PageContext, texts: Texts): Html {
  const { overview: words } = texts.deskPages;
  const link = (wanted: DeskFilter, label: string) => {
    const query = `&show=${wanted.show}${wanted.type === null ? '' : `&type=${wanted.type}`}`;
    const isCurrent = wanted.show === filter.show && wanted.type === filter.type;
    return html`<li>
      <a href="${pageAddress(context, PATHS.desk)}${query}" ${isCurrent && html`aria-current="true"`}>${label}</a>
    </li> `;
  };
  return html`<nav aria-label="${words.filterHeading}">
      <ul class="filters">
        ${SHOWN.map((show) => link({ ...filter, show }, words.filters[show]))}
      </ul>
    </nav>
    <nav aria-label="${words.typesHeading}">
      <ul class="filters">
        ${link({ ...filter, type: null }, words.allTypes)}
        ${requestTypeSchema.options.map((type) => link({ ...filter, type }, texts.words.names[type]))}
      </ul>
    </nav>`;
}

function caseList(rows: readonly DeskRow[], context: PageContext, texts: Texts): Html {
  return html`<ul class="cases">
    ${rows.map((row) => html`<li>${caseLine(row, context, texts)}</li> `)}
  </ul>`;
}

function caseLine({ staffCase, proposals, isRehearsal, mail }: DeskRow, context: PageContext, texts: Texts): Html {
  const { words, shared } = texts;
  const { overview } = texts.deskPages;
  const { caseNumber, requestTypes, workingDaysLeft, extendedUntil, promisedDate, assigneeName } = staffCase;
  const facts = [
    ...(mail === null
      ? []
      : [texts.deskMail.overview.arrived(formatInstant(mail.arrivedAt, context.language)), senderWords(mail, texts)]),
    overview.due(formatDate(extendedUntil ?? promisedDate, context.language)),
    ...(mail === null ? [`${words.labels.assignee}: ${assigneeName ?? words.nobody}`] : []),
    ...(proposals > 0 ? [overview.waits] : []),
    ...(isRehearsal ? [shared.rehearsalSubject] : []),
  ];
  return html`<a href="${caseAddress(context, caseNumber)}">${caseNumber}</a>:
    ${[...new Set(requestTypes)].map((type) => words.names[type]).join(', ')}
    <strong class="${workingDaysLeft < 0 ? 'late' : 'left'}">${words.daysLeft(workingDaysLeft)}</strong>
    <span class="hint">${facts.join(' · ')}</span>`;
}
