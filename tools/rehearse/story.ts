import type { Temporal } from 'temporal-polyfill';

/** Something that happened in a life. */
export interface StoryLine {
  /** Case time. */
  readonly at: Temporal.Instant;
  readonly who: string;
  readonly what: string;
}

/** One thing that had to hold. `wrong` holds sentences; undefined when it held. */
export interface Check {
  readonly claim: string;
  readonly wrong: string | undefined;
}

/** What happened in a life and what was checked about it, written while it goes on. */
export interface Story {
  readonly lines: readonly StoryLine[];
  readonly checks: readonly Check[];
  readonly tell: (line: StoryLine) => void;
  /** Writes a check. `problems` are sentences; none means it held. */
  readonly check: (claim: string, problems: readonly string[]) => void;
}

export function createStory(): Story {
  const lines: StoryLine[] = [];
  const checks: Check[] = [];
  return {
    lines,
    checks,
    tell: (line) => lines.push(line),
    check: (claim, problems) => checks.push({ claim, wrong: problems.length === 0 ? undefined : problems.join(' ') }),
  };
}
