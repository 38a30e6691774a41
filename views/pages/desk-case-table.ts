import { formatInstant } from '../../domain/deadlines/format.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import { html, type Html, type Piece } from '../html.ts';
import { senderWords } from '../sender-words.ts';
import type { Texts } from '../texts/nl.ts';
import { dueDate, timeLeft, waitsFor } from './case-time.ts';
import { caseAddress, type PageContext } from './page-context.ts';

const heading = (name: string) => html`<th scope="col" role="columnheader">${name}</th> `;

interface Column {
  readonly name: string;
  readonly cell: (row: DeskRow) => Piece;
}

/**
 * Cases as a table, whose caption is not seen where it would repeat the heading: the time left first, then the case by
 * its number. In a narrow window each row is a block, in which every cell says what it is; the roles keep it a table for
 * screen readers there.
 */
export function caseTable(
  rows: readonly DeskRow[],
  kind: 'open' | 'unconfirmed' | 'mail',
  caption: string,
  context: PageContext,
  texts: Texts,
): Html {
  const { columns } = texts.deskWork;
  const others = columnsOf(kind, context, texts);
  return html`<table class="cases" role="table">
    <caption ${kind !== 'open' && html`class="away"`}>
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heading(columns.time)} ${heading(columns.case)} ${others.map(({ name }) => heading(name))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            <td role="cell">${timeLeft(row.staffCase.workingDaysLeft, texts)}</td>
            <th scope="row" role="rowheader">
              <a href="${caseAddress(context, row.staffCase.caseNumber)}">${row.staffCase.caseNumber}</a>
            </th>
            ${others.map(
              ({ name, cell }) => html`<td role="cell"><span class="name">${name}: </span>${cell(row)}</td> `,
            )}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

function columnsOf(kind: 'open' | 'unconfirmed' | 'mail', context: PageContext, texts: Texts): readonly Column[] {
  const { columns } = texts.deskWork;
  const asked: Column = { name: columns.asked, cell: ({ staffCase }) => typesOf(staffCase.requestTypes, texts) };
  const due: Column = { name: columns.due, cell: ({ staffCase }) => dueDate(staffCase, context, texts) };
  if (kind === 'mail') {
    return [
      asked,
      {
        name: columns.sender,
        cell: (row) => row.mail !== null && [senderWords(row.mail, texts), exercise(row, texts)],
      },
      {
        name: columns.arrived,
        cell: ({ mail }) => mail !== null && formatInstant(mail.arrivedAt, context.language),
      },
      due,
    ];
  }
  const state: Column = { name: columns.state, cell: (row) => stateOf(row, texts) };
  const assignee: Column = {
    name: columns.assignee,
    cell: ({ staffCase }) => staffCase.assigneeName ?? texts.words.nobody,
  };
  return kind === 'open' ? [asked, assignee, due, state] : [asked, due, state];
}

function stateOf(row: DeskRow, texts: Texts): Piece {
  const { status, proposals, openInquiries, mail, staffCase } = row;
  const hasAssignee = staffCase.assigneeName !== null;
  const waits = waitsFor({ status, isMail: mail !== null, proposals, openInquiries, hasAssignee }, texts);
  return html`${proposals > 0 ? html`<strong>${waits}</strong>` : waits} ${exercise(row, texts)}`;
}

function exercise({ isRehearsal }: DeskRow, { shared }: Texts): Html | false {
  return isRehearsal && html` <span class="tag">${shared.rehearsalSubject}</span>`;
}

/** The types of a request, each once. */
export function typesOf(types: DeskRow['staffCase']['requestTypes'], { words }: Texts): string {
  return words.list([...new Set(types)].map((type) => words.names[type]));
}
