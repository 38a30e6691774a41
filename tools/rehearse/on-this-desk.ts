import { Temporal } from 'temporal-polyfill';
import type { Stage } from './life.ts';

/**
 * The length of a day in cases that come to this desk by mail or are typed in there, in seconds. Undefined where such
 * cases and consents are real, or where nobody takes mail by SMTP: there is nothing to rehearse, and the story says so.
 */
export function dayOnThisDesk({ client: { desk }, story }: Stage, { byMail }: { byMail: boolean }): number | undefined {
  const { day, smtp } = desk;
  if (day !== 'real' && (!byMail || smtp !== undefined)) return day;
  const reason = day === 'real' ? 'what comes to this desk is real' : 'no SMTP port of this desk is known';
  story.tell({ at: Temporal.Now.instant(), who: 'the rehearsal', what: `leaves this life out: ${reason}` });
  return undefined;
}
