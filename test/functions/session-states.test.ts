import { describe, expect, it } from 'vitest';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  answerFields,
  cookieOf,
  decideOnDesk,
  DEPUTY,
  OFFICER,
  QUESTION,
  SAM,
  signIn,
  staffSecret,
  submitConfirmed,
  take,
} from '../support/desk/people.ts';
import { attribute, type Element, ParsedHtml } from '../views/parsed-html.ts';

const CASE_NUMBER = 'P-2N0QH-ZG920';
const TEXT = 'Beste heer De Vries,\nwij bewaren dit zeven jaar.';
const post = (desk: Desk, route: string, fields: Readonly<Record<string, string>>, cookie = '') =>
  desk.gateway(formCall(route, fields, cookie === '' ? {} : { cookie }));
/** A page of the desk that names whoever is signed in. */
const caseOf = (desk: Desk, cookie: string) => {
  const pathParameters = { caseNumber: CASE_NUMBER };
  return desk.gateway({ route: 'GET /desk/cases/{caseNumber}', headers: { cookie }, pathParameters });
};
const textOf = ({ body }: HttpReply) => new ParsedHtml(body).text;

/** The form of a page that posts to an address, as a person without script would press it. */
function formTo(reply: HttpReply, path: string) {
  const page = new ParsedHtml(reply.body);
  const form = page.named('form').find((each) => attribute(each, 'action')?.includes(`${path}?`));
  const inputs: Element[] = [];
  const collect = (node: Element) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'input') inputs.push(child);
      collect(child);
    }
  };
  if (form !== undefined) collect(form);
  const fields = inputs.map((input): [string, string] => [
    attribute(input, 'name') ?? '',
    attribute(input, 'value') ?? '',
  ]);
  return { form, fields };
}
const pressKept = (desk: Desk, reply: HttpReply, path: string, cookie: string) =>
  desk.gateway({
    ...formCall(`POST ${path}`, {}, { cookie }),
    body: new URLSearchParams(formTo(reply, path).fields).toString(),
  });

describe('signing out', () => {
  it('ends the session of this browser and no other, at once', async () => {
    const desk = createDesk();
    const [here, elsewhere] = [await signIn(desk, ANNA), await signIn(desk, ANNA)];
    const pageIn = (cookie: string) => caseOf(desk, cookie);
    expect(textOf(await pageIn(here))).toContain('Anna de Wit');
    const out = await post(desk, 'POST /desk/sign-out', {}, here);
    expect(out.headers['set-cookie']).toBe('__Host-desk-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure');
    expect(textOf(out)).toContain('U bent uitgelogd');
    expect(textOf(await pageIn(here))).not.toContain('Anna de Wit');
    expect(textOf(await pageIn(elsewhere))).toContain('Anna de Wit');
    expect((await post(desk, 'POST /desk/sign-out', {}, here)).status).toBe(200);
  });

  it('is for the desk’s own pages only', async () => {
    const desk = createDesk();
    const cookie = await signIn(desk, ANNA);
    const foreign = formCall('POST /desk/sign-out', {}, { cookie, 'sec-fetch-site': 'cross-site' });
    expect((await desk.gateway(foreign)).status).toBe(403);
    expect(textOf(await caseOf(desk, cookie))).toContain('Anna de Wit');
  });
});

describe('the link of a colleague', () => {
  it('says whose it is, and leads to the case whoever may see it', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const page = await post(desk, 'POST /desk/act', { token }, await signIn(desk, SAM));
    expect(page.status).toBe(403);
    expect(textOf(page)).toContain('De link is voor Anna de Wit. U bent ingelogd als Sam Okafor.');
    expect(page.body).toContain(`/desk/cases/${caseNumber}?language=nl`);
    expect(page.body).not.toContain('Vries');
  });

  it('leads nobody to a case they may not see', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const token = staffSecret(desk, ANNA, 'take', caseNumber);
    await take(desk, ANNA, caseNumber);
    const other = await post(desk, 'POST /desk/act', { token }, await signIn(desk, SAM));
    expect([other.status, other.body.includes(caseNumber)]).toEqual([403, false]);
    await decideOnDesk(desk, OFFICER, 'exclude', caseNumber, { staffId: DEPUTY.staffId });
    const excluded = await post(desk, 'POST /desk/act', { token }, await signIn(desk, DEPUTY));
    expect([excluded.status, excluded.body.includes(caseNumber)]).toEqual([403, false]);
  });

  it('goes on for its addressee with one press: out, and a mail to sign in', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const cookie = await signIn(desk, SAM);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    const page = await post(desk, 'POST /desk/act', { token }, cookie);
    const out = await pressKept(desk, page, '/desk/sign-out', cookie);
    await desk.settle();
    expect(textOf(out)).toContain('Kijk in uw mail');
    const secret = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
    const signedIn = await post(desk, 'POST /desk/sign-in', { token: secret });
    expect(signedIn.body).toContain('Jan de Vries');
    expect(cookieOf(signedIn)).not.toBe(cookie);
  });
});

describe('one’s own link that has expired', () => {
  it('leads to the same action on the desk, with what was filled in', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const token = staffSecret(desk, ANNA, 'answer', caseNumber);
    await desk.runFor({ hours: 24 * 15 });
    const cookie = await signIn(desk, ANNA);
    const opened = await post(desk, 'POST /desk/act', { token }, cookie);
    expect(opened.status).toBe(410);
    expect(textOf(opened)).toContain('De link uit de mail werkte tot maandag 16 maart 2026');
    expect(opened.body).not.toContain('Vries');
    expect((await pressKept(desk, opened, '/desk/act', cookie)).body).toContain('Jan de Vries');

    const filled = { ...answerFields(desk, caseNumber), text: TEXT };
    const decided = await post(desk, 'POST /desk/decide', { token, ...filled }, cookie);
    expect([decided.status, desk.caseOf(caseNumber).status]).toEqual([410, 'open']);
    const again = await pressKept(desk, decided, '/desk/act', cookie);
    expect(again.body).toContain('wij bewaren dit zeven jaar.</textarea>');
    const done = await pressKept(desk, again, '/desk/decide', cookie);
    expect(done.status).toBe(422);
    const fresh = formTo(again, '/desk/decide').fields.find(([name]) => name === 'token')?.[1] ?? '';
    expect((await post(desk, 'POST /desk/decide', { token: fresh, ...filled }, cookie)).status).toBe(200);
    expect(desk.stores.desk.answers.list().map((each) => each.text)).toEqual([TEXT]);
  });

  it('opened without a session leads there by way of the sign-in mail', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const token = staffSecret(desk, ANNA, 'take', caseNumber);
    await desk.runFor({ hours: 24 * 15 });
    await post(desk, 'POST /desk/act', { token });
    await desk.settle();
    const secret = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
    const page = await post(desk, 'POST /desk/sign-in', { token: secret });
    expect([page.status, page.body.includes(`/desk/cases/${caseNumber}`)]).toEqual([410, true]);
    expect(page.headers['set-cookie']).toContain('Max-Age=28800');
  });
});

const FORMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['POST /desk/decide', { act: 'message', caseNumber: CASE_NUMBER, text: TEXT }],
  ['POST /desk/files/attach', { act: 'attach_file', caseNumber: CASE_NUMBER, on: '1', fileId: 'a', name: TEXT }],
  ['POST /desk/files/remove', { act: 'attach_file', caseNumber: CASE_NUMBER, on: '1', fileId: 'a', x: TEXT }],
  ['POST /desk/files/open', { act: 'attach_file', caseNumber: CASE_NUMBER, on: '1', fileId: 'a', x: TEXT }],
  ['POST /desk/absence', { staffId: ANNA.staffId, from: '2026-03-02', until: '2026-03-03', x: TEXT }],
  ['POST /desk/intake', { formId: 'AbCdEfGhIjKlMnOpQrStUv', text: TEXT, requestType: 'question' }],
  ['POST /desk/batch', { requestType: 'question', [`case_${CASE_NUMBER}`]: 'on', text: TEXT }],
  ['POST /desk/consents', { email: 'eva@example.org', x: TEXT }],
];

/** Where going on leads to a page first: a decision to its form, a file to the page of the files. */
const GOES_ON_AT: Readonly<Record<string, string>> = {
  'POST /desk/decide': '/desk/act',
  'POST /desk/files/open': '/desk/files',
};

describe('a session that ended while a form was filled in', () => {
  it.each(FORMS)('loses nothing of %s', async (route, fields) => {
    const desk = createDesk();
    const reply = await post(desk, route, fields, `__Host-desk-session=${'A'.repeat(43)}`);
    expect(reply.status).toBe(200);
    const path = GOES_ON_AT[route] ?? route.slice('POST '.length);
    const { fields: kept } = formTo(reply, path);
    expect(Object.fromEntries(kept)).toEqual(fields);
    expect(new ParsedHtml(reply.body).text).toContain('wij bewaren dit zeven jaar.');
    const signIn = formTo(reply, '/desk').form;
    expect(signIn && attribute(signIn, 'target')).toBe('_blank');
    await desk.settle();
    expect(desk.mailbox.sent).toEqual([]);
  });

  it('is taken up again after signing in: the form as it was, to look at and press', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const cookie = await signIn(desk, ANNA);
    const page = await post(desk, 'POST /desk/act', { act: 'message', caseNumber }, cookie);
    const token = formTo(page, '/desk/decide').fields.find(([name]) => name === 'token')?.[1] ?? '';
    await desk.runFor({ hours: 8 });
    const ended = await post(desk, 'POST /desk/decide', { token, text: TEXT }, cookie);
    expect(textOf(ended)).toContain('Er is niets verstuurd en niets verloren.');
    expect(textOf(ended)).toContain('wij bewaren dit zeven jaar.');

    const fresh = await signIn(desk, ANNA);
    const over = await pressKept(desk, ended, '/desk/act', fresh);
    // The link of the form was eight hours old by then.
    expect(over.status).toBe(410);
    const again = await pressKept(desk, over, '/desk/act', fresh);
    expect(again.body).toContain('wij bewaren dit zeven jaar.</textarea>');
    expect(desk.mailbox.of('message')).toEqual([]);
  });

  it('asks a session for rehearsals to sign in for real, and loses nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const cookie = await signIn(desk, ANNA);
    const [session] = desk.stores.desk.sessions.list();
    if (session === undefined) throw new Error('signed in');
    await desk.stores.sessions.put({ ...session, rehearsal: true });
    const fields = { staffId: ANNA.staffId, from: '2026-03-02', until: '2026-03-03' };
    const page = await post(desk, 'POST /desk/absence', fields, cookie);
    expect(textOf(page)).toContain('U bent ingelogd voor oefeningen');
    expect(Object.fromEntries(formTo(page, '/desk/absence').fields)).toEqual(fields);
    const token = staffSecret(desk, ANNA, 'take', caseNumber);
    const link = await post(desk, 'POST /desk/act', { token }, cookie);
    expect([link.status, textOf(link).includes('Echte zaken ziet u zo niet.')]).toEqual([403, true]);
  });
});

describe('a link to a case on the desk', () => {
  it('leads to that case by way of signing in, whoever it is', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const pathParameters = { caseNumber: caseNumber.toLowerCase() };
    const page = await desk.gateway({ route: 'GET /desk/cases/{caseNumber}', pathParameters });
    const { fields } = formTo(page, '/desk');
    expect(Object.fromEntries(fields)).toEqual({ email: '', caseNumber });
    const ask = (email: string) => post(desk, 'POST /desk', { email, caseNumber });
    const replies = [await ask(SAM.email), await ask('eve@example.org')];
    expect(replies[0]).toEqual(replies[1]);
    await desk.settle();
    const token = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', SAM.email), 'sign_in');
    const signedIn = await post(desk, 'POST /desk/sign-in', { token });
    expect(signedIn.status).toBe(303);
    expect(signedIn.headers['location']).toContain(`/desk/cases/${caseNumber}?language=nl`);
    expect(signedIn.headers['set-cookie']).toContain('Max-Age=28800');
  });
});

it('what was written while a colleague did it is given back', async () => {
  const desk = createDesk();
  const { caseNumber } = await submitConfirmed(desk, QUESTION);
  const [annas, sams] = [ANNA, SAM].map((who) => staffSecret(desk, who, 'answer', caseNumber));
  const fields = answerFields(desk, caseNumber);
  await post(desk, 'POST /desk/decide', { token: annas ?? '', ...fields }, await signIn(desk, ANNA));
  const cookie = await signIn(desk, SAM);
  const late = await post(desk, 'POST /desk/decide', { token: sams ?? '', ...fields, text: TEXT }, cookie);
  expect(textOf(late)).toContain('Anna de Wit');
  expect(textOf(late)).toContain('wij bewaren dit zeven jaar.');
});
