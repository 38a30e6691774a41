import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { firstFault } from '../../../../domain/consents/consent-event.ts';
import { recordsOfAddress, stateOf } from '../../../../domain/consents/consent-record.ts';
import { manageConsentsRoutes } from '../../../../functions/manage-consents/routes.ts';
import { publicApiRoutes } from '../../../../functions/public-api/routes.ts';
import { subscriberApiRoutes } from '../../../../functions/subscriber-api/routes.ts';
import { createGateway, formCall, type Gateway } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { EVA, jsonCall, ONE_CLICK_REQUESTS, signUpWith, tokenFor } from '../../../support/desk/subscribers.ts';
import { interleaved, randomFrom } from '../../inbound-mail/rules/mail-acts.ts';

const TOPICS = ['nieuwsbrief', 'mailing'] as const;

/** A desk where Eva has signed up twice and pressed nothing yet; its clock ticks each time somebody looks. */
async function prepared() {
  const desk = createDesk();
  await signUpWith(desk);
  await signUpWith(desk);
  const [first, second] = desk.mailbox
    .of('confirm_consent', EVA)
    .map((mail) => desk.mailbox.secretIn(mail, 'confirm_consent'));
  await desk.runFor({ hours: 1 });
  let ticks = 0;
  Object.assign(desk.dependencies, {
    clock: {
      now: (): Temporal.Instant => {
        ticks += 1;
        return desk.clock.now().add({ milliseconds: ticks });
      },
    },
  });
  const gateway = () =>
    createGateway([
      manageConsentsRoutes(desk.dependencies),
      publicApiRoutes(desk.dependencies),
      subscriberApiRoutes(desk.dependencies),
    ]);
  return { desk, gateway, secrets: { first: first ?? '', second: second ?? '' } };
}
type Prepared = Awaited<ReturnType<typeof prepared>>;

const decision = (token: string, what: string) => ({
  ...formCall('POST /newsletter/confirm', { token }),
  query: { language: 'nl', decision: what, sent: '1' },
});
const ACTS: Readonly<Record<string, (at: Prepared, gateway: Gateway) => Promise<number>>> = {
  confirm: async ({ secrets }, gateway) => (await gateway(decision(secrets.first, 'confirm'))).status,
  'confirm the other mail': async ({ secrets }, gateway) => (await gateway(decision(secrets.second, 'confirm'))).status,
  decline: async ({ secrets }, gateway) => (await gateway(decision(secrets.first, 'decline'))).status,
  'one click': async ({ desk }, gateway) =>
    (
      await gateway({
        route: 'POST /unsubscribe/{token}',
        pathParameters: { token: tokenFor(desk, 'nieuwsbrief') },
        ...ONE_CLICK_REQUESTS.urlencoded,
      })
    ).status,
  'stop all': async (_at, gateway) =>
    (await gateway(jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA }))).status,
  object: async (_at, gateway) => {
    const body = {
      language: 'nl',
      requester: { name: 'Eva', email: EVA },
      parts: [{ requestType: 'marketing_objection' }],
    };
    return (await gateway(jsonCall('POST /api/requests', body, { 'idempotency-key': 'object-1' }))).status;
  },
};

/** What is on in the end by all that can be asked, and whether all of that says the same. */
async function standing(desk: Desk, gateway: Gateway) {
  const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
  const told = [];
  for (const topic of TOPICS) {
    const pathParameters = { topic };
    const page = await gateway({ route: 'GET /api/topics/{topic}/subscribers', pathParameters });
    const check = await gateway({ ...jsonCall('POST /api/topics/{topic}/check', { emails: [EVA] }), pathParameters });
    told.push({
      topic,
      exported: page.body.includes(`"${EVA}"`),
      checked: check.body.includes('"mayMail":true'),
      recorded: records.some((record) => record.topic === topic && stateOf(record) === 'given'),
      listed: desk.stores.desk.lists.list().some((line) => line.topic === topic),
    });
  }
  return told;
}
const onOf = (told: Awaited<ReturnType<typeof standing>>) =>
  told
    .filter(({ exported }) => exported)
    .map(({ topic }) => topic)
    .join(' ');

async function inOrder(order: readonly string[]) {
  const at = await prepared();
  const gateway = at.gateway();
  for (const act of order) expect(await ACTS[act]?.(at, gateway)).toBeLessThan(500);
  return standing(at.desk, gateway);
}

function ordersOf(acts: readonly string[]): readonly (readonly string[])[] {
  if (acts.length <= 1) return [acts];
  return acts.flatMap((act, index) =>
    ordersOf(acts.filter((_, other) => other !== index)).map((rest) => [act].concat(rest)),
  );
}

const TOGETHER: readonly (readonly string[])[] = [
  ['confirm', 'confirm the other mail'],
  ['confirm', 'one click'],
  ['confirm', 'stop all'],
  ['confirm', 'object'],
  ['confirm', 'decline'],
  ['confirm', 'confirm the other mail', 'stop all'],
  ['confirm', 'one click', 'object'],
];

describe.each(TOGETHER.map((acts) => [acts.join(', '), acts] as const))('%s', (_name, acts) => {
  it('one after the other, in every order: the last word counts, and everything says the same', async () => {
    for (const order of ordersOf(acts)) {
      const told = await inOrder(order);
      for (const { exported, checked, recorded, listed } of told) {
        expect([order, checked, recorded, listed]).toEqual([order, exported, exported, exported]);
      }
      const stops = order.findLastIndex((act) => act === 'stop all' || act === 'object');
      const gives = order.findLastIndex((act) => act.startsWith('confirm'));
      const isGiven = gives > stops && order.at(-1) !== 'one click' && order[0] !== 'decline';
      expect([order, stops > gives && onOf(told) !== '']).toEqual([order, false]);
      expect([order, isGiven && told[1]?.exported !== true]).toEqual([order, false]);
    }
  });

  it('at the same moment, call by call: who may be mailed is as if one came after the other', async () => {
    const possible = new Set<string>();
    for (const order of ordersOf(acts)) possible.add(onOf(await inOrder(order)));
    for (let seed = 1; seed <= 20; seed += 1) {
      const { desk, told, settled } = await atOnce(acts, seed);
      for (const each of settled) {
        expect([seed, each.status === 'fulfilled' && (each.value ?? 500) < 500]).toEqual([seed, true]);
      }
      expect([seed, possible.has(onOf(told))]).toEqual([seed, true]);
      for (const { exported, checked } of told) expect([seed, checked]).toEqual([seed, exported]);
      const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
      for (const { events } of records) expect(firstFault(events)).toBeUndefined();
      expect(records.length).toBeLessThanOrEqual(2);
    }
  });

  it('at the same moment, call by call: record and list say the same as the export', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { told } = await atOnce(acts, seed);
      for (const { topic, exported, recorded, listed } of told) {
        expect([seed, topic, { recorded, listed }]).toEqual([seed, topic, { recorded: exported, listed: exported }]);
      }
    }
  });
});

async function atOnce(acts: readonly string[], seed: number) {
  const at = await prepared();
  const pending = acts.map((act) => async () => ACTS[act]?.(at, at.gateway()));
  const settled = await interleaved(at.desk, pending, randomFrom(seed * 104_729));
  return { desk: at.desk, settled, told: await standing(at.desk, at.gateway()) };
}

it('one secret pressed many times at the same moment gives consent once, with one receipt', async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const at = await prepared();
    const press = async () => ACTS['confirm']?.(at, at.gateway());
    const settled = await interleaved(at.desk, [press, press, press, press], randomFrom(seed * 7));
    for (const each of settled) expect(each).toMatchObject({ status: 'fulfilled' });
    await at.desk.settle();
    const given = at.desk.stores.desk.consentEvents.list().filter(({ type }) => type === 'given');
    expect(given).toHaveLength(2);
    expect(at.desk.mailbox.of('consent_receipt', EVA)).toHaveLength(1);
  }
});
