import { describe, expect, it } from 'vitest';
import { type OrganisationProfile, organisationProfileSchema } from '../../domain/organisation.ts';
import { recipientCategorySchema } from '../../domain/organisation/recipients.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';

const [firstRecipient, ...otherRecipients] = ctTelecom.recipients as [
  OrganisationProfile['recipients'][number],
  ...OrganisationProfile['recipients'],
];
const [firstPurpose] = ctTelecom.processing as [OrganisationProfile['processing'][number]];
const [firstSystem, ...otherSystems] = ctTelecom.sourceSystems as [
  OrganisationProfile['sourceSystems'][number],
  ...OrganisationProfile['sourceSystems'],
];

function faults(change: Record<string, unknown>): readonly string[] {
  const { error } = organisationProfileSchema.safeParse({ ...ctTelecom, ...change });
  return error?.issues.map(({ message }) => message) ?? [];
}

describe('the profile of CT Telecom', () => {
  it('is sound', () => {
    expect(faults({})).toEqual([]);
  });

  it('has a recipient of every kind the statement names', () => {
    expect(new Set(ctTelecom.recipients.map(({ category }) => category))).toEqual(
      new Set(recipientCategorySchema.options),
    );
  });

  it('writes to no real company', () => {
    expect(ctTelecom.recipients.filter(({ contactEmail }) => !contactEmail.endsWith('.example'))).toEqual([]);
    expect(ctTelecom.recipients.filter(({ name }) => !/^(Voorbeeld|Example)/.test(name))).toEqual([]);
  });

  it('keeps one authority confidential', () => {
    const confidential = ctTelecom.recipients.filter((recipient) => recipient.confidential);
    expect(confidential.map(({ category }) => category)).toEqual(['public_authority']);
  });

  it('rests on every basis the statement gives', () => {
    expect(new Set(ctTelecom.processing.map(({ basis }) => basis))).toEqual(
      new Set(['contract', 'legitimate_interest', 'legal_obligation', 'consent']),
    );
  });
});

describe('a profile is refused', () => {
  it.each([
    ['two recipients of one id', { recipients: [firstRecipient, ...ctTelecom.recipients] }, 'ids must differ'],
    [
      'a recipient of unknown data',
      { recipients: [{ ...firstRecipient, dataCategories: ['shoe_size'] }, ...otherRecipients] },
      'there is no data category shoe_size',
    ],
    [
      'a recipient outside the EEA without a safeguard',
      { recipients: [{ ...firstRecipient, country: 'US' }, ...otherRecipients] },
      'a safeguard belongs to a country outside the EEA; US is not as it should be',
    ],
    [
      'a recipient that ends before it begins',
      { recipients: [{ ...firstRecipient, activeTo: '2020-12-31' }, ...otherRecipients] },
      'ends before it begins',
    ],
    [
      'a purpose whose recipients nobody could name',
      { recipients: otherRecipients },
      `no recipient is ${firstRecipient.category}`,
    ],
    [
      'a purpose with unknown data',
      { processing: [{ ...firstPurpose, dataCategories: ['shoe_size'] }] },
      'there is no data category shoe_size',
    ],
    [
      'data no system is searched for',
      { dataCategories: [...ctTelecom.dataCategories, { ...ctTelecom.dataCategories[0], categoryId: 'unsearched' }] },
      'no system is searched for unsearched',
    ],
    [
      'data from nowhere',
      {
        dataCategories: [...ctTelecom.dataCategories.slice(1), { ...ctTelecom.dataCategories[0], origin: 'obtained' }],
      },
      'obtained data have a source, other data have none',
    ],
    [
      'a system that no department searches',
      { sourceSystems: [{ ...firstSystem, departmentId: 'nobody' }, ...otherSystems] },
      'there is no department nobody',
    ],
  ])('with %s', (_what, change, message) => {
    expect(faults(change)).toContain(message);
  });

  it.each(['recipients', 'processing', 'dataCategories', 'sourceSystems', 'departments', 'rightsText', 'callBack'])(
    'without %s',
    (register) => {
      expect(faults({ [register]: undefined })).not.toEqual([]);
    },
  );
});
