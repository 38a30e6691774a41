import { beforeEach, describe, expect, it } from 'vitest';
import { recordsOfAddress } from '../../domain/consents/consent-record.ts';
import { manageConsentsRoutes } from '../../functions/manage-consents/routes.ts';
import { createGateway } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { createTestKeys } from '../support/desk/test-keys.ts';
import {
  BOTH,
  EVA,
  ONE_CLICK_REQUESTS,
  oneClick,
  openToken,
  storedConsents,
  subscribe,
  tokenFor,
  topicsOn,
} from '../support/desk/subscribers.ts';

const KINDS = ['urlencoded', 'multipart'] as const;

beforeEach(() => logLines.clear());

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  return desk;
}
const eventsOf = async (desk: Desk) =>
  (await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA)).flatMap(({ events }) => events);

describe('one click of a mail provider (RFC 8058)', () => {
  it.each(KINDS)('stops that topic in one request, %s, with no cookie, no redirect and no address', async (kind) => {
    const desk = await deskWithEva();
    const reply = await oneClick(desk, tokenFor(desk, 'nieuwsbrief'), kind);
    expect(reply.status).toBe(200);
    expect(reply.headers).not.toHaveProperty('set-cookie');
    expect(reply.headers).not.toHaveProperty('location');
    expect(reply.body + JSON.stringify(reply.headers)).not.toContain(EVA);
    expect(await topicsOn(desk)).toEqual(['mailing']);
    expect((await eventsOf(desk)).at(-1)).toMatchObject({
      type: 'withdrawn',
      through: 'one_click',
      reason: 'withdrawn',
      by: { kind: 'requester' },
    });
  });

  it.each(KINDS)('answers 200 again and again, the same to the byte, and mails once: %s', async (kind) => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    const first = await oneClick(desk, token, kind);
    const before = storedConsents(desk);
    for (let again = 0; again < 4; again += 1) expect(await oneClick(desk, token, kind)).toEqual(first);
    expect(storedConsents(desk)).toBe(before);
    expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
  });

  it('takes a body that a gateway hands over in base 64, bare line feeds, and a folded content type', async () => {
    const { headers, body } = ONE_CLICK_REQUESTS.multipart;
    for (const call of [
      { body: Buffer.from(body).toString('base64'), isBase64Encoded: true },
      { body: body.replaceAll('\r\n', '\n') },
      { headers: { 'Content-Type': headers['content-type'].replace('; ', ';\r\n   ') } },
    ]) {
      const desk = await deskWithEva();
      expect((await oneClick(desk, tokenFor(desk, 'mailing'), 'multipart', call)).status).toBe(200);
      expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
    }
  });

  it('comes from anywhere', async () => {
    const desk = await deskWithEva();
    const headers = {
      ...ONE_CLICK_REQUESTS.urlencoded.headers,
      origin: 'https://mail.example.com',
      'sec-fetch-site': 'cross-site',
    };
    expect((await oneClick(desk, tokenFor(desk, 'mailing'), 'urlencoded', { headers })).status).toBe(200);
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
  });

  it('is not limited: providers send many from few addresses', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 1 });
    await subscribe(desk);
    const tokens = BOTH.map((topic) => tokenFor(desk, topic));
    const statuses = [];
    for (const token of [...tokens, ...tokens, ...tokens]) statuses.push((await oneClick(desk, token)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await topicsOn(desk)).toEqual([]);
  });

  it.each([
    ['nothing', '', 422],
    ['another value', 'List-Unsubscribe=Two-Clicks', 422],
    ['another name', 'list-unsubscribe=One-Click', 422],
    ['both ways at once', 'List-Unsubscribe=One-Click&stop=all', 422],
    ['two values', 'List-Unsubscribe=One-Click&List-Unsubscribe=One-Click', 422],
    ['anything else', 'a=b', 422],
  ])('does nothing for a body with %s', async (_what, body, status) => {
    const desk = await deskWithEva();
    const before = storedConsents(desk);
    const reply = await oneClick(desk, tokenFor(desk, 'nieuwsbrief'), 'urlencoded', { body });
    expect([reply.status, reply.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(storedConsents(desk)).toBe(before);
  });

  it.each([
    ['JSON', 'application/json', '{"List-Unsubscribe":"One-Click"}', 415],
    ['text', 'text/plain', 'List-Unsubscribe=One-Click', 415],
    ['parts without a boundary', 'multipart/form-data', ONE_CLICK_REQUESTS.multipart.body, 400],
    ['parts of another boundary', 'multipart/form-data; boundary=x', ONE_CLICK_REQUESTS.multipart.body, 400],
  ])('does nothing for %s', async (_what, contentType, body, status) => {
    const desk = await deskWithEva();
    const before = storedConsents(desk);
    const headers = { 'content-type': contentType };
    const reply = await oneClick(desk, tokenFor(desk, 'nieuwsbrief'), 'urlencoded', { headers, body });
    expect(reply.status).toBe(status);
    expect(reply.body).not.toContain('One-Click');
    expect(storedConsents(desk)).toBe(before);
  });

  it('works from a mail of years ago', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    await desk.runFor({ hours: 24 * 800 });
    expect((await oneClick(desk, token)).status).toBe(200);
    expect(await topicsOn(desk)).toEqual(['mailing']);
  });

  it('works with a token of a key that was replaced, and not with one of a key that is gone', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    const call = { route: 'POST /unsubscribe/{token}', pathParameters: { token }, ...ONE_CLICK_REQUESTS.urlencoded };
    const withKeys = (kids: readonly string[]) =>
      createGateway([manageConsentsRoutes({ ...desk.dependencies, keys: createTestKeys(kids) })]);
    expect((await withKeys(['k2'])(call)).status).toBe(404);
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
    expect((await withKeys(['k1', 'k2'])(call)).status).toBe(200);
    expect(await topicsOn(desk)).toEqual(['mailing']);
  });

  it('counts when the person never consented or the proof is gone, and stays in force', async () => {
    const desk = createDesk();
    expect((await oneClick(desk, tokenFor(desk, 'nieuwsbrief'))).status).toBe(200);
    expect(desk.stores.desk.suppressions.list()).toMatchObject([{ scope: 'nieuwsbrief', channel: 'email' }]);
  });

  it('logs neither token nor address', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    await oneClick(desk, token);
    await oneClick(desk, token, 'urlencoded', { body: 'a=b' });
    await openToken(desk, `${token}x`);
    expect(logLines.lines.map(({ route }) => route)).toContain('POST /unsubscribe/{token}');
    for (const part of [...token.split('.').filter((each) => each.length > 12), 'eva']) {
      expect(logLines.text()).not.toContain(part);
    }
  });
});
