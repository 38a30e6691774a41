import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../domain/ports.ts';

interface Sleeper {
  readonly at: Temporal.Instant;
  readonly wake: () => void;
}

/** What `raceUntil` answers: the work's value, or that its time was up first. */
export type RaceResult<T> = { readonly inTime: true; readonly value: T } | { readonly inTime: false };

/**
 * A clock that stands still until a test moves it, and then jumps from one thing planned to the next. Everything that
 * happens is an action planned with `at`; an action may sleep on the clock, so that executions, schedules and people
 * interleave. One action at a time runs, up to its next sleep or its end; at one instant the one planned first goes
 * first. So a test gives the same result every time, however long the lives it plays.
 *
 *     const clock = new VirtualClock('2026-03-02T08:00:00Z');
 *     clock.at(Temporal.Instant.from('2026-03-14T09:00:00Z'), () => answerCase('P-…'));
 *     await clock.runUntil(Temporal.Instant.from('2026-04-30T00:00:00Z'));
 *
 * Actions wait for each other by the clock only: one that awaits a promise another sleeping action must keep, hangs.
 */
export class VirtualClock implements Clock {
  readonly #sleepers: Sleeper[] = [];
  readonly #failures: unknown[] = [];
  #now: Temporal.Instant;
  #running = 0;
  #isDriven = false;
  #onIdle: (() => void) | undefined;

  constructor(start: string | Temporal.Instant) {
    this.#now = Temporal.Instant.from(start);
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Plans an action, which may sleep on this clock. Throws RangeError for an instant that has passed. */
  at(instant: Temporal.Instant, action: () => unknown): void {
    if (isBefore(instant, this.#now)) throw new RangeError(`${instant.toString()} has passed`);
    this.#plan(instant, () => void this.#perform(action));
  }

  /** Plans an action every so often, the first time one interval from now, as long as the clock is run. */
  every(interval: Temporal.DurationLike, action: () => unknown): void {
    this.at(this.#now.add(interval), async () => {
      this.every(interval, action);
      await action();
    });
  }

  /**
   * Sleeps until an instant; one that has passed costs no time. Only inside an action, one sleep at a time: what must
   * go on meanwhile is an action of its own.
   */
  async sleepUntil(instant: Temporal.Instant): Promise<void> {
    this.#mustBeInAction();
    if (!isBefore(this.#now, instant)) return;
    const woken = new Promise<void>((resolve) => {
      this.#plan(instant, resolve);
    });
    this.#pause();
    await woken;
  }

  /**
   * Does work that may sleep, and waits for it no longer than until the deadline. Work that comes too late goes on
   * all the same, as a function does whose caller has given up. Rejects when the work fails in time.
   */
  async raceUntil<T>(deadline: Temporal.Instant, work: () => Promise<T>): Promise<RaceResult<T>> {
    this.#mustBeInAction();
    // The work takes over this action's turn; whoever ends the race hands a turn back.
    return await new Promise<RaceResult<T>>((resolve, reject) => {
      let isOver = false;
      const alarm = this.#plan(deadline, () => {
        isOver = true;
        resolve({ inTime: false });
      });
      const settle = (finish: () => void) => {
        if (isOver) {
          this.#pause();
          return;
        }
        isOver = true;
        this.#sleepers.splice(this.#sleepers.indexOf(alarm), 1);
        finish();
      };
      work().then(
        (value) => settle(() => resolve({ inTime: true, value })),
        (error: unknown) => settle(() => reject(error)),
      );
    });
  }

  /**
   * Lets everything happen that is planned up to and including the instant, in order, and stands still there.
   * Rejects with the first error an action threw. Not from inside an action.
   */
  async runUntil(instant: Temporal.Instant): Promise<void> {
    if (this.#isDriven) throw new Error('the clock is already being run');
    if (isBefore(instant, this.#now)) throw new RangeError(`${instant.toString()} has passed`);
    this.#isDriven = true;
    try {
      for (let next = this.#takeNext(instant); next !== undefined; next = this.#takeNext(instant)) {
        this.#now = next.at;
        this.#running += 1;
        next.wake();
        await this.#idle();
        if (this.#failures.length > 0) throw this.#failures.shift();
      }
      this.#now = instant;
    } finally {
      this.#isDriven = false;
    }
  }

  #plan(at: Temporal.Instant, wake: () => void): Sleeper {
    const sleeper = { at, wake };
    const later = this.#sleepers.findIndex((other) => isBefore(at, other.at));
    this.#sleepers.splice(later === -1 ? this.#sleepers.length : later, 0, sleeper);
    return sleeper;
  }

  #takeNext(until: Temporal.Instant): Sleeper | undefined {
    const next = this.#sleepers[0];
    if (next === undefined || isBefore(until, next.at)) return undefined;
    return this.#sleepers.shift();
  }

  async #perform(action: () => unknown): Promise<void> {
    try {
      await action();
    } catch (error) {
      this.#failures.push(error);
    } finally {
      this.#pause();
    }
  }

  #pause(): void {
    this.#running -= 1;
    if (this.#running === 0) this.#onIdle?.();
  }

  async #idle(): Promise<void> {
    if (this.#running === 0) return;
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    this.#onIdle = undefined;
  }

  #mustBeInAction(): void {
    if (this.#running === 0) throw new Error('only an action planned with at() can sleep');
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
