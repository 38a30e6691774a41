import type { ConsentEvent } from '../../domain/consents/consent-event.ts';
import { type ConsentRecord, reachedToolAt, stateOf } from '../../domain/consents/consent-record.ts';
import type { TopicPreference } from '../../domain/consents/preferences.ts';
import { EVERY_TOPIC } from '../../domain/consents/suppression.ts';
import { formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { findStaff } from '../../domain/organisation.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import { consentHistory, lastWords } from './consent-history.ts';
import { topicName } from './consent-preference-pages.ts';
import { errorSummary, fieldId, hiddenField, inputField } from './fields.ts';
import { renderPage } from './layout.ts';
import { pageAddress, PATHS, type PageContext } from './page-context.ts';
import { factList, form, written } from './page-parts.ts';

/** What was found under an address. */
export interface FoundConsents {
  readonly email: string;
  readonly topics: readonly TopicPreference[];
  readonly mayStop: boolean;
  /** What was stopped just now: a topic or `all`. */
  readonly stopped: string | null;
}

export interface DeskConsentsModel {
  /** An address that was typed and is none. */
  readonly wrong?: string;
  readonly found?: FoundConsents;
}

/** Where staff look up the consents of an address and stop mails for its holder; posts to itself. */
export function deskConsentsPage(context: PageContext, { wrong, found }: DeskConsentsModel): string {
  const texts = textsOf(context.language);
  const { deskConsents: words } = texts;
  return renderPage(context, {
    title: words.title,
    path: PATHS.deskConsents,
    ...(wrong !== undefined && { titlePrefix: texts.requesterPages.form.errorTitle }),
    main: html`${
        wrong !== undefined &&
        errorSummary(texts.requesterPages.form.errorSummary, [{ id: fieldId('email'), text: words.emailWrong }])
      }
      ${found !== undefined && found.stopped !== null && stoppedNotice(context, found.stopped)}
      <p class="lead">${words.lead}</p>
      <p class="warning">${words.noIdentity}</p>
      ${form(
        context,
        PATHS.deskConsents,
        inputField({
          name: 'email',
          type: 'email',
          label: words.email,
          value: wrong,
          error: wrong === undefined ? undefined : words.emailWrong,
          required: true,
          autocomplete: 'off',
        }),
        words.search,
      )}
      ${found !== undefined && foundSection(context, found)}
      <p><a href="${pageAddress(context, PATHS.desk)}">${texts.deskPages.case.toOverview}</a></p>`,
  });
}

function stoppedNotice(context: PageContext, stopped: string): Html {
  const { deskConsents: words } = textsOf(context.language);
  const sentence = stopped === EVERY_TOPIC ? words.stoppedAll : words.stopped(topicName(context, stopped));
  return html`<p class="keep" role="status">${sentence} ${words.confirmation}</p>`;
}

function foundSection(context: PageContext, found: FoundConsents): Html {
  const { deskConsents: words } = textsOf(context.language);
  const { email, topics, mayStop } = found;
  const stopForm = (stop: string, button: string) =>
    mayStop &&
    form(context, PATHS.deskConsents, html`${hiddenField('email', email)} ${hiddenField('stop', stop)}`, button);
  return html`<section>
      <h2>${words.found}</h2>
      ${factList([{ label: words.about, value: written(email) }])} ${!mayStop && html`<p>${words.mayLookOnly}</p>`}
      ${topics.map(({ topic, isOn, record }) => {
        const name = topicName(context, topic);
        return html`<h3>${name}</h3>
          ${record === undefined ? html`<p>${words.never}</p>` : recordFacts(context, record)}
          ${isOn && stopForm(topic, words.stop(name))}`;
      })}
    </section>
    ${
      mayStop &&
      html`<section>
        <h2>${words.stopAllHeading}</h2>
        ${stopForm(EVERY_TOPIC, words.stopAll)}
      </section>`
    }`;
}

function recordFacts(context: PageContext, record: ConsentRecord): Html {
  const { deskConsents: words, consentPages } = textsOf(context.language);
  const agreed = lastWords(record);
  return html`${factList([
      { label: words.state, value: words.states[stateOf(record)] },
      ...(agreed === null
        ? []
        : [
            { label: words.words, value: html`<span lang="${agreed.language}">${written(agreed.text)}</span>` },
            { label: words.version, value: agreed.version ?? consentPages.receipt.imported },
          ]),
    ])}
    <h4>${words.history}</h4>
    ${consentHistory(record, context.language, (event) => forStaff(context, record, event))}`;
}

/** Who did it where it was staff, and when the newsletter tool knew. */
function forStaff(
  { organisation, language }: PageContext,
  record: ConsentRecord,
  event: ConsentEvent,
): readonly string[] {
  const { deskConsents: words, words: common } = textsOf(language);
  if (event.type === 'requested' || event.type === 'reached_tool') return [];
  const reached = reachedToolAt(record, event.sequence);
  const tool =
    reached === undefined ? words.notReachedTool : words.reachedTool(formatInstant(parseInstant(reached), language));
  if (event.type !== 'withdrawn' || event.by.kind !== 'staff') return [tool];
  return [words.by(findStaff(organisation, event.by.staffId)?.name ?? common.formerColleague), tool];
}
