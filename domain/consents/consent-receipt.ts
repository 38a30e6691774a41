import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../instants.ts';
import type { Language } from '../languages.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { ConsentEvent, NoticeRef } from './consent-event.ts';
import type { ConsentReceipt, ReceiptRecord } from './consent-receipt-schema.ts';
import type { ConsentRecord } from './consent-record.ts';
import { partiesOf } from './receipt-parties.ts';
import { checksum, consentNoticeOf, statusesOf } from './receipt-status.ts';
import { findTopic, noticeOf } from './wording.ts';

/** What a receipt needs besides the records. */
export interface ReceiptContext {
  readonly organisation: OrganisationProfile;
  readonly language: Language;
  /** Wall time. */
  readonly issuedAt: Temporal.Instant;
  /** Whole addresses that stop this one subscription: the page, and the mail (`mailto:`). */
  readonly stop: (record: ConsentRecord) => { readonly url: string; readonly mailto: string };
  /** The page where a person exercises the other rights. */
  readonly rightsUrl: string;
}

type Prefixes = ConsentReceipt['@context'];
const IS_IRI = { '@type': '@id' } as const;
const IS_INSTANT = { '@type': 'xsd:dateTime' } as const;

const CONTEXT: Prefixes = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  time: 'http://www.w3.org/2006/time#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  'dct:conformsTo': IS_IRI,
  'dct:publisher': IS_IRI,
  'dct:created': IS_INSTANT,
  'dct:dateSubmitted': IS_INSTANT,
  'dpv:hasApplicableLaw': IS_IRI,
  'dpv:hasAuthority': IS_IRI,
  'dpv:hasDataController': IS_IRI,
  'dpv:hasJurisdiction': IS_IRI,
  'dpv:hasLegalBasis': IS_IRI,
  'dpv:hasNecessity': IS_IRI,
  'dpv:hasProcessing': IS_IRI,
  'dpv:isExercisedAt': IS_IRI,
  'dpv:isImplementedByEntity': IS_IRI,
  'dpv:isIndicatedAtTime': IS_INSTANT,
  'dpv:isIndicatedBy': IS_IRI,
  'schema:dateReceived': IS_INSTANT,
  'schema:url': IS_IRI,
  'skos:broader': IS_IRI,
  'spdx:algorithm': IS_IRI,
};

/** GDPR art. 15 to 18 and 20; withdrawal (7(3)) and complaint (77) are exercised elsewhere. */
const RIGHTS = ['A15', 'A16', 'A17', 'A18', 'A20'];

/**
 * The receipt of consents of one person: what was agreed to, literally, when, for whom, how to stop, and all that
 * happened since. One record a topic; a consent that was withdrawn has one as well. The same records always have the
 * same receipt id. Throws RangeError for no records, and for one that holds no words anybody agreed to.
 */
export function consentReceipt(records: readonly ConsentRecord[], context: ReceiptContext): ConsentReceipt {
  if (records.length === 0) throw new RangeError('a receipt is of at least one record');
  const { organisation, language, issuedAt } = context;
  const id = createHash('sha256')
    .update(records.map(({ recordId, events }) => `${recordId} ${events.at(-1)?.hash ?? ''}`).join('\n'))
    .digest('hex');
  return {
    '@context': CONTEXT,
    '@id': `urn:privacy-desk:receipt:${id}`,
    '@type': 'dpv:ConsentReceipt',
    'dct:identifier': id,
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
    'schema:schemaVersion': 'urn:privacy-desk:consent-receipt:1',
    'dct:created': instantText(issuedAt),
    'dct:language': language,
    'dct:publisher': partiesOf(organisation).controller['@id'],
    'dpv:hasRecordOfActivity': records.map((record) => receiptRecord(record, context)),
  };
}

function receiptRecord(record: ConsentRecord, context: ReceiptContext): ReceiptRecord {
  const { recordId, contact } = record;
  const { organisation, language } = context;
  const { controller, authority } = partiesOf(organisation);
  const rests = restsOn(record);
  const words = rests === undefined ? undefined : consentNoticeOf(rests);
  if (rests === undefined || words === undefined) throw new RangeError('a record holds the words agreed to');
  return {
    '@id': `urn:uuid:${recordId}`,
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': recordId,
    'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
    'dpv:hasDataSubject': {
      '@id': `urn:privacy-desk:contact:${contact.kid}:${contact.mac}`,
      '@type': 'dpv:DataSubject',
      'dct:identifier': contact.mac,
    },
    'dpv:hasNotice': [
      words,
      // An imported consent names no notice of its own: the one in force is what the person can read.
      privacyNotice(rests.type === 'requested' ? rests.notice : noticeOf(organisation), organisation),
      { '@type': 'dpv:RightExerciseNotice', 'dct:language': language, 'rdf:value': organisation.rightsText[language] },
    ],
    'dpv:hasProcess': processOf(record, rests.type === 'requested' ? rests.method : 'import', context),
    'dpv:hasEntity': [controller, authority],
    'dpv:hasConsentStatus': [...statusesOf(record, controller['@id'])],
  };
}

type Asked = Extract<ConsentEvent, { type: 'requested' | 'imported' }>;

/** The event with the words that were agreed to last, whether or not the consent is still in force. */
function restsOn({ events }: ConsentRecord): Asked | undefined {
  const given = events.findLast(({ type }) => type === 'given' || type === 'imported');
  const asked = events.filter((event): event is Asked => event.type === 'requested' || event.type === 'imported');
  return asked.findLast(({ sequence }) => given === undefined || sequence <= given.sequence) ?? asked[0];
}

function privacyNotice(ref: NoticeRef, { consents }: OrganisationProfile): ReceiptRecord['dpv:hasNotice'][1] {
  return {
    '@type': 'dpv:PrivacyNotice',
    'dct:identifier': ref.noticeId,
    'dcat:version': ref.version,
    'dct:language': consents.notice.language,
    'schema:url': ref.url,
    'spdx:checksum': checksum(ref.sha256),
  };
}

type Process = ReceiptRecord['dpv:hasProcess'];

function processOf(
  record: ConsentRecord,
  method: Process['dpv:hasDataSource']['dct:description'],
  { organisation, language, stop, rightsUrl }: ReceiptContext,
): Process {
  const { controller, authority } = partiesOf(organisation);
  const { recipients, retention, storageLocation } = organisation.consents;
  const topic = findTopic(organisation, record.topic);
  const { url, mailto } = stop(record);
  return {
    '@type': 'dpv:Process',
    'dpv:hasPurpose': {
      '@type': 'dpv:Purpose',
      'skos:broader': 'dpv:DirectMarketing',
      'dct:identifier': record.topic,
      'dct:title': topic?.name[language] ?? record.topic,
      'dct:description': topic?.description[language] ?? record.topic,
    },
    'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
    'dpv:hasPersonalData': {
      '@type': 'dpv:PersonalData',
      'skos:broader': 'pd:EmailAddress',
      'dpv:hasNecessity': 'dpv:Required',
    },
    'dpv:hasProcessing': ['dpv:Collect', 'dpv:Store', 'dpv:Use'],
    'dpv:hasDataSource': {
      '@type': 'dpv:DataSubjectDataSource',
      'dpv:hasProcessing': 'dpv:Collect',
      'dct:description': method,
    },
    'dpv:hasStorageCondition': [
      { '@type': 'dpv:StorageLocation', 'dpv:hasLocation': storageLocation[language] },
      {
        '@type': 'dpv:StorageDuration',
        'dpv:hasDuration': { '@type': 'dpv:UntilEventDuration', 'rdf:value': retention[language] },
      },
    ],
    'dpv:hasDataController': controller['@id'],
    'dpv:hasRecipient': [
      { '@type': 'dpv:Recipient', '@id': controller['@id'], 'dct:title': organisation.legalName },
      ...recipients.map((recipient) => ({ '@type': 'dpv:Recipient' as const, 'dct:title': recipient[language] })),
    ],
    'dpv:hasConsentControl': [...new Set([url, mailto, `mailto:${organisation.supportEmail}`])].map((address) => ({
      '@type': 'dpv:WithdrawConsent' as const,
      'dpv:isExercisedAt': address,
    })),
    'dpv:hasRight': [
      right('A7-3', url),
      ...RIGHTS.map((article) => right(article, rightsUrl)),
      right('A77', authority['schema:contactPoint']['schema:url']),
    ],
    'dpv:hasJurisdiction': 'loc:NL',
    'dpv:hasApplicableLaw': 'eu-gdpr:GDPR',
    'dpv:hasAuthority': authority['@id'],
  };
}

function right(article: string, at: string): Process['dpv:hasRight'][number] {
  return { '@type': ['dpv:DataSubjectRight', `eu-gdpr:${article}`], 'dpv:isExercisedAt': at };
}
