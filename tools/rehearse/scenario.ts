import type { Stage } from './life.ts';

/** A life told through the public doors, with what has to hold in it. */
export interface Scenario {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** One sentence on what it shows. */
  readonly shows: string;
  /** Days of case time until its last check; with the length of a day it says how long the scenario takes. */
  readonly caseDays: number;
  /** For a life without a case, which goes by the wall, and for one whose case lives by the desk's own clock. */
  readonly clock?: 'wall' | 'desk';
  /** For a life that is short: it begins when the crowd that all others begin with is through. */
  readonly isShort?: true;
  /** Throws when the life cannot go on; checks that do not hold are in the story. */
  readonly play: (stage: Stage) => Promise<void>;
}
