import { Temporal } from 'temporal-polyfill';
import type { Proposal } from '../../domain/cases/proposal.ts';
import { formatDate, formatInstant } from '../../domain/deadlines/format.ts';
import { parseInstant } from '../../domain/instants.ts';
import { html, type Html, type Piece } from '../html.ts';
import type { Texts } from '../texts/nl.ts';
import { keptFact } from './case-parts.ts';
import { type CaseView, staffName, textOf } from './case-view.ts';
import type { PageContext } from './page-context.ts';
import { factList, written } from './page-parts.ts';

type Fact = { readonly label: string; readonly value: Piece };

/** The whole of what a second person is asked to approve, as it would be carried out. */
export function proposalSection(proposal: Proposal, view: CaseView, context: PageContext, texts: Texts): Html {
  const { proposal: labels } = texts.deskActions;
  return html`<section>
    <h2>${labels.heading}</h2>
    ${factList([
      { label: labels.what, value: texts.deskWords.proposalKinds[proposal.kind] },
      { label: labels.parts, value: partsOf(proposal, view, texts) },
      ...ownFacts(proposal, view, context, texts),
      ...writtenFacts(proposal, view, texts),
      ...(proposal.kind === 'refusal' ? remedies(context, texts) : []),
      { label: labels.proposedBy, value: staffName(proposal.proposedBy, context.organisation, texts) },
      { label: labels.proposedAt, value: formatInstant(parseInstant(proposal.proposedAt), context.language) },
    ])}
  </section>`;
}

function partsOf(proposal: Proposal, view: CaseView, { words }: Texts): string {
  const ids = proposal.kind === 'extension' ? proposal.partIds : [proposal.partId];
  return view.case.parts
    .filter(({ partId }) => ids.includes(partId))
    .map(({ partId, requestType }) => `${words.part(partId)}: ${words.names[requestType]}`)
    .join('; ');
}

/** What it changes: what holds now, where that is another thing than nothing, and what would hold then. */
function ownFacts(proposal: Proposal, view: CaseView, context: PageContext, texts: Texts): readonly Fact[] {
  const { proposal: labels } = texts.deskActions;
  const { outcomes, refusalGrounds, extensionGrounds } = texts.deskWords;
  const { now } = texts.deskWork.action;
  switch (proposal.kind) {
    case 'refusal':
      return [
        { label: labels.outcome, value: outcomes[proposal.outcome] },
        { label: labels.ground, value: refusalGrounds[proposal.ground] },
        ...keptFact(proposal.kept, context, texts),
      ];
    case 'release':
      return [{ label: labels.outcome, value: outcomes[proposal.outcome] }];
    case 'extension':
      return [
        { label: labels.ground, value: extensionGrounds[proposal.ground] },
        { label: now, value: formatDate(view.staffCase.promisedDate, context.language) },
        { label: labels.until, value: formatDate(Temporal.PlainDate.from(proposal.until), context.language) },
      ];
    case 'retyping':
      return [
        ...view.case.parts
          .filter(({ partId }) => partId === proposal.partId)
          .map(({ requestType }) => ({ label: now, value: texts.words.names[requestType] })),
        { label: labels.to, value: texts.words.names[proposal.to] },
      ];
  }
}

/** What was written for it, under the label of the field it came from. */
function writtenFacts(proposal: Proposal, view: CaseView, texts: Texts): readonly Fact[] {
  const { proposal: labels } = texts.deskActions;
  const fieldLabels = new Map([
    ['text', labels.text],
    ['scope', labels.scope],
    ['facts', labels.facts],
    ['reason', labels.reason],
  ]);
  return Object.entries(textOf(view, proposal.textId)?.texts ?? {}).map(([field, value]) => ({
    label: fieldLabels.get(field) ?? labels.text,
    value: html`<div class="letter">${written(value)}</div>`,
  }));
}

function remedies({ organisation, language }: PageContext, texts: Texts): readonly Fact[] {
  const { proposal: labels } = texts.deskActions;
  const { name, postalAddress, phone, website } = organisation.supervisoryAuthority;
  return [
    { label: labels.authority, value: `${name}, ${postalAddress}, ${phone}, ${website}` },
    { label: labels.court, value: organisation.courtSentence[language] },
  ];
}
