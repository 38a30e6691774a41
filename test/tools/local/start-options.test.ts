import { describe, expect, it } from 'vitest';
import { describeDayLength, parseDayLength } from '../../../tools/local/day-length.ts';
import { LocalDeskError } from '../../../tools/local/local-desk-error.ts';
import { readStartOptions } from '../../../tools/local/start-options.ts';

describe('the length of a day', () => {
  it.each([
    ['10s', 10],
    ['500ms', 0.5],
    ['1m', 60],
    ['1h', 3600],
    ['1.5s', 1.5],
    ['24h', 86_400],
  ])('reads %s as %d seconds', (text, seconds) => {
    expect(parseDayLength(text)).toBeCloseTo(seconds, 9);
  });

  it.each(['10', 's', '', '-2s', '1d', '10 apples', '0s', '50ms', '25h'])('refuses %j with a sentence', (text) => {
    expect(() => parseDayLength(text)).toThrow(LocalDeskError);
  });

  it('is told with what it makes of four weeks', () => {
    expect(describeDayLength(10)).toBe('A day lasts 10 s, so the promised four weeks pass in 4 min 40 s.');
    expect(describeDayLength(0.5)).toBe('A day lasts 500 ms, so the promised four weeks pass in 14 s.');
    expect(describeDayLength('real')).toBe('A day lasts a day.');
  });
});

describe('the options of npm start', () => {
  it('are a day of ten seconds on the usual ports when nothing is given', () => {
    expect(readStartOptions([])).toEqual({
      day: 10,
      organisation: 'ct-telecom',
      ports: { engine: 4566, mailbox: 1080, smtp: 1025, inbound: 2525 },
      detach: false,
      help: false,
    });
  });

  it('put mailbox and SMTP beside an engine on another port', () => {
    expect(readStartOptions(['--port', '4700']).ports).toEqual({
      engine: 4700,
      mailbox: 4701,
      smtp: 4702,
      inbound: 4703,
    });
  });

  it('let days last as long as days', () => {
    expect(readStartOptions(['--real-time']).day).toBe('real');
  });

  it('leave the desk running on request', () => {
    expect(readStartOptions(['--detach', '--day', '2s'])).toMatchObject({ detach: true, day: 2 });
  });

  it.each([
    [['--day', '2s', '--real-time'], 'contradict'],
    [['--port', '80'], '1024'],
    [['--port', '4566x'], 'port'],
    [['--day'], 'npm start -- --help'],
    [['--what'], 'npm start -- --help'],
    [['2s'], 'npm start -- --day 2s'],
  ])('refuse %j with a sentence that says what to do', (args, words) => {
    expect(() => readStartOptions(args)).toThrow(words);
    expect(() => readStartOptions(args)).toThrow(LocalDeskError);
  });
});
