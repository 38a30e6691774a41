import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

import { readLetters } from '../../bench/letters.ts';
import { countsOf, precisionOf, recallOf } from '../../bench/recognition.ts';

const SCRIPT = fileURLToPath(new URL('../../tools/bench.ts', import.meta.url));
const FIGURES = fileURLToPath(new URL('../../build/bench.json', import.meta.url));
const NONE = { asked: 0, found: 0, right: 0 };

async function run(args: readonly string[]) {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...args]);
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string };
    return { code, text: stderr || stdout };
  }
}

describe('the letters that the rules were made with', () => {
  it('are recognised, and stop mailings only where they ask to', async () => {
    const counts = countsOf(await readLetters('seen'));
    expect(recallOf(counts.get('all-rights') ?? NONE)).toBeGreaterThanOrEqual(0.95);
    expect(precisionOf(counts.get('all-rights') ?? NONE)).toBeGreaterThanOrEqual(0.8);
    expect(precisionOf(counts.get('stops-mailings') ?? NONE)).toBe(1);
    expect(counts.get('stops-mailings')?.right).toBeGreaterThan(0);
  });
});

describe('npm run bench', () => {
  it('prints a table and writes what it measured', async () => {
    const { text } = await run(['recognition']);
    expect(text).toMatch(/^seen \(\d+ letters\) +asked +found +recall +precision\naccess /);
    const figures: unknown = JSON.parse(await readFile(FIGURES, 'utf8'));
    expect(figures).toMatchObject({
      'recognition-seen-recall-access': { unit: 'ratio', target: 0.9, holds: expect.any(Boolean) },
      'recognition-seen-precision-stops-mailings': { value: 1, unit: 'ratio', target: 1, holds: true },
    });
  });

  it('tells how to use it', async () => {
    expect(await run(['--help'])).toEqual({ code: 0, text: expect.stringContaining('Usage: npm run bench') });
  });

  it.each([['nonsense'], ['--nonsense']])('refuses %s with one sentence', async (argument) => {
    const { code, text } = await run([argument]);
    expect(code).toBe(1);
    expect(text).toMatch(/^[A-Z][^\n]+\.\n$/);
  });
});
