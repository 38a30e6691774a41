import { hasAnswer } from '../../domain/cases/has-answer.ts';
import { WHOSE_TURN } from '../../domain/cases/requester-stage.ts';
import type { OwnCaseView } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { textsOf } from '../texts/texts-of.ts';
import type { PageContext } from './page-context.ts';

type StepName = keyof Texts['ownCase']['progress']['steps'];

interface Step {
  readonly name: StepName;
  readonly state: 'done' | 'now' | 'later';
  /** When it was done, or by when it will be; empty where no day is known. */
  readonly when: string;
}

/** Where the case stands in a sentence, and whose turn it is. */
export function stageBlock({ stage, case: subject }: OwnCaseView, texts: Texts): Html {
  const { page: words } = texts.ownCase;
  const isPosted = stage === 'answered' && subject.reachedBy === 'post';
  const next = isPosted ? words.answeredByPost : words.nextSteps[stage];
  return html`<div class="about">
    <p class="lead">${words.stages[stage]}</p>
    <p><strong>${words.turns[isPosted ? 'us' : WHOSE_TURN[stage]]}</strong> ${next}</p>
  </div>`;
}

/** What is done, what goes on now, and what is still to come, with the days. */
export function progressSection(context: PageContext, view: OwnCaseView): Html {
  const { page, progress } = textsOf(context.language).ownCase;
  return html`<section>
    <h2>${page.stageHeading}</h2>
    <ol class="steps progress">
      ${stepsOf(context, view).map(
        ({ name, state, when }) =>
          html`<li class="${state}" ${state === 'now' && html`aria-current="step"`}>
            <strong>${progress.steps[name]}</strong>
            <span class="by">${progress[state]}${when !== '' && `, ${when}`}</span>
          </li> `,
      )}
    </ol>
  </section>`;
}

function stepsOf({ language }: PageContext, view: OwnCaseView): readonly Step[] {
  const { progress } = textsOf(language).ownCase;
  const { case: subject, stage } = view;
  const dayOf = (at: string) => formatDate(civilDate(parseInstant(at)), language);
  const done = (name: StepName, at: string): Step => ({ name, state: 'done', when: dayOf(at) });
  const received = done('received', subject.receivedAt);
  const until = view.dates[0];
  const answer = until === undefined || until.isOver ? '' : progress.until(formatDate(until.date, language));
  switch (subject.status) {
    case 'unconfirmed':
      return [
        received,
        { name: 'to_confirm', state: 'now', when: '' },
        { name: 'worked_on', state: 'later', when: '' },
        { name: 'answered', state: 'later', when: answer },
      ];
    case 'open':
      return [
        received,
        done('confirmed', subject.openedAt),
        { name: stage === 'question_to_you' ? 'question' : 'worked_on', state: 'now', when: '' },
        { name: 'answered', state: 'later', when: answer },
      ];
    case 'closed': {
      if (!hasAnswer(subject.parts))
        return [received, done(stage === 'withdrawn' ? stage : 'settled', subject.closedAt)];
      const collected = subject.collectedAt;
      return [
        received,
        done('worked_on', subject.openedAt),
        done('answered', subject.closedAt),
        ...(subject.reachedBy === 'post' && collected === null
          ? []
          : [
              collected === null
                ? ({ name: 'to_collect', state: 'now', when: '' } as const)
                : done('collected', collected),
            ]),
      ];
    }
    case 'dismissed':
      return [received, done('laid_aside', subject.dismissedAt)];
  }
}
