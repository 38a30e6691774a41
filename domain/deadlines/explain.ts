import type { Temporal } from 'temporal-polyfill';

import { type HolidayCalendar, isWeekend } from './calendar.ts';
import { ZONE, civilDate, reckonDeadlines } from './deadlines.ts';
import type { Deadlines } from './deadlines.ts';
import { formatDate, formatInstant } from './format.ts';
import type { Language } from '../languages.ts';

/** A last day together with the reasons why it is not simply "so many months later". */
interface Term {
  readonly raw: string;
  /** The day of the month that the month of the raw date lacks, so that the term ends on its last one; else null. */
  readonly missingDay: number | null;
  /** The days, each with its reason, past which the term moved later. Empty when it stayed where it was. */
  readonly skipped: readonly string[];
  readonly date: string;
}

/** What the two languages have to say, with every date already in words. */
interface Facts {
  readonly receivedAt: string;
  readonly promised: string;
  readonly target: string;
  readonly targetIsPromised: boolean;
  readonly statutory: Term;
  readonly extended: Term;
  readonly extendedTarget: string;
  readonly extendedTargetIsLimit: boolean;
}

/**
 * One sentence for the requester, in Dutch (B1, "u") or English, to stand right behind the promised date: how that date
 * was reckoned. Holds no personal data.
 */
export function explainPromise(receivedAt: Temporal.Instant, language: Language, zone: string = ZONE): string {
  const receivedOn = formatDate(civilDate(receivedAt, zone), language);
  return language === 'nl'
    ? `Dat is precies vier weken na ${receivedOn}, de dag waarop wij uw bericht kregen.`
    : `That is exactly four weeks after ${receivedOn}, the day we received your message.`;
}

/**
 * One paragraph for staff, in Dutch or English: receipt, promise, target, legal limit, extension, each with its reason.
 * Holds no personal data.
 */
export function explainDeadlines(
  receivedAt: Temporal.Instant,
  language: Language,
  calendar: HolidayCalendar,
  zone: string = ZONE,
): string {
  const deadlines = reckonDeadlines(receivedAt, calendar, zone);
  const { offset } = receivedAt.toZonedDateTimeISO(zone);
  const receivedAtInWords = `${formatInstant(receivedAt, language, zone)} (UTC${offset})`;
  const facts = factsOf(deadlines, receivedAtInWords, language, calendar);
  return language === 'nl' ? paragraphInDutch(facts) : paragraphInEnglish(facts);
}

function factsOf(deadlines: Deadlines, receivedAt: string, language: Language, calendar: HolidayCalendar): Facts {
  const { receivedDate, promisedDate, targetDate, statutoryRawDate, extendedRawDate } = deadlines;
  const term = (raw: Temporal.PlainDate, date: Temporal.PlainDate): Term => ({
    raw: formatDate(raw, language),
    missingDay: raw.day === receivedDate.day ? null : receivedDate.day,
    skipped: skippedDays(raw, date, language, calendar),
    date: formatDate(date, language),
  });
  return {
    receivedAt,
    promised: formatDate(promisedDate, language),
    target: formatDate(targetDate, language),
    targetIsPromised: targetDate.equals(promisedDate),
    statutory: term(statutoryRawDate, deadlines.statutoryDate),
    extended: term(extendedRawDate, deadlines.extendedDate),
    extendedTarget: formatDate(deadlines.extendedTargetDate, language),
    extendedTargetIsLimit: deadlines.extendedTargetDate.equals(deadlines.extendedDate),
  };
}

function skippedDays(
  raw: Temporal.PlainDate,
  date: Temporal.PlainDate,
  language: Language,
  calendar: HolidayCalendar,
): readonly string[] {
  const [weekend, holiday] = language === 'nl' ? ['weekend', 'feestdag'] : ['weekend', 'public holiday'];
  const days: string[] = [];
  for (let day = raw; !day.equals(date); day = day.add({ days: 1 })) {
    const reason = isWeekend(day) && !calendar.isPublicHoliday(day) ? weekend : holiday;
    days.push(`${formatDate(day, language)} (${reason})`);
  }
  return days;
}

function paragraphInDutch(facts: Facts): string {
  return [
    `Het bericht is ontvangen op ${facts.receivedAt}; alles telt vanaf die dag, en de dag zelf telt niet mee.`,
    `De belofte is vier weken: het antwoord is er uiterlijk aan het eind van ${facts.promised}, nooit later.`,
    facts.targetIsPromised
      ? 'Dat is een werkdag, dus medewerkers werken naar dezelfde dag toe.'
      : `Dat is geen werkdag, dus medewerkers werken toe naar de laatste werkdag ervoor: ${facts.target}.`,
    'Voor een verzoek over privacyrechten geeft de wet een maand (AVG artikel 12 lid 3).',
    termInDutch(facts.statutory),
    'Is zo’n verzoek ingewikkeld, of zijn het er veel, dan mag de termijn twee maanden langer worden,',
    'als de verzoeker binnen de eerste termijn hoort waarom; dat is drie maanden na ontvangst.',
    termInDutch(facts.extended),
    facts.extendedTargetIsLimit
      ? 'Medewerkers werken dan naar dezelfde dag toe.'
      : `Medewerkers werken dan toe naar ${facts.extendedTarget}, de laatste werkdag die zeker op tijd is.`,
  ].join(' ');
}

function termInDutch({ raw, missingDay, skipped, date }: Term): string {
  const clipped = missingDay === null ? '' : `, want die maand heeft geen ${missingDay}e dag`;
  if (skipped.length === 0) return `De laatste dag is ${date}${clipped}.`;
  const days = new Intl.ListFormat('nl-NL').format(skipped);
  return (
    `Dat zou ${raw} zijn${clipped}. ` +
    `Een wettelijke termijn kan niet eindigen op ${days}, dus de laatste dag is ${date}.`
  );
}

function paragraphInEnglish(facts: Facts): string {
  return [
    `The message was received on ${facts.receivedAt}; all terms run from that day, which itself does not count.`,
    `The promise is four weeks: the answer is there by the end of ${facts.promised}, never later.`,
    facts.targetIsPromised
      ? 'That is a working day, so staff work to the same day.'
      : `That is not a working day, so staff work to the last working day before it: ${facts.target}.`,
    'For a request about privacy rights the law gives one month (GDPR article 12(3)).',
    termInEnglish(facts.statutory),
    'If such a request is complex, or there are many of them, the term may become two months longer,',
    'provided that the requester hears why within the first term; that is three months after receipt.',
    termInEnglish(facts.extended),
    facts.extendedTargetIsLimit
      ? 'Staff then work to the same day.'
      : `Staff then work to ${facts.extendedTarget}, the last working day that is certainly in time.`,
  ].join(' ');
}

function termInEnglish({ raw, missingDay, skipped, date }: Term): string {
  const clipped = missingDay === null ? '' : `, because that month has no day ${missingDay}`;
  if (skipped.length === 0) return `The last day is ${date}${clipped}.`;
  const days = new Intl.ListFormat('en-GB').format(skipped);
  return `That would be ${raw}${clipped}. A legal limit cannot end on ${days}, so the last day is ${date}.`;
}
