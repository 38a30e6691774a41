import { describe, expect, it } from 'vitest';
import { deskKeys } from '../../adapters/dynamodb/keys.ts';
import { tokenHash } from '../../domain/desk/action-token.ts';
import { askedCase, newCaseMail, openedCase } from '../support/end-to-end/lives.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { anna, sam } from '../support/end-to-end/staff.ts';
import { allItems, cases, rewrite, storedCase } from '../support/end-to-end/stored.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { wordsOf } from '../../tools/desk-client/browser.ts';
import { call, ownPage, press } from '../support/end-to-end/web.ts';

/** All that is stored about a case and a link, so that any change shows. */
async function everythingOf(caseNumber: string, secret: string): Promise<unknown> {
  const items = await allItems(desk.tables.deskTable);
  return items.filter(({ pk }) => pk.includes(caseNumber) || pk.includes(tokenHash(secret)));
}

/** The outbox has done with the confirmation mail once the mail is there and its row is closed. */
async function settledCase() {
  const asked = await askedCase();
  await expect
    .poll(
      async () =>
        (await allItems(desk.tables.deskTable)).filter(
          (item) => item.pk.startsWith(`OUTBOX#${asked.caseNumber}`) && item['outcome'] === null,
        ),
      { timeout: 30_000 },
    )
    .toStrictEqual([]);
  return asked;
}

describe('the confirmation mail', () => {
  it('holds nothing a stranger typed', async () => {
    const canary = 'Zyxwvut';
    const { request, caseNumber } = await askedCase({
      requester: { name: canary, email: `c${Math.random().toString(36).slice(2)}@example.com`, phone: `06 ${canary}` },
      message: canary,
      parts: [{ requestType: 'question', text: canary }],
    });
    const mail = await mailTo(request.requester.email, [caseNumber]);
    expect(JSON.stringify([mail.subject, mail.text, mail.html])).not.toContain(canary);
  });

  it('leads to a page that is the same for everybody: the secret is in the fragment', async () => {
    const { confirmSecret } = await askedCase();
    const page = await call('/confirm?language=en');
    expect(page.text).not.toContain(confirmSecret);
    expect(page.text).toBe((await call('/confirm?language=en')).text);
  });
});

describe('looking at the link', () => {
  it.each(['GET', 'HEAD'])('by %s changes nothing, however often a mail scanner does', async (method) => {
    const { caseNumber, confirmSecret } = await settledCase();
    const before = await everythingOf(caseNumber, confirmSecret);
    for (let visit = 0; visit < 5; visit += 1) {
      await call(`/confirm?language=nl#${confirmSecret}`, { method });
      await call(`/confirm?language=nl&token=${confirmSecret}`, { method });
    }
    expect(await everythingOf(caseNumber, confirmSecret)).toStrictEqual(before);
    expect((await press('/confirm', { token: confirmSecret })).status).toBe(200);
  });
});

describe('pressing the button', () => {
  it('opens the case, and tells requester and handlers', async () => {
    const { caseNumber, confirmSecret, request } = await askedCase();
    const page = await press('/confirm', { token: confirmSecret });
    expect(page.status).toBe(200);
    expect(wordsOf(page.text)).toContain('Your request is confirmed');
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', openedBy: { kind: 'requester' } });
    expect((await mailTo(request.requester.email, [caseNumber, 'We have received your message'])).text).toContain(
      'You want to know which data we have about you.',
    );
    await newCaseMail(anna, caseNumber);
    await newCaseMail(sam, caseNumber);
  });

  it('a second time shows the same page and changes nothing', async () => {
    const { caseNumber, confirmSecret } = await openedCase();
    const first = await press('/confirm', { token: confirmSecret });
    const before = await cases.listEvents(caseNumber);
    const second = await press('/confirm', { token: confirmSecret });
    expect(second.status).toBe(200);
    expect(second.text).toBe(first.text);
    expect(await cases.listEvents(caseNumber)).toStrictEqual(before);
  });

  it('five times at once opens it once, and five pages say so', async () => {
    const { caseNumber, confirmSecret, request } = await askedCase();
    const pages = await Promise.all(Array.from({ length: 5 }, () => press('/confirm', { token: confirmSecret })));
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200, 200, 200, 200]);
    const events = await cases.listEvents(caseNumber);
    expect(events.filter(({ type }) => type === 'request_confirmed')).toHaveLength(1);
    await mailTo(request.requester.email, ['We have received your message']);
    const subjectsToAnna = async () =>
      (await mailsTo(anna.email)).map(({ subject }) => subject).filter((subject) => subject.includes(caseNumber));
    // That there is a new case, and that some of the data asked for will soon be gone.
    await expect.poll(subjectsToAnna, { timeout: 30_000 }).toHaveLength(2);
    expect(new Set(await subjectsToAnna()).size).toBe(2);
  });

  it('with a blank around the pasted code works as well', async () => {
    const { confirmSecret } = await askedCase();
    expect((await press('/confirm', { token: `  ${confirmSecret}\r\n` })).status).toBe(200);
  });
});

const neutral = () => press('/confirm', { token: 'A'.repeat(43) });

describe('a link that is of no use', () => {
  it.each([
    ['a secret nobody has', 'A'.repeat(43)],
    ['half a secret', 'A'.repeat(20)],
    ['nothing', ''],
    ['a script', '<script>alert(1)</script>'],
  ])('for %s is the same neutral page', async (_, token) => {
    const page = await press('/confirm', { token });
    expect(page.status).toBe(404);
    expect(page.text).toBe((await neutral()).text);
    expect(wordsOf(page.text)).toContain('This link does not work');
  });

  it('because it has expired says so to whoever holds it, and confirms nothing', async () => {
    const { caseNumber, confirmSecret } = await askedCase();
    await rewrite(deskKeys.token(tokenHash(confirmSecret)), { expiresAt: '2026-01-01T00:00:00.000Z' });
    const page = await press('/confirm', { token: confirmSecret });
    expect(page.status).toBe(410);
    expect(wordsOf(page.text)).toContain('This link has expired');
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
  });

  it.each(['/collect', '/desk/act', '/desk/sign-in', '/desk/decide'])('is a confirmation link at %s', async (path) => {
    const { caseNumber, confirmSecret } = await askedCase();
    const page = await press(path, { token: confirmSecret, text: 'x', collectionCode: 'x' });
    expect(page.status).toBe(404);
    expect(page.text).not.toContain(caseNumber);
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
  });
});

describe('a form from elsewhere', () => {
  const { origin } = ownPage;
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site with our origin', { 'sec-fetch-site': 'cross-site', origin: origin ?? '' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: origin ?? '' }],
    ['nowhere', {}],
    ['an origin that hides itself', { origin: 'null' }],
  ])('%s is refused, and writes nothing', async (_, from) => {
    const { caseNumber, confirmSecret } = await settledCase();
    const before = await everythingOf(caseNumber, confirmSecret);
    const page = await press('/confirm', { token: confirmSecret }, { from });
    expect(page.status).toBe(403);
    expect(await everythingOf(caseNumber, confirmSecret)).toStrictEqual(before);
  });

  it('that sends JSON or text instead of a form is refused', async () => {
    const { caseNumber, confirmSecret } = await askedCase();
    for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
      const page = await call('/confirm', {
        method: 'POST',
        headers: { ...ownPage, 'content-type': type },
        body: JSON.stringify({ token: confirmSecret }),
      });
      expect(page.status).toBe(415);
    }
    expect((await storedCase(caseNumber)).status).toBe('unconfirmed');
  });
});
