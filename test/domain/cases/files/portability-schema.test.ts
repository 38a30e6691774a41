import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { mayAnswer } from '../../../../domain/cases/answer-file.ts';
import { mediaTypeOf } from '../../../../domain/cases/file-content.ts';

const text = readFileSync('contracts/portability.schema.json', 'utf8');
const ajv = new Ajv2020({ allowUnionTypes: true });
formats.default(ajv);
const isPortable = ajv.compile(JSON.parse(text) as object);

const EXPORT = {
  format: 'urn:privacy-desk:portability:1',
  controller: 'CT Telecom B.V.',
  caseNumber: 'P-0000-0000',
  exportedOn: '2026-07-01',
  data: [
    {
      category: 'contact_data',
      source: 'provided',
      fields: [
        { name: 'name', description: 'Name' },
        { name: 'since', description: 'First day of the contract' },
      ],
      records: [{ name: 'Jan de Vries', since: '2019-03-01' }],
    },
  ],
};

describe('the schema of data to take along', () => {
  it('takes an export of what was provided', () => {
    expect(isPortable(EXPORT)).toBe(true);
  });

  it.each([
    ['what was concluded about the person', { ...EXPORT.data[0], source: 'inferred' }],
    ['fields nobody describes', { ...EXPORT.data[0], fields: [] }],
    ['records within records', { ...EXPORT.data[0], records: [{ name: { first: 'Jan' } }] }],
  ])('refuses %s', (_what, category) => {
    expect(isPortable({ ...EXPORT, data: [category] })).toBe(false);
  });

  it('can itself go with the answer', () => {
    const mediaType = mediaTypeOf(Buffer.from(text));
    expect(mediaType).toBe('application/json');
    expect(mediaType !== null && mayAnswer('portability', mediaType)).toBe(true);
  });
});
