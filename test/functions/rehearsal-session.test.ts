import { describe, expect, it } from 'vitest';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { submitConfirmed, TEAM_LEAD, ANNA, OFFICER, QUESTION, decideOnDesk, signIn } from '../support/desk/people.ts';

const CALL = {
  formId: 'AbCdEfGhIjKlMnOpQrStUv',
  channel: 'phone',
  receivedDate: '2026-03-02',
  receivedTime: '09:30',
  name: 'Truus Mol',
  email: 'truus@example.org',
  language: 'nl',
  requestType: 'question',
} as const;
const AWAY = { staffId: TEAM_LEAD.staffId, from: '2026-03-02', until: '2026-12-31' } as const;

/** A session that the mail of a rehearsal opened, maybe by somebody who only reads that mailbox. */
async function rehearsing(desk: Desk) {
  const secret = 'session-of-a-rehearsal';
  await desk.stores.sessions.put({
    schemaVersion: 1,
    hash: tokenHash(secret),
    staffId: TEAM_LEAD.staffId,
    rehearsal: true,
    expiresAt: '2026-03-02T17:30:00.000Z',
  });
  const headers = { cookie: `__Host-desk-session=${secret}` };
  return (route: 'POST /desk/intake' | 'POST /desk/absence', fields: Readonly<Record<string, string>>) =>
    desk.gateway(formCall(route, fields, headers));
}

describe('a session for rehearsals', () => {
  it('sends nobody away and takes in nothing where cases are real', async () => {
    const desk = createDesk();
    const send = await rehearsing(desk);
    expect((await send('POST /desk/absence', AWAY)).body).toContain('name="email"');
    expect(await desk.stores.absences.list()).toEqual([]);
    expect((await send('POST /desk/intake', CALL)).body).toContain('name="email"');
    expect(desk.stores.desk.cases.list()).toEqual([]);
  });

  it('does both where every case is a rehearsal', async () => {
    const desk = createDesk({ publicClock: { dayLastsSeconds: 10 } });
    const send = await rehearsing(desk);
    expect((await send('POST /desk/absence', AWAY)).status).toBe(303);
    expect((await send('POST /desk/intake', CALL)).status).toBe(200);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
  });
});

describe('a request that is typed in beside a case', () => {
  it('is not linked to one its typist may not see, nor to one that was put aside', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    await decideOnDesk(desk, OFFICER, 'exclude', caseNumber, { staffId: ANNA.staffId });
    const headers = { cookie: await signIn(desk, ANNA) };
    const reply = await desk.gateway(formCall('POST /desk/intake', { ...CALL, linkTo: caseNumber }, headers));
    expect(reply.status).toBe(422);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
    expect(desk.stores.desk.cases.find(caseNumber)?.linkedCases).toEqual([]);
  });
});
