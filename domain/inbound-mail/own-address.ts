import type { OrganisationProfile } from '../organisation.ts';

export interface OwnAddresses {
  readonly organisation: Pick<OrganisationProfile, 'mailFrom' | 'supportEmail' | 'customerServiceEmail'>;
  /** Where mail reaches the desk itself, as a domain; null while it takes in none. */
  readonly inboundMailDomain: string | null;
}

/** Whether an address is the company's own: whoever sends a letter on from there did not write it. */
export function isOwnAddress({ organisation, inboundMailDomain }: OwnAddresses, address: string): boolean {
  const { mailFrom, supportEmail, customerServiceEmail } = organisation;
  const lower = address.toLowerCase();
  const own = [mailFrom.address, supportEmail, customerServiceEmail ?? ''].map((each) => each.toLowerCase());
  return own.includes(lower) || lower.endsWith(`@${inboundMailDomain?.toLowerCase() ?? ''}`);
}
