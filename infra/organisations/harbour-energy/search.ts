import type { Department, SourceSystem } from '../../../domain/organisation/processing.ts';

/** Who searches what. */
export const departments: readonly Department[] = [
  department('members-desk', 'Ledenservice', 'Members desk'),
  department('metering', 'Meters en panelen', 'Metering and panels'),
  department('accounts', 'Boekhouding', 'Accounts'),
];

export const sourceSystems: readonly SourceSystem[] = [
  system('register', 'Ledenregister', 'Register of members', 'members-desk', ['member', 'mailings']),
  system('mailbox', 'Mailboxen en gespreksnotities', 'Mailboxes and notes of calls', 'members-desk', ['contact']),
  system('privacy-desk', 'Eerdere privacyverzoeken', 'Earlier privacy requests', 'members-desk', ['request']),
  system('readings', 'Meterstanden', 'Meter readings', 'metering', ['readings']),
  system('roofs', 'Keuringen van daken', 'Surveys of roofs', 'metering', ['roof']),
  system('ledger', 'Rekeningen en betalingen', 'Bills and payments', 'accounts', ['payment']),
];

function department(departmentId: string, nl: string, en: string): Department {
  return { departmentId, name: { nl, en }, email: `${departmentId}@harbour-energy.example`, language: 'en' };
}

function system(
  systemId: string,
  nl: string,
  en: string,
  departmentId: string,
  dataCategories: readonly string[],
): SourceSystem {
  return { systemId, name: { nl, en }, dataCategories: [...dataCategories], departmentId };
}
