import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../contracts/http/routes.ts';
import { aRequest, postRequest, unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { call } from '../support/end-to-end/web.ts';

type Json = Readonly<Record<string, unknown>>;

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Json;
  }[];
  /** A GET has none. */
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Json }>>;
  };
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: Json }>> }
    >
  >;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

let document: Document;
let mediaType: string | null;
let ajv: Ajv2020;

beforeAll(async () => {
  const answered = await call('/api/openapi.json');
  mediaType = answered.headers.get('content-type');
  document = JSON.parse(answered.text) as Document;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  ajvFormats.default(ajv);
  ajv.addSchema(document, 'desk');
});

const operation = (path: string) => document.paths[path]?.['post'] as Operation;

/** Compiles a schema of the document where it stands, so that its references hold. */
function schemaAt(...path: readonly string[]): ValidateFunction {
  const pointer = path.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  return ajv.compile({ $ref: `desk#/${pointer}` });
}

const bodySchema = () =>
  schemaAt('paths', '/api/requests', 'post', 'requestBody', 'content', 'application/json', 'schema');
const answerSchema = (status: number, mediaType: string) =>
  schemaAt('paths', '/api/requests', 'post', 'responses', String(status), 'content', mediaType, 'schema');

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 of this desk', () => {
    expect(mediaType).toMatch(/^application\/json\b/);
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.servers.map((server) => server.url)).toStrictEqual([desk.url]);
  });

  it('describes every call of the API the gateway lets through, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = routes.filter(({ path }) => path.startsWith('/api/') && path !== '/api/openapi.json');
    expect(described.toSorted()).toStrictEqual(served.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('holds schemas of JSON Schema 2020-12 only, every reference of which leads somewhere', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(item)) {
        for (const mediaType of Object.keys(requestBody?.content ?? {})) {
          expect(() => schemaAt('paths', path, method, 'requestBody', 'content', mediaType, 'schema')).not.toThrow();
        }
        for (const [status, { description, content }] of Object.entries(responses)) {
          expect(description).not.toBe('');
          for (const mediaType of Object.keys(content ?? {})) {
            expect(() =>
              schemaAt('paths', path, method, 'responses', status, 'content', mediaType, 'schema'),
            ).not.toThrow();
          }
        }
      }
    }
  });

  it('asks for an Idempotency-Key', () => {
    const key = operation('/api/requests').parameters.find(({ name }) => name === 'Idempotency-Key');
    expect(key).toMatchObject({ in: 'header', required: true });
  });
});

const full = () => ({
  ...aRequest({ language: 'nl', message: 'Hello', parts: [{ requestType: 'complaint', text: 'Too slow.' }] }),
  requester: { name: 'R. Example', email: `${unique('r.')}@example.com`, phone: '0612345678', relation: 'customer' },
});

describe('the schema of a request', () => {
  const samples: readonly (readonly [string, () => unknown])[] = [
    ['the least there is', aRequest],
    ['all there is', full],
    [
      'an international domain',
      () => ({ ...aRequest(), requester: { name: 'x', email: `${unique('r.')}@xn--mnchen-3ya.example` } }),
    ],
    ['nothing', () => ({})],
    ['no parts', () => ({ ...aRequest(), parts: [] })],
    ['too many parts', () => ({ ...aRequest(), parts: Array.from({ length: 21 }, () => ({ requestType: 'access' })) })],
    ['an unknown type', () => ({ ...aRequest(), parts: [{ requestType: 'magic' }] })],
    ['an unknown field', () => ({ ...aRequest(), more: 1 })],
    ['an unknown field of the requester', () => ({ ...aRequest(), requester: { ...aRequest().requester, vip: true } })],
    ['no name', () => ({ ...aRequest(), requester: { email: 'a@example.com' } })],
    ['a name too long', () => ({ ...aRequest(), requester: { ...aRequest().requester, name: 'x'.repeat(201) } })],
    ['an empty name', () => ({ ...aRequest(), requester: { ...aRequest().requester, name: '' } })],
    ['a control character', () => ({ ...aRequest(), message: 'a\u0007b' })],
    ['a text too long', () => ({ ...aRequest(), message: 'x'.repeat(10_001) })],
    ['another language', () => ({ ...aRequest(), language: 'de' })],
    ['no address', () => ({ ...aRequest(), requester: { ...aRequest().requester, email: 'robin' } })],
  ];

  it.each(samples)('agrees with the desk about %s', async (_, make) => {
    const body = make();
    const answered = await postRequest(JSON.stringify(body));
    expect(bodySchema()(body)).toBe(answered.status === 202);
  });

  it.each(samples)('and the answer to %s is as described', async (_, make) => {
    const answered = await postRequest(JSON.stringify(make()));
    const validate = answerSchema(answered.status, answered.headers.get('content-type')?.split(';')[0] ?? '');
    validate(JSON.parse(answered.text));
    expect(validate.errors).toBeNull();
  });
});
