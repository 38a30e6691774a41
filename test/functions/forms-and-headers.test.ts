import { beforeEach, describe, expect, it } from 'vitest';
import { formCall, type HttpCall, type HttpReply } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk, PUBLIC_URL } from '../support/desk/memory-desk.ts';
import { ANNA, cookieOf, signIn, staffSecret, submitConfirmed } from '../support/desk/people.ts';

const TOKEN = 'A'.repeat(43);
const FORM_ROUTES = [
  'POST /request',
  'POST /confirm',
  'POST /collect',
  'POST /case',
  'POST /case/act',
  'POST /confirm-contact',
  'POST /new-link',
  'POST /report',
  'POST /report/act',
  'POST /desk',
  'POST /desk/sign-in',
  'POST /desk/sign-out',
  'POST /desk/act',
  'POST /desk/decide',
  'POST /desk/find',
  'POST /desk/absence',
  'POST /desk/intake',
  'POST /desk/batch',
];
const FIELDS = { token: TOKEN, name: 'Jan', email: 'jan@example.org', requestType: 'access' };
const PAGES = [
  'GET /',
  'GET /api',
  'GET /request',
  'GET /confirm',
  'GET /collect',
  'GET /case',
  'GET /confirm-contact',
  'GET /report',
  'GET /desk',
  'GET /desk/act',
  'GET /desk/sign-in',
  'GET /desk/cases/{caseNumber}',
  'GET /desk/intake',
  'GET /desk/batch',
];
/** The GET routes that are no pages. */
const ASSET: HttpCall = { route: 'GET /assets/{name}', pathParameters: { name: 'desk.css' } };

beforeEach(() => logLines.clear());

function expectSecure({ headers }: HttpReply) {
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
}

/** Everything a visitor may have changed. */
const stateOf = (desk: Desk) => {
  const { cases, outbox, tokens, sessions, submissions, suppressions, events } = desk.stores.desk;
  return JSON.stringify(
    [cases, outbox, tokens, sessions, submissions, suppressions, events].map((table) => table.list()),
  );
};

describe('every answer', () => {
  it.each([
    ...PAGES.map((route): HttpCall => ({ route })),
    ASSET,
    { route: 'GET /api/openapi.json' },
    { route: 'GET /nowhere' },
    ...FORM_ROUTES.map((route) => formCall(route, FIELDS)),
    { route: 'POST /confirm', body: 'x' },
    { route: 'POST /api/requests', body: '{' },
  ])('carries the security headers: $route', async (call) => {
    const reply = await createDesk().gateway(call);
    expectSecure(reply);
    // The empty form holds nothing of anybody, and a person who goes back finds it as they left it.
    const kept: Readonly<Record<string, string>> = {
      [ASSET.route]: 'public, max-age=3600',
      'GET /request': 'private, no-cache',
    };
    expect(reply.headers['cache-control']).toBe(kept[call.route] ?? 'no-store');
  });

  it('carries them when something breaks, and tells no more than that', async () => {
    const desk = createDesk();
    desk.stores.tokens.find = () => Promise.reject(new TypeError('secret of jan@example.org'));
    const reply = await desk.gateway(formCall('POST /confirm', { token: TOKEN }));
    expect(reply.status).toBe(503);
    expectSecure(reply);
    expect(reply.body + logLines.text()).not.toContain('jan@');
    expect(logLines.lines).toMatchObject([
      { level: 'error', code: 'CALL_FAILED', errorCode: 'TypeError', status: 503 },
    ]);
  });
});

describe('a form', () => {
  const SENT_FROM = [
    ['its own page', { 'sec-fetch-site': 'same-origin' }, true],
    ['its own page, told by an old browser', { origin: PUBLIC_URL }, true],
    ['its own page, both told', { 'sec-fetch-site': 'same-origin', origin: PUBLIC_URL }, true],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['another site that forges the origin', { 'sec-fetch-site': 'cross-site', origin: PUBLIC_URL }, false],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site', origin: 'https://shop.example.nl' }, false],
    ['the address bar', { 'sec-fetch-site': 'none' }, false],
    ['another origin, told by an old browser', { origin: 'https://evil.example' }, false],
    ['a like-looking origin', { origin: `${PUBLIC_URL}.evil.example` }, false],
    ['the same host without TLS', { origin: 'http://desk.example.nl' }, false],
    ['the same host at another port', { origin: `${PUBLIC_URL}:8443` }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['somewhere untold', {}, false],
  ] as const;

  it.each(
    FORM_ROUTES.flatMap((route) => SENT_FROM.map(([from, headers, taken]) => [route, from, headers, taken] as const)),
  )('%s from %s', async (route, _from, headers, taken) => {
    const desk = createDesk();
    const before = stateOf(desk);
    const reply = await desk.gateway({
      route,
      body: new URLSearchParams(FIELDS).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });
    const refused = { refused: reply.status === 403, unchanged: taken || stateOf(desk) === before };
    expect(refused).toEqual({ refused: !taken, unchanged: true });
  });

  it.each(FORM_ROUTES)('%s is refused in any other encoding', async (route) => {
    for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x', '']) {
      const call = formCall(route, FIELDS, { 'content-type': type });
      expect((await createDesk().gateway(call)).status).toBe(415);
    }
  });

  it.each(FORM_ROUTES)('%s is refused over 256 KiB before it is read', async (route) => {
    const desk = createDesk();
    const withBody = async (body: string) => desk.gateway({ ...formCall(route, FIELDS), body });
    expect((await withBody('x'.repeat(256 * 1024 + 1))).status).toBe(413);
    expect((await withBody('é'.repeat(129 * 1024))).status).toBe(413);
    expect((await withBody('x'.repeat(256 * 1024))).status).not.toBe(413);
  });

  it('holds a long letter in any script', async () => {
    const message = 'Ω'.repeat(10_000);
    const fields = { name: 'Ελένη', email: 'eleni@example.org', message, requestType: 'complaint' };
    const reply = await createDesk().gateway(formCall('POST /request', fields));
    expect(reply.status).toBe(200);
  });

  it.each([
    'POST /confirm',
    'POST /collect',
    'POST /confirm-contact',
    'POST /report',
    'POST /report/act',
    'POST /desk/sign-in',
    'POST /desk/act',
    'POST /desk/decide',
  ])('%s shows the same page for every link that cannot be used', async (route) => {
    const desk = createDesk();
    const replies = await Promise.all(
      [{}, { token: '' }, { token: 'x' }, { token: TOKEN }, { token: 'b'.repeat(43) }].map((fields) =>
        desk.gateway(formCall(route, fields)),
      ),
    );
    expect(new Set(replies.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
    expect(replies[0]?.headers['content-type']).toContain('text/html');
  });

  it('arrives as well in base 64', async () => {
    const desk = createDesk();
    const body = Buffer.from('email=nobody%40example.org').toString('base64');
    const call = { ...formCall('POST /desk', {}), body, isBase64Encoded: true };
    expect((await desk.gateway(call)).status).toBe(200);
  });
});

describe('reading a page', () => {
  it('changes nothing, whatever is asked for', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const before = stateOf(desk);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    for (const route of [
      ...PAGES,
      ASSET.route,
      'GET /api/openapi.json',
      ...FORM_ROUTES.map((each) => each.replace('POST', 'GET')),
    ]) {
      for (const method of ['GET', 'HEAD']) {
        await desk.gateway({ route: route.replace('GET', method), query: { token: secret, language: 'nl' } });
      }
    }
    expect(stateOf(desk)).toBe(before);
  });

  it.each(['constructor', '__proto__', 'toString', '../package.json', 'desk.css ', ''])(
    'has no file %j',
    async (name) => {
      const reply = await createDesk().gateway({ ...ASSET, pathParameters: { name } });
      expect(reply.status).toBe(404);
      expect(reply.body).toContain('<html');
    },
  );

  it('serves the files of the page under their types', async () => {
    const reply = await createDesk().gateway(ASSET);
    expect(reply.headers['content-type']).toBe('text/css; charset=utf-8');
  });
});

describe('the language of a page', () => {
  it.each([
    ['nothing is asked', {}, undefined, 'nl'],
    ['the browser wants English', {}, 'en-GB,en;q=0.9', 'en'],
    ['the browser wants French, then English', {}, 'fr-FR, en;q=0.5, nl;q=0.3', 'en'],
    ['the browser wants what the desk does not speak', {}, 'fr, de', 'nl'],
    ['the address says Dutch', { language: 'nl' }, 'en', 'nl'],
    ['the address says English', { language: 'en' }, 'nl', 'en'],
    ['the address says what the desk does not speak', { language: 'fr' }, 'en', 'en'],
    ['the address says nonsense', { language: '"><script>' }, undefined, 'nl'],
  ] as const)('when %s', async (_when, query, accepted, language) => {
    const headers: Record<string, string> = accepted === undefined ? {} : { 'Accept-Language': accepted };
    for (const route of PAGES) {
      const { body } = await createDesk().gateway({ route, query, headers });
      expect(body).toContain(`<html lang="${language}"`);
      expect(body).not.toContain('"><script>');
    }
    const problem = await createDesk().gateway({ ...formCall('POST /confirm', {}, headers), query });
    expect(problem.body).toContain(`<html lang="${language}"`);
  });
});

const setCookie = async (desk: Desk) => {
  await desk.gateway(formCall('POST /desk', { email: ANNA.email }, { origin: 'http://localhost:4566' }));
  await desk.settle();
  const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in'), 'sign_in');
  return await desk.gateway(formCall('POST /desk/sign-in', { token }));
};

describe('the cookie of a session', () => {
  it('is bound to this host and to TLS, unseen by scripts, for eight hours', async () => {
    const desk = createDesk();
    const reply = await setCookie(desk);
    const cookie = reply.headers['set-cookie'] ?? '';
    expect(cookie).toMatch(/^__Host-desk-session=[A-Za-z0-9_-]{43}; /);
    const attributes = cookie.split('; ').slice(1).toSorted();
    expect(attributes).toEqual(['HttpOnly', 'Max-Age=28800', 'Path=/', 'SameSite=Lax', 'Secure']);
    const [, secret = ''] = cookieOf(reply).split('=');
    expect(JSON.stringify(desk.stores.desk.sessions.list()) + reply.body).not.toContain(secret);
  });

  it('goes without Secure only where there is no TLS', async () => {
    const reply = await setCookie(createDesk({ publicUrl: 'http://localhost:4566/restapis/x/live' }));
    expect(reply.headers['set-cookie']).toMatch(/^desk-session=[A-Za-z0-9_-]{43}; /);
    expect(reply.headers['set-cookie']).not.toContain('Secure');
  });

  it('is not taken under the name without TLS where there is one', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const [, secret = ''] = (await signIn(desk, ANNA)).split('=');
    const token = staffSecret(desk, ANNA, 'take', caseNumber);
    const press = (cookie: string) => desk.gateway(formCall('POST /desk/decide', { token }, { cookie }));
    await press(`desk-session=${secret}`);
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: null });
    await press(`other=1; __Host-desk-session=${secret}; more=2`);
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: { staffId: ANNA.staffId } });
  });

  it('is set for staff and nobody else', async () => {
    const desk = createDesk();
    const replies = await Promise.all([
      ...PAGES.map((route) => desk.gateway({ route })),
      ...FORM_ROUTES.map((route) => desk.gateway(formCall(route, FIELDS))),
    ]);
    const cookies = replies.flatMap(({ headers }) => headers['set-cookie'] ?? []);
    // Signing out takes a cookie away and sets none.
    expect(cookies.filter((cookie) => !cookie.startsWith('__Host-desk-session=; '))).toEqual([]);
  });
});
