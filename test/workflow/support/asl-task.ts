import type { Temporal } from 'temporal-polyfill';
import type { Retrier, TaskState } from './asl-definition.ts';
import { AslError, type ErrorOutput, takesError, toErrorOutput } from './asl-errors.ts';
import { throughJson } from './asl-expressions.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** How a function is called: its name or ARN as the file gives it, and the payload. */
export type Invoke = (functionName: string, payload: unknown) => Promise<unknown>;

/** What a try of a task needs from the execution it belongs to. */
export interface TaskRun<Result> {
  readonly clock: VirtualClock;
  readonly invoke: Invoke;
  /** Seconds really waited of the most a retrier with full jitter may wait. */
  readonly jitter: (atMostSeconds: number) => number;
  /** The evaluated `Arguments` of this try. */
  readonly readArguments: (retryCount: number) => Promise<TaskArguments>;
  /** What the state makes of the result; an error in it counts as the task's. */
  readonly readResult: (result: unknown) => Promise<Result>;
  readonly sleepUntil: (instant: Temporal.Instant) => Promise<void>;
  readonly onTry: () => void;
}

export interface TaskArguments {
  readonly FunctionName: string;
  readonly Payload: unknown;
}

export type TaskOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly error: ErrorOutput };

/** Tries a task as often as its retriers say. The first retrier that takes an error decides, as on AWS. */
export async function runTask<Result>(task: TaskState, run: TaskRun<Result>): Promise<TaskOutcome<Result>> {
  const triesOf = new Map<Retrier, number>();
  for (let retryCount = 0; ; retryCount += 1) {
    try {
      run.onTry();
      const answer = await callOnce(task, run, await run.readArguments(retryCount));
      return { ok: true, result: await run.readResult(answer) };
    } catch (thrown) {
      const error = toErrorOutput(thrown);
      const retrier = task.Retry.find((each) => takesError(each.ErrorEquals, error.Error));
      const tries = retrier === undefined ? 0 : (triesOf.get(retrier) ?? 0);
      if (retrier === undefined || tries >= retrier.MaxAttempts) return { ok: false, error };
      triesOf.set(retrier, tries + 1);
      await run.sleepUntil(run.clock.now().add({ milliseconds: delayMilliseconds(retrier, tries, run.jitter) }));
    }
  }
}

async function callOnce<Result>(task: TaskState, run: TaskRun<Result>, args: TaskArguments): Promise<unknown> {
  const call = async () => throughJson(await run.invoke(args.FunctionName, args.Payload));
  const race =
    task.TimeoutSeconds === undefined
      ? { inTime: true as const, value: await call() }
      : await run.clock.raceUntil(run.clock.now().add({ seconds: task.TimeoutSeconds }), call);
  if (!race.inTime) throw new AslError('States.Timeout');
  return { ExecutedVersion: '$LATEST', Payload: race.value, StatusCode: 200 };
}

function delayMilliseconds(retrier: Retrier, tries: number, jitter: (atMostSeconds: number) => number): number {
  const grown = retrier.IntervalSeconds * retrier.BackoffRate ** tries;
  const capped = Math.min(grown, retrier.MaxDelaySeconds ?? grown);
  return Math.round((retrier.JitterStrategy === 'FULL' ? jitter(capped) : capped) * 1000);
}
