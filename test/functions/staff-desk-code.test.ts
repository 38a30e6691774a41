import { describe, expect, it } from 'vitest';
import { formCall, type HttpReply } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { caseOnDesk, mailArrived, textOf, THREE_RIGHTS } from '../support/desk/mail-on-desk.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  collect,
  type Colleague,
  decideOnDesk,
  lastAbout,
  OFFICER,
  PROTECTION_OFFICER,
  SAM,
  signIn,
  submit,
  submitConfirmed,
} from '../support/desk/people.ts';
import { ParsedHtml } from '../views/parsed-html.ts';

const SHAPE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/;
const ANSWER = 'Dit is het antwoord op deel 1.';

/** The code on a page, in the place for it; undefined where there is none. */
const codeOn = ({ body }: HttpReply) => new RegExp(`class="code">(${SHAPE.source})<`).exec(body)?.[1];

/** Opens the form for a new code on the desk and answers what presses its button. */
async function formFor(desk: Desk, who: Colleague, caseNumber: string, language: 'nl' | 'en' = 'nl') {
  const cookie = await signIn(desk, who);
  const query = { language };
  const page = await desk.gateway({
    ...formCall('POST /desk/act', { act: 'issue_code', caseNumber }, { cookie }),
    query,
  });
  const token = /name="token"\s+value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const press = (through: string) =>
    desk.gateway({ ...formCall('POST /desk/decide', { token, through }, { cookie }), query });
  return { page, press };
}

async function issue(desk: Desk, who: Colleague, caseNumber: string, through = 'phone'): Promise<string> {
  const { press } = await formFor(desk, who, caseNumber);
  const page = await press(through);
  await desk.settle();
  const code = codeOn(page);
  if (code === undefined) throw new Error(`no code: ${page.status} ${textOf(page.body)}`);
  return code;
}

async function acceptedMail(desk: Desk) {
  const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
  const page = await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
  return { caseNumber, page };
}

const ownCase = (desk: Desk, caseNumber: string, collectionCode: string) =>
  desk.gateway(formCall('POST /case', { caseNumber, collectionCode }));
const issued = (desk: Desk) => desk.stores.desk.events.list().filter(({ type }) => type === 'code_issued');
const stored = (desk: Desk) =>
  Object.values(desk.stores.desk).flatMap((table: object) =>
    'list' in table && typeof table.list === 'function' ? [table.list() as unknown] : [],
  );

const untouched = (desk: Desk, caseNumber: string) => expect(desk.caseOf(caseNumber).collectionCode.generation).toBe(1);

describe('a request that came by mail', () => {
  it('can be answered and collected with a code that staff issue', async () => {
    const desk = createDesk();
    const { caseNumber } = await acceptedMail(desk);
    const code = await issue(desk, ANNA, caseNumber);
    expect(textOf((await ownCase(desk, caseNumber, code)).body)).toContain('U wilt weten welke gegevens');
    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    const page = await collect(desk, caseNumber, code);
    expect(page.body).toContain(ANSWER);
  });

  it('says after accepting and answering that its writer has no code, with the way to one, and no longer after that', async () => {
    const desk = createDesk();
    const { caseNumber, page } = await acceptedMail(desk);
    const missing = 'De schrijver heeft nog geen ophaalcode';
    expect(textOf(page.body)).toContain(missing);
    const form = new ParsedHtml(page.body).one('form');
    expect(form.attrs.find(({ name }) => name === 'action')?.value).toContain('/desk/act?');
    expect(page.body).toMatch(/name="act"\s+value="issue_code"/);
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain('de verzoeker heeft er nog geen');
    expect(textOf((await answer(desk, ANNA, caseNumber)).body)).toContain(missing);

    await issue(desk, ANNA, caseNumber);
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).not.toContain('de verzoeker heeft er nog geen');
  });

  it('says nothing of the kind after one that came by the form', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const page = await decideOnDesk(desk, ANNA, 'accept', caseNumber);
    expect(page.body).toContain('is aangenomen');
    expect(page.body).not.toMatch(/ophaalcode|issue_code/);
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).not.toContain('de verzoeker heeft er nog geen');
  });

  it.each([
    [
      'nl',
      THREE_RIGHTS,
      'Die code geven wij u per telefoon, per brief of aan de balie',
      /toen u het verzoek verstuurde/,
    ],
    [
      'en',
      {
        subject: 'My data',
        text: 'Dear Sir or Madam, I want to know which personal data you hold about me. Kind regards',
      },
      'We give you that code by phone, by letter or at our counter',
      /when you sent the request/,
    ],
  ] as const)(
    'is told in the mails (%s) how a code comes, not that it was given',
    async (_language, mail, told, given) => {
      const desk = createDesk();
      const { caseNumber } = await mailArrived(desk, mail);
      await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
      await answer(desk, ANNA, caseNumber);
      for (const template of ['acknowledgement', 'answer_ready'] as const) {
        const { words } = lastAbout(desk, template, caseNumber);
        expect(words.text.replaceAll(/\s+/g, ' ')).toContain(told);
        expect(words.text.replaceAll(/\s+/g, ' ')).not.toMatch(given);
      }
    },
  );
});

describe('a new code', () => {
  it('kills the one before it, on both doors of the requester', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const second = await issue(desk, ANNA, caseNumber);
    await answer(desk, ANNA, caseNumber);
    const third = await issue(desk, OFFICER, caseNumber, 'letter');
    expect(new Set([collectionCode, second, third]).size).toBe(3);
    for (const dead of [collectionCode, second]) {
      expect((await collect(desk, caseNumber, dead)).body).not.toContain(ANSWER);
      expect((await ownCase(desk, caseNumber, dead)).body).not.toContain('U wilt weten');
    }
    expect((await ownCase(desk, caseNumber, third)).body).toContain('U wilt weten');
    expect((await collect(desk, caseNumber, third)).body).toContain(ANSWER);
  });

  it('is recorded with who gave it and how, and stands nowhere else than on the page', async () => {
    const desk = createDesk();
    logLines.clear();
    const { caseNumber } = await acceptedMail(desk);
    const first = await issue(desk, ANNA, caseNumber);
    await answer(desk, ANNA, caseNumber);
    const second = await issue(desk, ANNA, caseNumber, 'counter');
    await collect(desk, caseNumber, second);
    await desk.runFor({ hours: 24 * 10 });
    expect(issued(desk).map(({ actor, details }) => ({ actor, details }))).toEqual([
      { actor: { kind: 'staff', staffId: ANNA.staffId }, details: { through: 'phone', generation: '2' } },
      { actor: { kind: 'staff', staffId: ANNA.staffId }, details: { through: 'counter', generation: '3' } },
    ]);
    const everything = JSON.stringify([desk.mailbox.sent, stored(desk), logLines.text()]).toUpperCase();
    expect(everything).toContain(caseNumber);
    expect(everything).toContain('CODE_ISSUED');
    for (const code of [first, second]) {
      expect(everything).not.toContain(code);
      expect(everything).not.toContain(code.replaceAll('-', ''));
    }
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain(
      'Nieuwe ophaalcode gegeven (Telefoon, door Anna de Wit)',
    );
    expect((await caseOnDesk(desk, caseNumber)).body).not.toMatch(new RegExp(`${first}|${second}`));
  });

  it.each([
    ['nl', 'phone', 'Lees de code voor', 'Zet de code nooit in een mail'],
    ['nl', 'letter', 'Schrijf de code in een brief', 'Zet de code nooit in een mail'],
    ['nl', 'counter', 'Geef de code aan de persoon die voor u staat', 'Zet de code nooit in een mail'],
    ['en', 'phone', 'Read the code out', 'Never put the code in a mail'],
    ['en', 'letter', 'Write the code in a letter', 'Never put the code in a mail'],
    ['en', 'counter', 'Give the code to the person in front of you', 'Never put the code in a mail'],
  ] as const)('is shown once (%s, %s), with what to do with it', async (language, through, tell, never) => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const { page: form, press } = await formFor(desk, ANNA, caseNumber, language);
    expect(codeOn(form)).toBeUndefined();
    const page = await press(through);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toContain('no-store');
    expect(codeOn(page)).toMatch(SHAPE);
    expect(textOf(page.body)).toContain(tell);
    expect(textOf(page.body)).toContain(never);
    const again = await press(through);
    expect(textOf(again.body)).toMatch(
      language === 'nl'
        ? /Anna de Wit heeft een nieuwe ophaalcode gegeven op maandag 2 maart 2026/
        : /Anna de Wit issued a new collection code on Monday,? 2 March 2026/,
    );
    expect(again.body).not.toMatch(SHAPE);
    expect(desk.caseOf(caseNumber).collectionCode.generation).toBe(2);
  });

  it('comes once of three presses at once', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const { press } = await formFor(desk, ANNA, caseNumber);
    const pages = await Promise.all([press('phone'), press('phone'), press('phone')]);
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(pages.filter((page) => codeOn(page) !== undefined)).toHaveLength(1);
    expect(issued(desk)).toHaveLength(1);
  });

  it('is not what sending the request again shows', async () => {
    const desk = createDesk();
    const first = await submit(desk, ACCESS, 'same-key');
    await decideOnDesk(desk, ANNA, 'accept', first.caseNumber);
    const code = await issue(desk, ANNA, first.caseNumber);
    const again = await submit(desk, ACCESS, 'same-key');
    expect(again).toEqual(first);
    expect(again.collectionCode).not.toBe(code);
  });

  it('asks how it is passed on, and knows no other way', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const { press } = await formFor(desk, ANNA, caseNumber);
    for (const [through, why] of [
      ['', 'Vul dit nog in.'],
      ['mail', 'Dit kunnen wij niet bewaren.'],
    ] as const) {
      const page = await press(through);
      expect(page.status).toBe(422);
      expect(textOf(page.body)).toContain(why);
      expect(page.body).not.toMatch(SHAPE);
    }
    expect(issued(desk)).toEqual([]);
  });
});

describe('nobody gets a code', () => {
  it('who advises, or is excluded from the case, even with a form opened before', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const opened = await formFor(desk, SAM, caseNumber);
    expect(opened.page.status).toBe(200);
    await decideOnDesk(desk, OFFICER, 'exclude', caseNumber, { staffId: SAM.staffId });
    const late = await opened.press('phone');
    expect([late.status >= 400, SHAPE.test(late.body)]).toEqual([true, false]);
    for (const who of [PROTECTION_OFFICER, SAM]) {
      const reply = await decideOnDesk(desk, who, 'issue_code', caseNumber, { through: 'phone' });
      expect([reply.status >= 400, SHAPE.test(reply.body)]).toEqual([true, false]);
    }
    expect((await caseOnDesk(desk, caseNumber, PROTECTION_OFFICER)).body).not.toContain('issue_code');
    expect((await caseOnDesk(desk, caseNumber, ANNA)).body).toContain('issue_code');
    untouched(desk, caseNumber);
  });

  it('without a session', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const reply = await desk.gateway(
      formCall('POST /desk/decide', { act: 'issue_code', caseNumber, through: 'phone' }),
    );
    expect(SHAPE.test(reply.body)).toBe(false);
    untouched(desk, caseNumber);
  });

  it('for a request that nobody has accepted, or that was dismissed', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
    expect((await decideOnDesk(desk, ANNA, 'issue_code', caseNumber, { through: 'phone' })).status).toBe(422);
    await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground: 'duplicate' });
    const reply = await decideOnDesk(desk, ANNA, 'issue_code', caseNumber, { through: 'phone' });
    expect(SHAPE.test(reply.body)).toBe(false);
    untouched(desk, caseNumber);
  });
});
