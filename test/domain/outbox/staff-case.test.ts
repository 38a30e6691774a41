import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { Case } from '../../../domain/cases/case.ts';
import { staffCaseOf, staffCaseReckoner } from '../../../domain/outbox/staff-case.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { openCase, testCaseNumber } from '../../support/fixtures/cases.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';

const CONTEXT = { calendar: DUTCH_CALENDAR, organisation: ctTelecom };
const NOW = Temporal.Instant.from('2026-05-06T10:00:00Z');

/** Received around midnight in the zone, in rehearsals of another time, with and without an extension. */
const cases: readonly Case[] = [
  '2026-04-20T21:59:59.999Z',
  '2026-04-20T22:00:00.000Z',
  '2026-04-21T09:00:00.000Z',
  '2026-04-21T21:59:59.000Z',
  '2026-03-29T00:30:00.000Z',
].flatMap((receivedAt, index) => [
  openCase(testCaseNumber(index * 3 + 1), { receivedAt }),
  openCase(testCaseNumber(index * 3 + 2), {
    receivedAt,
    clock: { kind: 'rehearsal', wallStart: '2026-05-06T09:00:00.000Z', caseStart: receivedAt, dayLastsSeconds: 360 },
  }),
  openCase(testCaseNumber(index * 3 + 3), {
    receivedAt,
    extension: {
      state: 'in_force',
      ground: 'complexity',
      partIds: ['1'],
      until: '2026-07-20',
      proposedBy: 'anna-de-wit',
      approvedBy: 'sam-okafor',
      approvedAt: receivedAt,
      letterLeftAt: receivedAt,
      promiseMissed: false,
      textId: '000002-1',
    },
  }),
]);

it('reckons many cases at once as it reckons each alone', () => {
  const reckon = staffCaseReckoner(NOW, CONTEXT);
  for (const subject of [...cases, ...cases.toReversed()]) {
    expect(reckon(subject)).toEqual(staffCaseOf(subject, NOW, CONTEXT));
  }
});

it('keeps what was received on two sides of midnight apart', () => {
  // Ascension Day and the Friday behind it are not worked on.
  const [late, early] = cases
    .filter(({ clock, extension }) => clock.kind === 'real' && extension === null)
    .map(staffCaseReckoner(NOW, CONTEXT));
  expect(late?.promisedDate.toString()).toBe('2026-05-18');
  expect(early?.promisedDate.toString()).toBe('2026-05-19');
  expect(late?.workingDaysLeft).toBe(6);
  expect(early?.workingDaysLeft).toBe(7);
});
