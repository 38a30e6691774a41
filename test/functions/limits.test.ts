import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../contracts/http/problem.ts';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ACCESS, submit } from '../support/desk/people.ts';

let keys = 0;
function post(desk: Desk, from: string, route = 'POST /api/requests', extra = {}) {
  keys += 1;
  const headers = { 'content-type': 'application/json', 'idempotency-key': `limit-${keys}` };
  return desk.gateway({ route, headers, body: JSON.stringify({ ...ACCESS, ...extra }), from });
}
const statusesOf = async (desk: Desk, callers: readonly string[]) => {
  const statuses: number[] = [];
  for (const from of callers) statuses.push((await post(desk, from)).status);
  return statuses;
};

describe('one caller', () => {
  it('may send so many requests an hour and is told when to come back', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 2, start: '2026-03-02T09:00:00Z' });
    expect(await statusesOf(desk, ['198.51.100.1', '198.51.100.1'])).toEqual([202, 202]);
    const refused = await post(desk, '198.51.100.1');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    const { type, detail } = problemSchema.parse(JSON.parse(refused.body));
    expect(type).toBe('urn:privacy-desk:problem:too-many-requests');
    expect(detail).toMatch(/088-2350000.*Rooseveltstraat 76/);
    expect(desk.stores.desk.cases.list()).toHaveLength(2);
    await desk.runFor({ hours: 1 });
    expect((await post(desk, '198.51.100.1')).status).toBe(202);
  });

  it('takes nothing from another', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 1 });
    expect(await statusesOf(desk, ['198.51.100.1', '198.51.100.1', '198.51.100.2'])).toEqual([202, 429, 202]);
  });

  it('is one network when it comes from IPv6, however the address is written', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 1 });
    const callers = ['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff::9', '2001:db8:1:3::1', '2001:db8::1', '::1'];
    expect(await statusesOf(desk, callers)).toEqual([202, 429, 202, 202, 202]);
  });

  it('is counted for the form as well, and shown a page', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 1 });
    const fields = { name: 'Jan', email: 'jan@example.org', requestType: 'access' };
    const send = () => desk.gateway({ ...formCall('POST /request', fields), from: '198.51.100.1' });
    expect((await send()).status).toBe(200);
    const refused = await send();
    expect([refused.status, refused.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(refused.body).toMatch(/088-2350000[^]*Rooseveltstraat 76/);
  });

  it('is known by a keyed hash and by no address', async () => {
    const desk = createDesk();
    await post(desk, '198.51.100.77');
    expect(JSON.stringify([...desk.stores.desk.rates])).toContain('caller-');
    expect(JSON.stringify([...desk.stores.desk.rates, desk.log.lines])).not.toContain('198.51.100.77');
  });
});

describe('a rehearsal beside real cases', () => {
  const rehearsal = { caseStart: '2026-12-20T08:00:00+01:00', dayLastsSeconds: 60 };
  const asked = (email: string) => ({ rehearsal, requester: { ...ACCESS.requester, email } });

  it('is taken for addresses of its own mail domain only', async () => {
    const desk = createDesk({ rehearsalMailDomain: 'rehearsal.example.nl' });
    const send = (email: string) => post(desk, '198.51.100.1', 'POST /api/rehearsals', asked(email));
    expect((await send('jan@rehearsal.example.nl')).status).toBe(202);
    for (const email of ['jan@example.org', 'jan@evil-rehearsal.example.nl', 'jan@sub.rehearsal.example.nl']) {
      expect((await send(email)).status).toBe(422);
    }
  });

  it('writes to nobody outside that domain in its whole life', async () => {
    const desk = createDesk({ rehearsalMailDomain: 'rehearsal.example.nl' });
    await post(desk, '198.51.100.1', 'POST /api/rehearsals', asked('jan@rehearsal.example.nl'));
    await desk.settle();
    const token = desk.mailbox.secretIn(desk.mailbox.last('confirm_request'), 'confirm');
    await desk.gateway(formCall('POST /confirm', { token }));
    await desk.runFor({ hours: 2 });
    expect(desk.mailbox.sent.length).toBeGreaterThan(20);
    expect(desk.mailbox.sent.filter(({ to }) => !to.endsWith('@rehearsal.example.nl'))).toEqual([]);
  });

  it('leaves the mails of real cases as they are', async () => {
    const desk = createDesk({ rehearsalMailDomain: 'rehearsal.example.nl' });
    await submit(desk);
    expect(desk.mailbox.sent.map(({ to }) => to)).toEqual(['jan@example.org']);
  });
});
