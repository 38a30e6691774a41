import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import { expiringBefore } from '../../domain/organisation/expiring-data.ts';
import type { MailContext } from '../mails/mail-parts.ts';

/**
 * For staff, on the day an access request comes in: which data lose records before the promised date, a line each; no
 * line when nothing does. Civil dates of the organisation.
 */
export function expiringLines(
  { organisation, language, texts }: MailContext,
  receivedDate: Temporal.PlainDate,
  promisedDate: Temporal.PlainDate,
): readonly string[] {
  return expiringBefore(organisation, receivedDate, promisedDate).map(({ category, expiresFrom, lostBefore }) =>
    texts.answerKit.expiring(
      category.name[language],
      formatDate(expiresFrom, language),
      formatDate(promisedDate, language),
      formatDate(lostBefore, language),
    ),
  );
}
