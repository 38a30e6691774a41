import { describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { replyAddress } from '../../domain/inbound-mail/reply-address.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { type WrittenMail, writtenMail } from '../support/desk/incoming-mail.ts';
import {
  caseOnDesk,
  formOf,
  mailArrived,
  NO_RIGHT,
  PDF,
  readAs,
  saveOf,
  textOf,
  THREE_RIGHTS,
} from '../support/desk/mail-on-desk.ts';
import { createDesk, type Desk, INBOUND_MAIL_DOMAIN } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  decide,
  decideOnDesk,
  OFFICER,
  PROTECTION_OFFICER,
  SAM,
  signIn,
  staffSecret,
  submitConfirmed,
  take,
} from '../support/desk/people.ts';

const boxesIn = (body: string) => [...body.matchAll(/name="type_([a-z_]+)"/g)].map(([, type = '']) => type);
const formActionOf = (reply: HttpReply) =>
  /form-action ([^;]*)/.exec(reply.headers['content-security-policy'] ?? '')?.[1];

describe('what came with a mail', () => {
  const WITH_FILES: WrittenMail = {
    ...THREE_RIGHTS,
    files: [
      { name: 'brief.pdf', mediaType: 'text/html', content: PDF },
      { name: 'openen.hta', mediaType: 'text/plain', content: 'gewone tekst' },
      { name: 'programma.exe', mediaType: 'application/pdf', content: Uint8Array.from([0x4d, 0x5a, 0, 1, 2, 0xff]) },
    ],
  };

  it('is saved for a minute by whoever may see the case, and that is recorded', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    const cookie = await signIn(desk, ANNA);
    const seen = desk.stores.desk.views.list().length;
    const reply = await saveOf(desk, caseNumber, '0', cookie);
    expect(reply.status).toBe(303);
    const file = desk.dependencies.mailFiles.open(reply.headers['location'] ?? '');
    expect(Buffer.from(file?.content ?? []).toString()).toBe(PDF);
    expect(file).toMatchObject({ savedAs: 'brief.pdf', mediaType: 'application/pdf' });
    expect(desk.stores.desk.views.list()).toHaveLength(seen + 1);
    const named = desk.dependencies.mailFiles.open(
      (await saveOf(desk, caseNumber, '1', cookie)).headers['location'] ?? '',
    );
    expect(named).toMatchObject({ savedAs: 'openen.hta.txt', mediaType: 'text/plain' });
  });

  it('is the whole message too, as bytes', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    const reply = await saveOf(desk, caseNumber, 'message', await signIn(desk, ANNA));
    const file = desk.dependencies.mailFiles.open(reply.headers['location'] ?? '');
    expect(file).toMatchObject({ savedAs: `${caseNumber}.eml`, mediaType: 'application/octet-stream' });
    expect(Buffer.from(file?.content ?? []).toString()).toContain('Subject: =?utf-8?B?');
  });

  it('is only named where it is no type that letters come in', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain(
      'programma.exe 6 bytes, staat alleen in de mail zelf',
    );
    const cookie = await signIn(desk, ANNA);
    for (const file of ['2', '3', '99', '000001-1']) {
      expect((await saveOf(desk, caseNumber, file, cookie)).status).toBe(404);
    }
    for (const file of ['-1', '../mail', 'message ', 'constructor']) {
      expect((await saveOf(desk, caseNumber, file, cookie)).headers['location']).toBeUndefined();
    }
  });

  it('goes to nobody without a session, and of no case a colleague may not see', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    const outside = await saveOf(desk, caseNumber, 'message', '');
    expect(outside.headers['location']).toBeUndefined();
    expect(outside.body).toContain('name="email"');
    await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    await take(desk, ANNA, caseNumber);
    expect((await saveOf(desk, caseNumber, 'message', await signIn(desk, SAM))).status).toBe(404);
    expect((await saveOf(desk, caseNumber, 'message', await signIn(desk, PROTECTION_OFFICER))).status).toBe(303);
    const elsewhere = await desk.gateway(
      formCall(
        'POST /desk/mail',
        { caseNumber, file: 'message' },
        { cookie: await signIn(desk, ANNA), 'sec-fetch-site': 'cross-site' },
      ),
    );
    expect(elsewhere.status).toBe(403);
  });

  it('is gone one day, and the page says so', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    desk.messages.clear();
    const reply = await saveOf(desk, caseNumber, '0', await signIn(desk, ANNA));
    expect(reply.status).toBe(410);
    expect(reply.body).toContain('Dit is er niet meer');
    const content = desk.stores.desk.contents.find(caseNumber);
    const { mail: _gone, ...rest } = content as NonNullable<typeof content>;
    desk.stores.desk.contents.put(caseNumber, rest);
    const page = await caseOnDesk(desk, caseNumber);
    expect(page.status).toBe(200);
    expect(page.body).toContain('bewaren wij niet meer');
    expect((await saveOf(desk, caseNumber, '0', await signIn(desk, ANNA))).status).toBe(404);
  });

  it('leads to the store from the pages of that case only', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, WITH_FILES);
    const token = staffSecret(desk, ANNA, 'accept', caseNumber);
    await desk.gateway(formCall('POST /desk/act', { token }));
    await desk.settle();
    const secret = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
    const signedIn = await desk.gateway(formCall('POST /desk/sign-in', { token: secret }));
    const store = "'self' https://mails.example.org";
    expect(signedIn.body).toContain('Geachte heer');
    expect(formActionOf(signedIn)).toBe(store);
    expect(formActionOf(await caseOnDesk(desk, caseNumber))).toBe(store);
    expect(formActionOf(await formOf(desk, 'dismiss', caseNumber))).toBe(store);
    expect(formActionOf(await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes' }))).toBe(store);
    expect(formActionOf(await readAs(desk, ANNA, 'GET /desk'))).toBe("'self'");
    const { caseNumber: other } = await submitConfirmed(desk);
    expect(formActionOf(await caseOnDesk(desk, other))).toBe("'self'");
  });

  it('keeps names and subjects of strangers as text, out of addresses and logs', async () => {
    const desk = createDesk();
    const evil = '"><img src=x onerror=alert(1)>';
    const { caseNumber } = await mailArrived(desk, {
      ...WITH_FILES,
      subject: evil,
      files: [{ name: `geheim${evil}\r\nx.pdf`, mediaType: 'application/pdf', content: PDF }],
    });
    const page = await caseOnDesk(desk, caseNumber);
    expect(page.body).not.toContain('<img src=x');
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const { body } = await formOf(desk, 'accept', caseNumber);
    expect(body).not.toContain('<img src=x');
    const addresses = [...body.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address).join(' ');
    expect(addresses).not.toMatch(/geheim|jan|onerror/);
    const subjects = desk.mailbox.sent.map(({ words }) => words.subject).join(' ');
    expect(subjects).not.toMatch(/onerror|jan@|Mijn gegevens/);
  });
});

describe('a mail that is odd', () => {
  it('that cannot be read says so and gives out the message', async () => {
    const desk = createDesk();
    await desk.receive(writtenMail(NO_RIGHT), { to: [`support@${INBOUND_MAIL_DOMAIN}`], from: 'jan@example.org' });
    const [subject] = desk.stores.desk.cases.list();
    const broken = { ...subject, inbound: { ...subject?.inbound, readable: false, sender: 'machine' } };
    desk.stores.desk.cases.put(subject?.caseNumber ?? '', broken as NonNullable<typeof subject>);
    const { body } = await caseOnDesk(desk, subject?.caseNumber ?? '');
    expect(body).toContain('Wij konden deze mail niet lezen.');
    expect(body).toContain('niet te lezen');
    expect(body).not.toContain('Een machine verstuurde deze mail');
    expect((await saveOf(desk, subject?.caseNumber ?? '', 'message', await signIn(desk, ANNA))).status).toBe(303);
  });

  it.each([
    ['spam', { spam: 'FAIL' }, 'Onze mailprovider denkt dat dit spam is'],
    ['a virus', { virus: 'FAIL' }, 'vond er een virus in'],
  ])('%s is marked', async (_what, verdicts, mark) => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS, verdicts);
    expect((await caseOnDesk(desk, caseNumber)).body).toContain(mark);
    expect((await formOf(desk, 'accept', caseNumber)).body).toContain(mark);
  });

  it('of twenty parts is one case of as many as there are types', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
    const stored = desk.caseOf(caseNumber);
    const parts = Array.from({ length: 20 }, (_, index) => ({
      partId: String(index + 1),
      requestType: requestTypeSchema.options[index % requestTypeSchema.options.length] as 'access',
      decision: null,
      restriction: null,
    }));
    desk.stores.desk.cases.put(caseNumber, { ...stored, parts });
    const { body } = await formOf(desk, 'accept', caseNumber);
    expect(boxesIn(body)).toHaveLength(requestTypeSchema.options.length);
    const fields = Object.fromEntries(requestTypeSchema.options.map((type) => [`type_${type}`, 'on']));
    expect((await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', ...fields })).status).toBe(200);
    expect(desk.caseOf(caseNumber).parts).toHaveLength(requestTypeSchema.options.length);
  });
});

async function joined(desk: Desk, from: string) {
  const { caseNumber } = await submitConfirmed(desk);
  const address = replyAddress(desk.dependencies.keys, caseNumber, INBOUND_MAIL_DOMAIN);
  const files = [{ name: 'bewijs.pdf', mediaType: 'application/pdf', content: PDF }];
  const raw = writtenMail({ from, subject: 'Re', text: 'Hierbij nog iets.', files });
  await desk.receive(raw, { to: [address], from: 'x@example.org', mailId: 'joined-mail-1' });
  return { caseNumber, page: await caseOnDesk(desk, caseNumber, OFFICER) };
}

describe('a mail that joins a case', () => {
  it('from another address than the requester’s is marked as that', async () => {
    const desk = createDesk();
    const { page } = await joined(desk, 'Iemand <iemand@elders.example>');
    const shown = textOf(page.body);
    expect(shown).toContain('Bericht per mail vanaf een ander adres');
    expect(shown).toContain('Geschreven vanaf een ander adres dan dat van de verzoeker: iemand@elders.example');
    expect(shown).toContain('Hierbij nog iets.');
    expect(shown).toContain('Bericht gekregen van de verzoeker (vanaf een ander adres, door de verzoeker)');
  });

  it('from the requester is not, names its files, tells no ids, and is saved whole', async () => {
    const desk = createDesk();
    const { caseNumber, page } = await joined(desk, 'Jan <JAN@example.org>');
    const shown = textOf(page.body);
    expect(shown).not.toContain('ander adres');
    expect(shown).toContain('Bestanden in deze mail bewijs.pdf');
    expect(page.body).not.toMatch(/mail\/joined-mail-1|joined-mail-1/);
    const [, textId = ''] = /name="file" value="([0-9]{6}-[0-9])"/.exec(page.body) ?? [];
    const reply = await saveOf(desk, caseNumber, textId, await signIn(desk, OFFICER));
    expect(reply.status).toBe(303);
    expect(desk.dependencies.mailFiles.open(reply.headers['location'] ?? '')?.savedAs).toBe(
      `${caseNumber}-${textId}.eml`,
    );
  });
});
