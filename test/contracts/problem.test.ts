import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemKindSchema, problemOf, problemSchema } from '../../contracts/http/problem.ts';
import { submitRehearsalSchema, submitRequestSchema } from '../../contracts/http/submit-request.ts';

const MOST_BYTES = 2048;
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Bodies that are nearly right, with one thing after another spoilt; and anything at all. */
const CANARY = 'kanarie';
const anything = fc.anything({ maxDepth: 4, withBigInt: false, withNullPrototype: true });
const bodies = fc.oneof(
  anything,
  fc.record(
    {
      language: fc.oneof(fc.constant('nl'), anything),
      requester: fc.oneof(fc.record({ name: anything, email: anything, phone: anything }), anything),
      parts: fc.oneof(fc.array(fc.record({ requestType: anything, text: anything }), { maxLength: 60 }), anything),
      message: anything,
    },
    { requiredKeys: [] },
  ),
  fc.dictionary(fc.string(), anything, { maxKeys: 200 }),
);

describe('a problem', () => {
  it.each(problemKindSchema.options)('%s is told in RFC 9457 with a stable type', (kind) => {
    const problem = problemOf(kind);
    expect(problemSchema.parse(problem)).toEqual(problem);
    expect(problem.type).toBe(`urn:privacy-desk:problem:${kind}`);
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.errors).toBeUndefined();
  });

  it('is small and valid for whatever was sent', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(submitRequestSchema, submitRehearsalSchema), (body, schema) => {
        const parsed = schema.safeParse(body);
        fc.pre(!parsed.success);
        const problem = problemOf('invalid-body', parsed.error?.issues ?? []);
        expect(problemSchema.safeParse(problem).success).toBe(true);
        expect(bytes(problem)).toBeLessThanOrEqual(MOST_BYTES);
      }),
      { numRuns: 1500 },
    );
  });

  it('is small for a hundred thousand unknown fields and parts', () => {
    const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`x${index}`, 1]));
    const parts = Array.from({ length: 10_000 }, () => ({
      requestType: 'x'.repeat(1e3),
      y: 1,
    }));
    for (const body of [unknown, { parts }, { ...unknown, parts }]) {
      const { error } = submitRequestSchema.safeParse(body);
      expect(bytes(problemOf('invalid-body', error?.issues ?? []))).toBeLessThanOrEqual(MOST_BYTES);
    }
  });

  it('shows ten errors at most', () => {
    const parts = Array.from({ length: 20 }, () => ({ requestType: 'none', text: '\u0000', more: 1 }));
    const { error } = submitRequestSchema.safeParse({ language: 'xx', requester: {}, parts });
    expect(error?.issues.length).toBeGreaterThan(40);
    expect(problemOf('invalid-body', error?.issues ?? []).errors).toHaveLength(10);
  });

  it('never repeats what was sent: no value, no name of a field', () => {
    const spoilt = [
      { [CANARY]: 1 },
      { language: CANARY },
      { requester: { [CANARY]: CANARY, name: `\u0000${CANARY}`, email: CANARY } },
      { parts: [{ requestType: CANARY, [CANARY]: 1 }, CANARY] },
      { parts: { [CANARY]: 1 } },
      CANARY,
      [CANARY],
    ];
    for (const body of spoilt) {
      const { error } = submitRequestSchema.safeParse(body);
      const problem = problemOf('invalid-body', error?.issues ?? []);
      expect(problem.errors?.length).toBeGreaterThan(0);
      expect(JSON.stringify(problem)).not.toContain(CANARY);
    }
  });

  it('points into the body', () => {
    const { error } = submitRequestSchema.safeParse({
      language: 'nl',
      requester: { name: 'x'.repeat(201), email: 'nee' },
      parts: [{ requestType: 'access' }, { requestType: 'erasure', text: '\uD83D' }],
    });
    expect(problemOf('invalid-body', error?.issues ?? []).errors).toEqual([
      { pointer: '/requester/name', code: 'too_long' },
      { pointer: '/requester/email', code: 'invalid_format' },
      { pointer: '/parts/1/text', code: 'lone_surrogate' },
    ]);
  });
});
