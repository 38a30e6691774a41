import { createDynamoDbClient } from '../../adapters/aws-clients.ts';
import { createDynamoDbAbsenceStore } from '../../adapters/dynamodb/absence-store.ts';
import { createDynamoDbCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { createDynamoDbConsentStore } from '../../adapters/dynamodb/consent-store.ts';
import { pause, randomBytes, systemClock } from '../../adapters/system.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { calendarOf, loadOrganisation } from './organisation.ts';

/** What every store is made with. */
export function storeDependencies<Tables extends object>(tables: Tables) {
  return { client: createDynamoDbClient(), tables, clock: systemClock, randomBytes, pause };
}

/** What every function that works on cases needs. */
export function caseDependencies(environment: { readonly DESK_TABLE: string; readonly LEDGER_TABLE: string }) {
  const organisation: OrganisationProfile = loadOrganisation();
  const tables = { deskTable: environment.DESK_TABLE, ledgerTable: environment.LEDGER_TABLE };
  return {
    cases: createDynamoDbCaseStore(storeDependencies(tables)),
    consents: createDynamoDbConsentStore(storeDependencies(tables)),
    absences: createDynamoDbAbsenceStore(storeDependencies({ deskTable: environment.DESK_TABLE })),
    calendar: calendarOf(organisation),
    clock: systemClock,
    organisation,
    randomBytes,
  };
}
