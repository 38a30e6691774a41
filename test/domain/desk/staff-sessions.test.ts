import { describe, expect, it } from 'vitest';
import { tokenHash } from '../../../domain/desk/action-token.ts';
import { openAction } from '../../../domain/desk/use-cases/open-action.ts';
import { instantText } from '../../../domain/instants.ts';
import { decideAction } from '../../../domain/desk/use-cases/decide-action.ts';
import { TokenNotUsableError } from '../../../domain/errors.ts';
import { formCall } from '../../support/desk/gateway.ts';
import { createDesk } from '../../support/desk/memory-desk.ts';
import { ANNA, cookieOf, SAM, signIn, staffSecret, submitConfirmed } from '../../support/desk/people.ts';

const sessionIn = (cookie: string) => cookie.split('=')[1];
const byLink = (secret: string) => ({ kind: 'link', secret }) as const;
const TAKE = { action: 'take' } as const;

describe('a staff link', () => {
  it('opens nothing for a colleague, and mails nobody until that colleague signs out', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    const before = desk.caseOf(caseNumber);
    const cookie = await signIn(desk, SAM);
    const mails = desk.mailbox.of('staff_sign_in').length;

    expect(await decideAction(desk.dependencies, byLink(secret), sessionIn(cookie), TAKE)).toMatchObject({
      outcome: 'wrong_session',
      addressee: ANNA,
      signedInAs: SAM,
      caseNumber,
    });
    await desk.settle();
    expect(desk.caseOf(caseNumber)).toEqual(before);
    expect(desk.mailbox.of('staff_sign_in')).toHaveLength(mails);

    const out = await desk.gateway(formCall('POST /desk/sign-out', { token: secret }, { cookie }));
    await desk.settle();
    expect([out.status, out.headers['set-cookie']?.includes('Max-Age=0')]).toEqual([200, true]);
    expect((await openAction(desk.dependencies, byLink(secret), sessionIn(cookie))).outcome).toBe('sign_in_sent');
    expect(
      desk.mailbox
        .of('staff_sign_in')
        .slice(mails)
        .map(({ to }) => to),
    ).toEqual([ANNA.email]);
  });

  it.each([
    ['a real case', {}, true, 'wrong_session'],
    ['a real case', {}, false, 'show'],
    ['a rehearsal', { publicClock: { dayLastsSeconds: 60 } }, true, 'show'],
    ['a rehearsal', { publicClock: { dayLastsSeconds: 60 } }, false, 'show'],
  ] as const)(
    'to %s with %j opens with a session of a rehearsal (%j): %s',
    async (_case, options, rehearsal, outcome) => {
      const desk = createDesk(options);
      const { caseNumber } = await submitConfirmed(desk);
      const secret = staffSecret(desk, ANNA, 'take', caseNumber);
      const sessionSecret = 'S'.repeat(43);
      const expiresAt = instantText(desk.clock.now().add({ hours: 8 }));
      const session = {
        schemaVersion: 1,
        hash: tokenHash(sessionSecret),
        staffId: ANNA.staffId,
        rehearsal,
        expiresAt,
      } as const;
      await desk.stores.sessions.put(session);
      expect((await openAction(desk.dependencies, byLink(secret), sessionSecret)).outcome).toBe(outcome);
    },
  );

  it.each([undefined, '', 'A'.repeat(43)])('opens nothing with the session %j', async (session) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    expect(await decideAction(desk.dependencies, byLink(secret), session, TAKE)).toEqual({ outcome: 'sign_in_sent' });
  });

  it.each([
    [-1, 'done'],
    [0, 'sign_in_sent'],
    [1, 'sign_in_sent'],
  ])('opens in a session of eight hours, %i ms from its end: %s', async (milliseconds, outcome) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const session = sessionIn(await signIn(desk, ANNA));
    await desk.runFor({ milliseconds: 8 * 3_600_000 + milliseconds });
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    expect((await decideAction(desk.dependencies, byLink(secret), session, TAKE)).outcome).toBe(outcome);
  });

  it('is dead once its addressee has left', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const session = sessionIn(await signIn(desk, ANNA));
    desk.leave(ANNA.staffId);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    await expect(decideAction(desk.dependencies, byLink(secret), session, TAKE)).rejects.toThrow(TokenNotUsableError);
  });

  it('is never sent to the data protection officer', async () => {
    const desk = createDesk();
    await submitConfirmed(desk);
    await desk.runFor({ hours: 24 * 40 });
    const toOfficer = desk.mailbox.sent.filter(({ to }) => to === 'lotte.mulder@cttelecom.nl');
    expect(toOfficer.map(({ order }) => order)).toMatchObject([{ template: 'staff_step', step: 'limit_missed' }]);
    expect(toOfficer.flatMap((mail) => desk.mailbox.linksOf(mail))).toEqual([]);
  });

  it('sends no more than ten mails an hour to its addressee, however often it is pressed', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const secret = staffSecret(desk, ANNA, 'take', caseNumber);
    for (let count = 0; count < 15; count += 1) await decideAction(desk.dependencies, byLink(secret), undefined, TAKE);
    await desk.settle();
    expect(desk.mailbox.of('staff_sign_in', ANNA.email)).toHaveLength(10);
    await desk.runFor({ hours: 1 });
    await decideAction(desk.dependencies, byLink(secret), undefined, TAKE);
    await desk.settle();
    expect(desk.mailbox.of('staff_sign_in', ANNA.email)).toHaveLength(11);
  });
});

describe('a way in', () => {
  it('leads on to the link that was pressed first', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await decideAction(desk.dependencies, byLink(staffSecret(desk, ANNA, 'take', caseNumber)), undefined, TAKE);
    await desk.settle();
    const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in'), 'sign_in');
    const page = await desk.gateway(formCall('POST /desk/sign-in', { token }));
    const [, next = ''] = /name="token" value="([^"]+)"/.exec(page.body) ?? [];

    expect(next).not.toBe(staffSecret(desk, ANNA, 'take', caseNumber));
    const done = await desk.gateway(formCall('POST /desk/decide', { token: next }, { cookie: cookieOf(page) }));
    expect(done.status).toBe(200);
    expect(desk.caseOf(caseNumber)).toMatchObject({ assignee: { staffId: ANNA.staffId } });
  });

  it('opens one session', async () => {
    const desk = createDesk();
    await signIn(desk, ANNA);
    const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in'), 'sign_in');
    const again = await desk.gateway(formCall('POST /desk/sign-in', { token }));
    expect([again.status, again.headers['set-cookie']]).toEqual([410, undefined]);
    expect(desk.stores.desk.sessions.list()).toHaveLength(1);
  });

  it('lives a quarter of an hour', async () => {
    for (const [milliseconds, status] of [
      [-1, 200],
      [0, 410],
    ] as const) {
      const desk = createDesk();
      await desk.gateway(formCall('POST /desk', { email: ANNA.email }));
      await desk.settle();
      const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in'), 'sign_in');
      await desk.runFor({ milliseconds: 15 * 60_000 + milliseconds });
      expect((await desk.gateway(formCall('POST /desk/sign-in', { token }))).status).toBe(status);
    }
  });

  it('is not for one who left meanwhile', async () => {
    const desk = createDesk();
    await desk.gateway(formCall('POST /desk', { email: ANNA.email }));
    await desk.settle();
    const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in'), 'sign_in');
    desk.leave(ANNA.staffId);
    expect((await desk.gateway(formCall('POST /desk/sign-in', { token }))).status).toBe(404);
  });
});
