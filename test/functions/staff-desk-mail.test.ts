import { describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import type { DismissalGround } from '../../domain/cases/case.ts';
import { replyAddress } from '../../domain/inbound-mail/reply-address.ts';
import { type WrittenMail, writtenMail } from '../support/desk/incoming-mail.ts';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { createDesk, type Desk, INBOUND_MAIL_DOMAIN } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  type Colleague,
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

const THREE_RIGHTS: WrittenMail = {
  subject: 'Mijn gegevens',
  text: [
    'Geachte heer, mevrouw,',
    'Ik wil graag weten welke gegevens u van mij heeft.',
    'Daarna wil ik dat u al mijn gegevens verwijdert.',
    'Ook maak ik bezwaar tegen het gebruik van mijn gegevens voor reclame.',
    'Jan de Vries',
  ].join('\n'),
};
const NO_RIGHT: WrittenMail = { subject: 'Storing', text: 'Mijn internet doet het al drie dagen niet. Kunt u bellen?' };
const PDF = '%PDF-1.7 brief';

/** A mail reaches the desk; answers the case it made. */
async function arrived(desk: Desk, mail: WrittenMail | string, verdicts: Readonly<Record<string, string>> = {}) {
  const known = new Set(desk.stores.desk.cases.list().map(({ caseNumber }) => caseNumber));
  const raw = typeof mail === 'string' ? mail : writtenMail(mail);
  await desk.receive(raw, { to: [`support@${INBOUND_MAIL_DOMAIN}`], from: 'jan@example.org', verdicts });
  const made = desk.stores.desk.cases.list().find(({ caseNumber }) => !known.has(caseNumber));
  if (made === undefined) throw new Error('the mail made no case');
  return made;
}

async function read(desk: Desk, who: Colleague, route: string, more: object = {}): Promise<HttpReply> {
  return desk.gateway({ route, headers: { cookie: await signIn(desk, who) }, query: { language: 'nl' }, ...more });
}
const caseOnDesk = (desk: Desk, caseNumber: string, who: Colleague = ANNA) =>
  read(desk, who, 'GET /desk/cases/{caseNumber}', { pathParameters: { caseNumber } });
async function form(desk: Desk, act: 'accept' | 'dismiss', caseNumber: string, who: Colleague = ANNA) {
  return desk.gateway(formCall('POST /desk/act', { act, caseNumber }, { cookie: await signIn(desk, who) }));
}
async function save(desk: Desk, caseNumber: string, file: string, cookie: string) {
  return desk.gateway(formCall('POST /desk/mail', { caseNumber, file }, { cookie }));
}

const boxesIn = (body: string) => [...body.matchAll(/name="type_([a-z_]+)"/g)].map(([, type = '']) => type);
const tickedIn = (body: string) =>
  [...body.matchAll(/<input\s+type="checkbox"\s+id="[^"]*"\s+name="type_([a-z_]+)"\s+value="on"\s+checked/g)].map(
    ([, type = '']) => type,
  );
const groundsIn = (body: string) =>
  [...body.matchAll(/<option value="([a-z_]+)"( ?selected)?/g)].map(([, value]) => value);
const chosenGroundIn = (body: string) => /<option value="([a-z_]+)"\s*selected/.exec(body)?.[1];
const formActionOf = (reply: HttpReply) =>
  /form-action ([^;]*)/.exec(reply.headers['content-security-policy'] ?? '')?.[1];
const textOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the form to accept a mail', () => {
  it('has a box for every type, with what was recognised ticked and the words that say so', async () => {
    const desk = createDesk();
    const { caseNumber, parts } = await arrived(desk, THREE_RIGHTS);
    const proposed = parts.map(({ requestType }) => requestType);
    expect(proposed.length).toBeGreaterThan(1);
    const { body } = await form(desk, 'accept', caseNumber);
    expect(boxesIn(body).toSorted()).toEqual([...requestTypeSchema.options].toSorted());
    expect(tickedIn(body).toSorted()).toEqual([...proposed].toSorted());
    expect(textOf(body)).toContain('In de mail staat: Ik wil graag weten welke gegevens u van mij heeft.');
  });

  it('shows the whole letter, its subject, who sent it, and the dates', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    const shown = textOf((await form(desk, 'accept', caseNumber)).body);
    for (const fact of [
      'Geachte heer, mevrouw,',
      'Mijn gegevens',
      'Jan de Vries',
      'jan@example.org',
      'maandag 2 maart 2026 om 10:30 uur',
      'maandag 30 maart 2026',
      'Er zaten geen bestanden bij.',
      'Neem aan als deze verzoeken',
      'De persoon kreeg al een ontvangstbevestiging.',
    ]) {
      expect(shown).toContain(fact);
    }
  });

  it('makes a case of what is ticked, with the arrival as its receipt', async () => {
    const desk = createDesk();
    const { caseNumber, receivedAt } = await arrived(desk, THREE_RIGHTS);
    await desk.runFor({ hours: 5 });
    const reply = await decide(desk, ANNA, 'accept', caseNumber, {
      chosen: 'yes',
      type_access: 'on',
      type_rectification: 'on',
    });
    expect(reply.status).toBe(200);
    const opened = desk.caseOf(caseNumber);
    expect(opened).toMatchObject({ status: 'open', receivedAt });
    expect(opened.parts.map(({ requestType }) => requestType)).toEqual(['access', 'rectification']);
  });

  it('with nothing ticked is shown again with the fault at its boxes', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    const reply = await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#field-types">Kies wat er gevraagd wordt.</a>');
    expect(tickedIn(reply.body)).toEqual([]);
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });

  it('has no boxes for a request that did not come as a mail', async () => {
    const desk = createDesk();
    const { body } = await desk
      .gateway({
        route: 'POST /api/requests',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'k-form' },
        body: JSON.stringify({
          language: 'nl',
          requester: { name: 'Jan', email: 'jan@example.org' },
          parts: [{ requestType: 'access' }],
        }),
      })
      .then(({ body: accepted }) => form(desk, 'accept', (JSON.parse(accepted) as { caseNumber: string }).caseNumber));
    expect(boxesIn(body)).toEqual([]);
    expect(body).toContain('Neem aan');
  });
});

describe('both doors', () => {
  it('lead to both forms from the mail that tells of it, and only in the session of its addressee', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    expect(desk.mailbox.of('staff_notice', ANNA.email)).toHaveLength(1);
    for (const action of ['accept', 'dismiss'] as const) {
      const token = staffSecret(desk, ANNA, action, caseNumber);
      const open = async (who: Colleague) =>
        desk.gateway(formCall('POST /desk/act', { token }, { cookie: await signIn(desk, who) }));
      expect((await open(ANNA)).body).toContain('Geachte heer');
      expect((await open(SAM)).body).not.toContain('Geachte heer');
    }
  });

  it('lead there from the digest, which says that it came as a mail and nothing of what it says', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, NO_RIGHT);
    expect(desk.mailbox.of('staff_notice')).toEqual([]);
    await desk.digest();
    await desk.settle();
    const [digest] = desk.mailbox.of('staff_unconfirmed');
    expect(digest?.words.text).toContain('Dit kwam binnen als mail (van een persoon).');
    expect(`${digest?.words.subject} ${digest?.words.text} ${digest?.words.html}`).not.toMatch(
      /internet|Storing|Jan|jan@/,
    );
    const actions = desk.mailbox.linksOf(digest as NonNullable<typeof digest>).map(({ token }) => token.action);
    expect(actions).toEqual(['accept', 'dismiss']);
    expect((await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_question: 'on' })).status).toBe(
      200,
    );
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('tell at a second press who did it and when, and change nothing', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    const before = desk.caseOf(caseNumber);
    for (const again of [
      await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_erasure: 'on' }),
      await decide(desk, SAM, 'dismiss', caseNumber, { ground: 'spam' }),
      await decideOnDesk(desk, SAM, 'accept', caseNumber, { chosen: 'yes', type_erasure: 'on' }),
    ]) {
      expect(textOf(again.body)).toContain('Anna de Wit heeft dit verzoek');
    }
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });

  it('close to whoever a mail came too late for: it tells of nothing once somebody has sorted it', async () => {
    const desk = createDesk();
    desk.mailbox.fault = ({ to }) => (to === SAM.email ? { error: new Error('down') } : undefined);
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    desk.mailbox.fault = () => undefined;
    await desk.runFor({ hours: 1 });
    await desk.redrive();
    await desk.settle();
    const subjects = desk.mailbox.sent.filter(({ to }) => to === SAM.email).map(({ words }) => words.subject);
    expect(subjects.join('; ')).toContain(caseNumber);
    expect(subjects.join('; ')).not.toContain('mail to sort');
  });
});

describe('the form to set a mail aside', () => {
  it('suggests customer service where nothing was recognised, and says what happens', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, NO_RIGHT);
    const { body } = await form(desk, 'dismiss', caseNumber);
    expect(chosenGroundIn(body)).toBe('customer_service');
    expect(body).toContain('de klantenservice heeft deze mail ook gekregen');
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain('Wij herkenden in deze mail geen verzoek');
  });

  it('suggests nothing where something was, and no customer service for what is no mail', async () => {
    const desk = createDesk();
    const mail = await arrived(desk, THREE_RIGHTS);
    const { body } = await form(desk, 'dismiss', mail.caseNumber);
    expect(chosenGroundIn(body)).toBeUndefined();
    expect(groundsIn(body)).toContain('customer_service');
  });

  it.each<DismissalGround>(['spam', 'test', 'duplicate', 'no_request', 'customer_service'])(
    'closes the mail as %s with one press, and it leaves the lists',
    async (ground) => {
      const desk = createDesk();
      const { caseNumber } = await arrived(desk, NO_RIGHT);
      expect((await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground })).status).toBe(200);
      expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'dismissed', ground });
      expect((await read(desk, ANNA, 'GET /desk')).body).not.toContain(caseNumber);
      const { body } = await caseOnDesk(desk, caseNumber);
      expect(body).toContain('terzijde gelegd');
      expect(body).toContain('Sla de hele mail op');
      expect(boxesIn((await form(desk, 'accept', caseNumber)).body)).toEqual([]);
    },
  );
});

describe('mail to sort on the overview', () => {
  const section = (body: string, heading: string) =>
    textOf(new RegExp(`<h2>${heading}</h2>(.*?)</section>`, 's').exec(body)?.[1] ?? '');

  it('stands apart, with when it came, what it asks, how long there is and what sent it', async () => {
    const desk = createDesk();
    expect(section((await read(desk, ANNA, 'GET /desk')).body, 'Mail om te sorteren')).toContain(
      'Er is geen mail om te sorteren.',
    );
    const mail = await arrived(desk, THREE_RIGHTS);
    const spam = await arrived(desk, { ...THREE_RIGHTS, subject: 'x' }, { spam: 'FAIL' });
    const machine = await arrived(desk, { ...THREE_RIGHTS, headers: ['List-Id: <l.example.org>'] });
    const { body } = await read(desk, ANNA, 'GET /desk');
    const toSort = section(body, 'Mail om te sorteren');
    for (const fact of [
      `${mail.caseNumber} : inzage`,
      'binnengekomen op maandag 2 maart 2026 om 10:30 uur · van een persoon',
      'nog 20 werkdagen',
    ]) {
      expect(toSort).toContain(fact);
    }
    expect(toSort).toMatch(new RegExp(`${spam.caseNumber} [^P]*lijkt spam`));
    expect(toSort).toMatch(new RegExp(`${machine.caseNumber} [^P]*door een machine verstuurd`));
    expect(section(body, 'Niet bevestigde verzoeken')).not.toContain('P-');
    expect(body).not.toMatch(/Geachte|jan@example\.org/);
  });

  it('stays short when mail floods in, and says how many more wait', async () => {
    const desk = createDesk();
    for (let count = 0; count < 103; count += 1) {
      await arrived(desk, { ...NO_RIGHT, from: `jan${count}@example.org` });
    }
    const { body } = await read(desk, ANNA, 'GET /desk');
    expect(body.match(/van een persoon/g)).toHaveLength(100);
    expect(body).toContain('Er wachten nog 3 andere verzoeken');
  });
});

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
    const { caseNumber } = await arrived(desk, WITH_FILES);
    const cookie = await signIn(desk, ANNA);
    const seen = desk.stores.desk.views.list().length;
    const reply = await save(desk, caseNumber, '0', cookie);
    expect(reply.status).toBe(303);
    const file = desk.dependencies.mailFiles.open(reply.headers['location'] ?? '');
    expect(Buffer.from(file?.content ?? []).toString()).toBe(PDF);
    expect(file).toMatchObject({ savedAs: 'brief.pdf', mediaType: 'application/pdf' });
    expect(desk.stores.desk.views.list()).toHaveLength(seen + 1);
    const named = desk.dependencies.mailFiles.open(
      (await save(desk, caseNumber, '1', cookie)).headers['location'] ?? '',
    );
    expect(named).toMatchObject({ savedAs: 'openen.hta.txt', mediaType: 'text/plain' });
  });

  it('is the whole message too, as bytes', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, WITH_FILES);
    const reply = await save(desk, caseNumber, 'message', await signIn(desk, ANNA));
    const file = desk.dependencies.mailFiles.open(reply.headers['location'] ?? '');
    expect(file).toMatchObject({ savedAs: `${caseNumber}.eml`, mediaType: 'application/octet-stream' });
    expect(Buffer.from(file?.content ?? []).toString()).toContain('Subject: =?utf-8?B?');
  });

  it('is only named where it is no type that letters come in', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, WITH_FILES);
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain(
      'programma.exe 6 bytes, staat alleen in de mail zelf',
    );
    const cookie = await signIn(desk, ANNA);
    for (const file of ['2', '3', '99', '000001-1']) {
      expect((await save(desk, caseNumber, file, cookie)).status).toBe(404);
    }
    for (const file of ['-1', '../mail', 'message ', 'constructor']) {
      expect((await save(desk, caseNumber, file, cookie)).headers['location']).toBeUndefined();
    }
  });

  it('goes to nobody without a session, and of no case a colleague may not see', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, WITH_FILES);
    const outside = await save(desk, caseNumber, 'message', '');
    expect(outside.headers['location']).toBeUndefined();
    expect(outside.body).toContain('name="email"');
    await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    await take(desk, ANNA, caseNumber);
    expect((await save(desk, caseNumber, 'message', await signIn(desk, SAM))).status).toBe(404);
    expect((await save(desk, caseNumber, 'message', await signIn(desk, PROTECTION_OFFICER))).status).toBe(303);
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
    const { caseNumber } = await arrived(desk, WITH_FILES);
    desk.messages.clear();
    const reply = await save(desk, caseNumber, '0', await signIn(desk, ANNA));
    expect(reply.status).toBe(410);
    expect(reply.body).toContain('Dit is er niet meer');
    const content = desk.stores.desk.contents.find(caseNumber);
    const { mail: _gone, ...rest } = content as NonNullable<typeof content>;
    desk.stores.desk.contents.put(caseNumber, rest);
    const page = await caseOnDesk(desk, caseNumber);
    expect(page.status).toBe(200);
    expect(page.body).toContain('bewaren wij niet meer');
    expect((await save(desk, caseNumber, '0', await signIn(desk, ANNA))).status).toBe(404);
  });

  it('leads to the store from the pages of that case only', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, WITH_FILES);
    const token = staffSecret(desk, ANNA, 'accept', caseNumber);
    await desk.gateway(formCall('POST /desk/act', { token }));
    await desk.settle();
    const secret = desk.mailbox.secretIn(desk.mailbox.last('staff_sign_in', ANNA.email), 'sign_in');
    const signedIn = await desk.gateway(formCall('POST /desk/sign-in', { token: secret }));
    const store = "'self' https://mails.example.org";
    expect(signedIn.body).toContain('Geachte heer');
    expect(formActionOf(signedIn)).toBe(store);
    expect(formActionOf(await caseOnDesk(desk, caseNumber))).toBe(store);
    expect(formActionOf(await form(desk, 'dismiss', caseNumber))).toBe(store);
    expect(formActionOf(await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes' }))).toBe(store);
    expect(formActionOf(await read(desk, ANNA, 'GET /desk'))).toBe("'self'");
    const { caseNumber: other } = await submitConfirmed(desk);
    expect(formActionOf(await caseOnDesk(desk, other))).toBe("'self'");
  });

  it('keeps names and subjects of strangers as text, out of addresses and logs', async () => {
    const desk = createDesk();
    const evil = '"><img src=x onerror=alert(1)>';
    const { caseNumber } = await arrived(desk, {
      ...WITH_FILES,
      subject: evil,
      files: [{ name: `geheim${evil}\r\nx.pdf`, mediaType: 'application/pdf', content: PDF }],
    });
    const page = await caseOnDesk(desk, caseNumber);
    expect(page.body).not.toContain('<img');
    expect(page.body).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const { body } = await form(desk, 'accept', caseNumber);
    expect(body).not.toContain('<img');
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
    expect((await save(desk, subject?.caseNumber ?? '', 'message', await signIn(desk, ANNA))).status).toBe(303);
  });

  it.each([
    ['spam', { spam: 'FAIL' }, 'Onze mailprovider denkt dat dit spam is'],
    ['a virus', { virus: 'FAIL' }, 'vond er een virus in'],
  ])('%s is marked', async (_what, verdicts, mark) => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS, verdicts);
    expect((await caseOnDesk(desk, caseNumber)).body).toContain(mark);
    expect((await form(desk, 'accept', caseNumber)).body).toContain(mark);
  });

  it('of twenty parts is one case of as many as there are types', async () => {
    const desk = createDesk();
    const { caseNumber } = await arrived(desk, THREE_RIGHTS);
    const stored = desk.caseOf(caseNumber);
    const parts = Array.from({ length: 20 }, (_, index) => ({
      partId: String(index + 1),
      requestType: requestTypeSchema.options[index % requestTypeSchema.options.length] as 'access',
      decision: null,
      restriction: null,
    }));
    desk.stores.desk.cases.put(caseNumber, { ...stored, parts });
    const { body } = await form(desk, 'accept', caseNumber);
    expect(boxesIn(body)).toHaveLength(requestTypeSchema.options.length);
    const fields = Object.fromEntries(requestTypeSchema.options.map((type) => [`type_${type}`, 'on']));
    expect((await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', ...fields })).status).toBe(200);
    expect(desk.caseOf(caseNumber).parts).toHaveLength(requestTypeSchema.options.length);
  });
});

describe('a mail that joins a case', () => {
  async function joined(desk: Desk, from: string) {
    const { caseNumber } = await submitConfirmed(desk);
    const address = replyAddress(desk.dependencies.keys, caseNumber, INBOUND_MAIL_DOMAIN);
    const files = [{ name: 'bewijs.pdf', mediaType: 'application/pdf', content: PDF }];
    const raw = writtenMail({ from, subject: 'Re', text: 'Hierbij nog iets.', files });
    await desk.receive(raw, { to: [address], from: 'x@example.org', mailId: 'joined-mail-1' });
    return { caseNumber, page: await caseOnDesk(desk, caseNumber, OFFICER) };
  }

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
    const reply = await save(desk, caseNumber, textId, await signIn(desk, OFFICER));
    expect(reply.status).toBe(303);
    expect(desk.dependencies.mailFiles.open(reply.headers['location'] ?? '')?.savedAs).toBe(
      `${caseNumber}-${textId}.eml`,
    );
  });
});
