import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { signUpBodySchema, unsubscribeFormSchema, withdrawBodySchema } from '../../contracts/http/consents.ts';
import { openApiDocument } from '../../contracts/http/openapi.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';

const document = openApiDocument('https://desk.example.nl', ctTelecom);
const ajv = ajvFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, 'desk');
const described = (path: string) => {
  const pointer = [
    'paths',
    path.replaceAll('/', '~1'),
    'post',
    'requestBody',
    'content',
    'application~1json',
    'schema',
  ];
  return ajv.compile({ $ref: `desk#/${pointer.map(encodeURIComponent).join('/')}` });
};

const SIGN_UP = { language: 'nl', email: 'eva@example.org', topics: ['nieuwsbrief'], ageConfirmed: true };
const { ageConfirmed: _age, ...WITHDRAW } = SIGN_UP;

describe('the description of the API says what is parsed', () => {
  it.each([
    ['all topics', { topics: ['nieuwsbrief', 'mailing'] }],
    ['a topic twice', { topics: ['mailing', 'mailing'] }],
    ['no topics', { topics: [] }],
    ['an unknown topic', { topics: ['all'] }],
    ['one topic as a text', { topics: 'mailing' }],
    ['topics left out', { topics: undefined }],
    ['another age statement', { ageConfirmed: false }],
    ['the age statement as a text', { ageConfirmed: 'true' }],
    ['no age statement', { ageConfirmed: undefined }],
    ['an unknown field', { more: 1 }],
    ['no address', { email: 'eva' }],
  ])('about %s', (_what, overrides) => {
    for (const [path, schema, whole] of [
      ['/api/consents', signUpBodySchema(ctTelecom), SIGN_UP],
      ['/api/consents/withdraw', withdrawBodySchema(ctTelecom), WITHDRAW],
    ] as const) {
      const body: unknown = JSON.parse(JSON.stringify({ ...whole, ...overrides }));
      expect([path, described(path)(body)]).toEqual([path, schema.safeParse(body).success]);
    }
  });
});

const parse = (fields: object) => unsubscribeFormSchema.safeParse(fields).data;

describe('a post to an unsubscribe address', () => {
  it('is one click or one button, and nothing in between', () => {
    expect(parse({ 'List-Unsubscribe': ['One-Click'] })).toEqual({ kind: 'one_click' });
    expect(parse({ stop: ['mailing'] })).toEqual({ kind: 'stop', topic: 'mailing' });
    expect(parse({ stop: ['all'] })).toEqual({ kind: 'stop', topic: 'all' });
    for (const neither of [
      {},
      { stop: [] },
      { stop: ['a', 'b'] },
      { 'List-Unsubscribe': ['One-Click'], stop: ['all'] },
    ]) {
      expect(parse(neither)).toBeUndefined();
    }
  });
});
