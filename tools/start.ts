import { join } from 'node:path';
import { describeDayLength } from './local/day-length.ts';
import { engineAccess } from './local/environment.ts';
import { LocalDeskError, StoppedError } from './local/local-desk-error.ts';
import { checkout, type LocalDesk, startLocalDesk, statementAddresses } from './local/local-desk.ts';
import { terminalProgress } from './local/progress.ts';
import { endRunning, findRunning } from './local/running.ts';
import { readStartOptions, startHelp, type StartOptions } from './local/start-options.ts';

const folder = join(checkout, '.local');
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A terminal that was closed takes no more text; that is no reason to leave the engine running. */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof StoppedError) return 130;
  process.stderr.write(`${error instanceof LocalDeskError ? error.message : describe(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) return say(startHelp);
  const running = await findRunning(folder);
  if (running.state === 'busy') {
    throw new LocalDeskError(
      `Another npm start is at work here (process ${running.supervisor.pid}): npm stop ends it.`,
    );
  }
  if (running.state === 'up') {
    const same =
      running.desk.day === options.day &&
      running.desk.organisation === options.organisation &&
      running.desk.engine === engineAccess(process.env, options.ports.engine).endpoint;
    if (same) return say(`The desk is up already.\n${addresses(running.desk)}`);
    throw new LocalDeskError(`A desk with other options is up already at ${running.desk.url}/desk: npm stop ends it.`);
  }
  if (running.state === 'leavings') await endRunning(folder);
  return bringUp(options);
}

async function bringUp(options: StartOptions): Promise<number> {
  const stop = new AbortController();
  for (const signal of signals) process.on(signal, () => stop.abort());
  say('Setting up the desk. The first time this takes about a minute, later about ten seconds.');
  const progress = terminalProgress(process.stdout);
  const { ports, day, organisation } = options;
  const desk = await startLocalDesk({ folder, ports, day, organisation, progress, signal: stop.signal });
  say(`\nThe desk is up.\n${addresses(desk)}`);
  if (desk.foreignEngine)
    say(`  Mail arrives in the mailbox if ${desk.engine} relays it to SMTP 127.0.0.1:${desk.ports.smtp}.`);
  if (options.detach) {
    await desk.detach();
    return say('\nIt keeps running: npm stop ends it.');
  }
  say('\nCtrl-C ends it.');
  return stayUp(desk, stop.signal);
}

/** Until told to stop, or until something it needs has died. */
async function stayUp(desk: LocalDesk, signal: AbortSignal): Promise<number> {
  const toldToStop = Promise.withResolvers<undefined>();
  if (signal.aborted) toldToStop.resolve(undefined);
  signal.addEventListener('abort', () => toldToStop.resolve(undefined));
  // Without a process of its own (an engine that was there before) only this keeps us here.
  const keepAlive = setInterval(() => undefined, 60_000);
  const died = await Promise.race([desk.died, toldToStop.promise]);
  clearInterval(keepAlive);
  if (died === undefined) say('\nEnding the desk ...');
  else
    process.stderr.write(
      `The ${died} ended by itself, so the desk ends too. What it said is in ${join(folder, `${died}.log`)}.\n`,
    );
  await desk.stop();
  return died === undefined ? say('Ended.') : 1;
}

function addresses(desk: Pick<LocalDesk, 'url' | 'mailbox' | 'smtp' | 'day' | 'organisation'>): string {
  return [
    `  Form     ${desk.url}/request`,
    `  Desk     ${desk.url}/desk`,
    `  Mailbox  ${desk.mailbox}`,
    `  SMTP     ${desk.smtp}, for mail to ${statementAddresses(desk.organisation).join(' or ')}`,
    `  ${describeDayLength(desk.day)}`,
  ].join('\n');
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
