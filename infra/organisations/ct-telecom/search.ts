import type { Department, SourceSystem } from '../../../domain/organisation/processing.ts';

/** Who searches what. The departments and systems are made up: put your own here. */
export const departments: readonly Department[] = [
  department('customer-service', 'Klantenservice', 'Customer service'),
  department('finance', 'Financiën', 'Finance'),
  department('marketing', 'Marketing', 'Marketing'),
  department('network', 'Netwerk', 'Network'),
  department('human-resources', 'Personeelszaken', 'Human resources'),
];

export const sourceSystems: readonly SourceSystem[] = [
  system('crm', 'Klantsysteem, ook oud-klanten', 'Customer system, former customers too', 'customer-service', [
    'account',
    'order',
    'device',
  ]),
  system(
    'tickets',
    'Tickets, mailboxen en gespreksnotities',
    'Tickets, mailboxes and notes of calls',
    'customer-service',
    ['contact'],
  ),
  system('privacy-desk', 'Eerdere privacyverzoeken', 'Earlier privacy requests', 'customer-service', ['request']),
  system('billing', 'Rekeningen en betalingen', 'Invoices and payments', 'finance', ['payment', 'order']),
  system('credit', 'Kredietonderzoek en incasso', 'Credit checks and collection', 'finance', ['credit', 'payment']),
  system('archive', 'Archief', 'Archive', 'finance', ['order', 'payment']),
  system('mailings', 'Nieuwsbrief en mailing', 'Newsletter and mailing', 'marketing', ['mailings']),
  system('call-records', 'Verkeersgegevens', 'Traffic data', 'network', ['traffic']),
  system('network-logs', 'Netwerklogboeken en locatie', 'Network logs and location', 'network', ['location', 'device']),
  system('recruitment', 'Sollicitaties', 'Job applications', 'human-resources', ['applicant']),
];

function department(departmentId: string, nl: string, en: string): Department {
  return { departmentId, name: { nl, en }, email: `${departmentId}@cttelecom.nl`, language: 'nl' };
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
