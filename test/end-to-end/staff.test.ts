import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import type { StaffMember } from '../../domain/organisation.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { answerAll, newCaseMail, openedCase, staffSecrets } from '../support/end-to-end/lives.ts';
import { type Mail, mailsTo, mailTo, secretIn } from '../support/end-to-end/mailbox.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, everyStaffAddress, pieter, sam, sessionIn, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, forgetSignInLimits, rewrite, storedCase } from '../support/end-to-end/stored.ts';
import { call, press } from '../support/end-to-end/web.ts';

const SIGN_IN_PAGE = 'Look in your mail';
const TEXT = 'What the requester wrote to the desk.';

beforeAll(forgetSignInLimits);

async function caseWithText() {
  const name = unique('Robin ');
  const opened = await openedCase({
    requester: { name, email: `${unique('r.')}@example.com` },
    parts: [{ requestType: 'question', text: TEXT }],
  });
  const secrets = staffSecrets(await newCaseMail(anna, opened.caseNumber));
  return { ...opened, name, take: secrets.take, answer: secrets.answers[0] ?? '' };
}

/** The mail to sign in with that a press orders; and, per address, how many came in all. */
async function signInMailAfter(member: StaffMember, act: () => Promise<unknown>): Promise<Mail> {
  const before = new Set((await mailsTo(member.email)).map(({ id }) => id));
  await act();
  return waitFor(`a sign-in mail to ${member.staffId}`, 60, async () =>
    (await mailsTo(member.email)).find((mail) => !before.has(mail.id) && mail.text.includes('/desk/sign-in?')),
  );
}

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
    const { take, caseNumber, name } = await caseWithText();
    const before = await signInMailCount();
    let page = { status: 0, text: '' };
    await signInMailAfter(anna, async () => {
      page = await press('/desk/act', { token: take });
    });
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
    for (const secret of [caseNumber, name, TEXT, anna.email, anna.name]) expect(page.text).not.toContain(secret);
    expect(await signInMailCount()).toStrictEqual({ ...before, [anna.email]: (before[anna.email] ?? 0) + 1 });
  });

  it.each(['GET', 'HEAD'])('acts on nothing by %s, and sends no mail', async (method) => {
    const { take, caseNumber } = await caseWithText();
    const before = await storedCase(caseNumber);
    const mails = await signInMailCount();
    for (const path of ['/desk/act', '/desk/sign-in', '/desk']) {
      await call(`${path}?language=en&token=${take}#${take}`, { method });
    }
    expect(await storedCase(caseNumber)).toStrictEqual(before);
    expect(await signInMailCount()).toStrictEqual(mails);
  });

  it('decides nothing either, even with everything filled in', async () => {
    const { answer, caseNumber } = await caseWithText();
    const page = await press('/desk/decide', { token: answer, text: 'An answer.' });
    expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
    expect(await cases.listAnswers(caseNumber)).toStrictEqual([]);
  });
});

describe('a forwarded link', () => {
  it("shows and does nothing in another person's session, and tells its addressee", async () => {
    const { take, answer, caseNumber, name } = await caseWithText();
    const session = await sessionOf(sam);
    for (const [path, token] of [
      ['/desk/act', take],
      ['/desk/decide', take],
      ['/desk/decide', answer],
    ] as const) {
      const page = await press(path, { token, text: 'An answer.' }, { session });
      expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
      for (const secret of [caseNumber, name, TEXT]) expect(page.text).not.toContain(secret);
    }
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', assignee: null });
  });

  it('is of no use with a made-up session', async () => {
    const { take, name } = await caseWithText();
    const page = await press('/desk/act', { token: take }, { session: 'A'.repeat(43) });
    expect(wordsOf(page.text)).toContain(SIGN_IN_PAGE);
    expect(page.text).not.toContain(name);
  });
});

describe('signing in', () => {
  it('works once, keeps the session in this browser only, and goes on to the case', async () => {
    const { take, name } = await caseWithText();
    const mail = await signInMailAfter(anna, () => press('/desk/act', { token: take }));
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
    expect(again.status).toBe(404);
    expect(again.headers.getSetCookie()).toStrictEqual([]);
  });

  it('is answered alike for staff and for strangers, and mails strangers nothing', async () => {
    const stranger = `${randomUUID()}@example.com`;
    let known = await press('/desk', { email: stranger });
    await signInMailAfter(pieter, async () => {
      known = await press('/desk', { email: `  ${pieter.email.toUpperCase()} ` });
    });
    const unknown = await press('/desk', { email: stranger });
    expect([known.status, known.text]).toStrictEqual([unknown.status, unknown.text]);
    expect(await mailsTo(stranger)).toStrictEqual([]);
  });

  it('does not work with a link that has expired', async () => {
    const mail = await signInMailAfter(pieter, () => press('/desk', { email: pieter.email }));
    const token = secretIn(mail, 'desk/sign-in');
    await rewrite(deskKeys.token(tokenHash(token)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    const page = await press('/desk/sign-in', { token });
    expect(page.status).toBe(404);
    expect(sessionIn(page)).toBeUndefined();
  });

  it('is refused from elsewhere: nobody can be signed in by a foreign page', async () => {
    const mail = await signInMailAfter(pieter, () => press('/desk', { email: pieter.email }));
    const token = secretIn(mail, 'desk/sign-in');
    const foreign = await press('/desk/sign-in', { token }, { from: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    expect((await press('/desk/sign-in', { token })).status).toBe(200);
  });
});

describe('taking a case', () => {
  it('makes the person its handler; a second press says so and changes nothing', async () => {
    const { take, caseNumber } = await caseWithText();
    const session = await sessionOf(anna);
    const shown = await press('/desk/act', { token: take }, { session });
    expect(wordsOf(shown.text)).toContain(TEXT);
    expect(await storedCase(caseNumber)).toMatchObject({ assignee: null });

    expect((await press('/desk/decide', { token: take }, { session })).status).toBe(200);
    const taken = await storedCase(caseNumber);
    expect(taken).toMatchObject({ assignee: { staffId: anna.staffId } });

    const again = await press('/desk/decide', { token: take }, { session });
    expect(again.status).toBe(200);
    expect(wordsOf(again.text)).toMatch(/Anna de Wit took this case on \w+ \d+ \w+ \d{4}/);
    expect(await cases.listEvents(caseNumber)).toHaveLength(taken.lastEvent.sequence);
    await answerAll(caseNumber);
  });

  it('is won by one of two who press at once; the other sees who', async () => {
    const { take, caseNumber } = await caseWithText();
    const samsTake = staffSecrets(await newCaseMail(sam, caseNumber)).take;
    const [annas, sams] = [await sessionOf(anna), await sessionOf(sam)];
    const pages = await Promise.all([
      press('/desk/decide', { token: take }, { session: annas }),
      press('/desk/decide', { token: samsTake }, { session: sams }),
    ]);
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200]);
    const stored = await storedCase(caseNumber);
    const winner = stored.status === 'open' ? stored.assignee?.staffId : undefined;
    expect([anna.staffId, sam.staffId]).toContain(winner);
    const [loser] = winner === anna.staffId ? [pages[1]] : [pages[0]];
    const name = winner === anna.staffId ? anna.name : sam.name;
    expect(wordsOf(loser?.text ?? '')).toContain(`${name} took this case on`);
    const events = await cases.listEvents(caseNumber);
    expect(events.filter(({ type }) => type === 'case_taken')).toHaveLength(1);
    await answerAll(caseNumber);
  });

  it('five times at once by one hasty person is done once, and shows no error', async () => {
    const { take, caseNumber } = await caseWithText();
    const session = await sessionOf(anna);
    const pages = await Promise.all(
      Array.from({ length: 5 }, () => press('/desk/decide', { token: take }, { session })),
    );
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200, 200, 200, 200]);
    const events = await cases.listEvents(caseNumber);
    expect(events.filter(({ type }) => type === 'case_taken')).toHaveLength(1);
    await answerAll(caseNumber);
  });
});

describe('answering', () => {
  it('needs a text, and keeps the link good until there is one', async () => {
    const { answer, caseNumber } = await caseWithText();
    const session = await sessionOf(anna);
    for (const text of ['', '  \r\n ']) {
      const page = await press('/desk/decide', { token: answer, text }, { session });
      expect(page.status).toBe(422);
      expect(wordsOf(page.text)).toContain('Write the answer first.');
    }
    expect((await press('/desk/decide', { token: answer, text: 'Here it is.' }, { session })).status).toBe(200);
    expect((await storedCase(caseNumber)).status).toBe('closed');
  });

  it('every part closes the case; whoever answers first has taken it', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'access' }, { requestType: 'complaint' }] });
    const { answers } = staffSecrets(await newCaseMail(sam, caseNumber));
    const session = await sessionOf(sam);
    expect(answers).toHaveLength(2);

    await press('/desk/decide', { token: answers[0] ?? '', text: 'First.' }, { session });
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', assignee: { staffId: sam.staffId } });
    await press('/desk/decide', { token: answers[1] ?? '', text: 'Second.' }, { session });
    expect((await storedCase(caseNumber)).status).toBe('closed');
    expect((await cases.listAnswers(caseNumber)).map(({ text }) => text)).toStrictEqual(['First.', 'Second.']);
  });

  it('what a colleague has answered shows who and when, and keeps the first answer', async () => {
    const { answer, caseNumber } = await caseWithText();
    const samsAnswer = staffSecrets(await newCaseMail(sam, caseNumber)).answers[0] ?? '';
    await press('/desk/decide', { token: answer, text: 'By Anna.' }, { session: await sessionOf(anna) });
    const late = await press('/desk/decide', { token: samsAnswer, text: 'By Sam.' }, { session: await sessionOf(sam) });
    expect(late.status).toBe(200);
    expect(wordsOf(late.text)).toMatch(/Anna de Wit answered this part on \w+ \d+ \w+ \d{4}/);
    expect((await cases.listAnswers(caseNumber)).map(({ text }) => text)).toStrictEqual(['By Anna.']);
  });

  it('does not work with a link that has expired', async () => {
    const { answer, caseNumber } = await caseWithText();
    await rewrite(deskKeys.token(tokenHash(answer)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    const page = await press('/desk/decide', { token: answer, text: 'x' }, { session: await sessionOf(anna) });
    expect(page.status).toBe(404);
    expect((await storedCase(caseNumber)).status).toBe('open');
    await answerAll(caseNumber).catch(() => undefined);
  });

  it('from another site is refused even in a session', async () => {
    const { answer, caseNumber } = await caseWithText();
    const from = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const page = await press('/desk/decide', { token: answer, text: 'x' }, { session: await sessionOf(anna), from });
    expect(page.status).toBe(403);
    expect(await cases.listAnswers(caseNumber)).toStrictEqual([]);
    await answerAll(caseNumber);
  });
});

describe('the mail about the answer', () => {
  it('holds neither the answer nor the collection code', async () => {
    const canary = unique('answer-');
    const { caseNumber, collectionCode, request } = await openedCase();
    await answerAll(caseNumber, `The text of the ${canary}.`);
    const mail = await mailTo(request.requester.email, [caseNumber, '/collect?']);
    const all = JSON.stringify(mail);
    expect(all).not.toContain(canary);
    expect(all).not.toContain(collectionCode);
    expect(all).not.toContain(collectionCode.replaceAll('-', ''));
  });
});
