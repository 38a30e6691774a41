import type { Part } from '../../domain/cases/part.ts';
import type { RequesterDate } from '../../domain/cases/requester-dates.ts';
import type { OpenQuestion, OwnCaseView, ShownMessage } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import { textsOf } from '../texts/texts-of.ts';
import type { PageContext } from './page-context.ts';
import { written } from './page-parts.ts';

type Section = Html | false;

/** By when there is an answer, and why that day; names the parts where there is more than one date. */
export function datesSection(context: PageContext, view: OwnCaseView): Section {
  const { dates } = view;
  const { page: words } = textsOf(context.language).ownCase;
  if (dates.length === 0) return false;
  return html`<section>
    <h2>${words.datesHeading}</h2>
    ${dates.map((date) => dateBlock(context, date, view))}
  </section>`;
}

function dateBlock(
  context: PageContext,
  date: RequesterDate,
  { dates, extensionFacts: facts, delayCause }: OwnCaseView,
): Html {
  const { language } = context;
  const { ownCase, words: shared, requesterMails } = textsOf(language);
  const { page: words } = ownCase;
  return html`<p class="lead">${words[date.kind](formatDate(date.date, language))}</p>
    <p>${date.reason}</p>
    ${
      date.isOver &&
      html`<div class="warning">
        <p>${words.overdue}</p>
        ${delayCause !== '' && html`<p>${written(delayCause)}</p>`}
        ${date.newDate !== null && html`<p>${words.newDate(formatDate(date.newDate, language))}</p>`}
      </div>`
    }
    ${
      dates.length > 1 &&
      html`<p>${words.forParts}</p>
        <ul>
          ${date.parts.map(({ requestType }) => html`<li>${shared.understood[requestType]}</li> `)}
        </ul>`
    }
    ${
      date.ground !== null &&
      html`<h3>${words.why}</h3>
        <p>${requesterMails.extension.grounds[date.ground]}</p>
        ${facts !== '' && html`<div class="letter">${written(facts)}</div>`}`
    } `;
}

/** What waits for the person, who they are or what they meant, with the ways to answer below it. */
export function questionsSection(context: PageContext, { questions }: OwnCaseView, answers: Section): Section {
  const { page: words } = textsOf(context.language).ownCase;
  if (questions.length === 0) return false;
  return html`<section>
    <h2>${words.questionsHeading}</h2>
    ${questions.map((question) => questionBlock(context, question))} ${answers}
  </section>`;
}

function questionBlock({ organisation, language }: PageContext, question: OpenQuestion): Html {
  const { ownCase, requesterMails } = textsOf(language);
  const { page: words } = ownCase;
  const { doubts, proofs } = requesterMails.inquiry;
  return html`<div class="part current">
    ${
      question.kind === 'identity'
        ? html`<p class="lead">${words.identityLead}</p>
            <p>${doubts[question.doubt]}</p>
            <p>${proofs[question.level]}</p>
            <p>${words.noCopy(organisation.jurisdiction.personalNumber[language])}</p>`
        : html`<p class="lead">${words.clarificationLead}</p>`
    }
    ${question.text.trim() !== '' && html`<div class="letter">${written(question.text)}</div>`}
    <p class="hint">${words.askedOn(dateOf(question.askedAt, language))}</p>
  </div> `;
}

/** Each thing asked, with what became of it. The answer itself is collected elsewhere. */
export function partsSection({ language }: PageContext, { case: subject }: OwnCaseView): Html {
  const { ownCase, words: shared } = textsOf(language);
  const { page: words } = ownCase;
  const stateOf = ({ decision }: Part): string => {
    if (decision === null) return subject.status === 'dismissed' ? words.stages.laid_aside : words.partOpen;
    const date = dateOf(decision.decidedAt, language);
    return decision.outcome === 'withdrawn' ? words.partWithdrawn(date) : words.partDecided(date);
  };
  return html`<section>
    <h2>${words.partsHeading}</h2>
    ${subject.parts.map(
      (part) =>
        html`<div class="part${part.decision === null && ' current'}">
          <p><strong>${shared.understood[part.requestType]}</strong></p>
          <p>${stateOf(part)}</p>
        </div> `,
    )}
  </section>`;
}

/** The recipients that were told (GDPR art. 19, second sentence); confidential ones never come this far. */
export function recipientsSection({ language }: PageContext, { recipients }: OwnCaseView): Section {
  const { ownCase, words: shared } = textsOf(language);
  const { page: words } = ownCase;
  if (recipients.length === 0) return false;
  return html`<section>
    <h2>${words.recipientsHeading}</h2>
    <ul>
      ${recipients.map(
        ({ name, requestType, state }) =>
          html`<li><strong>${name}</strong>: ${shared.understood[requestType]} ${words.recipientStates[state]}</li> `,
      )}
    </ul>
  </section>`;
}

/** What was written, both ways, with the form to write below it. */
export function messagesSection(context: PageContext, { messages }: OwnCaseView, writing: Section): Html {
  const { page: words } = textsOf(context.language).ownCase;
  return html`<section>
    <h2>${words.messagesHeading}</h2>
    ${messages.length === 0 && html`<p>${words.noMessages}</p>`}
    ${messages.map((message) => messageBlock(context, message))} ${writing}
  </section>`;
}

function messageBlock({ language }: PageContext, { fromRequester, at, text }: ShownMessage): Html {
  const { page: words } = textsOf(language).ownCase;
  const when = formatInstant(parseInstant(at), language);
  return html`<h3>${fromRequester ? words.fromYou(when) : words.fromUs(when)}</h3>
    <div class="letter">${written(text)}</div> `;
}

function dateOf(at: string, language: PageContext['language']): string {
  return formatDate(civilDate(parseInstant(at)), language);
}
