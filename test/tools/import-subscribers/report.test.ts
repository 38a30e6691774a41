import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { importHelp, readImportOptions } from '../../../tools/import-subscribers/options.ts';
import { cell, createReport, explanations } from '../../../tools/import-subscribers/report.ts';
import { importRefusalSchema } from '../../../contracts/http/subscribers.ts';

describe('the report of an import', () => {
  it('names lines and reasons, replaces an earlier one, and is for the eyes of its owner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-report-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'list.csv.refused.csv');
    for (const line of [2, 3]) {
      const report = await createReport(path);
      await report.add({ line, reason: 'email_invalid' });
      await report.add({ line: line + 1, reason: 'duplicate', sameAs: 2 });
      await report.close();
    }
    expect(readFileSync(path, 'utf8').split('\r\n')).toEqual([
      'line;reason;explanation',
      '3;email_invalid;This is no address that mail can go to',
      '4;duplicate;An earlier line has the same address: line 2',
      '',
    ]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('has an explanation for every reason of the desk', () => {
    for (const reason of importRefusalSchema.options) expect(explanations[reason]).toMatch(/^[A-Z]/);
  });

  it.each([
    ['=cmd|x', `"'=cmd|x"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum', `"'@sum"`],
    ['\t=1', `"'\t=1"`],
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['plain', 'plain'],
  ])('has no cell that a spreadsheet would calculate: %j', (text, written) => {
    expect(cell(text)).toBe(written);
  });
});

describe('what an import is asked to do', () => {
  it('is a dry run unless told otherwise', () => {
    const given = ['--topic', 'nieuwsbrief', '--file', 'list.csv'];
    expect(readImportOptions(given)).toMatchObject({ apply: false, topic: 'nieuwsbrief', file: 'list.csv' });
    expect(readImportOptions([...given, '--apply'])).toMatchObject({ apply: true });
    expect(readImportOptions(['--help'])).toEqual({ help: true });
  });

  it.each([
    [[], 'Give --topic and --file; --help tells more.'],
    [
      ['--topic', 'a', '--file', 'b', '--desk', 'c', '--url', 'd'],
      '--desk and --url name two desks: give one of them.',
    ],
    [['--now'], "Unknown option '--now'. See npm run import-subscribers -- --help."],
  ])('is refused with one sentence: %j', (args, sentence) => {
    expect(() => readImportOptions(args)).toThrow(sentence);
  });

  it('is explained with every name a column may have', () => {
    for (const name of ['e-mailadres', 'gegeven op', 'bron', 'toestemmingstekst', 'taal', 'bewijs']) {
      expect(importHelp).toContain(name);
    }
  });
});
