import { LocalDeskError } from './local-desk-error.ts';

/** How long one day of a case lasts: in seconds, or as long as it really does. */
export type DayLength = number | 'real';

const secondsIn: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
const shortest = 0.1;
const longest = 86_400;

/**
 * Reads the length of a rehearsed day: a number and `ms`, `s`, `m` or `h`, between 100 ms and 24 hours.
 * @returns seconds
 * @throws LocalDeskError for anything else
 */
export function parseDayLength(text: string): number {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text.trim()) ?? [];
  const factor = secondsIn[unit ?? ''];
  if (amount === undefined || factor === undefined) {
    throw new LocalDeskError(
      `"${text}" is not a length of time: write a number and its unit, such as 10s, 500ms or 1m.`,
    );
  }
  const seconds = Number(amount) * factor;
  if (seconds < shortest || seconds > longest) {
    throw new LocalDeskError(`A day of ${text} is outside what a rehearsal can do: between 100ms and 24h.`);
  }
  return seconds;
}

/** A day's length in words for a terminal, with what it makes of the promised four weeks. */
export function describeDayLength(day: DayLength): string {
  return day === 'real'
    ? 'A day lasts a day.'
    : `A day lasts ${inWords(day)}, so the promised four weeks pass in ${inWords(day * 28)}.`;
}

function inWords(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = [
    [hours, 'h'],
    [minutes % 60, 'min'],
    [Math.round(seconds % 60), 's'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
