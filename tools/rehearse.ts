import { DEFAULT_ORGANISATION } from '../infra/organisations/organisations.ts';
import { type DeskAddress, DeskFileError } from './desk-client/desk-address.ts';
import { createDeskClient } from './desk-client/desk-client.ts';
import { findVenue } from './local/find-venue.ts';
import { LocalDeskError, StoppedError } from './local/local-desk-error.ts';
import { readRehearseOptions, rehearseHelp, type RehearseOptions } from './rehearse/options.ts';
import { paintFor } from './rehearse/paint.ts';
import { dayLengthFor, perform, type Performance } from './rehearse/perform.ts';
import { storyText, summaryText } from './rehearse/report.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Rehearsed lives have days of their own, but for what staff type in on the desk. */
const ownDeskDaySeconds = 10;
/** On AWS a step of the workflow takes a second or two, which must stay small against a day. */
const shortestDayOnAws = 20;

process.exitCode = await main().catch((error: unknown) => {
  // Lives that were broken off still sleep until their next instant.
  if (error instanceof StoppedError) process.exit(130);
  const known = error instanceof LocalDeskError || error instanceof DeskFileError;
  process.stderr.write(`${known ? error.message : describe(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const options = readRehearseOptions(process.argv.slice(2));
  if (options.help) return say(rehearseHelp);
  if (options.list) return say(options.chosen.map(({ name, shows }) => `${name}\n  ${shows}`).join('\n'));
  const stop = new AbortController();
  for (const signal of signals) process.once(signal, () => stop.abort());
  const venue = await findVenue({
    desk: options.desk,
    own: {
      folder: '.local/rehearse',
      day: ownDeskDaySeconds,
      announce: () => say('No desk is up: bringing one up for the rehearsal.'),
    },
    signal: stop.signal,
  });
  try {
    return await rehearse(venue.desk, options, stop.signal);
  } finally {
    await venue.end();
  }
}

async function rehearse(desk: DeskAddress, options: RehearseOptions, signal: AbortSignal): Promise<number> {
  if (desk.organisation !== DEFAULT_ORGANISATION) {
    const whose = `The lives name topics and recipients of ${DEFAULT_ORGANISATION}`;
    throw new LocalDeskError(`${whose}, and ${desk.url} works for ${desk.organisation}.`);
  }
  const paint = paintFor(process.stdout, process.env['NO_COLOR']);
  const client = createDeskClient(desk);
  const shortest = desk.engine === undefined ? shortestDayOnAws : 0;
  const { chosen } = options;
  const howMany = chosen.length === 1 ? 'one life' : `${chosen.length} lives at the same time`;
  say(`\nRehearsing ${howMany} on ${desk.url}`);
  say(`${paint.dim('A second is some hours here, so reminders stand at the hour they were due.')}\n`);
  const played = chosen.map(async (scenario): Promise<Performance> => {
    const day = Math.max(shortest, options.day ?? dayLengthFor(scenario));
    const performance = await perform(client, scenario, day, chosen.length);
    if (!signal.aborted) say(storyText(performance, paint));
    return performance;
  });
  const performances = await Promise.race([Promise.all(played), brokenOff(signal)]);
  say(summaryText(performances, paint));
  return performances.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function brokenOff(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(new StoppedError());
    signal.addEventListener('abort', () => reject(new StoppedError()));
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
