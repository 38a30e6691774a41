import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { DeskClient } from '../../../tools/desk-client/desk-client.ts';
import { formatCaseTime } from '../../../tools/rehearse/case-time.ts';
import { readRehearseOptions } from '../../../tools/rehearse/options.ts';
import { paintFor } from '../../../tools/rehearse/paint.ts';
import { dayLengthFor, perform } from '../../../tools/rehearse/perform.ts';
import { storyText, summaryText } from '../../../tools/rehearse/report.ts';
import type { Scenario } from '../../../tools/rehearse/scenario.ts';
import { scenarios } from '../../../tools/rehearse/scenarios.ts';

const plain = paintFor({ isTTY: false }, undefined);
const client = {} as DeskClient;

function scenarioThat(play: Scenario['play']): Scenario {
  return { name: 'a-life', title: 'A life', shows: 'It shows something.', caseDays: 10, play };
}

describe('the report', () => {
  it('tells the story by the calendar of the case and what was checked', async () => {
    const scenario = scenarioThat(async ({ story }) => {
      story.tell({ at: Temporal.Instant.from('2026-03-04T08:00:00Z'), who: 'the desk', what: 'mails Sam' });
      story.tell({ at: Temporal.Instant.from('2026-03-02T09:30:00Z'), who: 'Jan', what: 'asks something' });
      story.check('It began', []);
      story.check('It ended well', ['It did not.', 'Not at all.']);
    });
    const performance = await perform(client, scenario, 2);
    expect(performance.failures).toEqual(['It ended well: It did not. Not at all.']);
    const lines = storyText(performance, plain).split('\n');
    expect(lines[0]).toMatch(/^✗ A life/);
    expect(lines.slice(1, 9)).toEqual([
      '  It shows something.',
      '',
      '  Mon  2 Mar 2026 10:30  Jan       asks something',
      '  Wed  4 Mar 2026 09:00  the desk  mails Sam',
      '',
      '  ✓ It began',
      '  ✗ It ended well',
      '    It did not. Not at all.',
    ]);
    expect(summaryText([performance], plain)).toContain('1 of 1 lives did not go as they should.');
  });

  it('says what broke a life off', async () => {
    const performance = await perform(
      client,
      scenarioThat(() => Promise.reject(new Error('The desk is gone.'))),
      2,
    );
    expect(performance.failures).toEqual(['It broke off: The desk is gone.']);
    expect(storyText(performance, plain)).toContain('✗ It broke off: The desk is gone.');
  });

  it('is coloured on a terminal only, and never against NO_COLOR', () => {
    expect(paintFor({ isTTY: true }, undefined).good('✓')).toBe('\u001B[32m✓\u001B[0m');
    expect(paintFor({ isTTY: true }, '1').good('✓')).toBe('✓');
    expect(paintFor({ isTTY: false }, undefined).good('✓')).toBe('✓');
  });

  it('names instants by the clock in Amsterdam', () => {
    expect(formatCaseTime(Temporal.Instant.from('2027-03-31T07:00:00Z'))).toBe('Wed 31 Mar 2027 09:00');
    expect(formatCaseTime(Temporal.Instant.from('2026-09-09T22:05:00Z'))).toBe('Thu 10 Sep 2026 00:05');
  });
});

describe('the options of a rehearsal', () => {
  it('play every life at its own pace unless told otherwise', () => {
    expect(readRehearseOptions([])).toMatchObject({ day: undefined, desk: undefined, chosen: scenarios });
  });

  it('choose lives by name', () => {
    const { chosen, day } = readRehearseOptions(['--only', 'nobody-reacts', '--day', '4s']);
    expect(chosen.map(({ name }) => name)).toEqual(['nobody-reacts']);
    expect(day).toBe(4);
  });

  it('are refused with a sentence', () => {
    expect(() => readRehearseOptions(['--only', 'nobody'])).toThrow('There is no life named nobody: see --list.');
    expect(() => readRehearseOptions(['--fast'])).toThrow('--help');
    expect(() => readRehearseOptions(['--day', 'soon'])).toThrow('not a length of time');
  });

  it('leave every life done within three minutes, with days as long as that allows', () => {
    for (const scenario of scenarios) {
      const day = dayLengthFor(scenario);
      expect(day).toBeGreaterThanOrEqual(3);
      expect(day * scenario.caseDays).toBeLessThanOrEqual(150);
    }
  });
});
