import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { contactLine, factList } from './page-parts.ts';

export interface RequestReceivedModel {
  readonly caseNumber: string;
  /** Shown here and nowhere else. */
  readonly collectionCode: string;
  readonly promisedDate: Temporal.PlainDate;
  /** Whether a mail with a link to confirm is on its way. */
  readonly confirmationNeeded: boolean;
}

/** The answer to a form sent: the promised date, number and code to keep, what follows. A script adds ways to keep them. */
export function requestReceivedPage(context: PageContext, model: RequestReceivedModel): string {
  const { ownCase, words, requesterPages } = textsOf(context.language);
  const { received } = requesterPages;
  const { caseNumber, collectionCode } = model;
  const date = formatDate(model.promisedDate, context.language);
  const caseAddress = pageAddress(context, PATHS.ownCase);
  const toKeep = [
    context.organisation.brandName,
    `${words.labels.caseNumber}: ${caseNumber}`,
    `${words.labels.collectionCode}: ${collectionCode}`,
    received.lead(date),
    received.follow,
    caseAddress,
  ];
  return renderPage(context, {
    title: received.title,
    once: true,
    path: PATHS.request,
    panel: html`<p class="lead">${received.lead(date)}</p>`,
    main: html`<section class="keep">
        <h2>${received.keepHeading}</h2>
        ${factList([
          { label: words.labels.caseNumber, value: html`<strong class="code">${caseNumber}</strong>` },
          { label: words.labels.collectionCode, value: html`<strong class="code">${collectionCode}</strong>` },
        ])}
        <p>${received.keep}</p>
        <p>${received.howToKeep}</p>
        <div class="buttons on-screen" data-with-script hidden>
          <button
            type="button"
            class="second"
            data-copy="to-keep"
            data-done="${received.copied}"
            data-failed="${received.notCopied}"
          >
            ${received.copy}
          </button>
          <a class="button second" href="#to-keep" download="${caseNumber}.txt" data-save="to-keep">${received.save}</a>
          <button type="button" class="second" data-print>${received.print}</button>
        </div>
        <p role="status" class="on-screen" data-said></p>
        <pre id="to-keep" hidden>${toKeep.join('\n')}</pre>
      </section>
      <section>
        <h2>${received.nextHeading}</h2>
        ${
          model.confirmationNeeded
            ? html`<ol class="steps">
                <li>${received.confirm} ${received.noMail}</li>
                <li>${received.staff}</li>
                <li>${received.answer(date)}</li>
              </ol>`
            : html`<p>${received.nothing}</p>`
        }
        <p>${received.follow} <a href="${caseAddress}">${ownCase.form.title}</a></p>
      </section>
      ${contactLine(context)}`,
  });
}
