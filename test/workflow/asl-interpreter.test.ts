import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseStateMachine, UnsupportedStateMachineError } from './support/asl-definition.ts';
import { type Execution, type RunOptions, runStateMachine } from './support/asl-interpreter.ts';
import { VirtualClock } from './support/virtual-clock.ts';

const START = Temporal.Instant.from('2026-03-02T09:00:00Z');

const RETRY = { ErrorEquals: ['BusyError'], IntervalSeconds: 10, MaxAttempts: 4, BackoffRate: 2, MaxDelaySeconds: 50 };
const CATCH = {
  ErrorEquals: ['States.ALL'],
  Assign: { lastError: '{% $states.errorOutput.Error %}' },
  Output: { caught: true },
  Next: 'Done',
};
const DONE = { Type: 'Succeed', Output: "{% {'in': $states.input, 'error': $lastError} %}" };

describe('ASL interpreter', () => {
  it('gives a task its arguments and takes its output, with input, context and result', async () => {
    const calls: unknown[] = [];
    const execution = await play(
      taskMachine({ Output: "{% {'answer': $states.result.Payload.n, 'status': $states.result.StatusCode} %}" }),
      {
        invoke: (functionName, payload) => {
          calls.push([functionName, payload]);
          return Promise.resolve({ n: 7, dropped: undefined });
        },
      },
    );

    expect(calls).toEqual([['${Fn}', { id: 'P-1', run: 'P-1-1', state: 'Call', nothing: null }]]);
    expect(execution.status).toBe('SUCCEEDED');
    expect(execution.output).toEqual({ in: { answer: 7, status: 200 } });
  });

  it('tries again with growing delays up to the longest, then catches', async () => {
    const tries: number[] = [];
    const execution = await play(taskMachine({ Retry: [RETRY], Catch: [CATCH] }), {
      invoke: () => {
        tries.push(START.until(clock.now()).total('seconds'));
        throw named('BusyError');
      },
    });

    expect(tries).toEqual([0, 10, 30, 70, 120]);
    expect(execution.output).toEqual({ in: { caught: true }, error: 'BusyError' });
  });

  it('goes on as if nothing happened when a later try succeeds', async () => {
    let tries = 0;
    const execution = await play(taskMachine({ Retry: [RETRY], Catch: [CATCH], Output: 'fine' }), {
      invoke: () => {
        tries += 1;
        return tries < 3 ? Promise.reject(named('BusyError')) : Promise.resolve({});
      },
    });

    expect(execution.output).toEqual({ in: 'fine' });
    expect(execution.historyEvents).toBe(1 + 2 + 3 * 3 + 2);
  });

  it('asks for the jitter of a retrier that has it', async () => {
    const asked: number[] = [];
    const jitter = (atMostSeconds: number) => {
      asked.push(atMostSeconds);
      return 1.5;
    };
    const execution = await play(taskMachine({ Retry: [{ ...RETRY, JitterStrategy: 'FULL' }], Catch: [CATCH] }), {
      jitter,
      invoke: () => Promise.reject(named('BusyError')),
    });

    expect(asked).toEqual([10, 20, 40, 50]);
    expect(secondsAt(execution, 'Done')).toBe(6);
  });

  it('leaves an error no retrier and no catcher names to end the execution', async () => {
    const other = { ...CATCH, ErrorEquals: ['OtherError'] };
    const execution = await play(taskMachine({ Retry: [RETRY], Catch: [other] }), {
      invoke: () => Promise.reject(named('BrokenError')),
    });

    expect(execution.status).toBe('FAILED');
    expect(execution.error).toEqual({ Error: 'BrokenError', Cause: 'no data here' });
  });

  it.each([
    ['States.TaskFailed', 'BrokenError', 'SUCCEEDED'],
    ['States.TaskFailed', 'States.Timeout', 'FAILED'],
    ['States.ALL', 'States.Timeout', 'SUCCEEDED'],
    ['States.ALL', 'States.Runtime', 'FAILED'],
    ['States.ALL', 'States.DataLimitExceeded', 'FAILED'],
  ])('%s against %s: %s', async (wildcard, thrown, status) => {
    const machine = taskMachine({ Catch: [{ ...CATCH, ErrorEquals: [wildcard] }] });
    const execution = await play(machine, { invoke: () => Promise.reject(named(thrown)) });
    expect(execution.status).toBe(status);
  });

  it('gives up on a task when its time is up', async () => {
    const execution = await play(taskMachine({ TimeoutSeconds: 60, Catch: [CATCH] }), {
      invoke: async () => await clock.sleepUntil(START.add({ minutes: 5 })),
    });

    expect(execution.output).toEqual({ in: { caught: true }, error: 'States.Timeout' });
    expect(secondsAt(execution, 'Done')).toBe(60);
  });

  it.each([
    ['has no value', '{% $states.result.Payload.missing %}'],
    ['fails', "{% $toMillis('soon') %}"],
    ['is a function', '{% function() { 1 } %}'],
  ])("catches a task's expression that %s", async (_what, Output) => {
    const execution = await play(taskMachine({ Output, Catch: [CATCH] }));
    expect(execution.output).toEqual({ in: { caught: true }, error: 'States.QueryEvaluationError' });
  });

  it('takes the first choice that holds, else the default, each with what it assigns', async () => {
    expect((await play(choiceMachine('a'))).output).toMatchObject({ error: 'none' });
    expect((await play(choiceMachine('b'))).output).toMatchObject({ error: 'second' });
    expect((await play(choiceMachine('c'))).output).toEqual({ in: { value: 'c' }, error: 'none of [1]' });
  });

  it('fails where no choice holds and no default is, and where a condition is no boolean', async () => {
    expect((await play(conditionMachine('{% false %}'))).error?.Error).toBe('States.NoChoiceMatched');
    expect((await play(conditionMachine('{% 1 %}'))).error?.Error).toBe('States.QueryEvaluationError');
  });

  it.each([
    ['2026-03-02T09:00:30Z', 30],
    ['2026-03-02T10:00:30+01:00', 30],
    ['2026-03-02T09:00:30.900Z', 30],
    ['2026-03-01T09:00:30Z', 0],
    ['{% $fromMillis($millis() + 45000) %}', 45],
    ['{% $fromMillis($toMillis($now()) + 46000) %}', 46],
    ['{% $fromMillis($toMillis($states.context.State.EnteredTime) + 47000) %}', 47],
  ])('waits until %s', async (timestamp, seconds) => {
    expect(secondsAt(await play(waitMachine(timestamp)), 'Done')).toBe(seconds);
  });

  it('fails at a wait that names no instant', async () => {
    expect((await play(waitMachine('tomorrow'))).error?.Error).toBe('States.QueryEvaluationError');
  });

  it('times out after the time of the machine, and after a year in any case', async () => {
    const short = await play({ ...waitMachine('2027-12-01T00:00:00Z'), TimeoutSeconds: 100 });
    expect([short.status, short.path]).toEqual(['TIMED_OUT', ['Wait']]);

    const long = await play(waitMachine('2027-03-02T09:00:01Z'), {}, START.add({ hours: 24 * 365 }));
    expect(long.status).toBe('TIMED_OUT');
  });

  it('fails when its history is full', async () => {
    const execution = await play({
      QueryLanguage: 'JSONata',
      StartAt: 'Round',
      States: { Round: { Type: 'Pass', Next: 'Round' } },
    });
    expect([execution.status, execution.visits.length]).toEqual(['FAILED', 12_500]);
  });

  it('can be stopped while it waits, and tells how it ended, once', async () => {
    const ends: string[] = [];
    clock = new VirtualClock(START);
    const onEnd = (ended: Execution) => ends.push(`${ended.name} ${ended.status}`);
    const execution = runStateMachine(waitMachine('2026-03-02T10:00:00Z'), options({ onEnd }));
    clock.at(START.add({ minutes: 5 }), () => execution.stop());
    await clock.runUntil(START.add({ hours: 2 }));

    expect(ends).toEqual(['P-1-1 ABORTED']);
    expect(execution.path).toEqual(['Wait']);
  });

  it('ends with the error of a Fail state', async () => {
    const States = { Stop: { Type: 'Fail', Error: "{% 'Code' & 'Error' %}", Cause: 'why' } };
    const execution = await play({ QueryLanguage: 'JSONata', StartAt: 'Stop', States });
    expect(execution.error).toEqual({ Error: 'CodeError', Cause: 'why' });
  });

  it.each([
    ['a field it does not know', { ...taskMachine({ HeartbeatSeconds: 5 }) }],
    ['a field of another query language', taskMachine({ ResultPath: '$.x' })],
    ['a resource it does not call', taskMachine({ Resource: 'arn:aws:states:::sqs:sendMessage' })],
    ['an invocation it does not make', taskMachine({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } })],
    ['a retrier field it does not know', taskMachine({ Retry: [{ ...RETRY, Forever: true }] })],
    ['a state type it does not know', { ...waitMachine(''), States: { Wait: { Type: 'Map', End: true } } }],
    ['a wait for a duration', { ...waitMachine(''), States: { Wait: { Type: 'Wait', Seconds: 5, End: true } } }],
    ['another query language', { ...waitMachine(''), QueryLanguage: 'JSONPath' }],
    ['a target that is no state', taskMachine({ Next: 'Nowhere' })],
    ['a state that neither goes on nor ends', taskMachine({ Next: undefined })],
  ])('refuses %s', (_what, machine) => {
    clock = new VirtualClock(START);
    expect(() => runStateMachine(machine, options({}))).toThrow(UnsupportedStateMachineError);
  });

  it.each([
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'f', Payload: 1 },
      End: true,
    },
    { Type: 'Wait', Timestamp: '2026-03-02T09:00:00Z', End: true },
    { Type: 'Pass', End: true },
    { Type: 'Choice', Choices: [{ Condition: true, Next: 'Only' }] },
    { Type: 'Succeed' },
    { Type: 'Fail', Error: 'CodeError' },
  ])('runs a plain $Type and refuses one with a field more', (state) => {
    expect(() => parseStateMachine(machineOf(state))).not.toThrow();
    expect(() => parseStateMachine(machineOf({ ...state, More: 1 }))).toThrow(UnsupportedStateMachineError);
  });

  it.each(['$eval("1")', '$random()', '$uuid()'])('has no %s', async (expression) => {
    const execution = await play(taskMachine({ Output: `{% ${expression} %}` }));
    expect(execution.error?.Error).toBe('States.QueryEvaluationError');
  });
});

let clock: VirtualClock;

async function play(
  machine: unknown,
  given: Partial<RunOptions> = {},
  until = START.add({ hours: 1 }),
): Promise<Execution> {
  clock = new VirtualClock(START);
  const execution = runStateMachine(machine, options(given));
  await clock.runUntil(until);
  return execution;
}

function options(given: Partial<RunOptions>): RunOptions {
  return { input: { id: 'P-1' }, executionName: 'P-1-1', clock, invoke: () => Promise.resolve({}), ...given };
}

function taskMachine(fields: Record<string, unknown>): Record<string, unknown> {
  const Payload = {
    id: '{% $states.input.id %}',
    run: '{% $states.context.Execution.Name %}',
    state: '{% $states.context.State.Name %}',
    nothing: null,
  };
  const Call = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: '${Fn}', Payload },
    Next: 'Done',
    ...fields,
  };
  return { QueryLanguage: 'JSONata', StartAt: 'Call', States: { Call, Done: DONE } };
}

function machineOf(Only: object): Record<string, unknown> {
  return { QueryLanguage: 'JSONata', StartAt: 'Only', States: { Only } };
}

function choiceMachine(value: string): Record<string, unknown> {
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'Set',
    States: {
      Set: { Type: 'Pass', Output: { value }, Assign: { lastError: 'none', kept: [1] }, Next: 'Choose' },
      Choose: {
        Type: 'Choice',
        Choices: [
          { Condition: "{% $states.input.value = 'a' %}", Next: 'Done' },
          { Condition: "{% $states.input.value in ['a', 'b'] %}", Assign: { lastError: 'second' }, Next: 'Done' },
        ],
        Assign: { lastError: "{% $lastError & ' of ' & $string($kept) %}" },
        Default: 'Done',
      },
      Done: DONE,
    },
  };
}

function conditionMachine(Condition: string): Record<string, unknown> {
  const Choose = { Type: 'Choice', Choices: [{ Condition, Next: 'Done' }] };
  return { QueryLanguage: 'JSONata', StartAt: 'Choose', States: { Choose, Done: { Type: 'Succeed' } } };
}

function waitMachine(Timestamp: string): Record<string, unknown> {
  const States = { Wait: { Type: 'Wait', Timestamp, Next: 'Done' }, Done: { Type: 'Succeed' } };
  return { QueryLanguage: 'JSONata', StartAt: 'Wait', States };
}

function secondsAt(execution: Execution, state: string): number | undefined {
  const visit = execution.visits.find((each) => each.state === state);
  return visit === undefined ? undefined : START.until(visit.at).total('seconds');
}

function named(name: string): Error {
  return Object.assign(new Error('no data here'), { name });
}
