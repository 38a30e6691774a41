import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { LocalDeskError } from './local/local-desk-error.ts';
import { checkout, type LocalDesk, startLocalDesk } from './local/local-desk.ts';
import { terminalProgress } from './local/progress.ts';
import { endRunning } from './local/running.ts';

const DESK_FOLDER = join(checkout, '.local', 'test');
/** How long a day lasts on the desk that the tests talk to. */
const DAY_SECONDS = 2;

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

type Check = {
  readonly name: string;
  readonly needsDesk: boolean;
  readonly run: (desk: LocalDesk | undefined) => Promise<Tally>;
};

const command = (name: string, ...line: readonly string[]): Check => ({
  name,
  needsDesk: false,
  run: async () => ((await execute(line)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});
const suite = (name: string, needsDesk: boolean): Check => ({ name, needsDesk, run: (desk) => runSuite(name, desk) });

/** Everything that must hold, cheapest first. */
const CHECKS: readonly Check[] = [
  command('format', 'oxfmt', '--check'),
  command('lint', 'oxlint', '--type-aware', '--deny-warnings'),
  command('types', 'tsc', '--noEmit'),
  command('dead-code', 'knip', '--treat-config-hints-as-errors'),
  suite('unit', false),
  suite('workflow', false),
  suite('infra', false),
  suite('end-to-end', true),
  suite('browser', true),
];

const HELP = `npm test [-- name ...]

Runs every check, or only the named ones, and ends with the line "N passed, N failed".
A check counts as one; a test suite counts its tests. What needs the desk gets one of its own, on free ports.

Checks: ${CHECKS.map(({ name }) => name).join(', ')}
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
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
  const tallies: Tally[] = [];
  let desk: LocalDesk | undefined;
  try {
    for (const check of checks) {
      say(`\n=== ${check.name}\n`);
      if (check.needsDesk) desk ??= await bringUpDesk();
      const began = performance.now();
      const tally = await check.run(desk);
      say(
        `=== ${check.name}: ${tally.passed} passed, ${tally.failed} failed (${((performance.now() - began) / 1000).toFixed(1)} s)\n`,
      );
      tallies.push(tally);
    }
  } catch (error) {
    if (!(error instanceof LocalDeskError)) throw error;
    say(`${error.message}\n`);
    tallies.push({ passed: 0, failed: 1 });
  } finally {
    await desk?.stop();
  }
  return tallies;
}

async function bringUpDesk(): Promise<LocalDesk> {
  // What an earlier run left behind when it was killed.
  await endRunning(DESK_FOLDER);
  return startLocalDesk({
    folder: DESK_FOLDER,
    ports: 'free',
    day: DAY_SECONDS,
    recordCalls: true,
    progress: terminalProgress(process.stdout),
  });
}

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** Runs one vitest project. A suite that ran no test, or broke outside its tests, has failed. */
async function runSuite(project: string, desk: LocalDesk | undefined): Promise<Tally> {
  const folder = join(checkout, 'build', 'test');
  const report = join(folder, `${project}.json`);
  await mkdir(folder, { recursive: true });
  await rm(report, { force: true });
  const exitCode = await execute(
    ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    desk === undefined ? {} : deskEnvironment(desk),
  );
  const counted = reportSchema.safeParse(await readFile(report, 'utf8').then(JSON.parse, () => undefined));
  if (!counted.success) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = counted.data;
  return { passed, failed: failed === 0 && (exitCode !== 0 || passed === 0) ? 1 : failed };
}

/** How the tests find the desk, and how AWS clients in them find the engine. */
function deskEnvironment(desk: LocalDesk): Readonly<Record<string, string>> {
  return {
    DESK_FILE: join(DESK_FOLDER, 'desk.json'),
    AWS_ENDPOINT_URL: desk.engine,
    AWS_REGION: desk.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

function execute(line: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  const [program = '', ...rest] = line;
  const child = spawn(program, rest, { cwd: checkout, stdio: 'inherit', env: { ...process.env, ...environment } });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function say(text: string, exitCode = 0): number {
  process.stdout.write(text);
  return exitCode;
}

process.exitCode = await main();
