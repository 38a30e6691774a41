import { type ConsentRecord, givingEvent } from '../../domain/consents/consent-record.ts';
import { wordsAgreedTo } from '../../domain/consents/consent-words.ts';
import type { TopicPreference } from '../../domain/consents/preferences.ts';
import { EVERY_TOPIC } from '../../domain/consents/suppression.ts';
import { findTopic } from '../../domain/consents/wording.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { hiddenField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext, type PagePath } from './page-context.ts';
import { contactLine, form, written } from './page-parts.ts';

/** What a topic is called; one the profile no longer has by its id. */
export function topicName({ organisation, language }: PageContext, topic: string): string {
  return findTopic(organisation, topic)?.name[language] ?? topic;
}

/** The page of a token. A token is made of letters that need no escaping in an address. */
export function preferencePath(token: string): `/unsubscribe/${string}` {
  return `/unsubscribe/${token}`;
}

export interface PreferencesModel {
  readonly token: string;
  readonly topics: readonly TopicPreference[];
  /** What was stopped just now: a topic or `all`. */
  readonly stopped: string | null;
}

/** What one person gets, with a button for each to stop. Shows no address: whoever has the link sees what it is about. */
export function preferencesPage(context: PageContext, { token, topics, stopped }: PreferencesModel): string {
  const { preferences: words } = textsOf(context.language).consentPages;
  const path = preferencePath(token);
  return renderPage(context, {
    title: words.title,
    path,
    main: html`${
        stopped !== null &&
        html`<p class="keep" role="status">
          ${stopped === EVERY_TOPIC ? words.stoppedAll : words.stopped(topicName(context, stopped))}
        </p>`
      }
      <p class="lead">${topics.some(({ isOn }) => isOn) ? words.lead : words.nothing}</p>
      ${topics.map((preference) => topicSection(context, path, preference))}
      <section>
        <h2>${words.allHeading}</h2>
        <p>${words.all}</p>
        ${form(context, path, hiddenField('stop', EVERY_TOPIC), words.stopAll)}
      </section>
      ${
        topics.some(({ record }) => record !== undefined) &&
        html`<section>
          <h2>${words.proofHeading}</h2>
          ${receiptLinks(context, token)}
        </section>`
      }
      <section>
        <h2>${words.otherHeading}</h2>
        <p><a href="${pageAddress(context, PATHS.newsletter)}">${words.signUp}</a></p>
        <p><a href="${pageAddress(context, PATHS.request)}&ask=erasure">${words.erase}</a></p>
        ${contactLine(context)}
      </section>`,
  });
}

function topicSection(context: PageContext, path: PagePath, { topic, isOn, record }: TopicPreference): Html {
  const { organisation, language } = context;
  const { preferences: words } = textsOf(language).consentPages;
  const name = topicName(context, topic);
  const description = findTopic(organisation, topic)?.description[language];
  const agreed = record === undefined ? undefined : wordsAgreedTo(record);
  return html`<section>
    <h2>${name}</h2>
    ${description !== undefined && html`<p class="hint">${description}</p>`}
    <p>${stateSentence(record, context)}</p>
    ${
      isOn &&
      html`${
        agreed !== undefined &&
        html`<p>${words.agreed}</p>
          <blockquote>${written(agreed.text)}</blockquote>`
      }
      ${form(context, path, hiddenField('stop', topic), words.stop(name))}`
    }
  </section> `;
}

function stateSentence(record: ConsentRecord | undefined, { language }: PageContext): string {
  const { preferences: words } = textsOf(language).consentPages;
  const dateOf = (at: string) => formatDate(civilDate(parseInstant(at)), language);
  if (record === undefined) return words.off;
  const given = givingEvent(record);
  if (given !== undefined) return words.on(dateOf(given.type === 'imported' ? given.evidence.givenAt : given.at));
  const withdrawn = record.events.findLast(({ type }) => type === 'withdrawn');
  return withdrawn === undefined ? words.off : words.offSince(dateOf(withdrawn.at));
}

/** Ways to the receipt of the person behind a token. */
function receiptLinks(context: PageContext, token: string): Html {
  const { preferences: words } = textsOf(context.language).consentPages;
  const path = preferencePath(token);
  return html`<p><a href="${pageAddress(context, `${path}/receipt`)}">${words.receipt}</a></p>
    <p><a href="${pageAddress(context, `${path}/receipt.json`)}">${words.receiptJson}</a></p>`;
}

/** The answer to the one-click request of a mail provider; the same every time. */
export function stoppedPage(
  context: PageContext,
  { token, topic }: { readonly token: string; readonly topic: string },
): string {
  const { stopped } = textsOf(context.language).consentPages;
  const path = preferencePath(token);
  return renderPage(context, {
    title: stopped.title,
    once: true,
    path,
    main: html`<p class="lead">${stopped.lead(topicName(context, topic))}</p>
      <p><a href="${pageAddress(context, path)}">${stopped.more}</a></p>
      ${contactLine(context)}`,
  });
}

/** The answer to every address that leads to nobody: forged, cut off or made with a key that is gone, all alike. */
export function unknownTokenPage(context: PageContext): string {
  const { unknown } = textsOf(context.language).consentPages;
  return renderPage(context, {
    title: unknown.title,
    path: PATHS.newsletter,
    main: html`<p class="lead">${unknown.lead}</p>
      <h2>${unknown.stop}</h2>
      <ul>
        ${unknown.steps.map((step) => html`<li>${step}</li> `)}
      </ul>
      ${contactLine(context)}`,
  });
}
