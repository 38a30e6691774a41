import { Temporal } from 'temporal-polyfill';
import type { Language } from '../../domain/languages.ts';
import { type ReportRow, SMALLEST_ROW } from '../../domain/figures/monthly-report.ts';
import type { MailModel } from '../../domain/outbox/mail-model.ts';
import { type Block, facts, heading, type MailDraft, paragraph, table } from './blocks.ts';
import type { MailContext } from './mail-parts.ts';

type Report = Extract<MailModel, { template: 'staff_figures' }>['report'];

/** From here on the median is not told to the day. */
const LONGEST_MEDIAN = 120;

/** The figures of one month, for the privacy officer: a table without ids. */
export function staffFigures(
  { staffName, report }: Extract<MailModel, { template: 'staff_figures' }>,
  context: MailContext,
): MailDraft {
  const { staffFigures: texts, staffMails } = context.texts;
  const month = monthName(report.month, context.language);
  const isEmpty = report.total === null && report.others === null;
  const lead = isEmpty ? texts.nothingClosed(month) : texts.lead(month);
  return {
    subject: texts.subject(month),
    preview: lead,
    blocks: [
      paragraph(staffMails.greeting(staffName)),
      paragraph(lead),
      ...(isEmpty ? [] : [paragraph(texts.counted)]),
      ...rows(report, context),
      ...mergedTypes(report, context),
      ...together(report, context),
    ],
  };
}

function rows({ types, others, total }: Report, { texts, language }: MailContext): readonly Block[] {
  if (total === null) return [];
  const { columns, legend, ...labels } = texts.staffFigures;
  const cells = (name: string, row: ReportRow) => [
    name,
    String(row.closed),
    medianText(row.medianDays, language),
    `${row.onTimePercent}%`,
    String(row.extended),
    String(row.refused),
    String(row.partlyRefused),
  ];
  const { type, closed, median, onTime, extended, refused, partly } = columns;
  return [
    table(
      [type, closed, median, onTime, extended, refused, partly],
      [
        ...types.map((row) => cells(texts.words.names[row.requestType], row)),
        ...(others === null || others === 'fewer_than_five' ? [] : [cells(labels.others, others)]),
        cells(labels.total, total),
      ],
    ),
    paragraph(legend),
  ];
}

function mergedTypes({ others, total }: Report, { texts }: MailContext): readonly Block[] {
  const { merged, fewer, fewerInAll, totalIsOfTold } = texts.staffFigures;
  if (others === null) return [];
  if (others !== 'fewer_than_five') return [paragraph(merged(SMALLEST_ROW))];
  return [total === null ? paragraph(fewerInAll(SMALLEST_ROW)) : paragraph(fewer(SMALLEST_ROW), totalIsOfTold)];
}

function together({ total }: Report, { texts }: MailContext): readonly Block[] {
  if (total === null) return [];
  const { allHeading, withinFourWeeks, withinOneMonth, withinThreeMonths, withdrawn } = texts.staffFigures;
  return [
    heading(allHeading),
    facts([
      { label: withinFourWeeks, value: `${total.withinFourWeeksPercent}%` },
      { label: withinOneMonth, value: `${total.withinOneMonthPercent}%` },
      { label: withinThreeMonths, value: `${total.withinThreeMonthsPercent}%` },
      { label: withdrawn, value: String(total.withdrawn) },
    ]),
  ];
}

function medianText(days: number, language: Language): string {
  return days >= LONGEST_MEDIAN ? `${LONGEST_MEDIAN}+` : new Intl.NumberFormat(language).format(days);
}

function monthName(month: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Temporal.PlainDate.from(`${month}-01`).toZonedDateTime('UTC').epochMilliseconds);
}
