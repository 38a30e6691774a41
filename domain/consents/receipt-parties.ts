import type { OrganisationProfile } from '../organisation.ts';
import type { ReceiptRecord } from './consent-receipt-schema.ts';

type Party = ReceiptRecord['dpv:hasEntity'][number];

/** The parties a receipt names whole (ISO/IEC TS 27560 party section): who is responsible, and who supervises. */
export function partiesOf(organisation: OrganisationProfile): {
  readonly controller: Party;
  readonly authority: Party;
} {
  const { organisationId, legalName, postalAddress, registrationNumber, supervisoryAuthority } = organisation;
  const controllerId = `urn:privacy-desk:organisation:${organisationId}`;
  return {
    controller: {
      '@id': controllerId,
      '@type': 'dpv:DataController',
      'dpv:hasIdentifier': controllerId,
      'dct:identifier': registrationNumber,
      'dpv:hasName': legalName,
      'schema:address': addressOf(postalAddress),
      'schema:contactPoint': {
        '@type': 'schema:ContactPoint',
        'schema:email': organisation.supportEmail,
        'schema:telephone': organisation.phone,
        'schema:url': organisation.statementUrl,
      },
    },
    authority: {
      '@id': supervisoryAuthority.website,
      '@type': 'dpv:DataProtectionAuthority',
      'dpv:hasIdentifier': supervisoryAuthority.website,
      'dpv:hasName': supervisoryAuthority.name,
      'schema:address': addressOf(supervisoryAuthority.postalAddress),
      'schema:contactPoint': {
        '@type': 'schema:ContactPoint',
        'schema:telephone': supervisoryAuthority.phone,
        'schema:url': supervisoryAuthority.website,
      },
    },
  };
}

function addressOf(text: string): Party['schema:address'] {
  return { '@type': 'schema:PostalAddress', 'schema:streetAddress': text };
}
