import { describe, expect, it } from 'vitest';
import { createMemoryDesk } from '../../../adapters/memory/memory-desk.ts';
import { createMemoryOutboxStore } from '../../../adapters/memory/outbox-store.ts';
import { reportFigures } from '../../../domain/figures/use-cases/report-figures.ts';
import type { OrganisationProfile } from '../../../domain/organisation.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createTestClock } from '../../support/fixtures/test-clock.ts';

const twoOfficers: OrganisationProfile = {
  ...ctTelecom,
  staff: ctTelecom.staff.map((member) =>
    member.staffId === 'joris-bakker' ? { ...member, role: 'privacy_officer' } : member,
  ),
};

function open(organisation: OrganisationProfile = ctTelecom) {
  const clock = createTestClock();
  const desk = createMemoryDesk(clock);
  const dependencies = { outbox: createMemoryOutboxStore(desk), organisation, clock };
  return { desk, clock, report: (month: string) => reportFigures(dependencies, month) };
}

describe('ordering the figures of a month', () => {
  it('orders one mail for each privacy officer, and no one else', async () => {
    const { desk, report } = open(twoOfficers);
    expect(await report('2026-11')).toBe(2);
    expect(desk.outbox.list().map((row) => (row.kind === 'mail' ? row.mail : row.kind))).toEqual([
      { template: 'staff_figures', staffId: 'joris-bakker', month: '2026-11' },
      { template: 'staff_figures', staffId: 'pieter-van-dam', month: '2026-11' },
    ]);
  });

  it('orders nothing twice when it is repeated, and anew for another month', async () => {
    const { desk, clock, report } = open();
    await report('2026-11');
    clock.advance({ hours: 1 });
    await report('2026-11');
    expect(desk.outbox.list()).toHaveLength(1);
    await report('2026-12');
    expect(desk.outbox.list()).toHaveLength(2);
  });

  it('names nobody in the id of a row, since ids are logged', async () => {
    const { desk, report } = open();
    await report('2026-11');
    expect(desk.outbox.list().map(({ outboxId }) => outboxId)).toEqual(['figures-2026-11-1']);
  });
});
