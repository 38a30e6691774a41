import { describe, expect, it } from 'vitest';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import {
  answerAll,
  answerTo,
  caseForStaff,
  newCaseMail,
  openedCase,
  staffSecrets,
  TEXT,
} from '../support/end-to-end/lives.ts';
import { mailTo } from '../support/end-to-end/mailbox.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, sam, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, rewrite, storedCase } from '../support/end-to-end/stored.ts';
import { press } from '../support/end-to-end/web.ts';

describe('taking a case', () => {
  it('makes the person its handler; a second press says so and changes nothing', async () => {
    const { take, caseNumber } = await caseForStaff();
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
    const { take, caseNumber } = await caseForStaff();
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
    const { take, caseNumber } = await caseForStaff();
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
    const { answer, caseNumber } = await caseForStaff();
    const session = await sessionOf(anna);
    for (const text of ['', '  \r\n ']) {
      const fields = await answerTo(caseNumber, '1', text);
      const page = await press('/desk/decide', { token: answer, ...fields }, { session });
      expect(page.status).toBe(422);
      expect(wordsOf(page.text)).toContain('Write the text first.');
    }
    const fields = await answerTo(caseNumber, '1', 'Here it is.');
    expect((await press('/desk/decide', { token: answer, ...fields }, { session })).status).toBe(200);
    expect((await storedCase(caseNumber)).status).toBe('closed');
  });

  it('every part closes the case; whoever answers first has taken it', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'access' }, { requestType: 'complaint' }] });
    const { answers } = staffSecrets(await newCaseMail(sam, caseNumber));
    const session = await sessionOf(sam);
    expect(answers).toHaveLength(2);

    const first = await answerTo(caseNumber, '1', 'First.');
    await press('/desk/decide', { token: answers[0] ?? '', ...first }, { session });
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', assignee: { staffId: sam.staffId } });
    const second = await answerTo(caseNumber, '2', 'Second.');
    await press('/desk/decide', { token: answers[1] ?? '', ...second }, { session });
    expect((await storedCase(caseNumber)).status).toBe('closed');
    expect((await cases.listAnswers(caseNumber)).map(({ text }) => text)).toStrictEqual(['First.', 'Second.']);
  });

  it('two parts at once by two people loses neither answer', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'access' }, { requestType: 'question' }] });
    const first = staffSecrets(await newCaseMail(anna, caseNumber)).answers[0] ?? '';
    const second = staffSecrets(await newCaseMail(sam, caseNumber)).answers[1] ?? '';
    const [annas, sams] = [await sessionOf(anna), await sessionOf(sam)];
    const one = await answerTo(caseNumber, '1', 'First.');
    const other = await answerTo(caseNumber, '2', 'Second.');
    const pages = await Promise.all([
      press('/desk/decide', { token: first, ...one }, { session: annas }),
      press('/desk/decide', { token: second, ...other }, { session: sams }),
    ]);
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200]);
    expect((await cases.listAnswers(caseNumber)).map(({ text }) => text)).toStrictEqual(['First.', 'Second.']);
    expect((await storedCase(caseNumber)).status).toBe('closed');
  });

  it.each(['/confirm', '/collect', '/desk/sign-in'])('cannot be done by its link at %s', async (path) => {
    const { answer, take, caseNumber } = await caseForStaff();
    const session = await sessionOf(anna);
    for (const token of [take, answer]) {
      const page = await press(path, { token, text: 'x', collectionCode: 'x' }, { session });
      expect(page.status).toBe(404);
      expect(page.text).not.toContain(caseNumber);
    }
    await answerAll(caseNumber);
  });

  it('what a colleague has answered shows who and when, and keeps the first answer', async () => {
    const { answer, caseNumber } = await caseForStaff();
    const samsAnswer = staffSecrets(await newCaseMail(sam, caseNumber)).answers[0] ?? '';
    const annas = await answerTo(caseNumber, '1', 'By Anna.');
    const sams = await answerTo(caseNumber, '1', 'By Sam.');
    await press('/desk/decide', { token: answer, ...annas }, { session: await sessionOf(anna) });
    const session = await sessionOf(sam);
    const late = await press('/desk/decide', { token: samsAnswer, ...sams }, { session });
    expect(late.status).toBe(200);
    expect(wordsOf(late.text)).toMatch(/Anna de Wit answered this part on \w+ \d+ \w+ \d{4}/);
    expect((await cases.listAnswers(caseNumber)).map(({ text }) => text)).toStrictEqual(['By Anna.']);
  });

  it('does not work with a link that has expired', async () => {
    const { answer, caseNumber } = await caseForStaff();
    await rewrite(deskKeys.token(tokenHash(answer)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    const page = await press('/desk/decide', { token: answer, text: 'x' }, { session: await sessionOf(anna) });
    expect(page.status).toBe(410);
    expect((await storedCase(caseNumber)).status).toBe('open');
    await answerAll(caseNumber).catch(() => undefined);
  });

  it('from another site is refused even in a session', async () => {
    const { answer, caseNumber } = await caseForStaff();
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
