import { Temporal } from 'temporal-polyfill';
import type { Answer } from '../../domain/cases/case.ts';
import type { Decision } from '../../domain/cases/decision.ts';
import type { Part } from '../../domain/cases/part.ts';
import { civilDate } from '../../domain/deadlines/deadlines.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { actorName, type CaseView, staffName } from './case-view.ts';
import type { PageContext } from './page-context.ts';
import { factList, written } from './page-parts.ts';

/** Parts with what was asked, whether it stands still, and what was decided. `current` is the one acted on. */
export function partsSection(
  view: CaseView,
  current: string | null,
  context: PageContext,
  texts: Texts,
  parts: readonly Part[] = view.case.parts,
): Html {
  return html`${parts.map((part) => partItem(part, view, part.partId === current, context, texts))}`;
}

function partItem(part: Part, view: CaseView, isCurrent: boolean, context: PageContext, texts: Texts): Html {
  const { action: words } = texts.deskPages;
  const text = view.content.partTexts[part.partId];
  const answer = view.answers.find(({ partId }) => partId === part.partId);
  const state = part.decision === null ? words.partOpen : words.partDecided(day(part.decision.decidedAt, context));
  return html`<article class="part${isCurrent && ' current'}">
    <h3>
      ${texts.words.part(part.partId)}: ${texts.words.names[part.requestType]}
      (${state}${isCurrent && `, ${words.partNow}`})
    </h3>
    ${text === undefined ? html`<p class="hint">${words.noText}</p>` : html`<div class="letter">${written(text)}</div>`}
    ${restrictionLines(part, context, texts)}
    ${part.decision !== null && decided(part.decision, answer, context, texts)}
  </article> `;
}

function restrictionLines({ restriction }: Part, context: PageContext, texts: Texts): Html | false {
  if (restriction === null) return false;
  const { frozen, frozenTold, frozenLifted } = texts.deskPages.case;
  const { since, toldAt, liftedAt } = restriction;
  return html`<p>
    ${frozen(day(since, context))} ${toldAt !== null && frozenTold(day(toldAt, context))}
    ${liftedAt !== null && frozenLifted(day(liftedAt, context))}
  </p>`;
}

function decided(decision: Decision, answer: Answer | undefined, context: PageContext, texts: Texts): Html {
  const { outcomes, refusalGrounds, by } = texts.deskWords;
  const { case: words } = texts.deskPages;
  const { proposal: labels } = texts.deskActions;
  const { organisation } = context;
  const releasedBy = 'releasedBy' in decision ? decision.releasedBy : null;
  const second =
    'refusal' in decision
      ? `; ${words.approvedBy(staffName(decision.refusal.approvedBy, organisation, texts))}`
      : releasedBy === null
        ? ''
        : `; ${words.releasedBy(staffName(releasedBy, organisation, texts))}`;
  return html`<p>${outcomes[decision.outcome]} (${by(actorName(decision.decidedBy, organisation, texts))}${second}).</p>
    ${
      'refusal' in decision &&
      factList([
        { label: labels.ground, value: refusalGrounds[decision.refusal.ground] },
        ...keptFact(decision.refusal.kept, context, texts),
      ])
    }
    ${
      answer !== undefined &&
      html`<details>
        <summary>${words.answerHeading}</summary>
        <div class="letter">${written(answer.text)}</div>
        ${
          answer.refusal !== null &&
          factList([
            { label: labels.scope, value: written(answer.refusal.scope) },
            { label: labels.facts, value: written(answer.refusal.facts) },
            { label: labels.authority, value: answer.refusal.authority },
            { label: labels.court, value: answer.refusal.court },
          ])
        }
      </details>`
    }`;
}

/** What is kept against an erasure, as one fact; none when nothing is. */
export function keptFact(
  kept: readonly { readonly category: string; readonly until: string }[],
  { organisation, language }: PageContext,
  texts: Texts,
): readonly { readonly label: string; readonly value: string }[] {
  if (kept.length === 0) return [];
  const { kept: label, keptUntil } = texts.deskActions.proposal;
  const lines = kept.map(({ category, until }) => {
    const name = organisation.dataCategories.find(({ categoryId }) => categoryId === category)?.name[language];
    return keptUntil(name ?? category, formatDate(Temporal.PlainDate.from(until), language));
  });
  return [{ label, value: lines.join('; ') }];
}

function day(instant: string, { language }: PageContext): string {
  return formatDate(civilDate(parseInstant(instant)), language);
}
