import { setTimeout as sleep } from 'node:timers/promises';
import type { DeskClient } from '../desk-client/desk-client.ts';
import type { Scenario } from './scenario.ts';
import { createStory, type Story } from './story.ts';

/** How a scenario went. */
export interface Performance {
  readonly scenario: Scenario;
  readonly story: Story;
  readonly dayLastsSeconds: number;
  /** Wall time it took. */
  readonly seconds: number;
  /** Checks that did not hold, and what broke it off, as sentences. */
  readonly failures: readonly string[];
}

/** How long a scenario may take when nobody says how long a day lasts; they play side by side. */
const SECONDS_FOR_ALL = 140;
const LONGEST_DAY_SECONDS = 30;

/** How long a day lasts in a scenario: as slow as its share of time allows, so that a busy machine spoils nothing. */
export function dayLengthFor({ caseDays }: Scenario): number {
  return Math.min(LONGEST_DAY_SECONDS, Math.floor((SECONDS_FOR_ALL / caseDays) * 10) / 10);
}

/** A crowd is more lives than these that begin at the same moment. */
const CROWD = 6;
const CROWD_LASTS_SECONDS = 45;

/**
 * Plays one scenario. Never throws: what went wrong is among the failures.
 * @param together how many are played at the same time
 */
export async function perform(
  client: DeskClient,
  scenario: Scenario,
  dayLastsSeconds: number,
  together = 1,
): Promise<Performance> {
  const story = createStory();
  if (scenario.isShort === true && together > CROWD) await sleep(CROWD_LASTS_SECONDS * 1000);
  const began = performance.now();
  const brokenOff = await scenario
    .play({ client, dayLastsSeconds, story })
    .then(() => [])
    .catch((error: unknown) => [`It broke off: ${error instanceof Error ? error.message : String(error)}`]);
  const wrong = story.checks.flatMap(({ claim, wrong }) => (wrong === undefined ? [] : [`${claim}: ${wrong}`]));
  const seconds = (performance.now() - began) / 1000;
  return { scenario, story, dayLastsSeconds, seconds, failures: [...wrong, ...brokenOff] };
}
