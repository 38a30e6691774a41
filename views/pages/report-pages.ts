import type { Temporal } from 'temporal-polyfill';
import type { OpenedReport, ReportSubject } from '../../domain/cases/use-cases/open-report.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { html, type Html } from '../html.ts';
import { changeOf } from '../mails/recipient-mails.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import { errorSummary, fieldId, hiddenField, selectField, textField, tokenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { PATHS, type PageContext } from './page-context.ts';
import { contactLine, factList, form, written } from './page-parts.ts';

/** The page behind the link of a recipient or a department; its button posts to `/report`. */
export function openReportPage(context: PageContext): string {
  const texts = textsOf(context.language);
  const { open } = texts.reportPages;
  return renderPage(context, {
    title: open.title,
    path: PATHS.report,
    main: html`<p class="lead">${open.lead}</p>
      ${form(context, PATHS.report, tokenField(texts), open.button)} ${contactLine(context)}`,
  });
}

export interface ReportModel {
  readonly report: Extract<OpenedReport, { outcome: 'open' }>;
  /** The secret of the link, which the form carries on. */
  readonly token: string;
  readonly error?: keyof Texts['reportPages']['errors'];
  readonly values?: { readonly as?: string | undefined; readonly text: string };
}

/** What a recipient is instructed or told (GDPR art. 19, 28(3)), or a department is asked, with the form to answer. */
export function reportPage(context: PageContext, model: ReportModel): string {
  const { report, error } = model;
  const texts = textsOf(context.language);
  const { form: formWords } = texts.requesterPages;
  const { labels } = texts.reportPages;
  const answerBy = formatDate(report.answerBy, context.language);
  return renderPage(context, {
    title: titleOf(report.about, texts),
    once: true,
    path: PATHS.report,
    ...(error !== undefined && { titlePrefix: formWords.errorTitle }),
    main: html`${error !== undefined && errorSummary(formWords.errorSummary, [{ id: fieldId(error === 'as_required' ? 'as' : 'text'), text: texts.reportPages.errors[error] }])}
      <p class="lead">${leadOf(report.about, texts)}</p>
      <p>${texts.reportPages.notice.forName(report.about.name)}</p>
      ${factList([
        { label: labels.controller, value: `${context.organisation.legalName}, ${context.organisation.postalAddress}` },
        { label: labels.reference, value: html`<strong class="code">${report.case.caseNumber}</strong>` },
        ...(report.about.kind === 'search'
          ? [
              {
                label: labels.types,
                value: texts.words.list(report.about.requestTypes.map((type) => texts.words.names[type])),
              },
            ]
          : []),
        { label: labels.answerBy, value: answerBy },
      ])}
      ${whatSection(model, texts)} ${answerForm(context, model, texts)} ${rulesSection(report.about, texts)}
      ${contactLine(context)}`,
  });
}

function titleOf(about: ReportSubject, { reportPages }: Texts): string {
  if (about.kind === 'search') return reportPages.search.title;
  return about.role === 'processor' ? reportPages.notice.processorTitle : reportPages.notice.controllerTitle;
}

function leadOf(about: ReportSubject, { recipientMails }: Texts): string {
  if (about.kind === 'search') return recipientMails.search.lead;
  return recipientMails.notice[about.role][changeOf(about.requestType)];
}

function whatSection({ report }: ReportModel, texts: Texts): Html {
  const { notice, search } = texts.reportPages;
  const isSearch = report.about.kind === 'search';
  return html`<section>
    <h2>${isSearch ? search.what : notice.what}</h2>
    <div class="letter">${written(report.text)}</div>
    <p>${isSearch ? search.found : notice.careful}</p>
  </section>`;
}

function answerForm(context: PageContext, model: ReportModel, texts: Texts): Html {
  const { form: words, errors } = texts.reportPages;
  const { notice, search } = texts.recipientMails;
  const { report, token, error, values } = model;
  const { about } = report;
  const date = formatDate(report.answerBy, context.language);
  const asked =
    about.kind === 'search' ? search.ask : about.role === 'processor' ? notice.askProcessor : notice.askController;
  const done = about.kind === 'search' ? words.done.search : words.done[about.role];
  const fields = html`${hiddenField('token', token)}
  ${selectField({
    name: 'as',
    label: words.asLabel,
    value: values?.as,
    empty: words.asEmpty,
    required: true,
    options: [
      { value: 'done', label: done },
      { value: 'cannot', label: words.cannot },
    ],
    error: error === 'as_required' ? errors.as_required : undefined,
  })}
  ${textField({
    name: 'text',
    label: words.text,
    hint: words.textHint,
    value: values?.text,
    error: error === undefined || error === 'as_required' ? undefined : errors[error],
  })}`;
  return html`<section>
    <h2>${words.heading}</h2>
    <p>${asked(date)}</p>
    ${form(context, PATHS.reportAct, fields, words.button)}
  </section>`;
}

function rulesSection(about: ReportSubject, texts: Texts): Html | false {
  if (about.kind === 'search') return html`<p>${texts.recipientMails.search.care}</p>`;
  const { notice } = texts.recipientMails;
  return html`<section>
    <h2>${texts.reportPages.notice.ground}</h2>
    <p>${about.role === 'processor' ? notice.rulesProcessor : notice.rulesController}</p>
  </section>`;
}

/** The answer to a report, first or repeated. */
export function reportedPage(
  context: PageContext,
  model: { readonly at: Temporal.Instant; readonly done: boolean },
): string {
  const { reported: words } = textsOf(context.language).reportPages;
  const at = formatInstant(model.at, context.language);
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.report,
    main: html`<p class="lead">${model.done ? words.done(at) : words.cannot(at)}</p>
      <p>${words.nothing}</p>
      ${contactLine(context)}`,
  });
}

/** The desk needs this no more. */
export function reportNotNeededPage(context: PageContext, model: { readonly caseNumber: string }): string {
  const { notNeeded: words } = textsOf(context.language).reportPages;
  return renderPage(context, {
    title: words.title,
    once: true,
    path: PATHS.report,
    main: html`<p class="lead">${words.lead(model.caseNumber)}</p>
      ${contactLine(context)}`,
  });
}
