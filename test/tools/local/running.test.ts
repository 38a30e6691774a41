import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type DeskFile,
  readDeskFile,
  readProcessesFile,
  writeDeskFile,
  writeProcessesFile,
} from '../../../tools/local/desk-file.ts';
import { LocalDeskError } from '../../../tools/local/local-desk-error.ts';
import { isAlive, type ProcessRecord, recordOf } from '../../../tools/local/process-identity.ts';
import { endGroupOf, startProcess } from '../../../tools/local/processes.ts';
import { endRunning, findRunning } from '../../../tools/local/running.ts';

let folder: string;
const groups: number[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'privacy-desk-test-'));
});

afterEach(async () => {
  await Promise.all(groups.splice(0).map((group) => endGroupOf(group, 0)));
  await rm(folder, { recursive: true, force: true });
});

async function startEngine(): Promise<ProcessRecord> {
  const { record } = await startProcess({
    name: 'engine',
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1000)'],
    env: {},
    cwd: folder,
    log: join(folder, 'engine.log'),
  });
  groups.push(record.pid);
  return record;
}

const deskWith = (processes: readonly ProcessRecord[]): DeskFile => ({
  url: 'http://127.0.0.1:4700/restapis/abc/live/_user_request_',
  mailbox: 'http://127.0.0.1:4701',
  smtp: '127.0.0.1:4703',
  engine: 'http://127.0.0.1:4700',
  region: 'eu-west-1',
  account: '000000000000',
  organisation: 'ct-telecom',
  day: 10,
  processes: [...processes],
  outputs: { desk: { Url: 'http://127.0.0.1:4700/restapis/abc/live/_user_request_' } },
});

describe('what runs in a folder', () => {
  it('is nothing where nothing was started, and ending it does no harm', async () => {
    expect(await findRunning(folder)).toEqual({ state: 'nothing' });
    expect(await endRunning(folder)).toBe(false);
  });

  it('is a desk that was left running, until it is ended', async () => {
    const engine = await startEngine();
    const desk = deskWith([engine]);
    await writeProcessesFile(folder, { processes: [engine] });
    await writeDeskFile(folder, desk);
    expect(await findRunning(folder)).toEqual({ state: 'up', desk });

    expect(await endRunning(folder)).toBe(true);
    expect(await isAlive(engine)).toBe(false);
    expect(await readDeskFile(folder)).toBeUndefined();
    expect(await findRunning(folder)).toEqual({ state: 'nothing' });
  });

  it('is a start at work while its supervisor lives and no desk is up yet', async () => {
    const supervisor = await recordOf('supervisor', process.pid);
    await writeProcessesFile(folder, { supervisor, processes: [] });
    expect(await findRunning(folder)).toEqual({ state: 'busy', supervisor });
  });

  it('is leavings when a start was broken off and its engine lives on', async () => {
    const engine = await startEngine();
    await writeProcessesFile(folder, { supervisor: { ...engine, born: 'another time' }, processes: [engine] });
    expect(await findRunning(folder)).toEqual({ state: 'leavings' });
  });

  it('is nothing when the numbers of our processes belong to others now, and those are left alone', async () => {
    const stranger = await startEngine();
    await writeProcessesFile(folder, { processes: [{ ...stranger, born: 'another time' }] });
    expect(await findRunning(folder)).toEqual({ state: 'nothing' });
    expect(await endRunning(folder)).toBe(false);
    expect(await isAlive(stranger)).toBe(true);
  });

  it('cannot be told from a file we did not write, and the sentence names that file', async () => {
    await writeFile(join(folder, 'processes.json'), '{"processes": [{"pid": "all"}]}');
    await expect(readProcessesFile(folder)).rejects.toThrow(LocalDeskError);
    await expect(readProcessesFile(folder)).rejects.toThrow(join(folder, 'processes.json'));
  });
});
