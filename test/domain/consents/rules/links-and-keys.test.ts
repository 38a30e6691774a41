import { describe, expect, it } from 'vitest';
import { recordsOfAddress } from '../../../../domain/consents/consent-record.ts';
import { manageConsentsRoutes } from '../../../../functions/manage-consents/routes.ts';
import { subscriberApiRoutes } from '../../../../functions/subscriber-api/routes.ts';
import { createGateway, formCall, type HttpCall } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { createTestKeys } from '../../../support/desk/test-keys.ts';
import { submit } from '../../../support/desk/people.ts';
import {
  BOTH,
  decide,
  EVA,
  jsonCall,
  ONE_CLICK_REQUESTS,
  oneClick,
  pressStop,
  signUpSecret,
  signUpWith,
  storedConsents,
  subscribe,
  tokenFor,
  topicsOn,
} from '../../../support/desk/subscribers.ts';

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ minutes: 1 });
  return desk;
}
const checked = async (desk: Desk, topic: string, email: string = EVA, gateway = desk.gateway) => {
  const call = jsonCall('POST /api/topics/{topic}/check', { emails: [email] });
  const reply = await gateway({ ...call, pathParameters: { topic } });
  return (JSON.parse(reply.body) as { results: { reason: string }[] }).results[0]?.reason;
};
const listed = async (desk: Desk, topic: string, gateway = desk.gateway) => {
  const reply = await gateway({ route: 'GET /api/topics/{topic}/subscribers', pathParameters: { topic } });
  return (JSON.parse(reply.body) as { subscribers: { email: string }[] }).subscribers.map(({ email }) => email);
};
const oneClickCall = (token: string): HttpCall => ({
  route: 'POST /unsubscribe/{token}',
  pathParameters: { token },
  ...ONE_CLICK_REQUESTS.urlencoded,
});
/** From now on the desk has another ring of keys. */
function rotate(desk: Desk, kids: readonly string[]) {
  Object.assign(desk.dependencies, { keys: createTestKeys(kids) });
  return createGateway([manageConsentsRoutes(desk.dependencies), subscriberApiRoutes(desk.dependencies)]);
}

describe('after a key was replaced', () => {
  it('links of before stop what was given before', async () => {
    for (const call of [
      (token: string) => oneClickCall(token),
      (token: string): HttpCall => ({
        ...formCall('POST /unsubscribe/{token}', { stop: 'all' }),
        pathParameters: { token },
      }),
    ]) {
      const desk = await deskWithEva();
      const token = tokenFor(desk, 'nieuwsbrief');
      const gateway = rotate(desk, ['k1', 'k2']);
      expect((await gateway(call(token))).status).toBe(200);
      expect(await topicsOn(desk)).not.toContain('nieuwsbrief');
      expect(await checked(desk, 'nieuwsbrief', EVA, gateway)).toBe('suppressed');
    }
  });

  it('a press on "stop all" in a mail of before ends also what was given since, on the record and the list', async () => {
    const desk = createDesk();
    await subscribe(desk, { topics: ['mailing'] });
    const old = tokenFor(desk, 'mailing');
    await desk.runFor({ hours: 1 });
    const gateway = rotate(desk, ['k1', 'k2']);
    await gateway(
      jsonCall('POST /api/consents', { language: 'nl', email: EVA, topics: ['nieuwsbrief'], ageConfirmed: true }),
    );
    await desk.settle();
    const call = formCall('POST /newsletter/confirm', { token: signUpSecret(desk) });
    await gateway({ ...call, query: { language: 'nl', decision: 'confirm', sent: '1' } });
    expect(await topicsOn(desk)).toHaveLength(2);
    await desk.runFor({ hours: 1 });
    await gateway({ ...formCall('POST /unsubscribe/{token}', { stop: 'all' }), pathParameters: { token: old } });
    for (const topic of BOTH) expect(await checked(desk, topic, EVA, gateway)).toBe('suppressed');
    expect(await topicsOn(desk)).toEqual([]);
    expect(desk.stores.desk.lists.list()).toEqual([]);
  });

  it('who stopped before is still stopped, and who signs up again is on once', async () => {
    const desk = await deskWithEva();
    await oneClick(desk, tokenFor(desk, 'nieuwsbrief'));
    await desk.runFor({ hours: 1 });
    const gateway = rotate(desk, ['k1', 'k2']);
    expect(await checked(desk, 'nieuwsbrief', EVA, gateway)).toBe('suppressed');
    expect(await checked(desk, 'mailing', EVA, gateway)).toBe('subscribed');
    await gateway(jsonCall('POST /api/consents', { language: 'nl', email: EVA, topics: BOTH, ageConfirmed: true }));
    await desk.settle();
    const call = formCall('POST /newsletter/confirm', { token: signUpSecret(desk) });
    await gateway({ ...call, query: { language: 'nl', decision: 'confirm', sent: '1' } });
    for (const topic of BOTH) expect(await listed(desk, topic, gateway)).toEqual([EVA]);
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    expect(records).toHaveLength(2);
  });
});

type Visit = (desk: Desk, route: string, more: object) => Promise<unknown>;
const get: Visit = (desk, route, more) => desk.gateway({ route: `GET ${route}`, ...more });

describe('whatever a scanner does with the links of a mail', () => {
  const PERSONAS: readonly (readonly [string, Visit])[] = [
    ['HEAD', (desk, route, more) => desk.gateway({ route: `HEAD ${route}`, ...more })],
    ['GET', get],
    [
      'GET five times',
      async (desk, route, more) => {
        for (let count = 0; count < 5; count += 1) await get(desk, route, more);
      },
    ],
    [
      'GET with a query of its own',
      (desk, route, more) =>
        desk.gateway({
          route: `GET ${route}`,
          ...more,
          query: { language: 'nl', decision: 'confirm', sent: '1', stop: 'all' },
        }),
    ],
    [
      'an empty POST from elsewhere',
      (desk, route, more) => desk.gateway({ route: `POST ${route}`, ...more, body: '' }),
    ],
  ];

  it.each(PERSONAS)('%s: nothing changes, and the person succeeds afterwards', async (_persona, visit) => {
    const desk = createDesk();
    await signUpWith(desk);
    const asks = desk.mailbox.last('confirm_consent', EVA);
    const before = storedConsents(desk);
    const tokens = JSON.stringify(desk.stores.desk.tokens.list());
    for (const { page } of desk.mailbox.linksOf(asks)) await visit(desk, page, {});
    expect(storedConsents(desk)).toBe(before);
    expect(JSON.stringify(desk.stores.desk.tokens.list())).toBe(tokens);
    await decide(desk, signUpSecret(desk), 'confirm');
    expect(await topicsOn(desk)).toHaveLength(2);

    await desk.runFor({ minutes: 1 });
    const { unsubscribe, words } = desk.mailbox.last('consent_receipt', EVA);
    const token = /\/unsubscribe\/([^/?"\s]+)/.exec(unsubscribe?.url ?? '')?.[1] ?? '';
    expect(words.text).toContain(token);
    const given = storedConsents(desk);
    for (const more of ['', '/receipt', '/receipt.json']) {
      await visit(desk, `/unsubscribe/{token}${more}`, { pathParameters: { token } });
    }
    expect(storedConsents(desk)).toBe(given);
    expect((await oneClick(desk, token)).status).toBe(200);
    // The receipt is about both topics, so its address stops both.
    expect(await topicsOn(desk)).toHaveLength(0);
  });
});

describe('the headers of newsletter mail', () => {
  it('are on the receipt and on what the tool is told to send, and on no other mail', async () => {
    const desk = await deskWithEva();
    await pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'all' });
    await submit(desk, { language: 'nl', requester: { name: 'Eva', email: EVA }, parts: [{ requestType: 'access' }] });
    const withHeaders = desk.mailbox.sent.filter(({ unsubscribe }) => unsubscribe !== undefined);
    expect(withHeaders.map(({ order }) => order.template)).toEqual(['consent_receipt']);
    expect(withHeaders[0]?.unsubscribe?.url).toMatch(/^https:\/\/desk\.example\.nl\/unsubscribe\/[A-Za-z0-9._-]+$/);
    expect(withHeaders[0]?.unsubscribe?.url).not.toMatch(/eva|example\.org/);
  });
});
