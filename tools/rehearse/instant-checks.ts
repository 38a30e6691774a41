import { Temporal } from 'temporal-polyfill';
import type { Step } from '../../domain/cases/ladder.ts';
import type { StepId } from '../../domain/cases/step-id.ts';
import type { Life } from './life.ts';
import { formatCaseTime } from './case-time.ts';

/** One wait of an execution, in wall time. */
export interface PlannedWait {
  readonly step: StepId;
  /** The whole second it waited for. */
  readonly at: Temporal.Instant;
  readonly wokeAt: Temporal.Instant;
}

const DAY_SECONDS = 86_400;
/** What the clocks of this machine and of AWS may differ by. */
const SKEW_MILLISECONDS = 2000;

/**
 * Checks that an execution waited for the instants of the ladder. A plan holds whole seconds of wall time, and the wall
 * instant at which the life began is known only to lie between call and answer; so each wait says within which
 * interval the life began. All of them together must leave one that fits, which is far more exact than a second.
 */
export function checkInstants(
  life: Life,
  waits: readonly PlannedWait[],
  rungs: readonly Pick<Step, 'step' | 'at'>[],
): void {
  const { story, dayLastsSeconds, client } = life.stage;
  const { sentAt, answeredAt, receivedAt } = life.accepted;
  const skew = client.desk.engine === undefined ? SKEW_MILLISECONDS : 1;
  const caseStart = Temporal.Instant.from(receivedAt).epochMilliseconds;
  let earliest = sentAt.epochMilliseconds - skew;
  let latest = answeredAt.epochMilliseconds + skew;
  const inCaseMinutes = (milliseconds: number) => Math.round((milliseconds * DAY_SECONDS) / dayLastsSeconds / 60_000);
  const problems: string[] = [];
  for (const { step, at } of waits) {
    const rung = rungs.find((each) => each.step === step);
    if (rung === undefined) {
      problems.push(`It waited for ${step}, which was not to come.`);
      continue;
    }
    const offset = ((rung.at.epochMilliseconds - caseStart) * dayLastsSeconds) / DAY_SECONDS;
    const from = at.epochMilliseconds - 1000 - offset;
    const to = at.epochMilliseconds - offset;
    const off = to < earliest ? to - earliest : from > latest ? from - latest : 0;
    if (off !== 0) {
      const minutes = Math.abs(inCaseMinutes(off));
      problems.push(`${step} was planned at least ${minutes} minutes of case time too ${off < 0 ? 'early' : 'late'}.`);
      continue;
    }
    earliest = Math.max(earliest, from);
    latest = Math.min(latest, to);
  }
  const exactness = inCaseMinutes(latest - earliest);
  const [first, last] = [rungs[0], rungs.at(-1)].map((rung) => (rung === undefined ? '' : formatCaseTime(rung.at)));
  const span = rungs.length === 1 ? `on ${first}` : `${rungs.length} times from ${first} to ${last}`;
  story.check(`It waited until nine in Amsterdam, ${span} (exact to ${exactness} minutes)`, problems);

  const late = waits.map(({ at, wokeAt }) => at.until(wokeAt).total('seconds'));
  const latestWake = Math.max(0, ...late);
  story.check(`It never woke early, and at most ${latestWake.toFixed(1)} s late`, [
    ...waits.filter((_, index) => (late[index] ?? 0) < -skew / 1000).map(({ step }) => `For ${step} it woke early.`),
    ...(latestWake < dayLastsSeconds
      ? []
      : ['That is longer than a day of this rehearsal, so rungs may have overtaken each other: try a longer --day.']),
  ]);
}
