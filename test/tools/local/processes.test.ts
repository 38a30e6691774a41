import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalDeskError, StoppedError } from '../../../tools/local/local-desk-error.ts';
import { groupIsAlive, isAlive } from '../../../tools/local/process-identity.ts';
import { endGroup, endGroupOf, type StartedProcess, startProcess } from '../../../tools/local/processes.ts';
import { runCommand } from '../../../tools/local/run-command.ts';

let folder: string;
const started: StartedProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'privacy-desk-test-'));
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((each) => endGroupOf(each.record.pid, 0)));
  await rm(folder, { recursive: true, force: true });
});

function launch(script: string) {
  return {
    name: 'engine',
    command: process.execPath,
    args: ['-e', script],
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: folder,
    log: join(folder, 'engine.log'),
  };
}

const log = () => readFile(join(folder, 'engine.log'), 'utf8');

async function start(script: string): Promise<StartedProcess> {
  const process = await startProcess(launch(script));
  started.push(process);
  while (!(await log()).includes('ready')) await sleep(20);
  return process;
}

const obedient = 'setInterval(() => {}, 1000); console.log("ready")';
const stubborn = `process.on("SIGTERM", () => console.log("never")); ${obedient}`;
/** An engine that goes when asked, with a worker that does not. */
const hungWorker = `const { spawn } = require("node:child_process");
spawn(process.execPath, ["-e", ${JSON.stringify(stubborn)}], { stdio: "inherit" });
setInterval(() => {}, 1000)`;

describe('a process of the desk', () => {
  it('is recognised while it runs and not after it ended', async () => {
    const { record, ended } = await start(obedient);
    expect(await isAlive(record)).toBe(true);
    expect(await endGroup(record)).toBe(true);
    await ended;
    expect(await isAlive(record)).toBe(false);
    expect(await endGroup(record)).toBe(false);
  });

  it('is forced to end when it does not listen', async () => {
    const { record, ended } = await start(stubborn);
    await endGroup(record, 200);
    await ended;
    expect(await groupIsAlive(record.pid)).toBe(false);
    expect(await log()).toContain('never');
  });

  it('takes a worker that hangs with it', async () => {
    const { record, ended } = await start(hungWorker);
    await endGroup(record, 200);
    await ended;
    expect(await groupIsAlive(record.pid)).toBe(false);
  });

  it('is left alone when only its number is that of one of ours', async () => {
    const { record } = await start(obedient);
    expect(await endGroup({ ...record, born: 'another time' })).toBe(false);
    expect(await isAlive(record)).toBe(true);
  });
});

describe('a command', () => {
  it('gives its exit code and what it said on either stream', async () => {
    const result = await runCommand(
      launch('console.log("one"); console.error("two"); process.exit(3)'),
      new AbortController().signal,
    );
    expect(result).toEqual({ code: 3, output: 'one\ntwo\n' });
  });

  it('is ended with its children when the start is broken off', async () => {
    const stop = new AbortController();
    const running = runCommand(launch(`console.log(process.pid); ${obedient}`), stop.signal);
    while (!(await log().catch(() => '')).includes('ready')) await sleep(20);
    stop.abort();
    await expect(running).rejects.toThrow(StoppedError);
    expect(await groupIsAlive(Number((await log()).split('\n')[0]))).toBe(false);
  });

  it('that does not exist is told in a sentence', async () => {
    const missing = { ...launch(''), command: join(folder, 'no-such-program') };
    await expect(runCommand(missing, new AbortController().signal)).rejects.toThrow(LocalDeskError);
  });
});
