/**
 * Runs one of the project's tools on a Node that can read TypeScript, on a machine where nothing was
 * installed yet. Plain JavaScript, and only what Node itself brings: it runs before any package is there.
 *
 *   node tools/run.mjs <name> [options of that tool]
 *
 * Whatever this file says goes to stderr: stdout belongs to the tool.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = [
  'start',
  'stop',
  'test',
  'rehearse',
  'reckon',
  'letters',
  'pictures',
  'mail-parts',
  'bench',
  'import-subscribers',
  'newsletter',
];
const oldestNode = [20, 19];
const toolsNode = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binaries = join(root, 'node_modules', '.bin');

const say = (sentence) => process.stderr.write(`${sentence}\n`);

const fail = (sentence) => {
  say(sentence);
  process.exit(1);
};

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(`This needs Node ${oldestNode.join('.')} or newer, and this is Node ${process.versions.node}.`);
  }
};

const packagesIn = (lockFile) => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages || {};
  } catch {
    return undefined;
  }
};

/**
 * npm writes its hidden lock file last, so an install that was broken off has none. Optional packages are
 * those of other platforms: they may be absent, but not of another version.
 */
const packagesAreInstalled = () => {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  return Object.entries(packagesIn(join(root, 'package-lock.json')) || {}).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
};

const npmCommand = () => {
  const fromNpm = process.env.npm_execpath;
  return fromNpm !== undefined && fromNpm.endsWith('npm-cli.js') ? [process.execPath, fromNpm] : ['npm'];
};

const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

const whyNpmFailed = (error, output) => {
  if (error !== undefined && error.code === 'ENOENT') return 'npm was not found: it comes with Node.';
  const code = unreachable.exec(output);
  if (code !== null) return `npm cannot reach its package registry (${code[0]}): check the network or the proxy.`;
  return 'npm could not install the packages.';
};

/** Ends this process with the way a child ended: its code, or 128 and the number of its signal. */
const exitAs = (code, signal) => process.exit(code === null ? 128 + (constants.signals[signal] || 0) : code);

/** Signals to this process go on to the child; this process ends when the child has ended. */
const passSignalsTo = (child) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
};

/**
 * npm runs its scripts in a shell, and a signal to npm ends that shell without a word to us. So when the shell is gone,
 * the child is told. Without npm the parent may go: the engineer put us in the background.
 */
const endWithNpm = (child) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 250).unref();
};

const install = () =>
  new Promise((resolve) => {
    const began = performance.now();
    say('Installing the npm packages (the first time only, about a minute) ...');
    const [command, ...first] = npmCommand();
    const npm = spawn(command, [...first, 'ci', '--loglevel=error'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    passSignalsTo(npm);
    endWithNpm(npm);
    const chunks = [];
    npm.stdout.on('data', (chunk) => chunks.push(chunk));
    npm.stderr.on('data', (chunk) => chunks.push(chunk));
    const give = (error) => {
      const output = Buffer.concat(chunks).toString('utf8');
      const log = join(root, '.local', 'npm.log');
      mkdirSync(dirname(log), { recursive: true });
      writeFileSync(log, output);
      fail(`${whyNpmFailed(error, output)} What npm said is in ${log}.`);
    };
    npm.on('error', give);
    npm.on('close', (code, signal) => {
      if (signal !== null) exitAs(code, signal);
      if (code !== 0) give(undefined);
      say(`Installed in ${Math.round((performance.now() - began) / 1000)} s.`);
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
      resolve();
    });
  });

/** The version is asked of the program itself: one made for another machine or C library cannot run here. */
const runsTools = (node) => {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return answer.status === 0 && Number(answer.stdout.slice(1).split('.')[0]) >= toolsNode;
};

const findNode = () => {
  const fromPackages = join(binaries, 'node');
  if (existsSync(fromPackages) && runsTools(fromPackages)) return fromPackages;
  if (Number(process.versions.node.split('.')[0]) >= toolsNode) return process.execPath;
  return fail(
    `The tools need Node ${toolsNode} or newer: this is Node ${process.versions.node}, and the one from the npm packages ` +
      `does not run on this machine (${process.platform} ${process.arch}). Install Node ${toolsNode} and try again.`,
  );
};

const run = (node, name, args) => {
  const path = [binaries, process.env.PATH].filter(Boolean).join(delimiter);
  const child = spawn(node, [join(root, 'tools', `${name}.ts`), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  passSignalsTo(child);
  endWithNpm(child);
  child.on('error', (error) => fail(`Node could not be started (${error.code}).`));
  child.on('exit', exitAs);
};

const [name, ...args] = process.argv.slice(2);
checkNode();
if (!names.includes(name)) {
  fail(`${name === undefined ? 'Say which tool to run' : `There is no tool "${name}"`}: ${names.join(', ')}.`);
}
if (!packagesAreInstalled()) await install();
run(findNode(), name, args);
