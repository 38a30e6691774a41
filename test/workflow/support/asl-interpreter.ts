import { Temporal } from 'temporal-polyfill';
import { instantText } from '../../../domain/instants.ts';
import { parseStateMachine, type State, type StateMachine, type TaskState, type Template } from './asl-definition.ts';
import { AslError, type ErrorOutput, takesError, toErrorOutput } from './asl-errors.ts';
import { evaluate, type Scope, throughJson } from './asl-expressions.ts';
import { type Invoke, runTask, type TaskArguments } from './asl-task.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface RunOptions {
  /** The execution's input, as JSON. */
  readonly input: unknown;
  readonly executionName: string;
  readonly clock: VirtualClock;
  /** Called for every `lambda:invoke`. What it throws becomes an error whose code is its name, as with Lambda. */
  readonly invoke: Invoke;
  readonly onState?: (name: string, at: Temporal.Instant) => void;
  /** Planned on the clock when the execution has ended in whatever way; what EventBridge tells a rule. */
  readonly onEnd?: (execution: Execution) => unknown;
  /** Seconds a retrier with full jitter waits, of the most it may; the most unless given. */
  readonly jitter?: (atMostSeconds: number) => number;
}

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** The longest an execution runs on AWS, and the most events its history holds. */
const YEAR_SECONDS = 31_536_000;
const MOST_EVENTS = 25_000;

/**
 * Starts an execution of a state machine (the parsed ASL file) on a virtual clock: its first state begins once the
 * clock is run. Throws UnsupportedStateMachineError for anything in the file the interpreter does not run.
 *
 *     const execution = runStateMachine(definition, { input: { caseId }, executionName, clock, invoke });
 *     await clock.runUntil(afterFourWeeks);
 *     expect(execution.path).toEqual(['Plan next step', …]);
 */
export function runStateMachine(definition: unknown, options: RunOptions): Execution {
  const execution = new Execution(parseStateMachine(definition), options);
  options.clock.at(options.clock.now(), () => execution.play());
  return execution;
}

interface Step {
  readonly output: unknown;
  readonly next: string | undefined;
}

/** One execution: what became of it, and the states it was in. */
export class Execution {
  readonly name: string;
  readonly startedAt: Temporal.Instant;
  readonly visits: { readonly state: string; readonly at: Temporal.Instant }[] = [];
  status: ExecutionStatus = 'RUNNING';
  output: unknown;
  error: ErrorOutput | undefined;
  /** Events its history would hold on AWS. */
  historyEvents = 1;
  readonly #machine: StateMachine;
  readonly #options: RunOptions;
  readonly #input: unknown;
  readonly #variables: Record<string, unknown> = {};

  constructor(machine: StateMachine, options: RunOptions) {
    this.name = options.executionName;
    this.startedAt = options.clock.now();
    this.#machine = machine;
    this.#options = options;
    this.#input = throughJson(options.input);
  }

  /** The names of the states, in the order they were entered. */
  get path(): readonly string[] {
    return this.visits.map((visit) => visit.state);
  }

  /** Ends the execution from outside, as StopExecution does. A call under way goes on; nothing follows it. */
  stop(): void {
    this.#end('ABORTED');
  }

  /** Runs to the end; only `runStateMachine` calls it. */
  async play(): Promise<void> {
    try {
      let step: Step = { output: this.#input, next: this.#machine.StartAt };
      while (this.status === 'RUNNING' && step.next !== undefined) step = await this.#enter(step.next, step.output);
      if (this.status === 'RUNNING') this.output = step.output;
      this.#end('SUCCEEDED');
    } catch (thrown) {
      if (thrown instanceof ExecutionOverError) this.#end('TIMED_OUT');
      else this.#fail(toErrorOutput(thrown));
    }
  }

  async #enter(stateName: string, input: unknown): Promise<Step> {
    const state = this.#machine.States[stateName];
    if (state === undefined) throw new AslError('States.Runtime', `no state "${stateName}"`);
    const at = this.#options.clock.now();
    this.visits.push({ state: stateName, at });
    this.#options.onState?.(stateName, at);
    this.#record(2);
    return await this.#run(state, (rest) => ({
      states: { input, context: this.#context(stateName, at, rest?.retryCount ?? 0), ...rest?.states },
      variables: { ...this.#variables },
      now: this.#options.clock.now(),
    }));
  }

  async #run(state: State, scope: ScopeMaker): Promise<Step> {
    switch (state.Type) {
      case 'Task':
        return await this.#runTask(state, scope);
      case 'Wait': {
        await this.#sleepUntil(toWholeSecond(await evaluate(state.Timestamp, scope())));
        return await this.#leave(state, scope(), state.Next);
      }
      case 'Choice': {
        for (const rule of state.Choices) {
          const holds = await evaluate(rule.Condition, scope());
          if (typeof holds !== 'boolean') throw new AslError('States.QueryEvaluationError', 'a condition is a boolean');
          if (holds) return await this.#leave(rule, scope(), rule.Next);
        }
        if (state.Default === undefined) throw new AslError('States.NoChoiceMatched');
        return await this.#leave(state, scope(), state.Default);
      }
      case 'Pass':
        return await this.#leave(state, scope(), state.Next);
      case 'Succeed':
        return await this.#leave(state, scope(), undefined);
      case 'Fail': {
        const cause = state.Cause === undefined ? '' : String(await evaluate(state.Cause, scope()));
        throw new AslError(String(await evaluate(state.Error, scope())), cause);
      }
    }
  }

  async #runTask(state: TaskState, scope: ScopeMaker): Promise<Step> {
    const { clock, invoke, jitter = (atMostSeconds: number) => atMostSeconds } = this.#options;
    const outcome = await runTask<Step>(state, {
      clock,
      invoke,
      jitter,
      onTry: () => this.#record(3),
      readArguments: async (retryCount) => (await evaluate(state.Arguments, scope({ retryCount }))) as TaskArguments,
      readResult: async (result) => await this.#leave(state, scope({ states: { result } }), state.Next, result),
      sleepUntil: async (instant) => await this.#sleepUntil(instant),
    });
    if (outcome.ok) return outcome.result;
    const errorOutput = outcome.error;
    const catcher = state.Catch.find((each) => takesError(each.ErrorEquals, errorOutput.Error));
    if (catcher === undefined) throw new AslError(errorOutput.Error, errorOutput.Cause);
    return await this.#leave(catcher, scope({ states: { errorOutput } }), catcher.Next, errorOutput);
  }

  /** Evaluates what a state leaves behind, all of it with the variables as they were. */
  async #leave(
    from: { readonly Assign?: Record<string, Template> | undefined; readonly Output?: Template | undefined },
    scope: Scope,
    next: string | undefined,
    otherwise: unknown = scope.states.input,
  ): Promise<Step> {
    const output = from.Output === undefined ? otherwise : await evaluate(from.Output, scope);
    const assigned = await evaluate(from.Assign ?? {}, scope);
    Object.assign(this.#variables, assigned);
    return { output, next };
  }

  async #sleepUntil(instant: Temporal.Instant): Promise<void> {
    const end = this.startedAt.add({ seconds: Math.min(this.#machine.TimeoutSeconds ?? YEAR_SECONDS, YEAR_SECONDS) });
    const isTooLong = Temporal.Instant.compare(instant, end) > 0;
    await this.#options.clock.sleepUntil(isTooLong ? end : instant);
    if (isTooLong || this.status !== 'RUNNING') throw new ExecutionOverError();
  }

  #context(stateName: string, enteredAt: Temporal.Instant, retryCount: number): unknown {
    return {
      Execution: { Input: this.#input, Name: this.name, StartTime: instantText(this.startedAt) },
      State: { Name: stateName, EnteredTime: instantText(enteredAt), RetryCount: retryCount },
    };
  }

  #record(events: number): void {
    this.historyEvents += events;
    if (this.historyEvents > MOST_EVENTS) throw new AslError('States.Runtime', 'the history is full');
  }

  #fail(error: ErrorOutput): void {
    if (this.status === 'RUNNING') this.error = error;
    this.#end('FAILED');
  }

  #end(status: ExecutionStatus): void {
    if (this.status !== 'RUNNING') return;
    this.status = status;
    const { clock, onEnd } = this.#options;
    if (onEnd !== undefined) clock.at(clock.now(), () => onEnd(this));
  }
}

type ScopeMaker = (rest?: { readonly retryCount?: number; readonly states?: Partial<Scope['states']> }) => Scope;

/** The execution has lasted as long as it may, or was stopped while it slept. */
class ExecutionOverError extends Error {}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Step Functions waits to the second: what is behind it is cut off, so a wait can end a little early. */
function toWholeSecond(timestamp: unknown): Temporal.Instant {
  if (typeof timestamp !== 'string' || !RFC_3339.test(timestamp)) {
    throw new AslError('States.QueryEvaluationError', 'a Timestamp is an RFC 3339 text');
  }
  return Temporal.Instant.from(timestamp).round({ smallestUnit: 'second', roundingMode: 'floor' });
}
