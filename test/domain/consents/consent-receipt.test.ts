import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { consentReceipt } from '../../../domain/consents/consent-receipt.ts';
import { type ConsentRecord, stateOf } from '../../../domain/consents/consent-record.ts';
import { findTopic } from '../../../domain/consents/wording.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import {
  anyHistory,
  context,
  first,
  languages,
  ofSteps,
  recordOf,
  shown,
  SIGN_UP,
  type Step,
  WITHDRAW,
} from './receipt-histories.ts';

const CONTROLLER = 'urn:privacy-desk:organisation:ct-telecom';

describe('the receipt of any history', () => {
  const anyReceipt = fc.tuple(anyHistory, fc.constantFrom('nieuwsbrief', 'mailing'));

  it('ends in the state the consent is in, and tells every step of the consent in order', () => {
    fc.assert(
      fc.property(anyReceipt, ([steps, topic]) => {
        const record = recordOf(steps, topic);
        const statuses = first(consentReceipt([record], context()))['dpv:hasConsentStatus'];
        const isGiven = ['dpv:ConsentGiven', 'dpv:RenewedConsentGiven'].includes(statuses.at(-1)?.['@type'] ?? '');
        expect(isGiven).toBe(stateOf(record) === 'given');
        const own = record.events.filter(({ type }) => type !== 'reached_tool');
        expect(statuses.map((status) => status['spdx:checksum']['spdx:checksumValue'])).toEqual(
          own.map(({ hash }) => hash),
        );
      }),
    );
  });

  it('holds neither the name of a member of staff nor anything of the link that was pressed', () => {
    fc.assert(
      fc.property(anyReceipt, ([steps, topic]) => {
        const text = JSON.stringify(consentReceipt([recordOf(steps, topic)], context()));
        expect(text).not.toMatch(/anna|de-wit|cdcdcd/i);
      }),
    );
  });
});

describe.each(languages)('a receipt in %s', (language) => {
  const record = ofSteps([{ kind: 'sign_up', language: 'nl' }], language);
  const process = record['dpv:hasProcess'];

  it('has the words literally, in the language they were shown in, with version and the hash of just these', () => {
    const [words] = record['dpv:hasNotice'];
    const { text, version } = shown('nieuwsbrief', 'nl');
    expect(words).toMatchObject({ 'dct:language': 'nl', 'dcat:version': version, 'rdf:value': text });
    expect(words['spdx:checksum']['spdx:checksumValue']).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('names the privacy notice that was in force, with its version, hash, address and language', () => {
    const { noticeId, version, sha256, url } = ctTelecom.consents.notice;
    expect(record['dpv:hasNotice'][1]).toEqual({
      '@type': 'dpv:PrivacyNotice',
      'dct:identifier': noticeId,
      'dcat:version': version,
      'dct:language': 'nl',
      'schema:url': url,
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': 'spdx:checksumAlgorithm_sha256',
        'spdx:checksumValue': sha256,
      },
    });
  });

  it('says in words what it is for, where it is kept, how long, and who gets it', () => {
    expect(process['dpv:hasPurpose']).toMatchObject({
      'skos:broader': 'dpv:DirectMarketing',
      'dct:title': findTopic(ctTelecom, 'nieuwsbrief')?.name[language],
    });
    const [location, duration] = process['dpv:hasStorageCondition'];
    expect(location['dpv:hasLocation']).toBe(ctTelecom.consents.storageLocation[language]);
    expect(duration['dpv:hasDuration']['rdf:value']).toBe(ctTelecom.consents.retention[language]);
    const others = process['dpv:hasRecipient'].filter((recipient) => recipient['@id'] === undefined);
    expect(others.map((other) => other['dct:title'])).toEqual(
      ctTelecom.consents.recipients.map((recipient) => recipient[language]),
    );
  });

  it('rests on consent under GDPR art. 6(1)(a), in the Netherlands, supervised by the authority', () => {
    expect(process['dpv:hasLegalBasis']).toBe('eu-gdpr:A6-1-a');
    expect(process['dpv:hasJurisdiction']).toBe('loc:NL');
    const authority = record['dpv:hasEntity'].find((party) => party['@id'] === process['dpv:hasAuthority']);
    expect(authority).toMatchObject({
      '@type': 'dpv:DataProtectionAuthority',
      'dpv:hasName': 'Autoriteit Persoonsgegevens',
    });
    const controller = record['dpv:hasEntity'].find((party) => party['@id'] === process['dpv:hasDataController']);
    expect(controller).toMatchObject({ 'dpv:hasName': 'CT Telecom B.V.', 'dct:identifier': '27321932' });
  });

  it('says how to stop: on a page, by a mail of its own, by a mail to the organisation', () => {
    expect(process['dpv:hasConsentControl'].map((control) => control['dpv:isExercisedAt'])).toEqual([
      `https://desk.example.nl/unsubscribe/t.nieuwsbrief?language=${language}`,
      'mailto:unsubscribe@in.example.nl?subject=t.nieuwsbrief',
      'mailto:support@cleartalk.nl',
    ]);
  });

  it('names the rights, among them withdrawal and complaint, and where to exercise each', () => {
    const rights = new Map(process['dpv:hasRight'].map((each) => [each['@type'][1], each['dpv:isExercisedAt']]));
    expect(rights.get('eu-gdpr:A7-3')).toContain('/unsubscribe/');
    expect(rights.get('eu-gdpr:A15')).toBe(`https://desk.example.nl/?language=${language}`);
    expect(rights.get('eu-gdpr:A77')).toBe('https://autoriteitpersoonsgegevens.nl');
    expect(record['dpv:hasNotice'][2]['rdf:value']).toBe(ctTelecom.rightsText[language]);
  });
});

const typesOf = (steps: readonly Step[]) => ofSteps(steps)['dpv:hasConsentStatus'].map((status) => status['@type']);

describe('what happened', () => {
  it('has time in UTC, zone, kind of consent and who did it, for each step', () => {
    const [requested, given] = ofSteps([SIGN_UP])['dpv:hasConsentStatus'];
    expect(requested).toMatchObject({
      '@type': 'dpv:ConsentRequested',
      'dpv:isIndicatedAtTime': '2026-06-09T12:00:00.000Z',
      'dpv:isIndicatedBy': CONTROLLER,
      'dpv:hasIndicationMethod': 'web',
      'schema:requiredMinAge': 16,
    });
    expect(given).toMatchObject({
      '@type': 'dpv:ConsentGiven',
      'dpv:hasLegalBasis': 'dpv:ExplicitlyExpressedConsent',
      'dpv:isIndicatedAtTime': '2026-06-09T12:01:00.000Z',
      'time:timeZone': 'Europe/Amsterdam',
      'dpv:isIndicatedBy': 'dpv:DataSubject',
      'dpv:hasIndicationMethod': 'confirmation_mail',
    });
  });

  it('keeps the proof after withdrawal: words, notice and giving stay', () => {
    const before = ofSteps([SIGN_UP]);
    const after = ofSteps([SIGN_UP, WITHDRAW]);
    expect(after['dpv:hasNotice']).toEqual(before['dpv:hasNotice']);
    expect(after['dpv:hasConsentStatus'].slice(0, 2)).toEqual(before['dpv:hasConsentStatus']);
    expect(after['dpv:hasConsentStatus'].at(-1)).toMatchObject({
      '@type': 'dpv:ConsentWithdrawn',
      'dpv:isIndicatedBy': 'dpv:DataSubject',
      'dpv:hasIndicationMethod': 'one_click',
      'dpv:hasJustification': 'withdrawn',
    });
  });

  it('says that the organisation carried out what a person told staff, and that it stopped by itself for bounces', () => {
    const [byStaff, byDesk] = [
      { ...WITHDRAW, through: 'staff', by: 'staff' } as const,
      { ...WITHDRAW, reason: 'bounced', through: 'mail_event', by: 'desk' } as const,
    ].map((step) => ofSteps([SIGN_UP, step])['dpv:hasConsentStatus'].at(-1));
    expect(byStaff).toMatchObject({ 'dpv:isIndicatedBy': 'dpv:DataSubject', 'dpv:isImplementedByEntity': CONTROLLER });
    expect(byDesk).toMatchObject({ 'dpv:isIndicatedBy': CONTROLLER, 'dpv:isImplementedByEntity': CONTROLLER });
  });

  it('calls a second yes a renewal while the first is in force, and a new consent after a withdrawal', () => {
    expect(typesOf([SIGN_UP, SIGN_UP]).at(-1)).toBe('dpv:RenewedConsentGiven');
    expect(typesOf([SIGN_UP, WITHDRAW, SIGN_UP]).at(-1)).toBe('dpv:ConsentGiven');
  });

  it('rests on the words of the last yes, and keeps those of earlier ones with their step', () => {
    const record = ofSteps([{ kind: 'import' }, { kind: 'sign_up', language: 'en' }]);
    expect(record['dpv:hasNotice'][0]['rdf:value']).toBe(shown('nieuwsbrief', 'en').text);
    const noticed = record['dpv:hasConsentStatus'].map((status) => status['dpv:hasNotice']?.['rdf:value']);
    expect(noticed).toEqual(['Ja, mail mij nieuws.', shown('nieuwsbrief', 'en').text, undefined]);
  });

  it('says of an imported consent when it was given, where, and no more than is known', () => {
    const record = ofSteps([{ kind: 'import' }]);
    expect(record['dpv:hasConsentStatus']).toMatchObject([
      {
        '@type': 'dpv:ConsentGiven',
        'dpv:hasLegalBasis': 'dpv:ExpressedConsent',
        'dpv:isIndicatedAtTime': '2019-03-01T09:00:00.000Z',
        'dct:dateSubmitted': '2026-06-09T12:00:00.000Z',
        'dct:source': 'Winkel in Leiden, formulier',
      },
    ]);
    expect(record['dpv:hasNotice'][0]).toMatchObject({
      'dcat:version': 'imported',
      'rdf:value': 'Ja, mail mij nieuws.',
    });
    expect(record['dpv:hasProcess']['dpv:hasDataSource']['dct:description']).toBe('import');
  });

  it('says when the newsletter tool knew, with the step it knew of', () => {
    const statuses = ofSteps([SIGN_UP, { kind: 'reached' }])['dpv:hasConsentStatus'];
    expect(statuses.map((status) => status['schema:dateReceived'])).toEqual([undefined, '2026-06-09T12:10:00.000Z']);
  });
});

const idOf = (record: ConsentRecord) => consentReceipt([record], context())['dct:identifier'];

describe('a receipt', () => {
  it('has the id of what it is about: the same for the same records, another after each step', () => {
    const record = recordOf([SIGN_UP]);
    const later = { ...context('en'), issuedAt: Temporal.Instant.from('2027-01-01T00:00:00Z') };
    expect(consentReceipt([record], later)['dct:identifier']).toBe(idOf(record));
    expect(idOf(recordOf([SIGN_UP, WITHDRAW]))).not.toBe(idOf(record));
  });

  it('can be of several topics, each with its own way to stop', () => {
    const receipt = consentReceipt([recordOf([SIGN_UP]), recordOf([SIGN_UP], 'mailing')], context());
    const stops = receipt['dpv:hasRecordOfActivity'].map(
      (record) => record['dpv:hasProcess']['dpv:hasConsentControl'][0]?.['dpv:isExercisedAt'],
    );
    expect(stops.map((stop) => stop?.split('.').at(-1))).toEqual(['nieuwsbrief?language=nl', 'mailing?language=nl']);
  });

  it('declares every prefix it uses, and which values are addresses', () => {
    const receipt = consentReceipt([recordOf([{ kind: 'import' }, SIGN_UP, WITHDRAW, { kind: 'reached' }])], context());
    const { '@context': declared, ...rest } = receipt;
    const keys = [...JSON.stringify(rest).matchAll(/"([a-z0-9-]+):[A-Za-z]\w*":/g)].map(([, prefix]) => prefix ?? '');
    expect(keys.length).toBeGreaterThan(20);
    for (const prefix of new Set([...keys, 'eu-gdpr', 'pd', 'loc', 'skos', 'xsd'])) {
      expect(declared).toHaveProperty([prefix]);
    }
    for (const term of ['dpv:hasLegalBasis', 'dpv:isIndicatedBy', 'dct:conformsTo', 'skos:broader']) {
      expect(declared[term]).toEqual({ '@type': '@id' });
    }
  });

  it('outlives a topic that is not offered any more', () => {
    const organisation = {
      ...ctTelecom,
      consents: {
        ...ctTelecom.consents,
        topics: ctTelecom.consents.topics.filter(({ topic }) => topic !== 'nieuwsbrief'),
      },
    };
    const receipt = consentReceipt([recordOf([SIGN_UP])], { ...context(), organisation });
    expect(first(receipt)['dpv:hasNotice'][0]['rdf:value']).toBe(shown('nieuwsbrief', 'nl').text);
  });

  it('names an address to stop at once, also where there is no mail for that alone', () => {
    const stop = { url: 'https://desk.example.nl/unsubscribe/t', mailto: `mailto:${ctTelecom.supportEmail}` };
    const controls = first(consentReceipt([recordOf([SIGN_UP])], { ...context(), stop: () => stop }))['dpv:hasProcess'][
      'dpv:hasConsentControl'
    ];
    expect(controls).toHaveLength(2);
  });

  it('is of at least one record', () => {
    expect(() => consentReceipt([], context())).toThrow(RangeError);
  });
});
