import { Temporal } from 'temporal-polyfill';
import { formatCaseTime } from './case-time.ts';
import type { Paint } from './paint.ts';
import type { Performance } from './perform.ts';

const CLOCKS = { wall: 'in real time', desk: 'by the clock of the desk' } as const;

/** The story of one life: what it shows, what happened by the calendar of the case, and what was checked. */
export function storyText(performance: Performance, paint: Paint): string {
  const { scenario, story, failures, dayLastsSeconds, seconds } = performance;
  const lines = story.lines.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
  const widest = Math.max(0, ...lines.map(({ who }) => who.length));
  const mark = failures.length === 0 ? paint.good('✓') : paint.bad('✗');
  const clock = scenario.clock === undefined ? `a day lasts ${dayLastsSeconds} s` : CLOCKS[scenario.clock];
  return [
    `${mark} ${paint.bold(scenario.title)} ${paint.dim(`(${seconds.toFixed(0)} s, ${clock})`)}`,
    `  ${scenario.shows}`,
    '',
    ...lines.map(({ at, who, what }) => `  ${paint.dim(formatCaseTime(at))}  ${who.padEnd(widest)}  ${what}`),
    '',
    ...story.checks.flatMap(({ claim, wrong }) =>
      wrong === undefined
        ? [`  ${paint.good('✓')} ${claim}`]
        : [`  ${paint.bad('✗')} ${claim}`, `    ${paint.bad(wrong)}`],
    ),
    ...failures
      .filter((failure) => failure.startsWith('It broke off'))
      .map((failure) => `  ${paint.bad(`✗ ${failure}`)}`),
    '',
  ].join('\n');
}

/** One line for each life, and one for all. */
export function summaryText(performances: readonly Performance[], paint: Paint): string {
  const widest = Math.max(0, ...performances.map(({ scenario }) => scenario.title.length));
  const rows = performances.map(({ scenario, story, failures, seconds }) => {
    const held = story.checks.filter(({ wrong }) => wrong === undefined).length;
    const verdict = failures.length === 0 ? paint.good('✓') : paint.bad('✗');
    const checks = `${held} of ${story.checks.length} checks held`;
    return `${verdict} ${scenario.title.padEnd(widest)}  ${checks.padEnd(24)}  ${seconds.toFixed(0).padStart(4)} s`;
  });
  const failed = performances.filter(({ failures }) => failures.length > 0).length;
  const all =
    failed === 0
      ? paint.good('Every life went as it should.')
      : paint.bad(`${failed} of ${performances.length} lives did not go as they should.`);
  return [...rows, '', all, ''].join('\n');
}
