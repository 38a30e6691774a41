import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentReceiptJsonSchema } from '../../contracts/consent-receipt.ts';
import { consentReceiptSchema } from '../../domain/consents/consent-receipt-schema.ts';
import { consentReceipt } from '../../domain/consents/consent-receipt.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { anyHistory, context, first, languages, recordOf, SIGN_UP } from '../domain/consents/receipt-histories.ts';

const SCHEMA_FILE = 'contracts/consent-receipt.schema.json';
const EMAIL = 'jan.de.vries@voorbeeld.nl';
const ajv = new Ajv2020({ strict: true, allErrors: true });
formats.default(ajv);
const isReceipt = ajv.compile(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8')) as object);
const sent = (receipt: object): unknown => JSON.parse(JSON.stringify(receipt));

describe('the schema in the repository', () => {
  const anyReceipt = fc.tuple(anyHistory, fc.constantFrom('nieuwsbrief', 'mailing'), fc.constantFrom(...languages));

  it('takes the receipt of any history, and so does the one it is made of', () => {
    fc.assert(
      fc.property(anyReceipt, ([steps, topic, language]) => {
        const receipt = sent(consentReceipt([recordOf(steps, topic)], context(language)));
        isReceipt(receipt);
        expect(isReceipt.errors).toBeNull();
        expect(consentReceiptSchema.parse(receipt)).toEqual(receipt);
      }),
    );
  });

  it('is the one the receipts are made by', () => {
    expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(sent(consentReceiptJsonSchema()));
  });

  /** Mandatory by ISO/IEC TS 27560, or by GDPR art. 13 for consent. */
  const mandatory: readonly (readonly [string, readonly string[]])[] = [
    ['receipt id', ['dct:identifier']],
    ['schema version', ['dct:conformsTo']],
    ['schema version of the record', ['dpv:hasRecordOfActivity', '0', 'dct:conformsTo']],
    ['record id', ['dpv:hasRecordOfActivity', '0', 'dct:identifier']],
    ['PII principal id', ['dpv:hasRecordOfActivity', '0', 'dpv:hasDataSubject']],
    ['words agreed to', ['dpv:hasRecordOfActivity', '0', 'dpv:hasNotice', '0', 'rdf:value']],
    ['version of the words', ['dpv:hasRecordOfActivity', '0', 'dpv:hasNotice', '0', 'dcat:version']],
    ['hash of the words', ['dpv:hasRecordOfActivity', '0', 'dpv:hasNotice', '0', 'spdx:checksum']],
    ['language', ['dpv:hasRecordOfActivity', '0', 'dpv:hasNotice', '0', 'dct:language']],
    ['privacy notice', ['dpv:hasRecordOfActivity', '0', 'dpv:hasNotice', '1', 'schema:url']],
    ...[
      'hasPurpose',
      'hasLegalBasis',
      'hasPersonalData',
      'hasDataController',
      'hasDataSource',
      'hasStorageCondition',
      'hasJurisdiction',
      'hasRecipient',
      'hasConsentControl',
      'hasRight',
      'hasAuthority',
    ].map((field): readonly [string, readonly string[]] => [
      field,
      ['dpv:hasRecordOfActivity', '0', 'dpv:hasProcess', `dpv:${field}`],
    ]),
    ['retention period', ['dpv:hasRecordOfActivity', '0', 'dpv:hasProcess', 'dpv:hasStorageCondition', '1']],
    ['PII type', ['dpv:hasRecordOfActivity', '0', 'dpv:hasProcess', 'dpv:hasPersonalData', 'skos:broader']],
    ...['@id', '@type', 'dpv:hasName', 'schema:address', 'schema:contactPoint'].map(
      (field): readonly [string, readonly string[]] => [
        `party ${field}`,
        ['dpv:hasRecordOfActivity', '0', 'dpv:hasEntity', '0', field],
      ],
    ),
    ...['@type', 'dpv:hasLegalBasis', 'dpv:isIndicatedAtTime', 'dpv:hasDuration', 'dpv:isIndicatedBy'].map(
      (field): readonly [string, readonly string[]] => [
        `event ${field}`,
        ['dpv:hasRecordOfActivity', '0', 'dpv:hasConsentStatus', '1', field],
      ],
    ),
  ];

  it.each(mandatory)('refuses a receipt without %s', (_name, path) => {
    const receipt = sent(consentReceipt([recordOf([SIGN_UP])], context()));
    expect(isReceipt(receipt)).toBe(true);
    takeAway(receipt, path);
    expect(isReceipt(receipt)).toBe(false);
  });

  it('takes a receipt of several topics, and of one that is not offered any more', () => {
    const records = [recordOf([SIGN_UP]), recordOf([SIGN_UP], 'mailing')];
    const topics = ctTelecom.consents.topics.filter(({ topic }) => topic !== 'nieuwsbrief');
    const organisation = { ...ctTelecom, consents: { ...ctTelecom.consents, topics } };
    expect(isReceipt(sent(consentReceipt(records, { ...context(), organisation })))).toBe(true);
  });

  it('refuses a time without zone, a principal by address and fields nobody knows', () => {
    const receipt = consentReceipt([recordOf([SIGN_UP])], context());
    const record = first(receipt);
    const withRecord = (change: object) => ({ ...receipt, 'dpv:hasRecordOfActivity': [{ ...record, ...change }] });
    expect(isReceipt({ ...receipt, 'dct:created': '2026-11-24T22:30:00.000' })).toBe(false);
    expect(isReceipt({ ...receipt, email: EMAIL })).toBe(false);
    const byAddress = { ...record['dpv:hasDataSubject'], 'dct:identifier': EMAIL };
    expect(isReceipt(withRecord({ 'dpv:hasDataSubject': byAddress }))).toBe(false);
    expect(isReceipt(withRecord({ 'dct:identifier': '1' }))).toBe(false);
  });
});

/** Removes what a path leads to: a field of an object, a place in a list. */
function takeAway(node: unknown, path: readonly string[]): void {
  const [key, ...rest] = path;
  if (key === undefined || typeof node !== 'object' || node === null) throw new Error('the path leads nowhere');
  if (!(key in node)) throw new Error(`there is no ${key}`);
  if (rest.length > 0) takeAway(Reflect.get(node, key), rest);
  else if (Array.isArray(node)) node.splice(Number(key), 1);
  else Reflect.deleteProperty(node, key);
}
