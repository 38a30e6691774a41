import { parseArgs } from 'node:util';
import { LocalDeskError } from '../local/local-desk-error.ts';

/** What `npm run pictures` was asked to do. */
export interface PicturesOptions {
  /** Path of a `desk.json`; undefined takes the desk that is up, or brings one up. */
  readonly desk: string | undefined;
  /** Where the pictures go, against the checkout if relative. */
  readonly folder: string;
  readonly help: boolean;
}

const FOLDER = 'docs/pictures';

export const picturesHelp = `npm run pictures [-- options]

Plays the main paths in a browser, as a requester and as staff, and takes the pictures of ${FOLDER} on the way:
about two minutes. The pictures that are there are replaced, and new cases stay on the desk.

It uses the desk of npm start if that is up; otherwise it brings one up for itself and ends it afterwards.

  --desk <file>   play on the desk that this desk.json describes
  --to <folder>   where the pictures go instead
  --help          this text`;

/**
 * Reads the options.
 * @throws LocalDeskError with a sentence for the engineer
 */
export function readPicturesOptions(args: readonly string[]): PicturesOptions {
  const { desk, to, help } = parse(args);
  return { desk, folder: to ?? FOLDER, help: help ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { desk: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new LocalDeskError(`${reason}. See npm run pictures -- --help.`);
  }
}
