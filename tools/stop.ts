import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LocalDeskError } from './local/local-desk-error.ts';
import { checkout } from './local/local-desk.ts';
import { endRunning } from './local/running.ts';

const help = `npm stop

Ends the desk that npm start has brought up in this checkout: engine, mailbox, SMTP port and what they have started.
Harmless when nothing runs.`;

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof LocalDeskError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return 1;
});

async function main(): Promise<number> {
  if (asksForHelp(process.argv.slice(2))) return say(help);
  return say((await endRunning(join(checkout, '.local'))) ? 'The desk has ended.' : 'Nothing was running.');
}

function asksForHelp(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' } } }).values.help === true;
  } catch {
    throw new LocalDeskError('npm stop takes no options but --help; nothing was ended.');
  }
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
