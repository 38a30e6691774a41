import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../../contracts/http/openapi.ts';
import { problemSchema } from '../../contracts/http/problem.ts';
import { caseNumberSchema } from '../../domain/cases/case-number.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';

type Json = Readonly<Record<string, unknown>>;

const document = openApiDocument('https://desk.example.nl/', ctTelecom);
const ajv = ajvFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, 'desk');

/** Every media type of every call, with where it stands. */
const contents = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Json>).flatMap(([method, operation]) => {
    const { requestBody, responses } = operation as Record<string, Record<string, Json>>;
    const at = ['paths', path, method];
    const answers = Object.entries(responses ?? {});
    return mediaTypes([...at, 'requestBody'], requestBody).concat(
      answers.flatMap(([status, answer]) => mediaTypes([...at, 'responses', status], answer)),
    );
  }),
);

function mediaTypes(at: readonly string[], holder: Json | undefined) {
  return Object.entries((holder?.['content'] ?? {}) as Record<string, Json>).map(([mediaType, content]) => ({
    name: [...at, mediaType].join(' '),
    pointer: [...at, 'content', mediaType, 'schema'],
    examples: [
      ...('example' in content ? [content['example']] : []),
      ...Object.values((content['examples'] ?? {}) as Record<string, Json>).map(({ value }) => value),
    ],
  }));
}

describe('the examples of the API', () => {
  it.each(contents)('are as described: $name', ({ pointer, examples }) => {
    const parts = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
    const validate = ajv.compile({ $ref: `desk#/${parts.join('/')}` });
    expect(examples).not.toHaveLength(0);
    for (const example of examples) {
      validate(example);
      expect(validate.errors).toBeNull();
    }
  });

  it('have a case number that could be one', () => {
    const numbers = JSON.stringify(document).match(/P-[0-9A-Z]{5}-[0-9A-Z]{5}/g) ?? [];
    expect(numbers).not.toHaveLength(0);
    for (const number of numbers) expect(caseNumberSchema.safeParse(number).success).toBe(true);
  });

  it('of problems are told by the desk or by its gateway', () => {
    const problems = contents.filter(({ name }) => name.endsWith('problem+json')).flatMap(({ examples }) => examples);
    for (const problem of problems as readonly Json[]) {
      expect(problem['type'] === 'about:blank' || problemSchema.safeParse(problem).success).toBe(true);
    }
  });
});

describe('the introduction of the API', () => {
  it('has the public address in its samples, with one slash', () => {
    expect(document.info.description).toContain('"https://desk.example.nl/api/requests"');
  });
});
