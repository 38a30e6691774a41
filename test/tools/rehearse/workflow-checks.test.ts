import { describe, expect, it } from 'vitest';
import type { Step } from '../../../domain/cases/ladder.ts';
import { toWallTime } from '../../../domain/cases/case-clock.ts';
import { instantText } from '../../../domain/instants.ts';
import type { Execution } from '../../../tools/desk-client/executions.ts';
import type { Life } from '../../../tools/rehearse/life.ts';
import { checkNoWorkflow, checkWorkflow } from '../../../tools/rehearse/workflow-checks.ts';
import { BEGAN, CASE_NUMBER, stagedLife, wrongs } from './staged-life.ts';

const SUMMER_TIME = { receivedAt: '2027-03-27T20:00:00+01:00', dayLastsSeconds: 30 };

/** The history of a run that wakes for each rung and then hears that the case is closed. */
function executionFor(life: Life, steps: readonly Step[], change: Partial<Execution> = {}): Execution {
  const clock = {
    kind: 'rehearsal',
    wallStart: instantText(BEGAN),
    caseStart: life.accepted.receivedAt,
    dayLastsSeconds: life.stage.dayLastsSeconds,
  } as const;
  const visits = steps.flatMap(({ step, kind, at }) => {
    const wall = toWallTime(clock, at);
    const output = { status: 'waiting', step, kind, at: instantText(wall) };
    const state = kind === 'escalation' ? 'Escalate' : 'Send reminder';
    return [
      { state: 'Anything left?', enteredAt: BEGAN, output },
      { state: 'Wait until due', enteredAt: BEGAN, output },
      { state: 'Which step?', enteredAt: wall, output },
      { state, enteredAt: wall, output },
    ];
  });
  const ends = [
    { state: 'Anything left?', enteredAt: BEGAN, output: { status: 'closed' } },
    { state: 'Closed', enteredAt: BEGAN, output: { status: 'closed' } },
  ];
  return {
    name: `${CASE_NUMBER}-1`,
    status: 'SUCCEEDED',
    input: { caseId: CASE_NUMBER },
    visits: [{ state: 'Plan next step', enteredAt: BEGAN, output: undefined }, ...visits, ...ends],
    ...change,
  };
}

/** Checks a run whose history was made for `planned` against the rungs `expected`. */
async function checked(
  change: (life: Life) => { readonly planned?: readonly Step[]; readonly execution?: Partial<Execution> },
  options: Parameters<typeof stagedLife>[0] = {},
) {
  const { life: blank } = await stagedLife(options);
  const rungs = [blank.rung('unclaimed'), blank.rung('ten_days_left')];
  const { planned = rungs, execution } = change(blank);
  const executions = { of: () => Promise.resolve([executionFor(blank, planned, execution)]) };
  const { life, story } = await stagedLife({ ...options, executions });
  await checkWorkflow(life, rungs);
  return wrongs(story);
}

function withRungADayEarly(life: Life) {
  const rung = life.rung('ten_days_left');
  return { planned: [life.rung('unclaimed'), { ...rung, at: rung.at.subtract({ hours: 24 }) }] };
}

function impatientRun(life: Life) {
  const run = executionFor(life, [life.rung('unclaimed'), life.rung('ten_days_left')]);
  const visits = run.visits.map(({ state, enteredAt, output }) => ({
    state,
    enteredAt: state === 'Which step?' ? enteredAt.subtract({ seconds: 1 }) : enteredAt,
    output,
  }));
  return { execution: { visits } };
}

/** Checks a run that woke for two rungs when the first was sure and `slow` might follow. */
async function further(slow: (life: Life) => readonly Step[]) {
  const { life: blank } = await stagedLife();
  const planned = [blank.rung('unclaimed'), blank.rung('ten_days_left')];
  const executions = { of: () => Promise.resolve([executionFor(blank, planned)]) };
  const { life, story } = await stagedLife({ executions });
  await checkWorkflow(life, [blank.rung('unclaimed')], slow(blank));
  return wrongs(story);
}

describe('the check of the workflow', () => {
  it('holds for a run that waits for the ladder and ends', async () => {
    expect(await checked(() => ({}))).toEqual([]);
  });

  it('finds an input that holds more than the case number', async () => {
    const input = { caseId: CASE_NUMBER, name: 'Jan' };
    expect(await checked(() => ({ execution: { input } }))).toEqual(['It holds something else.']);
  });

  it('finds an execution that failed', async () => {
    expect(await checked(() => ({ execution: { status: 'FAILED' } }))).toEqual([`${CASE_NUMBER}-1 is FAILED.`]);
  });

  it('finds a state that was not to be visited, and an arrow that no picture has', async () => {
    const visits = [{ state: 'Plan next step', enteredAt: BEGAN, output: undefined }];
    const strange = [...visits, { state: 'Escalate', enteredAt: BEGAN, output: undefined }];
    expect(await checked(() => ({ execution: { visits: strange } }))).toEqual([
      'It visited Plan next step → Escalate.',
      '“Plan next step → Escalate” is not.',
    ]);
  });

  it('lets a run wake once more where a slow machine may have it do so, and nowhere else', async () => {
    expect(await further((life) => [life.rung('ten_days_left')])).toEqual([]);
    expect(await further(() => [])).not.toEqual([]);
  });

  it('finds a rung that was planned for another day', async () => {
    expect(await checked(withRungADayEarly)).toEqual([
      expect.stringMatching(/^ten_days_left was planned at least \d+ minutes .* too early\.$/),
    ]);
  });

  it.each([-1, 1])('finds a reminder that is %i hour off after the change to summer time', async (hours) => {
    const shifted = (life: Life) => {
      const rung = life.rung('unclaimed');
      return { planned: [{ ...rung, at: rung.at.add({ hours }) }, life.rung('ten_days_left')] };
    };
    expect(await checked(() => ({}), SUMMER_TIME)).toEqual([]);
    expect(await checked(shifted, SUMMER_TIME)).toEqual([expect.stringContaining('unclaimed was planned')]);
  });

  it('finds a run that woke early', async () => {
    expect(await checked(impatientRun)).toEqual(['For unclaimed it woke early. For ten_days_left it woke early.']);
  });

  it('says when an execution exists that should not', async () => {
    const { life: blank } = await stagedLife();
    const executions = { of: () => Promise.resolve([executionFor(blank, [])]) };
    const { life, story } = await stagedLife({ executions });
    await checkNoWorkflow(life, 'Unconfirmed');
    expect(wrongs(story)).toEqual([`${CASE_NUMBER}-1 is SUCCEEDED.`]);
  });
});
