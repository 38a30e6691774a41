import { type RequestType, REQUEST_TYPE_RULES } from '../../domain/cases/request-types.ts';
import type { Absence } from '../../domain/desk/absence.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { absenceSection, type AbsenceForm } from './desk-absence.ts';
import { caseTable } from './desk-case-table.ts';
import { type DeskFilter, filterAddress, filterLinks, passes } from './desk-filter.ts';
import { errorSummary, fieldId, inputField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { form } from './page-parts.ts';
import { signOutForm } from './sign-out.ts';

export interface DeskOverviewModel {
  readonly member: StaffMember;
  /** By working days left, the most urgent first. */
  readonly rows: readonly DeskRow[];
  /** How many unconfirmed requests with more time left are not among them. */
  readonly left: number;
  /** How many cases could not be read. */
  readonly unreadable: number;
  readonly absences: readonly Absence[];
  readonly filter: DeskFilter;
  /** A number that was looked for and is none. */
  readonly wrongNumber?: string | undefined;
  /** An absence that was not noted, with what was filled in. */
  readonly absence?: AbsenceForm | undefined;
}

/** Open cases on one page: what somebody looks through, and light enough for an old machine. */
const CASES_A_PAGE = 50;

/** The desk of one member of staff: what is open, what is unconfirmed, who is away. No personal data but numbers. */
export function deskOverviewPage(context: PageContext, model: DeskOverviewModel): string {
  const texts = textsOf(context.language);
  const { overview: words } = texts.deskPages;
  const open = model.rows.filter(({ status }) => status === 'open');
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
    wide: true,
    ...(errors.length > 0 && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${errors.length > 0 && errorSummary(texts.requesterPages.form.errorSummary, errors)}
    ${jumps({ open, mails, unconfirmed }, context, texts)}
    ${model.unreadable > 0 && html`<p class="warning">${texts.deskWork.overview.unreadable(model.unreadable)}</p>`}
    ${openSection(context, model, open, texts)} ${tools(context, model, texts)} ${mailSection(mails, context, texts)}
    ${unconfirmedSection(unconfirmed, model.left, context, texts)} ${absenceSection(context, model, texts)}`,
  });
}

const jump = (id: string, label: string) => html`<li><a href="#${id}">${label}</a></li> `;

/** Where each part of the page is, and how much is in it. */
function jumps(
  { open, mails, unconfirmed }: Readonly<Record<'open' | 'mails' | 'unconfirmed', readonly DeskRow[]>>,
  context: PageContext,
  { deskPages, deskWork: { overview: words } }: Texts,
): Html {
  return html`<nav aria-label="${words.jumpHeading}">
    <ul class="filters">
      ${jump('cases', words.toCases(open.length))} ${jump(fieldId('caseNumber'), words.toSearch)}
      ${jump('mail', words.toMail(mails.length))} ${jump('unconfirmed', words.toUnconfirmed(unconfirmed.length))}
      ${jump('absence', words.toAbsence)}
      <li><a href="${pageAddress(context, PATHS.intake)}">${deskPages.overview.intake}</a></li>
    </ul>
  </nav>`;
}

/** Finding a case, and what is done besides cases. Below the open ones: the time left is what the eye meets first. */
function tools(context: PageContext, { member, wrongNumber }: DeskOverviewModel, texts: Texts): Html {
  const { overview: words } = texts.deskPages;
  const field = inputField({
    name: 'caseNumber',
    label: words.searchLabel,
    error: wrongNumber === undefined ? undefined : words.searchErrors.wrong_number,
    value: wrongNumber,
    required: true,
    autocomplete: 'off',
  });
  return html`<div class="tools">
    <div class="line" role="search">${form(context, PATHS.find, field, words.search, { second: true })}</div>
    <p><a class="button" href="${pageAddress(context, PATHS.intake)}">${words.intake}</a></p>
    <p><a href="${pageAddress(context, PATHS.deskConsents)}">${texts.deskConsents.link}</a></p>
    <div class="who">
      <p>${words.signedInAs(member.name)}</p>
      ${signOutForm(context)}
    </div>
  </div>`;
}

function openSection(
  context: PageContext,
  { member, filter }: DeskOverviewModel,
  open: readonly DeskRow[],
  texts: Texts,
): Html {
  const { overview: words } = texts.deskPages;
  const { overview: work } = texts.deskWork;
  const passing = open.filter((row) => passes(filter, row, member));
  const late = open.filter(({ staffCase }) => staffCase.workingDaysLeft < 0).length;
  const today = open.filter(({ staffCase }) => staffCase.workingDaysLeft === 0).length;
  return html`<section id="cases" tabindex="-1">
    <h2>${words.openHeading}</h2>
    ${
      open.length === 0
        ? html`<p>${work.noneAtAll}</p>`
        : html`<p>${work.cases(open.length)}. ${work.urgency(late, today)} ${work.sorted}</p>
            ${filterLinks(filter, open, member, context, texts)} ${batchLink(filter.type, passing, context, texts)}
            ${passing.length === 0 ? nothingPasses(context, texts) : onePage(passing, filter, context, texts)}`
    }
  </section>`;
}

function nothingPasses(context: PageContext, texts: Texts): Html {
  const all = filterAddress(context, { show: 'all', type: null, page: 1 });
  return html`<p>${texts.deskPages.overview.openNone} <a href="${all}">${texts.deskWork.overview.showAll}</a></p>`;
}

function onePage(passing: readonly DeskRow[], filter: DeskFilter, context: PageContext, texts: Texts): Html {
  const { overview: work } = texts.deskWork;
  const pages = Math.ceil(passing.length / CASES_A_PAGE);
  const page = Math.min(filter.page, pages);
  const rows = passing.slice((page - 1) * CASES_A_PAGE, page * CASES_A_PAGE);
  const first = (page - 1) * CASES_A_PAGE + 1;
  const caption = work.caption(first, first + rows.length - 1, passing.length);
  const link = (to: number, label: string, rel: string) =>
    html`<a href="${filterAddress(context, { ...filter, page: to })}#cases" rel="${rel}">${label}</a>`;
  return html`${caseTable(rows, 'open', caption, context, texts)}
  ${
    pages > 1 &&
    html`<nav aria-label="${work.pagesHeading}">
      <p class="pages">
        ${page > 1 && link(page - 1, work.previous, 'prev')}
        <span aria-current="page">${work.page(page, pages)}</span>
        ${page < pages && link(page + 1, work.next, 'next')}
      </p>
    </nav>`
  }`;
}

/** Only what needs no identity can be answered for many at once. */
function batchLink(
  type: RequestType | null,
  open: readonly DeskRow[],
  context: PageContext,
  texts: Texts,
): Html | false {
  if (type === null || open.length < 2 || REQUEST_TYPE_RULES[type].identityLevel !== 'L0') return false;
  return html`<p>
    <a href="${pageAddress(context, PATHS.batch)}&type=${type}">${texts.deskPages.batch.link}</a>
  </p>`;
}

function mailSection(mails: readonly DeskRow[], context: PageContext, texts: Texts): Html {
  const { overview: words } = texts.deskMail;
  return html`<section id="mail" tabindex="-1">
    <h2>${words.heading}</h2>
    ${
      mails.length === 0
        ? html`<p>${words.none}</p>`
        : html`<p>${words.lead}</p>
            ${caseTable(mails, 'mail', words.heading, context, texts)}`
    }
  </section>`;
}

function unconfirmedSection(unconfirmed: readonly DeskRow[], left: number, context: PageContext, texts: Texts): Html {
  const { overview: words } = texts.deskPages;
  return html`<section id="unconfirmed" tabindex="-1">
    <h2>${words.unconfirmedHeading}</h2>
    <p>${words.unconfirmedLead}</p>
    ${
      unconfirmed.length === 0
        ? html`<p>${words.unconfirmedNone}</p>`
        : caseTable(unconfirmed, 'unconfirmed', words.unconfirmedHeading, context, texts)
    }
    ${left > 0 && html`<p class="hint">${texts.deskMail.overview.left(left)}</p>`}
  </section>`;
}
