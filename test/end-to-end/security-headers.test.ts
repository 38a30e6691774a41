import { describe, expect, it } from 'vitest';
import { routes } from '../../contracts/http/routes.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { headerFaults } from '../support/end-to-end/security-headers.ts';
import { allItems } from '../support/end-to-end/stored.ts';
import { subscribed, topicsOn } from '../support/end-to-end/subscribers.ts';
import { call, ownPage, press } from '../support/end-to-end/web.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Kept by nobody but the browser that shows them, or the same for everybody. */
const MAY_BE_KEPT = new Set(['/request', '/newsletter', '/assets/{name}', '/api', '/api/openapi.json']);

const paths = [...new Set(routes.map(({ path }) => path))];
const sample = (path: string) =>
  path
    .replace('{name}', 'desk.css')
    .replace('{token}', 'k1.x.nieuwsbrief.x')
    .replace('{topic}', 'nieuwsbrief')
    .replace('{caseNumber}', 'P-00000-00000');

describe('every answer of an address', () => {
  it.each(paths)('%s has the security headers, whatever the method, and no cookie', async (path) => {
    const answers = await Promise.all(METHODS.map((method) => call(sample(path), { method })));
    expect(answers.flatMap(headerFaults)).toStrictEqual([]);
    expect(answers.filter(({ status }) => status >= 500).map(({ status }) => status)).toStrictEqual([]);
    const kept = answers.filter(({ headers }) => headers.get('cache-control') !== 'no-store');
    expect(MAY_BE_KEPT.has(path) ? [] : kept.map(({ status }) => status)).toStrictEqual([]);
  });
});

const form = { ...ownPage, 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json', 'idempotency-key': unique('key-') };
const large = 'x'.repeat(400_000);

describe('every error', () => {
  it.each<readonly [string, string, RequestInit, readonly number[]]>([
    ['an address there is not', '/nothing', {}, [404]],
    ['an asset there is not', '/assets/nothing.js', {}, [404]],
    ['a path that cannot be decoded', '/assets/%ff%fe', {}, [400, 404]],
    ['a call that should be signed', '/api/topics/nieuwsbrief/subscribers', {}, [401, 403, 404]],
    [
      'a forged signature',
      '/api/topics/nieuwsbrief/subscribers',
      { headers: { authorization: 'AWS4-HMAC-SHA256 Credential=x' } },
      [400, 401, 403, 404],
    ],
    ['a method it does not know', '/request', { method: 'DELETE' }, [405]],
    ['a body too large', '/api/requests', { method: 'POST', headers: json, body: JSON.stringify(large) }, [413]],
    ['a form too large', '/request', { method: 'POST', headers: form, body: `message=${large}` }, [413]],
    ['a form that is JSON', '/request', { method: 'POST', headers: { ...form, ...json }, body: '{}' }, [415]],
    ['JSON that is a form', '/api/requests', { method: 'POST', headers: { ...json, ...form }, body: 'a=b' }, [415]],
    ['JSON that is none', '/api/requests', { method: 'POST', headers: json, body: '{"a":' }, [400]],
    ['JSON that asks nothing', '/api/requests', { method: 'POST', headers: json, body: '{}' }, [400, 422]],
    ['a form that says nothing', '/confirm', { method: 'POST', headers: form, body: '' }, [404, 422]],
    ['a form from elsewhere', '/confirm', { method: 'POST', headers: { ...form, 'sec-fetch-site': 'none' } }, [403]],
  ])('%s is answered with the security headers', async (_, path, init, statuses) => {
    const answered = await call(path, init);
    expect(statuses).toContain(answered.status);
    expect(headerFaults(answered)).toStrictEqual([]);
    expect(answered.headers.get('cache-control')).toBe('no-store');
    expect(answered.headers.get('content-type')).toMatch(/^(?:application\/problem\+json|text\/html)\b/);
  });
});

const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  {},
];

describe('a form of a foreign page', () => {
  const forms = routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'));
  const email = `${unique('victim.')}@example.com`;
  const fields = {
    token: 'A'.repeat(43),
    caseNumber: 'P-00000-00000',
    collectionCode: '0000-0000-0000',
    act: 'take',
    name: 'Robin',
    email,
    message: 'Hello.',
    requestType: 'question',
    idempotencyKey: unique('form-of-this-'),
    formId: unique('form-of-this-'),
    topic: 'nieuwsbrief',
    age: 'on',
    decision: 'confirm',
    stop: 'all',
  };

  it.each(forms.map(({ path }) => path).filter((path) => !path.includes('{token}')))(
    'is refused at %s',
    async (path) => {
      const answers = await Promise.all(FOREIGN.map((from) => press(path, fields, { from })));
      expect(answers.map(({ status }) => status)).toStrictEqual([403, 403, 403, 403]);
      expect(answers.flatMap(headerFaults)).toStrictEqual([]);
    },
  );

  it('has written nothing', async () => {
    const items = await allItems(desk.tables.deskTable);
    expect(items.filter((item) => JSON.stringify(item).includes(email))).toStrictEqual([]);
  });

  it('stops no newsletter by the button of its page', async () => {
    const reader = await subscribed();
    for (const from of FOREIGN) {
      expect((await press(`/unsubscribe/${reader.token}`, { stop: 'all' }, { from })).status).toBe(403);
    }
    expect(await topicsOn(reader.email)).toStrictEqual(['nieuwsbrief']);
  });
});
