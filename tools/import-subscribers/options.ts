import { parseArgs } from 'node:util';
import { type DeskChoice, deskChoiceHelp } from '../desk-client/find-lists.ts';
import { columnNames } from './header.ts';
import { ListError } from './list-error.ts';

/** What `npm run import-subscribers` was asked to do. */
export type ImportSubscribersOptions =
  | { readonly help: true }
  | {
      readonly help: false;
      readonly topic: string;
      readonly file: string;
      readonly apply: boolean;
      readonly where: DeskChoice;
    };

const names = Object.values(columnNames).map((each) => `  ${each.join(', ')}`);

export const importHelp = `npm run import-subscribers -- --topic nieuwsbrief --file list.csv [--apply]

Takes consents that were given elsewhere over from a CSV, with the evidence of each. Without --apply it is a dry run:
it says what would become of every line and stores nothing. Running it again changes nothing.

  --topic <name>   the topic of the organisation's profile
  --file <path>    the list
  --apply          take the lines in
${deskChoiceHelp}
  --help           this text

The list is a CSV in UTF-8, with ; or , between its columns. Its first line names them; the first four must be there,
the last two may, and others are not used and not sent:
${names.join('\n')}
The date is one such as 2024-03-01, 01-03-2024, 2024-03-01 14:30 (Amsterdam) or RFC 3339.

Lines that are not taken in are in <file>.refused.csv, by number and reason. A line that says nothing new is left out as
a duplicate: told for the first 500,000 addresses, behind them it counts as unchanged.
Exit code: 0 all lines are fine, 1 some were refused, 2 broken off (run it again: nothing is taken in twice).`;

/** @throws ListError with one sentence */
export function readImportOptions(args: readonly string[]): ImportSubscribersOptions {
  const given = parse(args);
  if (given.help === true) return { help: true };
  const { topic, file, apply = false, desk, url, region } = given;
  if (topic === undefined || file === undefined) throw new ListError('Give --topic and --file; --help tells more.');
  if (desk !== undefined && url !== undefined)
    throw new ListError('--desk and --url name two desks: give one of them.');
  return { help: false, topic, file, apply, where: { desk, url, region } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        topic: { type: 'string' },
        file: { type: 'string' },
        apply: { type: 'boolean' },
        desk: { type: 'string' },
        url: { type: 'string' },
        region: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new ListError(`${reason}. See npm run import-subscribers -- --help.`);
  }
}
