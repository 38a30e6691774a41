import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { defined, type Environment } from './environment.ts';
import { LocalDeskError } from './local-desk-error.ts';
import { lastLines, runCommand } from './run-command.ts';

type PythonOptions = {
  /** Folder that keeps the virtual environment and the log. */
  readonly folder: string;
  readonly requirements: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
};

const candidates = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
const question = `import sys
print("version", ".".join(map(str, sys.version_info[:2])), int(sys.version_info >= (3, 10)))
import venv, ensurepip
print("venv")`;
const unreachable =
  /NewConnectionError|ConnectTimeout|ReadTimeout|NameResolution|ProxyError|Max retries|SSLError|from versions: none/;

/**
 * A Python with the packages of the requirements file, made once and made anew when that file changes.
 * @returns the path of its interpreter
 * @throws LocalDeskError when there is no usable Python or the packages cannot be had
 */
export async function preparePython(options: PythonOptions): Promise<string> {
  const home = join(options.folder, 'venv');
  const python = join(home, 'bin', 'python');
  const stamp = createHash('sha256')
    .update(await readFile(options.requirements))
    .digest('hex');
  if ((await readStamp(home)) === stamp && (await worksWell(options, python))) return python;

  const draft = join(options.folder, `venv-${process.pid}`);
  try {
    await build(options, await findPython(options), draft);
    await writeFile(join(draft, 'requirements-hash'), stamp);
    await rm(home, { recursive: true, force: true });
    // The environment is only ever used through its interpreter, which finds itself wherever it stands.
    await rename(draft, home);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return python;
}

async function build(options: PythonOptions, python: string, home: string): Promise<void> {
  await mkdir(options.folder, { recursive: true });
  const made = await run(options, python, ['-m', 'venv', home]);
  if (made.code !== 0) {
    throw new LocalDeskError(
      `${python} cannot make a virtual environment: its venv module does not work.\n${lastLines(made.output)}`,
    );
  }
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  const installed = await run(options, join(home, 'bin', 'python'), [...pip, '--requirement', options.requirements]);
  if (installed.code === 0) return;
  const reason = unreachable.test(installed.output)
    ? 'pip cannot reach its package index: check the network or the proxy.'
    : 'pip could not install the packages of the local engine.';
  throw new LocalDeskError(`${reason} What pip said is in ${logOf(options)}.`);
}

async function findPython(options: PythonOptions): Promise<string> {
  const tooOld: string[] = [];
  const withoutVenv: string[] = [];
  for (const python of candidates) {
    const answer = await run(options, python, ['-c', question]).catch((error: unknown) => {
      if (error instanceof LocalDeskError) return undefined;
      throw error;
    });
    const [, version, recent] = /^version (\S+) ([01])$/m.exec(answer?.output ?? '') ?? [];
    if (answer?.code === 0 && recent === '1') return python;
    if (version === undefined) continue;
    if (recent === '1') withoutVenv.push(`${python} (${version})`);
    else tooOld.push(`${python} (${version})`);
  }
  throw new LocalDeskError(whyNone(tooOld, withoutVenv));
}

function whyNone(tooOld: readonly string[], withoutVenv: readonly string[]): string {
  const [bare] = withoutVenv;
  if (bare !== undefined) {
    return `${bare} has no working venv module: install it (on Debian and Ubuntu the package python3-venv) and try again.`;
  }
  const [old] = tooOld;
  const found = old === undefined ? 'no python3 was found' : `only ${old} was found`;
  return `The local engine needs Python 3.10 or newer, and ${found} on the PATH: install it and try again.`;
}

async function worksWell(options: PythonOptions, python: string): Promise<boolean> {
  const answer = await run(options, python, ['-c', 'import hypercorn']).catch((error: unknown) => {
    if (error instanceof LocalDeskError) return undefined;
    throw error;
  });
  return answer?.code === 0;
}

async function readStamp(home: string): Promise<string | undefined> {
  return readFile(join(home, 'requirements-hash'), 'utf8').catch(() => undefined);
}

function logOf(options: PythonOptions): string {
  return join(options.folder, 'python.log');
}

function run(options: PythonOptions, command: string, args: readonly string[]) {
  const { PYTHONHOME: _home, PYTHONPATH: _path, ...environment } = options.environment;
  const launch = { name: 'python', command, args, env: defined(environment), cwd: options.folder, log: logOf(options) };
  return runCommand(launch, options.signal);
}
