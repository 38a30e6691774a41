import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { explainDeadlines, explainPromise } from '../../../domain/deadlines/explain.ts';
import { formatDate, formatInstant } from '../../../domain/deadlines/format.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';

const at = (instant: string) => Temporal.Instant.from(instant);
const paragraph = (instant: string, language: 'nl' | 'en') => explainDeadlines(at(instant), language, DUTCH_CALENDAR);

describe('dates in words', () => {
  it.each([
    ['2026-07-07', 'dinsdag 7 juli 2026', 'Tuesday 7 July 2026'],
    ['2028-02-29', 'dinsdag 29 februari 2028', 'Tuesday 29 February 2028'],
    ['2027-03-01', 'maandag 1 maart 2027', 'Monday 1 March 2027'],
  ])('%s is "%s" or "%s"', (date, dutch, english) => {
    expect(formatDate(Temporal.PlainDate.from(date), 'nl')).toBe(dutch);
    expect(formatDate(Temporal.PlainDate.from(date), 'en')).toBe(english);
  });

  it('shows an instant by the clock in Amsterdam, seconds cut off', () => {
    expect(formatInstant(at('2026-06-09T12:03:59.9Z'), 'nl')).toBe('dinsdag 9 juni 2026 om 14:03 uur');
    expect(formatInstant(at('2026-06-09T12:03:59.9Z'), 'en')).toBe('Tuesday 9 June 2026 at 14:03');
    expect(formatInstant(at('2026-12-31T23:05:00Z'), 'en')).toBe('Friday 1 January 2027 at 00:05');
  });

  it('shows an instant by the clock of another zone', () => {
    expect(formatInstant(at('2026-06-09T12:03:00Z'), 'en', 'Asia/Tokyo')).toBe('Tuesday 9 June 2026 at 21:03');
  });
});

describe('the promise in words', () => {
  it('is one short sentence that reckons from the day of receipt', () => {
    const received = Temporal.Instant.from('2026-06-09T14:03:00+02:00');
    expect(explainPromise(received, 'nl')).toBe(
      'Dat is precies vier weken na dinsdag 9 juni 2026, de dag waarop wij uw bericht kregen.',
    );
    expect(explainPromise(received, 'en')).toBe(
      'That is exactly four weeks after Tuesday 9 June 2026, the day we received your message.',
    );
  });
});

describe('the explanation for staff', () => {
  it('names receipt, promise, limit and extension when nothing was moved', () => {
    const dutch = paragraph('2026-06-09T14:03:00+02:00', 'nl');
    expect(dutch).toContain('ontvangen op dinsdag 9 juni 2026 om 14:03 uur (UTC+02:00)');
    expect(dutch).toContain('uiterlijk aan het eind van dinsdag 7 juli 2026');
    expect(dutch).toContain('De laatste dag is donderdag 9 juli 2026.');
    expect(dutch).toContain('De laatste dag is woensdag 9 september 2026.');
    expect(dutch).not.toMatch(/kan niet eindigen|geen werkdag|want die maand/);
  });

  it('says which days moved the limit, and that staff work to an earlier day', () => {
    const dutch = paragraph('2027-02-28T12:00:00+01:00', 'nl');
    expect(dutch).toContain(
      'Dat is geen werkdag, dus medewerkers werken toe naar de laatste werkdag ervoor: donderdag 25',
    );
    expect(dutch).toContain(
      'kan niet eindigen op zondag 28 maart 2027 (weekend) en maandag 29 maart 2027 (feestdag), ' +
        'dus de laatste dag is dinsdag 30 maart 2027.',
    );
    expect(paragraph('2027-02-28T12:00:00+01:00', 'en')).toContain(
      'cannot end on Sunday 28 March 2027 (weekend) and Monday 29 March 2027 (public holiday), ' +
        'so the last day is Tuesday 30 March 2027.',
    );
  });

  it('says that a month was too short, and which day staff work to on either reading', () => {
    const english = paragraph('2027-01-29T12:00:00+01:00', 'en');
    expect(english).toContain('That would be Sunday 28 February 2027, because that month has no day 29.');
    expect(english).toContain('Staff then work to Wednesday 28 April 2027');
    expect(paragraph('2026-08-31T10:00:00+02:00', 'nl')).toContain(
      'De laatste dag is woensdag 30 september 2026, want die maand heeft geen 31e dag.',
    );
  });
});
