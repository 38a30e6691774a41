import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { explainExtension } from '../../../domain/deadlines/explain-extension.ts';

it('counts three months from the civil day of receipt in the zone', () => {
  const receivedAt = Temporal.Instant.from('2026-01-30T23:30:00Z');
  expect(explainExtension(receivedAt, 'nl')).toContain('binnen drie maanden na zaterdag 31 januari 2026');
  expect(explainExtension(receivedAt, 'en')).toContain('within three months of Saturday 31 January 2026');
});
