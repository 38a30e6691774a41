import { Temporal } from 'temporal-polyfill';

const quotient = (dividend: number, divisor: number): number => Math.floor(dividend / divisor);

/** Easter Sunday of a Gregorian year (Meeus/Jones/Butcher), the anchor of every movable holiday. */
export function easterSunday(year: number): Temporal.PlainDate {
  const goldenIndex = year % 19;
  const century = quotient(year, 100);
  const yearOfCentury = year % 100;
  const lunarCorrection = quotient(century - quotient(century + 8, 25) + 1, 3);
  const epact = (19 * goldenIndex + century - quotient(century, 4) - lunarCorrection + 15) % 30;
  const daysToSunday = (32 + 2 * (century % 4) + 2 * quotient(yearOfCentury, 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = quotient(goldenIndex + 11 * epact + 22 * daysToSunday, 451);
  const monthAndDay = epact + daysToSunday - 7 * lateMoon + 114;
  return Temporal.PlainDate.from({ year, month: quotient(monthAndDay, 31), day: (monthAndDay % 31) + 1 });
}
