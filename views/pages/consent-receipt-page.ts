import { type ConsentRecord, stateOf } from '../../domain/consents/consent-record.ts';
import { findTopic } from '../../domain/consents/wording.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { webAddress } from '../web-address.ts';
import { consentHistory, lastWords } from './consent-history.ts';
import { preferencePath, topicName } from './consent-preference-pages.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { authoritySection, factList, written } from './page-parts.ts';

export interface ReceiptModel {
  readonly token: string;
  readonly records: readonly ConsentRecord[];
}

/** The receipt of somebody's consents to read and print: the literal words, when, and how to stop. Holds no address. */
export function receiptPage(context: PageContext, { token, records }: ReceiptModel): string {
  const { organisation, language } = context;
  const { consents, legalName, postalAddress, supportEmail } = organisation;
  const { consentPages, layout } = textsOf(language);
  const { receipt: words, form } = consentPages;
  const path = preferencePath(token);
  return renderPage(context, {
    title: words.title,
    path: `${path}/receipt`,
    main: html`<p class="lead">${words.lead}</p>
      <p>${words.keep}</p>
      <p><a href="${pageAddress(context, `${path}/receipt.json`)}">${words.asFile}</a></p>
      ${records.map((record) => recordSection(context, record))}
      <section>
        <h2>${words.howToStop}</h2>
        <ul>
          <li><a href="${pageAddress(context, path)}">${words.stop}</a></li>
          <li>${supportEmail}</li>
          <li>${layout.phone}: ${organisation.phone}</li>
        </ul>
      </section>
      <section>
        <h2>${words.whoHeading}</h2>
        ${factList([
          { label: words.controller, value: `${legalName}, ${postalAddress}` },
          {
            label: form.recipients,
            value: textsOf(language).words.list(consents.recipients.map((recipient) => recipient[language])),
          },
          { label: form.location, value: consents.storageLocation[language] },
          { label: form.kept, value: consents.retention[language] },
        ])}
        <p><a href="${webAddress(consents.notice.url)}">${form.notice}</a></p>
      </section>
      <section>
        <h2>${words.rightsHeading}</h2>
        <p>${organisation.rightsText[language]}</p>
        <p><a href="${pageAddress(context, PATHS.request)}">${form.toRequest}</a></p>
      </section>
      ${authoritySection(context, words.authorityHeading)}`,
  });
}

function recordSection(context: PageContext, record: ConsentRecord): Html {
  const { organisation, language } = context;
  const { receipt: words, states } = textsOf(language).consentPages;
  const agreed = lastWords(record);
  const description = findTopic(organisation, record.topic)?.description[language];
  return html`<section>
    <h2>${topicName(context, record.topic)}</h2>
    ${factList([
      { label: words.state, value: states[stateOf(record)] },
      ...(description === undefined ? [] : [{ label: words.purpose, value: description }]),
      ...(agreed === null
        ? []
        : [
            { label: words.words, value: html`<span lang="${agreed.language}">${written(agreed.text)}</span>` },
            { label: words.version, value: agreed.version ?? words.imported },
          ]),
      { label: words.number, value: html`<span class="code">${record.recordId}</span>` },
    ])}
    <h3>${words.history}</h3>
    ${consentHistory(record, language)}
  </section> `;
}
