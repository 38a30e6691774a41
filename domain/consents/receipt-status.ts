import { createHash } from 'node:crypto';
import { ZONE } from '../deadlines/deadlines.ts';
import type { ConsentEvent } from './consent-event.ts';
import type { ReceiptChecksum, ReceiptConsentNotice, ReceiptStatus } from './consent-receipt-schema.ts';
import { type ConsentRecord, reachedToolAt, stateOf } from './consent-record.ts';

/** In the place of a version: the words of a list from elsewhere have none. */
export const IMPORTED_VERSION = 'imported';

const EXPLICIT = 'dpv:ExplicitlyExpressedConsent';

/** All that happened to a consent, in order, as ISO/IEC TS 27560 events. `controllerId` names the organisation. */
export function statusesOf(record: ConsentRecord, controllerId: string): readonly ReceiptStatus[] {
  return record.events.flatMap((event, index) => {
    const status = statusOf(event, record.events.slice(0, index), controllerId);
    if (status === undefined) return [];
    const reached = reachedToolAt(record, event.sequence);
    return [{ ...status, ...(reached !== undefined && { 'schema:dateReceived': reached }) }];
  });
}

/** The words of an event, if it has any: those shown to the person, or those an imported list came with. */
export function consentNoticeOf(event: ConsentEvent): ReceiptConsentNotice | undefined {
  if (event.type === 'requested') {
    const { language, version, text, sha256 } = event.shown;
    return consentNotice(language, version, text, checksum(sha256));
  }
  if (event.type !== 'imported') return undefined;
  const { wording } = event.evidence;
  return consentNotice(
    event.language,
    IMPORTED_VERSION,
    wording,
    checksum(createHash('sha256').update(wording).digest('hex')),
  );
}

/** A SHA-256 in the words of SPDX, as DCAT 3 has it. */
export function checksum(sha256: string): ReceiptChecksum {
  return {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': 'spdx:checksumAlgorithm_sha256',
    'spdx:checksumValue': sha256,
  };
}

function consentNotice(
  language: ReceiptConsentNotice['dct:language'],
  version: string,
  text: string,
  sum: ReceiptChecksum,
): ReceiptConsentNotice {
  return {
    '@type': 'dpv:ConsentNotice',
    'dct:language': language,
    'dcat:version': version,
    'rdf:value': text,
    'spdx:checksum': sum,
  };
}

/** Undefined for what is no step of the consent itself. */
function statusOf(
  event: ConsentEvent,
  before: readonly ConsentEvent[],
  controllerId: string,
): ReceiptStatus | undefined {
  const common = {
    'dpv:hasLegalBasis': EXPLICIT,
    'dpv:isIndicatedAtTime': event.at,
    'time:timeZone': ZONE,
    'spdx:checksum': checksum(event.hash),
  } as const;
  const given = stateOf({ events: before }) === 'given' ? 'dpv:RenewedConsentGiven' : 'dpv:ConsentGiven';
  const notice = consentNoticeOf(event);
  const withNotice = notice === undefined ? {} : { 'dpv:hasNotice': notice };
  switch (event.type) {
    case 'requested':
      return {
        '@type': 'dpv:ConsentRequested',
        ...common,
        'dpv:hasDuration': until('dpv:ConsentGiven'),
        // The organisation asks, by the confirmation mail; whoever typed the address in is not known to be its holder.
        'dpv:isIndicatedBy': controllerId,
        'dpv:hasIndicationMethod': event.method,
        'schema:requiredMinAge': event.ageDeclared,
        ...withNotice,
      };
    case 'given':
      return {
        '@type': given,
        ...common,
        'dpv:hasDuration': until('dpv:ConsentWithdrawn'),
        'dpv:isIndicatedBy': 'dpv:DataSubject',
        'dpv:hasIndicationMethod': 'confirmation_mail',
      };
    case 'imported':
      return {
        '@type': given,
        ...common,
        // Nobody here saw how it was given: no more is claimed than that it was expressed.
        'dpv:hasLegalBasis': 'dpv:ExpressedConsent',
        'dpv:isIndicatedAtTime': event.evidence.givenAt,
        'dpv:hasDuration': until('dpv:ConsentWithdrawn'),
        'dpv:isIndicatedBy': 'dpv:DataSubject',
        'dpv:hasIndicationMethod': 'import',
        'dct:source': event.evidence.source,
        'dct:dateSubmitted': event.at,
        ...withNotice,
      };
    case 'withdrawn':
      return {
        '@type': 'dpv:ConsentWithdrawn',
        ...common,
        'dpv:hasDuration': until('dpv:ConsentGiven'),
        // Mail that cannot be delivered is no wish of anybody.
        'dpv:isIndicatedBy': event.reason === 'bounced' ? controllerId : 'dpv:DataSubject',
        // Which member of staff did it is of the file, not of the receipt.
        ...(event.by.kind !== 'requester' && { 'dpv:isImplementedByEntity': controllerId }),
        'dpv:hasIndicationMethod': event.through,
        'dpv:hasJustification': event.reason,
      };
    case 'reached_tool':
      return undefined;
  }
}

function until(state: string): ReceiptStatus['dpv:hasDuration'] {
  return { '@type': 'dpv:UntilEventDuration', 'rdf:value': state };
}
