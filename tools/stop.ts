import { join } from 'node:path';
import { LocalDeskError } from './local/local-desk-error.ts';
import { checkout } from './local/local-desk.ts';
import { endRunning } from './local/running.ts';

try {
  const ended = await endRunning(join(checkout, '.local'));
  process.stdout.write(ended ? 'The desk has ended.\n' : 'Nothing was running.\n');
} catch (error) {
  if (!(error instanceof LocalDeskError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
