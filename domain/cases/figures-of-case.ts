import { closingFigures } from '../figures/closing-figures.ts';
import type { FigureIncrement } from '../figures/figures.ts';
import type { HolidayCalendar } from '../deadlines/calendar.ts';
import { parseInstant } from '../instants.ts';
import type { ClosedCase } from './case.ts';
import { datesOf } from './case-dates.ts';
import { isBeforeEndOf } from './check-extension.ts';
import { Temporal } from 'temporal-polyfill';
import { isExtended } from './extension-in-force.ts';

/** What the closing of a case adds to the figures; nothing for a rehearsal. */
export function figuresOf(closed: ClosedCase, calendar: HolidayCalendar): readonly FigureIncrement[] {
  if (closed.clock.kind === 'rehearsal') return [];
  const { extension, receivedAt, closedAt } = closed;
  const { promisedDate } = datesOf(closed, calendar);
  return closingFigures({
    closedAt,
    receivedAt,
    calendar,
    parts: closed.parts.flatMap((part) => {
      if (part.decision === null) return [];
      const { outcome, decidedAt } = part.decision;
      const extended = isExtended(closed, part);
      const last = extended && extension !== null ? Temporal.PlainDate.from(extension.until) : promisedDate;
      return [
        {
          requestType: part.requestType,
          outcome,
          extended,
          onTime: isBeforeEndOf(last, parseInstant(decidedAt)),
          doneAt: decidedAt,
        },
      ];
    }),
  });
}
