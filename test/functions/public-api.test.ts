import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../../contracts/http/problem.ts';
import { requestAcceptedSchema } from '../../contracts/http/submit-request.ts';
import { formCall } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  collect,
  confirm,
  lastAbout,
  postRequest,
  submit,
  submitConfirmed,
} from '../support/desk/people.ts';

const API = 'POST /api/requests';
const JSON_HEADERS = { 'content-type': 'application/json', 'idempotency-key': 'k' };
const FORM = { name: 'Jan de Vries', email: 'jan@example.org', requestType: 'access', idempotencyKey: 'form-key' };
const problemIn = (body: string) => problemSchema.parse(JSON.parse(body));
const cases = (desk: Desk) => desk.stores.desk.cases.list();

beforeEach(() => logLines.clear());

describe('the public API', () => {
  it('accepts a request with its number, its code, its receipt and its promise', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const reply = await postRequest(desk, ACCESS);
    expect(reply.status).toBe(202);
    expect(reply.headers['content-type']).toContain('application/json');
    const accepted = requestAcceptedSchema.parse(JSON.parse(reply.body));
    expect(accepted).toMatchObject({ receivedAt: '2026-06-09T12:03:00.000Z', promisedDate: '2026-07-07' });
    expect(cases(desk).map(({ caseNumber, receivedThrough }) => [caseNumber, receivedThrough])).toEqual([
      [accepted.caseNumber, 'api'],
    ]);
  });

  it('gives the same answer to the same call, to the byte', async () => {
    const desk = createDesk();
    const [one, two] = [await postRequest(desk, ACCESS, 'k'), await postRequest(desk, ACCESS, 'k')];
    expect(two).toEqual(one);
    expect(cases(desk)).toHaveLength(1);
  });

  it('answers the same whether the address is known or not, but for what is drawn by lot', async () => {
    const desk = createDesk();
    await submitConfirmed(desk);
    const shape = async (email: string) => {
      const reply = await postRequest(desk, { ...ACCESS, requester: { name: 'x', email } });
      const { caseNumber: _number, collectionCode: _code, ...rest } = JSON.parse(reply.body) as Record<string, unknown>;
      return { ...reply, body: { ...rest, keys: Object.keys(JSON.parse(reply.body) as object) } };
    };
    expect(await shape('jan@example.org')).toEqual(await shape('nobody@example.org'));
  });

  it.each([
    ['no key', { 'idempotency-key': '' }, '{}', 400, 'idempotency-key-missing'],
    ['another media type', { 'content-type': 'text/plain' }, '{}', 415, 'unsupported-media-type'],
    ['no JSON', {}, '{"name":', 400, 'malformed-body'],
    ['an empty body', {}, '', 400, 'malformed-body'],
    ['a body that is no request', {}, '[]', 422, 'invalid-body'],
  ])('refuses %s as a problem', async (_what, headers, body, status, kind) => {
    const desk = createDesk();
    const reply = await desk.gateway({ route: API, headers: { ...JSON_HEADERS, ...headers }, body });
    expect([reply.status, reply.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(problemIn(reply.body)).toMatchObject({ status, type: `urn:privacy-desk:problem:${kind}` });
    expect(cases(desk)).toEqual([]);
  });

  it('refuses the key of another body', async () => {
    const desk = createDesk();
    await postRequest(desk, ACCESS, 'k');
    const reply = await postRequest(desk, { ...ACCESS, language: 'en' }, 'k');
    expect(problemIn(reply.body).type).toBe('urn:privacy-desk:problem:idempotency-key-reused');
    expect(reply.status).toBe(422);
  });

  it('takes the last of two values under one name, for mail and case alike', async () => {
    const desk = createDesk();
    const body = JSON.stringify(ACCESS).replace('"email":', '"email":"eve@example.org","email":');
    expect((await desk.gateway({ route: API, headers: JSON_HEADERS, body })).status).toBe(202);
    await desk.settle();
    expect(desk.mailbox.sent.map(({ to }) => to)).toEqual(['jan@example.org']);
  });

  it('never breaks: any body gets an answer of two kilobytes at most and repeats nothing', async () => {
    const desk = createDesk();
    const bodies = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json({ maxDepth: 6 }),
      fc.anything({ maxDepth: 3 }).map((value) => JSON.stringify({ ...ACCESS, requester: value }) ?? 'x'),
      fc.constant('['.repeat(60_000)),
      fc.constant(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const reply = await desk.gateway({ route: API, headers: JSON_HEADERS, body });
        expect([202, 400, 413, 422]).toContain(reply.status);
        expect(Buffer.byteLength(reply.body)).toBeLessThanOrEqual(2048);
      }),
      { numRuns: 300 },
    );
    expect(cases(desk)).toEqual([]);
  });

  it('says in 503 that nothing was stored when the store is down', async () => {
    const desk = createDesk();
    desk.stores.desk.cases.put = () => {
      throw new RangeError('jan@example.org could not be stored');
    };
    const reply = await postRequest(desk, ACCESS);
    expect(problemIn(reply.body)).toMatchObject({ status: 503, type: 'urn:privacy-desk:problem:unavailable' });
    expect(reply.body + logLines.text()).not.toContain('jan@');
  });

  it('makes no rehearsal on a stage where time is real, and nothing else where it is not', async () => {
    const rehearsal = { caseStart: '2026-12-20T08:00:00+01:00', dayLastsSeconds: 10 };
    expect((await postRequest(createDesk(), { ...ACCESS, rehearsal })).status).toBe(422);
    const local = createDesk({ publicClock: { dayLastsSeconds: 10 } });
    await submit(local);
    expect(cases(local).map(({ clock }) => clock.kind)).toEqual(['rehearsal']);
  });

  it('makes a rehearsal at its own address, with the day it starts on', async () => {
    const desk = createDesk();
    const rehearsal = { caseStart: '2026-12-20T08:00:00+01:00', dayLastsSeconds: 10 };
    const body = JSON.stringify({ ...ACCESS, rehearsal });
    const reply = await desk.gateway({ route: 'POST /api/rehearsals', headers: JSON_HEADERS, body });
    expect(JSON.parse(reply.body)).toMatchObject({
      receivedAt: '2026-12-20T07:00:00.000Z',
      promisedDate: '2027-01-17',
    });
    await desk.settle();
    expect(desk.mailbox.sent.map(({ words }) => words.subject)).toEqual([expect.stringMatching(/^\[?OEFENING/)]);
  });
});

const send = (desk: Desk, fields: Readonly<Record<string, string>>) => desk.gateway(formCall('POST /request', fields));

describe('the form', () => {
  it('stores a request and shows its number and code', async () => {
    const desk = createDesk();
    const reply = await send(desk, FORM);
    const [stored] = cases(desk);
    expect(reply.status).toBe(200);
    expect(reply.body).toContain(stored?.caseNumber);
    expect(reply.body).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(stored?.receivedThrough).toBe('form');
  });

  it('stores one request when it is sent twice', async () => {
    const desk = createDesk();
    const replies = [await send(desk, FORM), await send(desk, FORM)];
    expect(replies[1]).toEqual(replies[0]);
    expect(cases(desk)).toHaveLength(1);
  });

  it('asks for one more press when something else is sent with the same form', async () => {
    const desk = createDesk();
    await send(desk, FORM);
    const reply = await send(desk, { ...FORM, name: 'Jan Jansen' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Jan Jansen');
    const [, key = ''] = /name="idempotencyKey"\s+value="([^"]+)"/.exec(reply.body) ?? [];
    expect(key).not.toBe(FORM.idempotencyKey);
    expect((await send(desk, { ...FORM, name: 'Jan Jansen', idempotencyKey: key })).status).toBe(200);
    expect(cases(desk)).toHaveLength(2);
  });

  it('takes several things at once, each with its text', async () => {
    const desk = createDesk();
    const body =
      'name=Jan&email=jan%40example.org&requestType=access&requestType=erasure&text.erasure=Alles&text.access=';
    await desk.gateway({ ...formCall('POST /request', {}), body });
    const [stored] = cases(desk);
    expect(stored?.parts.map(({ requestType }) => requestType)).toEqual(['access', 'erasure']);
    expect((await desk.stores.cases.findContent(stored?.caseNumber ?? ''))?.partTexts).toEqual({ '2': 'Alles' });
  });

  it('takes a letter that names nothing as a question', async () => {
    const desk = createDesk();
    await send(desk, { name: 'Jan', email: 'jan@example.org', message: 'Wat weet u van mij?' });
    expect(cases(desk)[0]?.parts.map(({ requestType }) => requestType)).toEqual(['question']);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['no address', { email: '' }],
    ['an address that is none', { email: 'jan@' }],
    ['nothing asked', { requestType: '' }],
    ['a name with a line break in it', { name: 'Jan\nBcc: eve@example.org' }],
    ['something nobody can ask', { requestType: 'money' }],
    ['the name of something every object has', { requestType: 'constructor' }],
    ['the prototype', { requestType: '__proto__' }],
    ['a relation nobody has', { relation: 'toString' }],
  ])('shows again what was typed with %s', async (_what, fields) => {
    const desk = createDesk();
    const asksNothing = 'requestType' in fields && fields.requestType === '';
    const typed = { ...FORM, ...fields, message: asksNothing ? '' : 'Mijn <b>brief</b>' };
    const reply = await send(desk, typed);
    expect(reply.status).toBe(422);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.body.includes('Mijn &lt;b&gt;brief&lt;/b&gt;')).toBe(!asksNothing);
    expect(cases(desk)).toEqual([]);
    expect(logLines.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('never breaks, whatever is in its fields', async () => {
    const desk = createDesk();
    const names = fc.oneof(
      fc.constantFrom(
        'name',
        'email',
        'phone',
        'requestType',
        'text.access',
        'text.__proto__',
        'message',
        'relation',
        'idempotencyKey',
        '__proto__',
        'constructor',
      ),
      fc.string(),
    );
    const values = fc.oneof(fc.constantFrom('access', 'constructor', 'jan@example.org'), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 40 }), async (fields) => {
        const body = new URLSearchParams(fields).toString();
        expect([200, 422]).toContain((await desk.gateway({ ...formCall('POST /request', {}), body })).status);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what is logged', () => {
  it('holds nothing a person wrote and no address, code or secret, in a whole life', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk, {
      language: 'nl',
      requester: { name: 'Wilhelmina Achterberg', email: 'wilhelmina@example.org', phone: '0612345678' },
      parts: [{ requestType: 'access', text: 'Geheimpje' }],
      message: 'Brievenbus',
    });
    await desk.runFor({ hours: 24 * 40 });
    await answer(desk, ANNA, caseNumber);
    await collect(desk, caseNumber, collectionCode);
    await confirm(desk, caseNumber);
    const log = logLines.text();
    expect(log).toContain(caseNumber);
    const secrets = desk.mailbox.sent.flatMap((mail) => desk.mailbox.linksOf(mail)).map(({ secret }) => secret);
    expect(secrets.length).toBeGreaterThan(10);
    for (const canary of [
      'Wilhelmina',
      'wilhelmina',
      'Achterberg',
      '0612345678',
      'Geheimpje',
      'Brievenbus',
      collectionCode,
      'Dit is het antwoord',
      '@cttelecom',
      ...secrets,
    ]) {
      expect(log).not.toContain(canary);
    }
    for (const line of logLines.lines) expect(JSON.stringify(line).length).toBeLessThanOrEqual(2048);
    expect(lastAbout(desk, 'answer_ready', caseNumber).words.subject).not.toContain('Achterberg');
  });
});
