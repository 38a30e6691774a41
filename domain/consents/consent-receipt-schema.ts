import * as z from 'zod';
import { ZONE } from '../deadlines/deadlines.ts';
import { instantSchema } from '../instants.ts';
import { languageSchema } from '../languages.ts';
import { collectionMethodSchema, withdrawnThroughSchema } from './consent-event.ts';
import { scopeSchema, suppressionReasonSchema } from './suppression.ts';

/** A name in JSON-LD: a whole address, or one made short with a prefix of the context. */
const iriSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/);
const wordsSchema = z.string().min(1);

const checksumSchema = z.strictObject({
  '@type': z.literal('spdx:Checksum'),
  'spdx:algorithm': z.literal('spdx:checksumAlgorithm_sha256'),
  'spdx:checksumValue': z.string().regex(/^[0-9a-f]{64}$/),
});

/** The words agreed to, literally. */
const consentNoticeSchema = z.strictObject({
  '@type': z.literal('dpv:ConsentNotice'),
  'dct:language': languageSchema,
  'dcat:version': wordsSchema,
  'rdf:value': wordsSchema,
  'spdx:checksum': checksumSchema,
});

const privacyNoticeSchema = z.strictObject({
  '@type': z.literal('dpv:PrivacyNotice'),
  'dct:identifier': wordsSchema,
  'dcat:version': wordsSchema,
  'dct:language': languageSchema,
  'schema:url': z.url(),
  'spdx:checksum': checksumSchema,
});

const rightsNoticeSchema = z.strictObject({
  '@type': z.literal('dpv:RightExerciseNotice'),
  'dct:language': languageSchema,
  'rdf:value': wordsSchema,
});

const untilEventSchema = z.strictObject({ '@type': z.literal('dpv:UntilEventDuration'), 'rdf:value': wordsSchema });

/** ISO/IEC TS 27560 processing section, for one purpose. */
const processSchema = z.strictObject({
  '@type': z.literal('dpv:Process'),
  'dpv:hasPurpose': z.strictObject({
    '@type': z.literal('dpv:Purpose'),
    'skos:broader': z.literal('dpv:DirectMarketing'),
    'dct:identifier': scopeSchema,
    'dct:title': wordsSchema,
    'dct:description': wordsSchema,
  }),
  'dpv:hasLegalBasis': z.literal('eu-gdpr:A6-1-a'),
  'dpv:hasPersonalData': z.strictObject({
    '@type': z.literal('dpv:PersonalData'),
    'skos:broader': z.literal('pd:EmailAddress'),
    'dpv:hasNecessity': z.literal('dpv:Required'),
  }),
  'dpv:hasProcessing': z.array(z.enum(['dpv:Collect', 'dpv:Store', 'dpv:Use'])).min(1),
  'dpv:hasDataSource': z.strictObject({
    '@type': z.literal('dpv:DataSubjectDataSource'),
    'dpv:hasProcessing': z.literal('dpv:Collect'),
    'dct:description': collectionMethodSchema,
  }),
  'dpv:hasStorageCondition': z.tuple([
    z.strictObject({ '@type': z.literal('dpv:StorageLocation'), 'dpv:hasLocation': wordsSchema }),
    z.strictObject({ '@type': z.literal('dpv:StorageDuration'), 'dpv:hasDuration': untilEventSchema }),
  ]),
  'dpv:hasDataController': iriSchema,
  /** The controller, named by its id, and who else gets the address. */
  'dpv:hasRecipient': z
    .array(
      z.strictObject({ '@type': z.literal('dpv:Recipient'), '@id': iriSchema.optional(), 'dct:title': wordsSchema }),
    )
    .min(1),
  /** Ways to stop, the easiest first. */
  'dpv:hasConsentControl': z
    .array(z.strictObject({ '@type': z.literal('dpv:WithdrawConsent'), 'dpv:isExercisedAt': iriSchema }))
    .min(1),
  'dpv:hasRight': z
    .array(
      z.strictObject({
        '@type': z.tuple([z.literal('dpv:DataSubjectRight'), z.string().regex(/^eu-gdpr:A[0-9-]+$/)]),
        'dpv:isExercisedAt': iriSchema,
      }),
    )
    .min(1),
  'dpv:hasJurisdiction': z.literal('loc:NL'),
  'dpv:hasApplicableLaw': z.literal('eu-gdpr:GDPR'),
  'dpv:hasAuthority': iriSchema,
});

/** ISO/IEC TS 27560 party section. */
const partySchema = z.strictObject({
  '@id': iriSchema,
  '@type': z.enum(['dpv:DataController', 'dpv:DataProtectionAuthority']),
  'dpv:hasIdentifier': iriSchema,
  'dct:identifier': wordsSchema.optional(),
  'dpv:hasName': wordsSchema,
  'schema:address': z.strictObject({
    '@type': z.literal('schema:PostalAddress'),
    'schema:streetAddress': wordsSchema,
  }),
  'schema:contactPoint': z.strictObject({
    '@type': z.literal('schema:ContactPoint'),
    'schema:email': z.email().optional(),
    'schema:telephone': wordsSchema,
    'schema:url': z.url(),
  }),
});

/** ISO/IEC TS 27560 event section. */
const statusSchema = z.strictObject({
  '@type': z.enum(['dpv:ConsentRequested', 'dpv:ConsentGiven', 'dpv:RenewedConsentGiven', 'dpv:ConsentWithdrawn']),
  /** The event type: of a list from elsewhere it is not known that nothing else was agreed to in the same breath. */
  'dpv:hasLegalBasis': z.enum(['dpv:ExplicitlyExpressedConsent', 'dpv:ExpressedConsent']),
  'dpv:isIndicatedAtTime': instantSchema,
  'time:timeZone': z.literal(ZONE),
  'dpv:hasDuration': untilEventSchema,
  'dpv:isIndicatedBy': iriSchema,
  'dpv:isImplementedByEntity': iriSchema.optional(),
  'dpv:hasIndicationMethod': z.union([collectionMethodSchema, withdrawnThroughSchema, z.literal('confirmation_mail')]),
  'dpv:hasJustification': suppressionReasonSchema.optional(),
  'dpv:hasNotice': consentNoticeSchema.optional(),
  /** The age declared, in years. */
  'schema:requiredMinAge': z.int().optional(),
  /** Of an imported consent: where it came from and when it was taken over. */
  'dct:source': wordsSchema.optional(),
  'dct:dateSubmitted': instantSchema.optional(),
  /** When the newsletter tool said that it knows. */
  'schema:dateReceived': instantSchema.optional(),
  /** Of the event in the record, which is chained: shows that the receipt is of this record. */
  'spdx:checksum': checksumSchema,
});

const recordSchema = z.strictObject({
  '@id': iriSchema,
  '@type': z.literal('dpv:ConsentRecord'),
  'dct:identifier': z.uuidv4(),
  'dct:conformsTo': z.literal('https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr'),
  /** By the keyed hash of the address, never by the address. */
  'dpv:hasDataSubject': z.strictObject({
    '@id': iriSchema,
    '@type': z.literal('dpv:DataSubject'),
    'dct:identifier': z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** What the consent rests on that is in force, or was the last. Words of other times stand with their event. */
  'dpv:hasNotice': z.tuple([consentNoticeSchema, privacyNoticeSchema, rightsNoticeSchema]),
  'dpv:hasProcess': processSchema,
  'dpv:hasEntity': z.array(partySchema).min(2),
  /** All that happened, in order. */
  'dpv:hasConsentStatus': z.array(statusSchema).min(1),
});

/**
 * A consent receipt by ISO/IEC TS 27560:2023, in the words of the Data Privacy Vocabulary (DPV-27560, final report of
 * 1 August 2024), as JSON-LD: every mandatory field of the record and those GDPR art. 13 asks for.
 */
export const consentReceiptSchema = z.strictObject({
  '@context': z.record(z.string(), z.union([z.url(), z.strictObject({ '@type': z.enum(['@id', 'xsd:dateTime']) })])),
  '@id': iriSchema,
  '@type': z.literal('dpv:ConsentReceipt'),
  'dct:identifier': z.string().regex(/^[0-9a-f]{64}$/),
  'dct:conformsTo': z.literal('https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr'),
  'schema:schemaVersion': z.literal('urn:privacy-desk:consent-receipt:1'),
  'dct:created': instantSchema,
  'dct:language': languageSchema,
  'dct:publisher': iriSchema,
  'dpv:hasRecordOfActivity': z.array(recordSchema).min(1),
});
export type ConsentReceipt = z.infer<typeof consentReceiptSchema>;
export type ReceiptRecord = ConsentReceipt['dpv:hasRecordOfActivity'][number];
export type ReceiptStatus = ReceiptRecord['dpv:hasConsentStatus'][number];
export type ReceiptChecksum = z.infer<typeof checksumSchema>;
export type ReceiptConsentNotice = z.infer<typeof consentNoticeSchema>;
