import { parseArgs } from 'node:util';
import { parseDayLength } from '../local/day-length.ts';
import { LocalDeskError } from '../local/local-desk-error.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';

/** What `npm run rehearse` was asked to do. */
export interface RehearseOptions {
  /** Seconds; undefined lets each life choose. */
  readonly day: number | undefined;
  /** Path of a `desk.json`; undefined takes the desk that is up, or brings one up. */
  readonly desk: string | undefined;
  readonly chosen: readonly Scenario[];
  readonly list: boolean;
  readonly help: boolean;
}

export const rehearseHelp = `npm run rehearse [-- options]

Plays whole lives of cases on a running desk, four weeks in a minute or two, and checks every mail, every date and
every step of the workflow; and what readers of a newsletter and writers of mails go through, on a desk that takes mail
by SMTP. All of them play at the same time. Ends with exit code 1 when something was not as it should be.

It uses the desk of npm start if that is up; otherwise it brings one up for itself and ends it afterwards.

  --only <name>   play this life only; may be given more than once
  --list          say which lives there are
  --day 5s        how long a day lasts in every life (otherwise each takes as long a day as about two minutes allow;
                  on AWS at least 20 s)
  --desk <file>   play on the desk that this desk.json describes
  --help          this text`;

/**
 * Reads the options.
 * @throws LocalDeskError with a sentence for the engineer
 */
export function readRehearseOptions(args: readonly string[]): RehearseOptions {
  const given = parse(args);
  const names = given.only ?? [];
  const unknown = names.filter((name) => !scenarios.some((scenario) => scenario.name === name));
  if (unknown.length > 0) throw new LocalDeskError(`There is no life named ${unknown.join(', ')}: see --list.`);
  return {
    day: given.day === undefined ? undefined : parseDayLength(given.day),
    desk: given.desk,
    chosen: scenarios.filter(({ name }) => names.length === 0 || names.includes(name)),
    list: given.list ?? false,
    help: given.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        day: { type: 'string' },
        desk: { type: 'string' },
        only: { type: 'string', multiple: true },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new LocalDeskError(`${reason}. See npm run rehearse -- --help.`);
  }
}
