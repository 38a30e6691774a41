import { beforeEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../../contracts/http/problem.ts';
import { recordsOfAddress } from '../../domain/consents/consent-record.ts';
import { findTopic, shownText } from '../../domain/consents/wording.ts';
import { manageConsentsRoutes } from '../../functions/manage-consents/routes.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { createGateway, formCall } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  aSignUp,
  EVA,
  jsonCall,
  signUpWith,
  storedConsents,
  subscribe,
  topicsOn,
  ADDRESSES,
  deskWithAddresses,
} from '../support/desk/subscribers.ts';

const API = 'POST /api/consents';
const problemIn = (body: string) => problemSchema.parse(JSON.parse(body));
const stop = (more: object) => jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA, ...more });

beforeEach(() => logLines.clear());

/** The desk's public doors of consent, telling every call they make of a store. */
function watched(desk: Desk) {
  const calls: string[] = [];
  const watch = <Store extends object>(name: string, store: Store): Store =>
    Object.fromEntries(
      Object.entries(store).map(([method, call]) => [
        method,
        (...given: unknown[]) => {
          calls.push(`${name}.${method}`);
          return (call as (...all: unknown[]) => unknown)(...given);
        },
      ]),
    ) as Store;
  const { consents, tokens, limiter } = desk.dependencies;
  const gateway = createGateway([
    manageConsentsRoutes({
      ...desk.dependencies,
      consents: watch('consents', consents),
      tokens: watch('tokens', tokens),
      limiter: watch('limiter', limiter),
    }),
  ]);
  return { calls, gateway };
}

describe('signing up through the API', () => {
  it.each([
    [API, aSignUp],
    ['POST /api/consents/withdraw', (more: object) => ({ language: 'nl', ...more })],
  ])('%s: answers new, known and suppressed addresses the same, to the byte', async (route, body) => {
    const desk = await deskWithAddresses();
    const replies = [];
    for (const email of ADDRESSES) replies.push(await desk.gateway(jsonCall(route, body({ email }))));
    expect(replies[0]).toMatchObject({ status: 202, body: '{"status":"accepted"}' });
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
  });

  it('does the same work for each of them', async () => {
    const desk = await deskWithAddresses();
    const work = [];
    for (const email of ADDRESSES) {
      const { calls, gateway } = watched(desk);
      await gateway(jsonCall(API, aSignUp({ email })));
      work.push(calls);
    }
    expect(work[0]).toEqual(['limiter.take', 'consents.addSignUp']);
    expect(work[1]).toEqual(work[0]);
    expect(work[2]).toEqual(work[0]);
  });

  it('keeps the literal words and their hash with the consent, once the holder has pressed', async () => {
    const desk = createDesk();
    await subscribe(desk);
    const [mailing, newsletter] = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    const topic = findTopic(ctTelecom, 'nieuwsbrief');
    expect(newsletter?.events.map(({ type }) => type)).toEqual(['requested', 'given']);
    expect(newsletter?.events[0]).toMatchObject({
      method: 'api',
      ageDeclared: 16,
      shown: topic === undefined ? null : shownText(topic, 'nl'),
    });
    expect(mailing?.topic).toBe('mailing');
  });

  it.each([
    ['another age statement', { ageConfirmed: false }, '/ageConfirmed', 'age_not_confirmed'],
    ['no age statement', { ageConfirmed: undefined }, '/ageConfirmed', 'age_not_confirmed'],
    ['a text as age statement', { ageConfirmed: 'true' }, '/ageConfirmed', 'age_not_confirmed'],
    ['no topic', { topics: [] }, '/topics', 'too_small'],
    ['a topic twice', { topics: ['mailing', 'mailing'] }, '/topics', 'duplicate'],
    ['a topic nobody has', { topics: ['spam'] }, '/topics/0', 'invalid_value'],
    ['everything at once', { topics: ['all'] }, '/topics/0', 'invalid_value'],
    ['no address', { email: 'eva' }, '/email', 'invalid_format'],
    ['a language nobody speaks', { language: 'de' }, '/language', 'invalid_value'],
    ['a field nobody knows', { source: 'x' }, '', 'unrecognized_keys'],
  ])('refuses %s and stores nothing', async (_what, overrides, pointer, code) => {
    const desk = createDesk();
    const before = storedConsents(desk);
    const reply = await signUpWith(desk, overrides);
    expect(reply.status).toBe(422);
    expect(problemIn(reply.body).errors).toContainEqual({ pointer, code });
    expect(storedConsents(desk)).toBe(before);
  });

  it('takes an Idempotency-Key where there is one: the same call once more orders no second mail', async () => {
    const desk = createDesk();
    const call = jsonCall(API, aSignUp(), { 'idempotency-key': 'k-1' });
    const [first, second] = [await desk.gateway(call), await desk.gateway(call)];
    const other = await desk.gateway(jsonCall(API, aSignUp({ topics: ['mailing'] }), { 'idempotency-key': 'k-1' }));
    await desk.settle();
    expect(second).toEqual(first);
    expect(problemIn(other.body).type).toBe('urn:privacy-desk:problem:idempotency-key-reused');
    expect(desk.mailbox.of('confirm_consent', EVA)).toHaveLength(1);
    expect((await desk.gateway(jsonCall(API, aSignUp(), { 'idempotency-key': '' }))).status).toBe(400);
  });

  it('counts what one caller sends, for signing up and stopping alike', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 2 });
    expect((await desk.gateway(jsonCall(API, aSignUp()))).status).toBe(202);
    expect((await desk.gateway(stop({}))).status).toBe(202);
    expect((await desk.gateway(stop({}))).status).toBe(429);
    const form = { formId: 'AbCdEfGhIjKlMnOpQrStUv', topic: 'mailing', email: EVA, age: 'on' };
    expect((await desk.gateway(formCall('POST /newsletter', form))).status).toBe(429);
    expect((await desk.gateway({ ...stop({}), from: '198.51.100.9' })).status).toBe(202);
  });

  it('logs no address', async () => {
    const desk = createDesk();
    await subscribe(desk);
    await desk.gateway(stop({}));
    expect(logLines.lines.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['SIGN_UP_STORED', 'CONSENT_WITHDRAWN']),
    );
    expect(logLines.text()).not.toContain('eva');
  });
});

describe('stopping through the API', () => {
  it('stops all, or the topics named, without asking who calls', async () => {
    const desk = createDesk();
    await subscribe(desk);
    await desk.gateway(stop({ topics: ['mailing'] }));
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
    await desk.gateway(stop({}));
    expect(await topicsOn(desk)).toEqual([]);
    expect((await desk.gateway(stop({ topics: [] }))).status).toBe(422);
  });
});
