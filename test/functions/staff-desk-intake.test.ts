import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  collect,
  decideOnDesk,
  answerFields,
  PROTECTION_OFFICER,
  signIn,
  type Colleague,
} from '../support/desk/people.ts';

const CALL = {
  formId: 'AbCdEfGhIjKlMnOpQrStUv',
  channel: 'phone',
  receivedDate: '2026-02-26',
  receivedTime: '16:30',
  lateReason: 'noted_on_the_phone',
  name: 'Truus Mol',
  email: 'truus@example.org',
  language: 'nl',
  requestType: 'question',
  message: 'Waarom kreeg ik post?',
} as const;

async function takeIn(desk: Desk, fields: Readonly<Record<string, string>>, who: Colleague | null = ANNA) {
  const headers: Record<string, string> = who === null ? {} : { cookie: await signIn(desk, who) };
  const reply = await desk.gateway(formCall('POST /desk/intake', fields, headers));
  await desk.settle();
  return reply;
}
const without = (name: string) => Object.fromEntries(Object.entries(CALL).filter(([field]) => field !== name));
const cases = (desk: Desk) => desk.stores.desk.cases.list();

describe('typing in a request', () => {
  it('makes an open case of the day it came in, and tells number and code once', async () => {
    const desk = createDesk();
    const page = await takeIn(desk, CALL);
    expect(page.status).toBe(200);
    const [made] = cases(desk);
    expect(made).toMatchObject({ status: 'open', receivedAt: '2026-02-26T15:30:00.000Z', receivedThrough: 'phone' });
    const caseNumber = made?.caseNumber ?? '';
    expect(page.body).toContain(caseNumber);
    expect(page.body).toContain('donderdag 26 maart 2026');
    const [code = ''] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.body) ?? [];
    await decideOnDesk(desk, ANNA, 'answer', caseNumber, answerFields(desk, caseNumber), '1');
    expect((await collect(desk, caseNumber, code)).status).toBe(200);
  });

  it('in another language keeps what was typed, and stores nothing', async () => {
    const desk = createDesk();
    const page = await takeIn(desk, { ...CALL, redraw: 'en' });
    expect(page.status).toBe(200);
    expect(page.body).toContain('value="truus@example.org"');
    expect(page.body).toContain(`value="${CALL.formId}"`);
    expect(page.body).toMatch(/value="question"\s+checked/);
    expect(page.body).not.toContain('error-summary');
    expect(cases(desk)).toEqual([]);
    await takeIn(desk, CALL);
    expect(cases(desk)).toHaveLength(1);
  });

  it('a second press makes no second case', async () => {
    const desk = createDesk();
    const [first, second] = [await takeIn(desk, CALL), await takeIn(desk, CALL)];
    expect(cases(desk)).toHaveLength(1);
    expect(second.body).toBe(first.body);
  });

  it.each([
    ['without any way to answer', without('email'), 'Vul een e-mailadres, telefoonnummer of postadres in.'],
    ['without anything asked', without('requestType'), 'Vul dit nog in.'],
    ['without a name', without('name'), 'Vul dit nog in.'],
    ['of another day without a reason', without('lateReason'), 'Schrijf eerst de reden.'],
    ['that came in the future', { ...CALL, receivedDate: '2026-03-03' }, 'Dit moment ligt in de toekomst.'],
    ['with a bad address', { ...CALL, email: 'truus@' }, 'Dit kunnen wij niet bewaren.'],
  ])('%s is refused, and keeps what was typed', async (_what, fields, sentence) => {
    const desk = createDesk();
    const page = await takeIn(desk, fields);
    expect(page.status).toBe(422);
    expect(page.body).toContain(sentence);
    expect(page.body).toContain('Waarom kreeg ik post?</textarea');
    expect(page.body).toContain(`value="${CALL.formId}"`);
    expect(cases(desk)).toEqual([]);
  });

  it('takes somebody without e-mail, and who asks for another', async () => {
    const desk = createDesk();
    const { email: _email, ...rest } = CALL;
    const fields = {
      ...rest,
      postalAddress: 'Dorpsstraat 1\n1234 AB Ons Dorp',
      onBehalfAs: 'agent',
      onBehalfName: 'Piet',
    };
    expect((await takeIn(desk, fields)).status).toBe(200);
    expect(cases(desk)).toMatchObject([{ representation: { as: 'agent', mandate: null } }]);
  });

  it('shows each letter to somebody without e-mail to be printed, with the address', async () => {
    const desk = createDesk();
    const { email: _email, ...rest } = CALL;
    await takeIn(desk, { ...rest, postalAddress: 'Dorpsstraat 1\n1234 AB Ons Dorp' });
    const caseNumber = cases(desk)[0]?.caseNumber ?? '';
    const letter = async (on: string) => {
      const cookie = await signIn(desk, ANNA);
      const fields = { act: 'end_task', caseNumber, on };
      const task = await desk.gateway(formCall('POST /desk/act', fields, { cookie }));
      expect(task.body).toContain('Bekijk de brief om af te drukken');
      return (await desk.gateway(formCall('POST /desk/act', { ...fields, print: 'on' }, { cookie }))).body;
    };
    const receipt = await letter('1');
    for (const part of ['Dorpsstraat 1', 'Truus Mol', 'donderdag 26 maart 2026']) expect(receipt).toContain(part);
    await decideOnDesk(desk, ANNA, 'answer', caseNumber, answerFields(desk, caseNumber), '1');
    expect(await letter('2')).toContain('Dit is het antwoord op deel 1.');
  });

  it.each([
    ['nobody', null],
    ['the data protection officer', PROTECTION_OFFICER],
  ])('is not for %s', async (_who, who) => {
    const desk = createDesk();
    const page = await takeIn(desk, CALL, who);
    expect(page.body).toContain('name="email"');
    expect(cases(desk)).toEqual([]);
  });

  it('shows its form in a session, with a fresh id each time', async () => {
    const desk = createDesk();
    const show = async (cookie?: string) =>
      desk.gateway({ route: 'GET /desk/intake', headers: cookie === undefined ? {} : { cookie } });
    expect((await show()).body).not.toContain('formId');
    const cookie = await signIn(desk, ANNA);
    const [one, other] = [(await show(cookie)).body, (await show(cookie)).body];
    expect(one).toContain('name="formId"');
    expect(one).not.toBe(other);
  });
});
