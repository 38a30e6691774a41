import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

import { reckon } from '../../tools/reckon.ts';
import vectors from '../domain/deadlines/deadline-vectors.json' with { type: 'json' };

const SCRIPT = fileURLToPath(new URL('../../tools/reckon.ts', import.meta.url));
const RECEIVED = '2026-06-09T14:03:00+02:00';

/** Runs the tool as an engineer does, in a process of its own and in the given zone. */
async function run(args: readonly string[], zone = 'UTC') {
  const env = { ...process.env, TZ: zone };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [SCRIPT, ...args], { env });
    return { code: 0, stdout, stderr };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

describe('reckon', () => {
  it.each(vectors.vectors)('prints exactly the dates of $id', ({ received, expect: expected }) => {
    const { exitCode, text } = reckon([received]);
    expect(exitCode).toBe(0);
    expect(text).toBe(JSON.stringify(expected, null, 2));
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Amsterdam'])(
    'prints the same in a process in %s',
    async (zone) => {
      const vector = vectors.vectors.find(({ id }) => id === 'flip-2330Z-winter');
      const { code, stdout, stderr } = await run([vector?.received ?? ''], zone);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toEqual(vector?.expect);
    },
  );

  it.each([
    ['+14:00', '2027-01-01T09:00:00+14:00', '2026-12-31'],
    ['Z', '2026-01-30T23:30:00Z', '2026-01-31'],
    ['a fraction of nine digits', '2026-08-31T23:59:59.999999999+02:00', '2026-08-31'],
    ['no seconds', '2026-08-31T23:59+02:00', '2026-08-31'],
  ])('reads an instant with %s', (_, received, receivedDate) => {
    expect(JSON.parse(reckon([received]).text)).toMatchObject({ receivedDate });
  });

  it('explains itself in Dutch, a blank line, and English', () => {
    const paragraphs = reckon(['--explain', RECEIVED]).text.split('\n\n');
    expect(paragraphs).toEqual([expect.stringMatching(/^Het bericht/), expect.stringMatching(/^The message/)]);
  });

  it('explains itself the same in every zone', async () => {
    const { stdout } = await run(['--explain', RECEIVED], 'Pacific/Kiritimati');
    expect(stdout).toBe(`${reckon(['--explain', RECEIVED]).text}\n`);
  });

  it('tells how to use it', () => {
    expect(reckon(['--help'])).toMatchObject({ exitCode: 0, text: expect.stringContaining('Usage:') });
  });

  it.each([
    ['nothing', []],
    ['an empty word', ['']],
    ['a civil date', ['2026-06-09']],
    ['a local time without offset', ['2026-06-09T14:03:00']],
    ['a zone instead of an offset', ['2026-06-09T14:03:00[Europe/Amsterdam]']],
    ['a date that does not exist', ['2026-02-29T10:00:00Z']],
    ['an impossible offset', ['2026-06-09T14:03:00+25:00']],
    ['words', ['tomorrow']],
    ['a line break', ['2026-06-09\nT14:03:00Z']],
    ['two instants', [RECEIVED, RECEIVED]],
    ['an unknown option', ['--json', RECEIVED]],
    ['the end of time', ['+275760-09-12T00:00:00Z']],
  ])('refuses %s with one sentence', (_, args) => {
    const { exitCode, text } = reckon(args);
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^[A-Z][^\n]+\.$/);
  });

  it('refuses on standard error with exit code 1, and prints nothing else', async () => {
    const { code, stdout, stderr } = await run(['2026-06-09']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Not an instant[^\n]+\.\n$/);
  });
});
