import { parseArgs } from 'node:util';
import { DEFAULT_ORGANISATION, organisationIds, organisations } from '../../infra/organisations/organisations.ts';
import { type DayLength, parseDayLength } from './day-length.ts';
import { LocalDeskError } from './local-desk-error.ts';
import { type Ports, portsFrom } from './ports.ts';

/** What `npm start` was asked to do. */
export type StartOptions = {
  readonly day: DayLength;
  /** Id of the organisation the desk works for. */
  readonly organisation: string;
  readonly ports: Ports;
  readonly detach: boolean;
  readonly help: boolean;
};

export const startHelp = `npm start [-- options]

Sets up the whole desk on this machine and keeps it up until Ctrl-C.

  --day 10s     how long one day lasts (500ms, 2s, 1m, 1h; 10s unless told otherwise)
  --real-time   a day lasts a day
  --port 4566   port of the local engine; with it the mailbox gets the next port, its SMTP the one after, and mail to
                the desk the one after that (without it the mailbox is on 1080, its SMTP on 1025, and mail to the
                desk goes to 2525 or the first free port after it)
  --organisation <id>
                whom the desk works for: ${organisationIds}
                (${DEFAULT_ORGANISATION} unless told otherwise)
  --detach      leave it running and return; npm stop ends it
  --help        this text

With AWS_ENDPOINT_URL set, the desk is deployed to that engine, and no engine is started or stopped.`;

const defaultDaySeconds = 10;

/**
 * Reads the options of `npm start`.
 * @throws LocalDeskError with a sentence for the engineer
 */
export function readStartOptions(args: readonly string[]): StartOptions {
  const given = parse(args);
  if (given.day !== undefined && given['real-time'] === true) {
    throw new LocalDeskError('--day and --real-time contradict each other: give one of them.');
  }
  const organisation = given.organisation ?? DEFAULT_ORGANISATION;
  if (!organisations.has(organisation)) {
    throw new LocalDeskError(`No organisation is called "${organisation}": choose from ${organisationIds}.`);
  }
  const daySeconds = given.day === undefined ? defaultDaySeconds : parseDayLength(given.day);
  return {
    day: given['real-time'] === true ? 'real' : daySeconds,
    organisation,
    ports: portsFrom(given.port === undefined ? undefined : parsePort(given.port)),
    detach: given.detach ?? false,
    help: given.help ?? false,
  };
}

function parse(args: readonly string[]) {
  const [stray] = args;
  if (stray !== undefined && !stray.startsWith('-')) {
    throw new LocalDeskError(
      `What is "${stray}"? npm keeps options to itself: put -- before them, npm start -- --day 2s.`,
    );
  }
  try {
    return parseArgs({
      args: [...args],
      options: {
        day: { type: 'string' },
        'real-time': { type: 'boolean' },
        port: { type: 'string' },
        organisation: { type: 'string' },
        detach: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new LocalDeskError(`${reason}. See npm start -- --help.`);
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1024 || port > 65_532) {
    throw new LocalDeskError(`"${text}" cannot be the engine's port: choose a number from 1024 to 65532.`);
  }
  return port;
}
