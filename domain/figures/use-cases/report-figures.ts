import { instantText } from '../../instants.ts';
import { type OrganisationProfile, staffOfRoles } from '../../organisation.ts';
import { newOutboxRow } from '../../outbox/outbox-row.ts';
import type { Clock, OutboxStore } from '../../ports.ts';

export interface ReportFiguresDependencies {
  readonly outbox: OutboxStore;
  readonly organisation: OrganisationProfile;
  readonly clock: Clock;
}

/**
 * Orders the mail with the figures of a month (as `2026-11`) for every privacy officer, and answers how many. Ids
 * follow from the month, so a repeated call orders nothing twice while the rows are kept.
 */
export async function reportFigures(dependencies: ReportFiguresDependencies, month: string): Promise<number> {
  const now = instantText(dependencies.clock.now());
  const officers = staffOfRoles(dependencies.organisation, ['privacy_officer']);
  for (const [index, { staffId }] of officers.entries()) {
    const mail = { template: 'staff_figures', staffId, month } as const;
    await dependencies.outbox.add(newOutboxRow(`figures-${month}-${index + 1}`, { kind: 'mail', mail }, now));
  }
  return officers.length;
}
