import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Step } from '../../domain/cases/ladder.ts';
import type { StepKind } from '../../domain/cases/step-id.ts';
import { advanceCaseOutputSchema } from '../../contracts/workflow.ts';
import type { Execution, StateVisit } from '../desk-client/executions.ts';
import { waitFor } from '../desk-client/wait.ts';
import { checkout } from '../local/local-desk.ts';
import { checkInstants, type PlannedWait } from './instant-checks.ts';
import { type Life, secondsUntil } from './life.ts';

/** The state that does a rung, by the rung's kind. */
const STATE_OF: Readonly<Record<StepKind, string>> = {
  reminder: 'Send reminder',
  escalation: 'Escalate',
  missed_promise: 'Report missed promise',
  missed_limit: 'Report missed limit',
};

const patienceSeconds = 45;

/** Waits until the execution of a case that was opened waits for its first rung. Throws WaitedInVainError. */
export async function awaitWorkflow(life: Life): Promise<void> {
  const { caseNumber } = life.accepted;
  await waitFor('the start of the execution', patienceSeconds, async () => {
    const runs = await life.stage.client.executions.of(caseNumber);
    return runs.find(({ visits }) => visits.some(({ state }) => state === 'Wait until due'));
  });
  life.tell('the workflow', 'begins');
}

/**
 * Waits until the execution of a closed case has ended, then checks that it is the only one, that it was given the
 * case's number alone, the states it visited in order, and the instants it waited for.
 * @param sure the rungs it woke for; the last is the one at which it hears that the case is closed
 * @param slow further ones it wakes for when the machine was slow, and the case still open at the last of the others
 */
export async function checkWorkflow(life: Life, sure: readonly Step[], slow: readonly Step[] = []): Promise<void> {
  const { client, story } = life.stage;
  const { caseNumber } = life.accepted;
  // Nothing is asked of a busy machine before it can be so far.
  const earliest = sure.at(-1);
  if (earliest !== undefined) await life.until(earliest.at);
  const slowest = slow.at(-1);
  const ahead = slowest === undefined ? 0 : Math.max(0, secondsUntil(life, slowest.at));
  const runs = await waitFor('the end of the execution', ahead + patienceSeconds, async () => {
    const found = await client.executions.of(caseNumber);
    return found.length > 0 && found.every(({ status }) => status !== 'RUNNING') ? found : undefined;
  });
  const [run] = runs;
  if (run === undefined) return;
  const woke = run.visits.filter(({ state }) => state === 'Which step?').length;
  const steps = [...sure, ...slow].slice(0, Math.max(sure.length, woke));
  const last = steps.at(-1);
  if (last !== undefined)
    story.tell({ at: last.at, who: 'the workflow', what: 'wakes, hears that the case is closed and ends' });

  story.check('One execution, and it ended by itself', [
    ...(runs.length === 1 ? [] : [`There were ${runs.length}.`]),
    ...runs.filter(({ status }) => status !== 'SUCCEEDED').map(({ name, status }) => `${name} is ${status}.`),
  ]);
  story.check(
    'Its input is the case number and nothing else',
    JSON.stringify(run.input) === JSON.stringify({ caseId: caseNumber }) ? [] : ['It holds something else.'],
  );
  const expected = [
    'Plan next step',
    ...steps.flatMap(({ kind }) => ['Anything left?', 'Wait until due', 'Which step?', STATE_OF[kind]]),
    'Anything left?',
    'Closed',
  ];
  const visited = run.visits.map(({ state }) => state);
  story.check(
    `It visited ${expected.length} states: ${['Plan next step', ...steps.map(({ kind }) => STATE_OF[kind]), 'Closed'].join(' → ')}`,
    visited.join(' → ') === expected.join(' → ') ? [] : [`It visited ${visited.join(' → ')}.`],
  );
  await checkArrows(life, run);
  checkInstants(life, plannedWaits(run), steps);
}

/** Every transition is an arrow of the picture in `docs/workflow.md`. */
async function checkArrows(life: Life, run: Execution): Promise<void> {
  const arrows = await documentedArrows();
  const taken = run.visits.slice(1).map(({ state }, index) => `${run.visits[index]?.state ?? ''} → ${state}`);
  life.stage.story.check(
    'Every transition is an arrow in docs/workflow.md',
    [...new Set(taken)].filter((arrow) => !arrows.has(arrow)).map((arrow) => `“${arrow}” is not.`),
  );
}

async function documentedArrows(): Promise<ReadonlySet<string>> {
  const text = await readFile(join(checkout, 'docs', 'workflow.md'), 'utf8');
  const names = new Map(
    [...text.matchAll(/^ *state "([^"]+)" as (\w+)$/gm)].map(([, name = '', id = '']) => [id, name]),
  );
  const arrows = [...text.matchAll(/^ *(\w+) --> (\w+)/gm)];
  return new Set(arrows.map(([, from = '', to = '']) => `${names.get(from) ?? from} → ${names.get(to) ?? to}`));
}

/** What the tasks answered: the rung to wait for, its instant, and when the run set out to do it. */
function plannedWaits(run: Execution): readonly PlannedWait[] {
  return run.visits.flatMap((visit, index) => {
    if (visit.state !== 'Wait until due') return [];
    const plan = advanceCaseOutputSchema.parse(visit.output);
    if (plan.status !== 'waiting') return [];
    const woke: StateVisit | undefined = run.visits[index + 1];
    return [{ step: plan.step, at: Temporal.Instant.from(plan.at), wokeAt: woke?.enteredAt ?? Temporal.Now.instant() }];
  });
}

/** Checks that no execution was ever started for a case. */
export async function checkNoWorkflow(life: Life, when: string): Promise<void> {
  const runs = await life.stage.client.executions.of(life.accepted.caseNumber);
  life.stage.story.check(
    `${when}: no execution`,
    runs.map(({ name, status }) => `${name} is ${status}.`),
  );
}
