import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { LocalDeskError } from './local/local-desk-error.ts';
import { checkout, type LocalDesk, startLocalDesk } from './local/local-desk.ts';
import { freePort, localhost } from './local/ports.ts';
import { terminalProgress } from './local/progress.ts';
import { endRunning } from './local/running.ts';

/** How long a day lasts on the desks that the tests talk to. */
const DAY_SECONDS = 2;
const REPORTS = join(checkout, 'build', 'test');

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

type Check = {
  readonly name: string;
  /**
   * `test`: the desk most tests share. `rehearsal`: one of its own, so that lives which mostly sleep go on beside the
   * other tests; such a check starts with the first that needs a desk.
   */
  readonly desk: 'none' | 'test' | 'rehearsal';
  readonly run: (desk: LocalDesk | undefined) => Promise<Tally>;
};

const command = (name: string, ...line: readonly string[]): Check => ({
  name,
  desk: 'none',
  run: async () => ((await execute(line)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});
const suite = (name: string, desk: Check['desk'] = 'none'): Check => ({
  name,
  desk,
  run: (running) => runSuite(name, running),
});

/** Everything that must hold, cheapest first. */
const CHECKS: readonly Check[] = [
  command('format', 'oxfmt', '--check'),
  command('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  command('types', 'tsc', '--noEmit'),
  command('dead-code', 'knip', '--treat-config-hints-as-errors'),
  suite('unit'),
  suite('workflow'),
  suite('infra'),
  suite('end-to-end', 'test'),
  suite('browser', 'test'),
  suite('rehearsal', 'rehearsal'),
];

const HELP = `npm test [-- name ...]

Runs every check, or only the named ones, and ends with the line "N passed, N failed".
A check counts as one; a test suite counts its tests. What needs the desk gets one of its own, on free ports.

Checks: ${CHECKS.map(({ name }) => name).join(', ')}
`;

function readOptions() {
  try {
    return parseArgs({ options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
  } catch {
    say(`npm test takes names of checks and --help.\n\n${HELP}`);
    process.exit(1);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = readOptions();
  if (values.help === true) return say(HELP, 0);
  const unknown = positionals.filter((name) => !CHECKS.some((check) => check.name === name));
  if (unknown.length > 0) return say(`There is no check named ${unknown.join(', ')}.\n\n${HELP}`, 1);
  const checks = CHECKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

  const tallies = await runAll(checks);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  return say(`\n${passed} passed, ${failed} failed\n`, failed > 0 || passed === 0 ? 1 : 0);
}

async function runAll(checks: readonly Check[]): Promise<readonly Tally[]> {
  const desks = new Desks();
  const stop = () => void desks.stop().then(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);

  const tallies: Tally[] = [];
  const beside = new Map<Check, Promise<Tally>>();
  try {
    for (const check of checks) {
      say(`\n=== ${check.name}\n`);
      if (check.desk !== 'none' && beside.size === 0) {
        for (const other of checks.filter(({ desk }) => desk === 'rehearsal')) {
          const running = other.run(await desks.bringUp('rehearsal'));
          // Awaited at its turn; until then a failure is nobody's unhandled rejection.
          running.catch(() => undefined);
          beside.set(other, running);
        }
      }
      const began = performance.now();
      const tally = await (beside.get(check) ??
        check.run(check.desk === 'none' ? undefined : await desks.bringUp(check.desk)));
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      say(`=== ${check.name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`);
      tallies.push(tally);
    }
  } catch (error) {
    say(`${error instanceof LocalDeskError ? error.message : describe(error)}\n`);
    tallies.push({ passed: 0, failed: 1 });
  } finally {
    await desks.stop();
  }
  return tallies;
}

/** The desks the tests have brought up, each once. */
class Desks {
  readonly #running = new Map<string, LocalDesk>();

  async bringUp(name: string): Promise<LocalDesk> {
    const found = this.#running.get(name);
    if (found !== undefined) return found;
    const folder = join(checkout, '.local', name);
    // What an earlier run left behind when it was killed.
    await endRunning(folder);
    const progress = terminalProgress(process.stdout);
    // Where the newsletter tool is; a test that wants to be told listens there.
    const settings = { newsletterWebhook: `http://${localhost}:${await freePort()}/hooks` };
    const desk = await startLocalDesk({
      folder,
      ports: 'free',
      day: DAY_SECONDS,
      settings,
      recordCalls: true,
      progress,
    });
    this.#running.set(name, desk);
    return desk;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running.values()].map((desk) => desk.stop()));
  }
}

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/**
 * Runs one vitest project. A suite that ran no test, or broke outside its tests, has failed. One that runs beside others
 * says what it has to say in one piece, at its end.
 */
async function runSuite(project: string, desk: LocalDesk | undefined): Promise<Tally> {
  const report = join(REPORTS, `${project}.json`);
  await mkdir(REPORTS, { recursive: true });
  await rm(report, { force: true });
  const exitCode = await execute(
    ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    desk === undefined ? {} : deskEnvironment(desk),
    project === 'rehearsal' ? 'at the end' : 'at once',
  );
  const counted = reportSchema.safeParse(await readFile(report, 'utf8').then(JSON.parse, () => undefined));
  if (!counted.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = counted.data;
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}

/** How the tests find the desk, and how AWS clients in them find the engine. */
function deskEnvironment(desk: LocalDesk): Readonly<Record<string, string>> {
  return {
    DESK_FILE: join(desk.folder, 'desk.json'),
    AWS_ENDPOINT_URL: desk.engine,
    AWS_REGION: desk.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

function execute(
  line: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  shown: 'at once' | 'at the end' = 'at once',
): Promise<number> {
  const [program = '', ...rest] = line;
  const stdio = shown === 'at once' ? 'inherit' : 'pipe';
  const child = spawn(program, rest, { cwd: checkout, stdio, env: { ...process.env, ...environment } });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => said.push(text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function say(text: string, exitCode = 0): number {
  process.stdout.write(text);
  return exitCode;
}

process.exitCode = await main();
