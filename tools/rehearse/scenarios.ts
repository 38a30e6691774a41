import type { Scenario } from './scenario.ts';
import { answeredInWeekOne } from './scenarios/answered-in-week-one.ts';
import { marketingObjection } from './scenarios/marketing-objection.ts';
import { neverConfirmed } from './scenarios/never-confirmed.ts';
import { nobodyReacts } from './scenarios/nobody-reacts.ts';
import { overChristmas } from './scenarios/over-christmas.ts';
import { nightOfTheClocks, overSummerTime } from './scenarios/over-summer-time.ts';
import { remindedThenAnswered } from './scenarios/reminded-then-answered.ts';

/** Every life that is rehearsed. */
export const scenarios: readonly Scenario[] = [
  answeredInWeekOne,
  remindedThenAnswered,
  nobodyReacts,
  marketingObjection,
  overChristmas,
  overSummerTime,
  nightOfTheClocks,
  neverConfirmed,
];
