import { describe, expect, it } from 'vitest';
import { routes } from '../../contracts/http/routes.ts';
import { jsonCall, rootAuthorization } from '../support/end-to-end/engine-call.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { aRequest, unique } from '../support/end-to-end/requests.ts';
import { requestKeys } from '../support/end-to-end/stored.ts';
import { type Answered, call, press } from '../support/end-to-end/web.ts';

const CANARY = unique('canary');

function expectSecurityHeaders({ headers }: Answered) {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe-');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toMatch(/^(?:same-origin|no-referrer)$/);
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8,}/);
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('cache-control')).not.toBeNull();
  expect(headers.get('server')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
}

describe('an address there is not', () => {
  it.each([
    ['GET', '/nothing-here'],
    ['GET', '/api/nothing-here'],
    ['POST', '/api/cases'],
    ['GET', `/assets/a/${CANARY}`],
    ['GET', `/${CANARY}?email=${CANARY}`],
  ])('%s %s is answered by a problem with the security headers, and repeats nothing', async (method, path) => {
    const answered = await call(path, { method });
    expect(answered.status).toBe(404);
    expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
    expect(JSON.parse(answered.text)).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      status: 404,
    });
    expect(answered.text).not.toContain(CANARY);
    expectSecurityHeaders(answered);
  });

  it('among the assets is a page that says so', async () => {
    const answered = await call(`/assets/${CANARY}.js`);
    expect(answered.status).toBe(404);
    expect(answered.text).not.toContain(CANARY);
    expectSecurityHeaders(answered);
  });

  it.each(['..%2f..%2fpackage.json', 'constructor', '__proto__', 'toString', 'desk.css%00'])(
    'among the assets gives nothing away for %s',
    async (name) => {
      const answered = await call(`/assets/${name}`);
      expect(answered.status).toBe(404);
      expectSecurityHeaders(answered);
    },
  );
});

describe('a method an address does not know', () => {
  it.each([
    ['GET', '/api/requests', 'POST'],
    ['GET', '/desk/decide', 'POST'],
    ['HEAD', '/desk/decide', 'POST'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/confirm', 'POST, GET, HEAD'],
    ['DELETE', '/api/requests', 'POST'],
    ['PATCH', '/request', 'POST, GET, HEAD'],
    ['OPTIONS', '/collect', 'POST, GET, HEAD'],
    ['DELETE', '/assets/desk.css', 'GET, HEAD'],
  ])('%s %s is answered with the methods it knows', async (method, path, allow) => {
    const answered = await call(path, { method });
    expect(answered.status).toBe(405);
    expect(answered.headers.get('allow')).toBe(allow);
    expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
    expectSecurityHeaders(answered);
  });

  it.each([
    ['/desk/decide', 'POST', 'nl', 'U kunt deze pagina niet rechtstreeks openen'],
    ['/case/act', 'POST', 'en', 'You cannot open this page directly'],
  ])('shows a page to a person who comes to %s by its address', async (path, allow, language, title) => {
    const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': language };
    const answered = await call(path, { headers });
    expect([answered.status, answered.headers.get('allow')]).toStrictEqual([405, allow]);
    expect(answered.headers.get('content-type')).toMatch(/^text\/html\b/);
    expect(answered.text).toContain(`<h1>${title}</h1>`);
    expectSecurityHeaders(answered);
  });

  it('is a problem on the API, for a browser too', async () => {
    const answered = await call('/api/requests', { headers: { accept: 'text/html' } });
    expect(answered.status).toBe(405);
    expect(answered.headers.get('content-type')).toMatch(/^application\/problem\+json\b/);
  });

  it('is not HEAD where there is a GET', async () => {
    const answered = await call('/request', { method: 'HEAD' });
    expect(answered.status).toBe(200);
    expect(answered.text).toBe('');
  });
});

/** What an address is asked for with where it tells nothing without: a name, or where the store leads back from. */
const sample = (path: string) =>
  path
    .replace('{name}', 'desk.css')
    .replace('{token}', 'k1.x.nieuwsbrief.x')
    .replace(/arrived$/, `$&?case=P-00000-00000&part=1&file=${'A'.repeat(22)}`);

describe('every route', () => {
  const open = routes.filter(({ method, caller }) => method === 'GET' && caller === 'anybody');
  it.each(open.map(({ path }) => path))(
    'GET %s answers well, with the security headers and no cookie',
    async (path) => {
      const answered = await call(sample(path));
      // A token nobody made leads to one page for all of them.
      expect(answered.status).toBe(path.includes('{token}') ? 404 : 200);
      expectSecurityHeaders(answered);
      expect(answered.headers.getSetCookie()).toStrictEqual([]);
      if (path.startsWith('/assets/')) return;
      // The forms alone may be kept by the browser that showed it: going back must find its key again.
      expect(answered.headers.get('cache-control')).toBe(
        ['/request', '/newsletter'].includes(path) ? 'private, no-cache' : 'no-store',
      );
    },
  );

  it.each(routes.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/')).map(({ path }) => path))(
    'POST %s answers an empty form with the security headers, and without an error of its own',
    async (path) => {
      const answered = await press(sample(path), {});
      expect(answered.status).toBeLessThan(500);
      expect(answered.headers.get('content-type')).toMatch(/^text\/html\b/);
      expect(answered.headers.get('cache-control')).toBe('no-store');
      expectSecurityHeaders(answered);
    },
  );

  it.each(routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/')).map(({ path }) => path))(
    'POST %s answers nothing at all with the security headers',
    async (path) => {
      const answered = await call(path, { method: 'POST' });
      expect(answered.status).toBeGreaterThanOrEqual(400);
      expect(answered.status).toBeLessThan(500);
      expectSecurityHeaders(answered);
    },
  );

  it('is in the route table: the gateway has no other', async () => {
    const apiId = /restapis\/([^/]+)\//.exec(desk.url)?.[1] ?? '';
    const response = await fetch(`${desk.engine}/restapis/${apiId}/resources?embed=methods&limit=500`, {
      headers: { authorization: rootAuthorization('apigateway') },
    });
    const { item } = (await response.json()) as {
      item: readonly { path: string; resourceMethods?: Readonly<Record<string, unknown>> }[];
    };
    // ANY is what answers 405.
    const deployed = item.flatMap(({ path, resourceMethods = {} }) =>
      Object.keys(resourceMethods)
        .filter((method) => method !== 'ANY')
        .map((method) => `${method} ${path}`),
    );
    expect(deployed.toSorted()).toStrictEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });
});

describe('a rehearsal', () => {
  it('cannot be ordered by the public', async () => {
    const before = await requestKeys();
    const rehearsal = { caseStart: '2026-05-01T08:00:00Z', dayLastsSeconds: 86_400 };
    const answered = await call('/api/rehearsals', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': unique('key-') },
      body: JSON.stringify({ ...aRequest(), rehearsal }),
    });
    expect(answered.status).toBeGreaterThanOrEqual(401);
    expect(answered.status).toBeLessThanOrEqual(404);
    expect(await requestKeys()).toStrictEqual(before);
  });
});

describe('the access log', () => {
  it('is written by resource pattern, and knows neither query nor address of anybody', async () => {
    await call(`/request?language=nl&q=${CANARY}`);
    const groups = (await jsonCall('logs', 'Logs_20140328.DescribeLogGroups', {}))['logGroups'] as readonly {
      logGroupName: string;
    }[];
    const access = groups.filter(({ logGroupName }) => logGroupName.includes('AccessLog'));
    expect(access).not.toStrictEqual([]);
    for (const { logGroupName } of access) {
      const found = await jsonCall('logs', 'Logs_20140328.FilterLogEvents', { logGroupName, filterPattern: CANARY });
      expect(found['events']).toStrictEqual([]);
    }
  });
});
