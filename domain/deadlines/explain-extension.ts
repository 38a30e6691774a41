import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../languages.ts';
import { ZONE, civilDate } from './deadlines.ts';
import { formatDate } from './format.ts';

/**
 * How the date of an extension was reckoned, for the requester, to stand right behind that date: within three months of
 * receipt (GDPR art. 12(3)). Holds no personal data.
 */
export function explainExtension(receivedAt: Temporal.Instant, language: Language, zone: string = ZONE): string {
  const received = formatDate(civilDate(receivedAt, zone), language);
  return language === 'nl'
    ? `Dat is binnen drie maanden na ${received}. Op die dag kregen wij uw bericht.`
    : `That is within three months of ${received}. On that day we received your message.`;
}
