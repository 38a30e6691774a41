import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { caseForStaff, TEXT } from '../support/end-to-end/lives.ts';
import { mailsTo, secretIn, signInMailAfter } from '../support/end-to-end/mailbox.ts';
import { anna, everyStaffAddress, pieter, sam, sessionIn, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, forgetSignInLimits, rewrite, storedCase } from '../support/end-to-end/stored.ts';
import { call, press } from '../support/end-to-end/web.ts';

const SIGN_IN_PAGE = 'Look in your mail';

beforeAll(forgetSignInLimits);

async function signInMailCount(): Promise<Readonly<Record<string, number>>> {
  const counts = await Promise.all(
    everyStaffAddress.map(async (address) => {
      const mails = (await mailsTo(address)).filter(({ text }) => text.includes('/desk/sign-in?'));
      return [address, mails.length] as const;
    }),
  );
  return Object.fromEntries(counts);
}

describe('a staff link without a session', () => {
  it('shows nothing of the case, and sends a sign-in mail to its addressee alone', async () => {
    const { take, caseNumber, name } = await caseForStaff();
    const before = await signInMailCount();
    let page = { status: 0, text: '' };
    await signInMailAfter(anna.email, async () => {
      page = await press('/desk/act', { token: take });
    });
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
    for (const secret of [caseNumber, name, TEXT, anna.email, anna.name]) expect(page.text).not.toContain(secret);
    expect(await signInMailCount()).toStrictEqual({ ...before, [anna.email]: (before[anna.email] ?? 0) + 1 });
  });

  it.each(['GET', 'HEAD'])('acts on nothing by %s, and sends no mail', async (method) => {
    const { take, caseNumber } = await caseForStaff();
    const before = await storedCase(caseNumber);
    const mails = await signInMailCount();
    for (const path of ['/desk/act', '/desk/sign-in', '/desk']) {
      await call(`${path}?language=en&token=${take}#${take}`, { method });
    }
    expect(await storedCase(caseNumber)).toStrictEqual(before);
    expect(await signInMailCount()).toStrictEqual(mails);
  });

  it('decides nothing either, even with everything filled in', async () => {
    const { answer, caseNumber } = await caseForStaff();
    const page = await press('/desk/decide', { token: answer, text: 'An answer.' });
    expect(wordsOf(page.text)).toContain('A member of staff now gets a mail');
    expect(wordsOf(page.text)).toContain('An answer.');
    expect(await cases.listAnswers(caseNumber)).toStrictEqual([]);
  });
});

describe('a forwarded link', () => {
  it("shows and does nothing in another person's session but whose it is", async () => {
    const { take, answer, caseNumber, name } = await caseForStaff();
    const session = await sessionOf(sam);
    for (const [path, token] of [
      ['/desk/act', take],
      ['/desk/decide', take],
      ['/desk/decide', answer],
    ] as const) {
      const page = await press(path, { token, text: 'An answer.' }, { session });
      expect(page.status).toBe(403);
      expect(wordsOf(page.text)).toContain('The link is for Anna de Wit. You are signed in as Sam Okafor.');
      for (const secret of [name, TEXT]) expect(page.text).not.toContain(secret);
    }
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', assignee: null });
  });

  it('is of no use with a made-up session', async () => {
    const { take, name } = await caseForStaff();
    const page = await press('/desk/act', { token: take }, { session: 'A'.repeat(43) });
    expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
    expect(page.text).not.toContain(name);
  });
});

describe('signing in', () => {
  it('works once, keeps the session in this browser only, and goes on to the case', async () => {
    const { take, name } = await caseForStaff();
    const mail = await signInMailAfter(anna.email, () => press('/desk/act', { token: take }));
    const token = secretIn(mail, 'desk/sign-in');

    const page = await press('/desk/sign-in', { token });
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain(name);
    const [cookie] = page.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=28800/i);
    expect(cookie).not.toMatch(/Domain=/i);

    const session = sessionIn(page);
    expect(wordsOf((await press('/desk/act', { token: take }, { session })).text)).toContain(name);
    const again = await press('/desk/sign-in', { token });
    expect(again.status).toBe(410);
    expect(again.headers.getSetCookie()).toStrictEqual([]);
  });

  it('is answered alike for staff and for strangers, and mails strangers nothing', async () => {
    const stranger = `${randomUUID()}@example.com`;
    let known = await press('/desk', { email: stranger });
    await signInMailAfter(pieter.email, async () => {
      known = await press('/desk', { email: `  ${pieter.email.toUpperCase()} ` });
    });
    const unknown = await press('/desk', { email: stranger });
    expect([known.status, known.text]).toStrictEqual([unknown.status, unknown.text]);
    expect(await mailsTo(stranger)).toStrictEqual([]);
  });

  it('does not work with a link that has expired', async () => {
    const mail = await signInMailAfter(pieter.email, () => press('/desk', { email: pieter.email }));
    const token = secretIn(mail, 'desk/sign-in');
    await rewrite(deskKeys.token(tokenHash(token)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    const page = await press('/desk/sign-in', { token });
    expect(page.status).toBe(410);
    expect(sessionIn(page)).toBeUndefined();
  });

  it('is refused from elsewhere: nobody can be signed in by a foreign page', async () => {
    const mail = await signInMailAfter(pieter.email, () => press('/desk', { email: pieter.email }));
    const token = secretIn(mail, 'desk/sign-in');
    const foreign = await press('/desk/sign-in', { token }, { from: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    expect((await press('/desk/sign-in', { token })).status).toBe(200);
  });
});
