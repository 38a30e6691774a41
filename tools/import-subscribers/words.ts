import type { Header } from './header.ts';
import type { ImportCounts } from './import-list.ts';

const number = (count: number) => count.toLocaleString('en');

/** What was read of the first line. */
export function headerText({ columns, unused }: Header): string {
  const used = columns.filter((column) => column !== undefined).join(', ');
  return unused.length === 0 ? `Columns: ${used}.` : `Columns: ${used}. Not used and not sent: ${unused.join(', ')}.`;
}

/** How far it is, in one line. */
export function progressText({ done, refused }: ImportCounts): string {
  return `${number(done)} lines, ${number(refused)} refused`;
}

/** What became of the list. */
export function summaryText(counts: ImportCounts, apply: boolean, report: string): string {
  const reasons = [...counts.byReason].toSorted(([, a], [, b]) => b - a);
  return [
    `${number(counts.done)} lines read.`,
    `  ${number(counts.added)} ${apply ? 'added' : 'would be added'}`,
    `  ${number(counts.unchanged)} ${apply ? 'were on the list already' : 'are on the list already'}`,
    `  ${number(counts.duplicate)} are duplicates of an earlier line`,
    `  ${number(counts.refused)} ${apply ? 'refused' : 'would be refused'}`,
    ...reasons.map(([reason, count]) => `    ${number(count)} ${reason}`),
    ...(reasons.length === 0 ? [] : [`Each of them is in ${report}.`]),
    ...(apply ? [] : ['This was a dry run: nothing was stored. --apply takes the lines in.']),
  ].join('\n');
}
