import { describe, expect, it } from 'vitest';
import { memoryKeys } from '../../../../adapters/memory/memory-desk.ts';
import { recordsOfAddress, stateOf } from '../../../../domain/consents/consent-record.ts';
import { formCall } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { ANNA, decideOnDesk, signIn, submit } from '../../../support/desk/people.ts';
import {
  BOTH,
  EVA,
  jsonCall,
  oneClick,
  openToken,
  pressStop,
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
const WAYS: readonly (readonly [string, (desk: Desk) => Promise<unknown>, string])[] = [
  ['the link in a mail', (desk) => pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'all' }), 'preferences'],
  [
    'one click of each topic',
    async (desk) => {
      for (const topic of BOTH) await oneClick(desk, tokenFor(desk, topic), 'multipart');
    },
    'one_click',
  ],
  ['the API', (desk) => desk.gateway(jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA })), 'api'],
  [
    'staff, for a caller',
    async (desk) => {
      const cookie = await signIn(desk, ANNA);
      await desk.gateway(formCall('POST /desk/consents', { email: EVA, stop: 'all' }, { cookie }));
    },
    'staff',
  ],
  [
    'an objection through the form of requests',
    (desk) =>
      submit(desk, {
        language: 'nl',
        requester: { name: 'Eva', email: EVA },
        parts: [{ requestType: 'marketing_objection' }],
      }),
    'case',
  ],
  [
    'a withdrawal through the form of requests',
    (desk) =>
      submit(desk, {
        language: 'nl',
        requester: { name: 'Eva', email: EVA },
        parts: [{ requestType: 'consent_withdrawal' }],
      }),
    'case',
  ],
];

describe.each(WAYS)('stopping by %s', (_way, stop, through) => {
  it('is in force when it answers: on the record, off the list, suppressed', async () => {
    const desk = await deskWithEva();
    await stop(desk);
    for (const topic of BOTH) {
      expect(await listed(desk, topic)).toEqual([]);
      expect(await checked(desk, topic)).toBe('suppressed');
    }
    expect(desk.stores.desk.lists.list()).toEqual([]);
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    expect(records.map(stateOf)).toEqual(['withdrawn', 'withdrawn']);
    for (const { events } of records) expect(events.at(-1)).toMatchObject({ type: 'withdrawn', through });
  });

  it('is confirmed by one mail at most for each press, and a second press mails nothing', async () => {
    const desk = await deskWithEva();
    await stop(desk);
    await desk.settle();
    const first = desk.mailbox.of('consent_withdrawn', EVA).length + desk.mailbox.of('marketing_stopped', EVA).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(through === 'one_click' ? 2 : 1);
    await desk.runFor({ hours: 1 });
    // Another request is another case, and has a mail of its own.
    if (through !== 'case') await stop(desk);
    await desk.settle();
    expect(desk.mailbox.of('consent_withdrawn', EVA).length).toBeLessThanOrEqual(first);
    await desk.runFor({ hours: 24 * 40 });
    expect(desk.mailbox.of('consent_withdrawn', EVA).length + desk.mailbox.of('marketing_stopped', EVA).length).toBe(
      through === 'case' ? 1 : first,
    );
  });

  it('survives a restore of the desk to before it, since the ledger is not rolled back', async () => {
    const desk = await deskWithEva();
    const { consentEvents, subscribers, lists } = desk.stores.desk;
    const before = { events: consentEvents.list(), people: subscribers.list(), lines: lists.list() };
    await stop(desk);
    restore(desk, before);
    for (const topic of BOTH) {
      expect(await listed(desk, topic)).toEqual([]);
      expect(await checked(desk, topic)).toBe('suppressed');
    }
  });

  it('survives the erasure of the address and all its records', async () => {
    const desk = await deskWithEva();
    await stop(desk);
    restore(desk, { events: [], people: [], lines: [] });
    for (const topic of BOTH) expect(await checked(desk, topic)).toBe('suppressed');
    const body = { dryRun: false, lines: [{ line: 1, email: EVA, givenAt: '2024-03-01', source: 's', wording: 'w' }] };
    const reply = await desk.gateway({
      ...jsonCall('POST /api/topics/{topic}/imports', body),
      pathParameters: { topic: 'nieuwsbrief' },
    });
    expect(JSON.parse(reply.body)).toEqual({ results: [{ line: 1, outcome: 'refused', code: 'suppressed' }] });
  });
});

type Stored = Desk['stores']['desk'];
interface Snapshot {
  readonly events: ReturnType<Stored['consentEvents']['list']>;
  readonly people: ReturnType<Stored['subscribers']['list']>;
  readonly lines: ReturnType<Stored['lists']['list']>;
}

/** The desk table is as it was; the ledger, where suppressions are, stays. */
function restore(desk: Desk, { events, people, lines }: Snapshot): void {
  const { stores } = desk;
  const keys = stores.desk;
  for (const event of keys.consentEvents.list()) keys.consentEvents.delete(eventKey(event));
  for (const event of events) keys.consentEvents.put(eventKey(event), event);
  for (const { contact } of keys.subscribers.list()) keys.subscribers.delete(`${contact.kid} ${contact.mac}`);
  for (const person of people) keys.subscribers.put(`${person.contact.kid} ${person.contact.mac}`, person);
  for (const line of keys.lists.list()) keys.lists.delete(lineKey(line));
  for (const line of lines) keys.lists.put(lineKey(line), line);
  expect(keys.consentEvents.list()).toHaveLength(events.length);
  expect(keys.lists.list()).toHaveLength(lines.length);
}
const eventKey = memoryKeys.consentEvent;
const lineKey = memoryKeys.listEntry;

describe('an objection by a case', () => {
  it('ends every consent in the transaction that makes the case, and names the case on the record', async () => {
    const desk = await deskWithEva();
    const { caseNumber } = await submit(desk, {
      language: 'nl',
      requester: { name: 'Eva', email: 'EVA@example.org' },
      parts: [{ requestType: 'marketing_objection' }],
    });
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    for (const { events } of records) {
      expect(events.at(-1)).toMatchObject({ type: 'withdrawn', reason: 'objected', through: 'case', caseNumber });
    }
    const receipt = await openToken(desk, tokenFor(desk, 'nieuwsbrief'), '/receipt');
    expect(receipt.status).toBe(200);
    expect(receipt.body).not.toContain('Toestemming geldt');
  });

  it('leaves everything as it was when the case cannot be stored', async () => {
    const desk = await deskWithEva();
    const before = storedConsents(desk);
    Object.assign(desk.dependencies, {
      intake: { ...desk.dependencies.intake, create: async () => Promise.reject(new Error('down')) },
    });
    const body = {
      language: 'nl',
      requester: { name: 'Eva', email: EVA },
      parts: [{ requestType: 'marketing_objection' }],
    };
    const reply = await desk.gateway(jsonCall('POST /api/requests', body, { 'idempotency-key': 'k-object' }));
    expect(reply.status).toBeGreaterThanOrEqual(500);
    expect(storedConsents(desk)).toBe(before);
  });

  it('that staff add to a case later ends them as well', async () => {
    const desk = await deskWithEva();
    const { caseNumber } = await submit(desk, {
      language: 'nl',
      requester: { name: 'Eva', email: EVA },
      parts: [{ requestType: 'access' }],
    });
    await decideOnDesk(desk, ANNA, 'accept', caseNumber);
    expect(await topicsOn(desk)).toHaveLength(2);
    const reply = await decideOnDesk(desk, ANNA, 'add_part', caseNumber, { to: 'marketing_objection' });
    expect(reply.status).toBe(200);
    expect(await topicsOn(desk)).toEqual([]);
  });
});
