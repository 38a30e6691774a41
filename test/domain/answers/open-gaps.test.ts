import { expect, it } from 'vitest';
import { openGaps } from '../../../domain/answers/open-gaps.ts';

it('finds what is still between square brackets', () => {
  expect(openGaps('Gewijzigd op [datum].\n- [Punt 1]: [ons oordeel]\n')).toEqual([
    '[datum]',
    '[Punt 1]',
    '[ons oordeel]',
  ]);
});

it('finds none in a finished text', () => {
  expect(openGaps('Gewijzigd op dinsdag 7 juli 2026. [ ')).toEqual([]);
});
