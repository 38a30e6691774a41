import { describe, expect, it } from 'vitest';
import { mintToken, type TokenGrant } from '../../domain/outbox/mint-token.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  collect,
  confirm,
  decide,
  decideOnDesk,
  JAN,
  lastAbout,
  OFFICER,
  signIn,
  submit,
  submitConfirmed,
} from '../support/desk/people.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

const DAY = 24;
const textOf = ({ body }: HttpReply) => new ParsedHtml(body).text;
const press = (desk: Desk, route: string, token: string, more: Readonly<Record<string, string>> = {}) =>
  desk.gateway(formCall(route, { token, ...more }));
const secretOf = (desk: Desk, template: Parameters<typeof lastAbout>[1], caseNumber: string) => {
  const [link] = desk.mailbox.linksOf(lastAbout(desk, template, caseNumber));
  return link?.secret ?? '';
};
/** A link as a mail of long ago would have had it. */
async function expired(desk: Desk, grant: TokenGrant): Promise<string> {
  const { secret, token } = mintToken(desk.dependencies.randomBytes, grant, desk.clock.now().subtract({ hours: 1 }));
  await desk.stores.tokens.putAll([token]);
  return secret;
}

/** Names a new address on the page of the case; answers the secret of the mail that went there. */
const changeAddress = async (desk: Desk, key: { caseNumber: string; collectionCode: string }, email: string) => {
  await desk.gateway(formCall('POST /case/act', { ...key, act: 'change_address', email }));
  await desk.settle();
  return secretOf(desk, 'confirm_contact', key.caseNumber);
};
const addressOf = (desk: Desk, caseNumber: string) => desk.stores.desk.contents.find(caseNumber)?.requester.email;

/** The secret of a sign-in mail just ordered. */
const orderSignIn = async (desk: Desk) => {
  await desk.gateway(formCall('POST /desk', { email: ANNA.email }));
  await desk.settle();
  return desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
};

describe('a link to confirm', () => {
  it('says since when it is confirmed, and still names the promised date', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const again = await confirm(desk, caseNumber);
    expect(again.status).toBe(200);
    expect(textOf(again)).toContain('U bevestigde uw verzoek op maandag 2 maart 2026 om 10:30 uur.');
    expect(textOf(again)).toContain('maandag 30 maart 2026');
  });

  it('promises no date once the answer is there', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    const again = await confirm(desk, caseNumber);
    expect([again.status, textOf(again).includes('uiterlijk')]).toEqual([200, false]);
  });

  it('that has expired tells when, and sends a new one to the address of the case, three times a day', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const token = secretOf(desk, 'confirm_request', caseNumber);
    // While the link works there is nothing to send.
    expect((await press(desk, 'POST /new-link', token)).status).toBe(404);
    await desk.runFor({ hours: 40 * DAY });
    const before = desk.caseOf(caseNumber);
    const late = await press(desk, 'POST /confirm', token);
    expect(late.status).toBe(410);
    expect(textOf(late)).toContain('De link werkte tot dinsdag 31 maart 2026 om 00:00 uur.');
    expect(late.body).not.toContain(caseNumber);
    expect(desk.caseOf(caseNumber)).toEqual(before);

    const mails = desk.mailbox.of('confirm_request', JAN.email).length;
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await press(desk, 'POST /new-link', token)).status);
    await desk.settle();
    expect(statuses).toEqual([200, 200, 200, 422]);
    expect(desk.mailbox.of('confirm_request', JAN.email)).toHaveLength(mails + 3);
    expect((await confirm(desk, caseNumber)).status).toBe(200);
    expect(desk.caseOf(caseNumber).status).toBe('open');
    expect((await press(desk, 'POST /confirm', token)).status).toBe(200);
  });

  it('says that the message was laid aside, and how to ask all the same', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    await desk.digest();
    await desk.settle();
    await decide(desk, OFFICER, 'dismiss', caseNumber, { ground: 'spam' });
    const reply = await confirm(desk, caseNumber);
    expect([reply.status, reply.body.includes('/request?language=nl')]).toEqual([410, true]);
    expect(reply.body).not.toContain(caseNumber);
  });
});

describe('a link to collect', () => {
  it('that has expired tells so without the code, and a new one collects with it', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    const token = secretOf(desk, 'answer_ready', caseNumber);
    await desk.runFor({ hours: 61 * DAY });
    for (const code of [collectionCode, 'AAAA-AAAA-AAAA']) {
      const late = await press(desk, 'POST /collect', token, { collectionCode: code });
      expect([late.status, textOf(late).includes('Deze link is verlopen')]).toEqual([410, true]);
    }
    expect((await press(desk, 'POST /new-link', token)).status).toBe(200);
    await desk.settle();
    expect((await collect(desk, caseNumber, collectionCode)).status).toBe(200);
  });

  it('that has expired shows no code that was typed, in groups or not', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    const token = secretOf(desk, 'answer_ready', caseNumber);
    await desk.runFor({ hours: 61 * DAY });
    const late = await press(desk, 'POST /collect', token, { collectionCode: 'ABCD EFGH JKMN' });
    expect([late.status, late.body.includes('ABCD')]).toEqual([410, false]);
  });

  it('says to link and code together that the case was opened again', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    await answer(desk, ANNA, caseNumber);
    await decideOnDesk(desk, OFFICER, 'reopen', caseNumber, { text: 'Er is meer gevonden.' }, '1');
    const token = secretOf(desk, 'answer_ready', caseNumber);
    const reopened = await press(desk, 'POST /collect', token, { collectionCode });
    expect([reopened.status, textOf(reopened).includes('Wij kijken opnieuw')]).toEqual([200, true]);
    const wrong = await press(desk, 'POST /collect', token, { collectionCode: 'AAAA-AAAA-AAAA' });
    expect([wrong.status, textOf(wrong).includes('Wij kijken opnieuw')]).toEqual([422, false]);
  });
});

describe('a link to a new address', () => {
  it('is worth nothing once another address was entered: a mistyped one takes no case over', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const key = { caseNumber, collectionCode };
    const mistyped = await changeAddress(desk, key, 'jaan@example.org');
    const right = await changeAddress(desk, key, 'jan.de.vries@example.org');
    const first = await press(desk, 'POST /confirm-contact', mistyped);
    expect([first.status, textOf(first).includes('Er is een nieuwere link')]).toEqual([410, true]);
    expect((await press(desk, 'POST /confirm-contact', right)).status).toBe(200);
    expect((await press(desk, 'POST /confirm-contact', mistyped)).status).toBe(410);
    expect(addressOf(desk, caseNumber)).toBe('jan.de.vries@example.org');
  });

  it('that has expired says that the old address still counts', async () => {
    const desk = createDesk();
    const accepted = await submitConfirmed(desk);
    const { caseNumber, collectionCode } = accepted;
    const token = await changeAddress(desk, { caseNumber, collectionCode }, 'nieuw@example.org');
    await desk.runFor({ hours: 8 * DAY });
    const late = await press(desk, 'POST /confirm-contact', token);
    expect([late.status, late.body.includes('/case?language=nl')]).toEqual([410, true]);
    expect(late.body).not.toContain('nieuw@example.org');
    expect(addressOf(desk, caseNumber)).toBe(JAN.email);
  });
});

describe('a link to report a task', () => {
  it('that expired while somebody wrote gives the text back', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const fields = { departmentId: 'finance', text: 'Welke rekeningen?', until: '2026-03-12' };
    await decideOnDesk(desk, ANNA, 'search', caseNumber, fields);
    const token = secretOf(desk, 'search_request', caseNumber);
    await desk.runFor({ hours: 61 * DAY });
    const late = await press(desk, 'POST /report/act', token, { as: 'cannot', text: 'Wij bewaren ze niet.' });
    expect(late.status).toBe(410);
    expect(textOf(late)).toContain('In onze nieuwste mail');
    expect(textOf(late)).toContain('Wij bewaren ze niet.');
    expect(late.body).not.toContain('Welke rekeningen?');
  });
});

describe('a link to sign in', () => {
  it('pressed twice at once lets in once, and tells the other how to go on', async () => {
    const desk = createDesk();
    const token = await orderSignIn(desk);
    const both = await Promise.all([0, 1].map(async () => press(desk, 'POST /desk/sign-in', token)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect(both.find(({ status }) => status === 410)?.body).toContain(`name="token" value="${token}"`);
  });

  it.each([
    ['used', 'U gebruikte deze link op maandag 2 maart 2026 om 10:30 uur.'],
    ['expired', 'De link werkte tot maandag 2 maart 2026 om 10:45 uur.'],
  ])('that is %s tells when, and sends another at one press', async (state, sentence) => {
    const desk = createDesk();
    const token = await orderSignIn(desk);
    if (state === 'used') await press(desk, 'POST /desk/sign-in', token);
    await desk.runFor({ minutes: 20 });
    const over = await press(desk, 'POST /desk/sign-in', token);
    expect([over.status, over.headers['set-cookie']]).toEqual([410, undefined]);
    expect(textOf(over)).toContain(sentence);
    expect(over.body).not.toContain(ANNA.email);

    expect((await press(desk, 'POST /desk', token)).status).toBe(200);
    await desk.settle();
    const next = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
    expect(next).not.toBe(token);
    expect((await press(desk, 'POST /desk/sign-in', next)).headers['set-cookie']).toContain('Max-Age=28800');
  });
});

describe('a wrong secret', () => {
  const GRANTS: readonly TokenGrant[] = [
    { action: 'confirm', caseNumber: 'P-00000-00000' },
    { action: 'sign_in', staffId: ANNA.staffId, continueTo: null, rehearsal: false },
    { action: 'take', caseNumber: 'P-00000-00000', staffId: ANNA.staffId, on: null },
  ];
  const ROUTES = [
    'POST /confirm',
    'POST /collect',
    'POST /collect/file',
    'POST /confirm-contact',
    'POST /report',
    'POST /report/act',
    'POST /new-link',
    'POST /newsletter/confirm',
    'POST /desk',
    'POST /desk/sign-in',
    'POST /desk/act',
    'POST /desk/decide',
    'POST /desk/files',
  ];

  it.each(ROUTES)('learns nothing at %s: one answer for what nobody has and for what is none', async (route) => {
    const desk = createDesk();
    const real = mintToken(desk.dependencies.randomBytes, { action: 'confirm', caseNumber: 'x' }, desk.clock.now());
    const guesses = [
      'A'.repeat(43),
      real.secret,
      real.secret.slice(1),
      `${real.secret}A`,
      '',
      '<script>',
      real.token.hash,
    ];
    const fields = { collectionCode: 'x', fileId: 'a'.repeat(22), as: 'done', text: 'x', decision: 'confirm' };
    const replies = [];
    for (const token of guesses) replies.push(await desk.gateway(formCall(route, { ...fields, token })));
    expect(new Set(replies.map(({ status, body, headers }) => JSON.stringify([status, headers, body]))).size).toBe(1);
    expect(replies[0]?.status).toBe(404);
    await desk.settle();
    expect(desk.mailbox.sent).toEqual([]);
  });

  it('is also every link at a door that is not its own, expired or not', async () => {
    const desk = createDesk();
    await signIn(desk, ANNA);
    const bland = (await press(desk, 'POST /confirm', 'A'.repeat(43))).body;
    const mails = desk.mailbox.sent.length;
    for (const grant of GRANTS) {
      const token = await expired(desk, grant);
      const own = { confirm: ['POST /confirm', 'POST /new-link'], sign_in: ['POST /desk/sign-in', 'POST /desk'] };
      const itsOwn = own[grant.action as keyof typeof own] ?? [
        'POST /desk/act',
        'POST /desk/decide',
        'POST /desk/files',
      ];
      for (const route of ROUTES.filter((each) => !itsOwn.includes(each) && each !== 'POST /collect/file')) {
        const reply = await press(desk, route, token, { as: 'done', decision: 'confirm' });
        expect([grant.action, route, reply.status, reply.body === bland]).toEqual([grant.action, route, 404, true]);
      }
    }
    await desk.settle();
    expect(desk.mailbox.sent).toHaveLength(mails);
  });
});

it('a request for somebody else’s mail is not how a case is found: an unknown case number stays unknown', async () => {
  const desk = createDesk();
  await submitConfirmed(desk, ACCESS);
  const headers = { cookie: await signIn(desk, ANNA) };
  const show = (caseNumber: string) =>
    desk.gateway({ route: 'GET /desk/cases/{caseNumber}', headers, pathParameters: { caseNumber } });
  const [unknown, misshapen] = [await show('P-00000-00000'), await show('P-nonsense')];
  expect([unknown.status, misshapen.status]).toEqual([404, 404]);
  expect(textOf(unknown)).toContain('U bent ingelogd als Anna de Wit.');
  expect(textOf(misshapen)).toBe(textOf(unknown));
});
