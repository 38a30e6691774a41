import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  answerFields,
  collect,
  decide,
  OFFICER,
  SAM,
  signIn,
  staffSecret,
  submit,
  submitConfirmed,
  take,
} from '../support/desk/people.ts';

const LETTER = { ...ACCESS, message: 'Graag <script>alert(1)</script> alles' };
const open = async (desk: Desk, token: string, cookie = '') =>
  desk.gateway(formCall('POST /desk/act', { token }, cookie === '' ? {} : { cookie }));

describe('a staff link', () => {
  it('shows the letter in its addressee’s session, as text, and does nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, LETTER);
    const before = desk.caseOf(caseNumber);
    const page = await open(desk, staffSecret(desk, ANNA, 'answer', caseNumber), await signIn(desk, ANNA));
    expect(page.status).toBe(200);
    expect(page.body).toContain('Jan de Vries');
    expect(page.body).toContain('Graag &lt;script&gt;alert(1)&lt;/script&gt; alles');
    expect(page.body).not.toContain('<script>alert');
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });

  it.each([
    ['no session', ''],
    ['a made-up session', `__Host-desk-session=${'A'.repeat(43)}`],
  ])('shows nothing of the case in %s', async (_what, cookie) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, LETTER);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    for (const route of ['POST /desk/act', 'POST /desk/decide']) {
      const page = await desk.gateway(formCall(route, { token, text: 'x' }, cookie === '' ? {} : { cookie }));
      expect(page.status).toBe(200);
      for (const word of [caseNumber, 'Vries', 'alles']) expect(page.body).not.toContain(word);
    }
    await desk.settle();
    expect(desk.mailbox.of('staff_sign_in').at(-1)?.to).toBe(ANNA.email);
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('tells by name who did it, on a second press', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    const page = await take(desk, SAM, caseNumber);
    expect(page.body).toContain('Anna de Wit');
  });

  it('asks again when something was left out, and nothing is done', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    await desk.digest();
    await desk.settle();
    const page = await decide(desk, OFFICER, 'dismiss', caseNumber, { ground: 'refused' });
    expect(page.status).toBe(422);
    expect(page.body).toContain('name="ground"');
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });
});

describe('asking for a way in', () => {
  it('shows the same page to staff and to everybody else, and mails staff only', async () => {
    const desk = createDesk();
    const ask = (email: string) => desk.gateway(formCall('POST /desk', { email }));
    const replies = [
      await ask(ANNA.email),
      await ask(` ${ANNA.email.toUpperCase()} `),
      await ask('eve@example.org'),
      await ask(''),
      await ask('nonsense'),
    ];
    await desk.settle();
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(desk.mailbox.sent.map(({ to }) => to)).toEqual([ANNA.email, ANNA.email]);
  });
});

describe('the page of an answer', () => {
  it('shows what was written, as text', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const text = 'Zie <a href="https://evil.example">hier</a>';
    await decide(desk, ANNA, 'answer', caseNumber, answerFields(desk, caseNumber, '1', text));
    const page = await collect(desk, caseNumber, collectionCode.toLowerCase());
    expect(page.status).toBe(200);
    expect(page.body).toContain('Zie &lt;a href=');
    expect(page.body).not.toContain('<a href="https://evil');
  });

  it('shows the form again with a wrong code, and says when to stop', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await collect(desk, caseNumber, 'AAAA-AAAA-AAAA')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await collect(desk, caseNumber, 'x'.repeat(41))).status).toBe(422);
  });
});
