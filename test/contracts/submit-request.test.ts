import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  idempotencyKeySchema,
  submitRehearsalSchema,
  submitRequestSchema,
} from '../../contracts/http/submit-request.ts';

const BODY = {
  language: 'nl',
  requester: { name: 'Jan de Vries', email: 'jan@example.org' },
  parts: [{ requestType: 'access' }],
} as const;
const parts = (count: number) => Array.from({ length: count }, () => ({ requestType: 'question', text: 'Hoe?' }));
const isTaken = (body: unknown) => submitRequestSchema.safeParse(body).success;

describe('the body of a request', () => {
  it('needs a language, a name, an address and one thing asked, and nothing else', () => {
    expect(submitRequestSchema.parse(BODY)).toEqual(BODY);
    for (const field of Object.keys(BODY)) expect(isTaken({ ...BODY, [field]: undefined })).toBe(false);
  });

  it.each([
    [0, false],
    [1, true],
    [20, true],
    [21, false],
  ])('holds %i parts: %s', (count, taken) => {
    expect(isTaken({ ...BODY, parts: parts(count) })).toBe(taken);
  });

  it.each(['status', 'receivedAt', 'assignee', 'clock', 'version', 'promisedDate', 'caseNumber', 'constructor'])(
    'may not say %s',
    (field) => {
      expect(isTaken({ ...BODY, [field]: 'x' })).toBe(false);
      expect(isTaken({ ...BODY, requester: { ...BODY.requester, [field]: 'x' } })).toBe(false);
      expect(isTaken({ ...BODY, parts: [{ requestType: 'access', [field]: 'x' }] })).toBe(false);
    },
  );

  it('changes no prototype, whatever it is made of', () => {
    for (const text of [
      '{"__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
      '{"requester":{"__proto__":{"polluted":1},"name":"a","email":"a@example.org"},"language":"nl","parts":[{"requestType":"access","__proto__":{"polluted":1}}]}',
    ]) {
      submitRequestSchema.safeParse(JSON.parse(text));
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('stays far below the largest item that can be stored', () => {
    const longest = {
      ...BODY,
      message: '😀'.repeat(10_000),
      parts: Array.from({ length: 20 }, () => ({ requestType: 'access', text: '😀'.repeat(5000) })),
    };
    expect(isTaken(longest)).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeGreaterThan(64 * 1024);
  });
});

const rehearse = (rehearsal: unknown) => submitRehearsalSchema.safeParse({ ...BODY, rehearsal }).success;

describe('the body of a rehearsal', () => {
  it('needs its clock as well', () => {
    expect(rehearse({ caseStart: '2026-12-20T08:00:00+01:00', dayLastsSeconds: 10 })).toBe(true);
    expect(rehearse(undefined)).toBe(false);
    expect(isTaken({ ...BODY, rehearsal: { caseStart: '2026-12-20T08:00:00Z', dayLastsSeconds: 10 } })).toBe(false);
  });

  it.each([
    [0.5, true],
    [86_400, true],
    [0.49, false],
    [86_401, false],
    [-1, false],
    [null, false],
  ])('lets a day last %s seconds: %s', (dayLastsSeconds, taken) => {
    expect(rehearse({ caseStart: '2026-12-20T08:00:00Z', dayLastsSeconds })).toBe(taken);
  });

  it.each(['2026-12-20', '2026-12-20T08:00:00', 'tomorrow', '2026-13-01T00:00:00Z'])(
    'starts at an instant: not %j',
    (caseStart) => {
      expect(rehearse({ caseStart, dayLastsSeconds: 10 })).toBe(false);
    },
  );
});

describe('an Idempotency-Key', () => {
  it('is 1 to 255 printable ASCII characters without blanks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary-ascii' }), (key) => {
        const isKey =
          key.length >= 1 && key.length <= 255 && Array.from(key).every((each) => each > ' ' && each < '\u007F');
        expect(idempotencyKeySchema.safeParse(key).success).toBe(isKey);
      }),
    );
    for (const key of ['x'.repeat(255), '!', '~']) expect(idempotencyKeySchema.safeParse(key).success).toBe(true);
    for (const key of ['x'.repeat(256), 'a b', 'a\n', 'é'])
      expect(idempotencyKeySchema.safeParse(key).success).toBe(false);
  });
});
