import { Temporal } from 'temporal-polyfill';
import type { Task } from '../../domain/cases/task.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { joinedMail } from '../../domain/inbound-mail/joined-mail.ts';
import { parseInstant } from '../../domain/instants.ts';
import { isRequesterOrder } from '../../domain/outbox/requester-mails.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { mayName } from './case-facts.ts';
import { actorName, type CaseView, staffName } from './case-view.ts';
import { joinedMailArticle } from './mail-section.ts';
import type { PageContext } from './page-context.ts';
import { written } from './page-parts.ts';

/** What waits for a second person. */
export function proposalsSection({ case: subject }: CaseView, context: PageContext, texts: Texts): Html | false {
  if (subject.proposals.length === 0) return false;
  const { case: words } = texts.deskPages;
  return html`<section>
    <h2>${words.proposalsHeading}</h2>
    <ul>
      ${subject.proposals.map(
        ({ kind, proposedBy, proposedAt }) =>
          html`<li>
            ${words.proposal(
              texts.deskWords.proposalKinds[kind],
              staffName(proposedBy, context.organisation, texts),
              instant(proposedAt, context),
            )}
          </li> `,
      )}
    </ul>
  </section>`;
}

/** What the requester was asked, and whether an answer came. */
export function inquiriesSection({ case: subject }: CaseView, context: PageContext, texts: Texts): Html | false {
  if (subject.inquiries.length === 0) return false;
  const { case: words } = texts.deskPages;
  return html`<section>
    <h2>${words.inquiriesHeading}</h2>
    <ul>
      ${subject.inquiries.map(
        (inquiry) =>
          html`<li>
            ${words.asked(
              texts.deskWords.inquiryKinds[inquiry.kind],
              staffName(inquiry.askedBy, context.organisation, texts),
              instant(inquiry.askedAt, context),
            )}
            ${inquiry.kind === 'identity' && `${texts.deskWords.doubts[inquiry.doubt]}.`}
            ${inquiry.answeredAt === null ? words.notAnswered : words.answered(instant(inquiry.answeredAt, context))}
          </li> `,
      )}
    </ul>
  </section>`;
}

/** Tasks, the open ones first. */
export function tasksSection(view: CaseView, context: PageContext, texts: Texts): Html | false {
  const { tasks } = view.case;
  if (tasks.length === 0) return false;
  const openFirst = [...tasks.filter(({ ended }) => ended === null), ...tasks.filter(({ ended }) => ended !== null)];
  return html`<section>
    <h2>${texts.deskPages.case.tasksHeading}</h2>
    <ul>
      ${openFirst.map((task) => html`<li>${taskLine(task, view, context, texts)}</li> `)}
    </ul>
  </section>`;
}

/** One task in words: what, about whom, since when or by when, and how it ended. */
export function taskLine(task: Task, view: CaseView, context: PageContext, texts: Texts): string {
  const { organisation } = context;
  const { taskKinds, taskEnds, by } = texts.deskWords;
  const about = aboutOf(task, view, context, texts);
  const what = `${taskKinds[task.kind]}${about === undefined ? '' : `: ${about}`}`;
  if (task.ended !== null) {
    const { as, at, by: actor } = task.ended;
    return `${what} – ${taskEnds[as]}, ${by(actorName(actor, organisation, texts))}, ${instant(at, context)}`;
  }
  const { taskDue, taskUntil } = texts.deskPages.case;
  const when =
    'until' in task
      ? taskUntil(formatDate(Temporal.PlainDate.from(task.until), context.language))
      : taskDue(formatDate(civilDate(parseInstant(task.dueAt)), context.language));
  return `${what} – ${when}`;
}

function aboutOf(task: Task, view: CaseView, context: PageContext, texts: Texts): string | undefined {
  const { organisation, language } = context;
  switch (task.kind) {
    case 'remind_me':
      return staffName(task.staffId, organisation, texts);
    case 'search':
      return organisation.departments.find(({ departmentId }) => departmentId === task.departmentId)?.name[language];
    case 'recipient_notice':
      return mayName(view, task.recipientId, context)
        ? organisation.recipients.find(({ recipientId }) => recipientId === task.recipientId)?.name
        : texts.deskActions.confidential;
    case 'kept_until':
      return organisation.dataCategories.find(({ categoryId }) => categoryId === task.category)?.name[language];
    case 'post_letter':
      return isRequesterOrder(task.letter) ? texts.deskWords.letters[task.letter.template] : undefined;
    case 'collect':
    case 'authority_letter':
    case 'stop_mailings':
      return undefined;
  }
}

/** What people wrote after the request came in. What was written to a confidential recipient is not for everybody. */
export function textsSection(view: CaseView, context: PageContext, texts: Texts): Html | false {
  const hidden = new Set(
    view.case.tasks.flatMap((task) =>
      task.kind === 'recipient_notice' && !mayName(view, task.recipientId, context) ? [task.textId] : [],
    ),
  );
  const shown = view.texts.filter(({ textId }) => !hidden.has(textId));
  if (shown.length === 0) return false;
  return html`<section>
    <h2>${texts.deskPages.case.textsHeading}</h2>
    ${shown.map((text) =>
      joinedMail(text) === undefined
        ? html`<article>
            <h3>
              ${texts.deskWords.textKinds[text.kind]}
              ${texts.deskWords.by(actorName(text.from, context.organisation, texts))}, ${instant(text.at, context)}
            </h3>
            ${Object.values(text.texts).map((value) => html`<div class="letter">${written(value)}</div> `)}
          </article> `
        : joinedMailArticle(text, view, context, texts),
    )}
  </section>`;
}

function instant(text: string, { language }: PageContext): string {
  return formatInstant(parseInstant(text), language);
}
