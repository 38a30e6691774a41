import { beforeEach, describe, expect, it } from 'vitest';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { submitConfirmed } from '../support/desk/people.ts';
import { attribute, ParsedHtml, rawText } from '../views/parsed-html.ts';

/** As the language switch of a Dutch page posts the form. */
async function redraw(desk: Desk, route: string, fields: Readonly<Record<string, string>>) {
  const call = formCall(route, { ...fields, redraw: 'en' });
  const reply = await desk.gateway({ ...call, query: { language: 'en', sent: '1' } });
  return { reply, page: new ParsedHtml(reply.body) };
}

/** Everything a press may have changed. */
const everythingOn = (desk: Desk) => {
  const { cases, outbox, tokens, submissions, suppressions, events } = desk.stores.desk;
  return JSON.stringify([cases, outbox, tokens, submissions, suppressions, events].map((table) => table.list()));
};
const valueOf = (page: ParsedHtml, name: string) => attribute(page.with('name', name), 'value');
const isTicked = (page: ParsedHtml, id: string) => attribute(page.byId(id), 'checked') !== undefined;

function expectNoErrors(page: ParsedHtml) {
  expect(page.elements.filter((element) => attribute(element, 'role') === 'alert')).toHaveLength(0);
  expect(page.elements.filter((element) => attribute(element, 'aria-invalid') !== undefined)).toHaveLength(0);
}

const show = async (query: Readonly<Record<string, string>>) =>
  new ParsedHtml((await createDesk().gateway({ route: 'GET /request', query })).body);
const ticked = (page: ParsedHtml) =>
  requestTypeSchema.options.filter((type) => isTicked(page, `field-requestType-${type}`));
const openFolds = (page: ParsedHtml) =>
  page.named('details').filter((fold) => attribute(fold, 'open') !== undefined).length;

beforeEach(() => logLines.clear());

describe('a change of language on the request form', () => {
  const FORM = {
    idempotencyKey: 'AbCdEfGhIjKlMnOpQrStUv',
    requestType: 'erasure',
    'text.erasure': 'Alles van voor 2020',
    name: '',
    email: 'half@',
    phone: '06',
    onBehalfName: 'Noor',
    message: 'Dag.',
  };

  it('keeps everything typed and the key, says by when, and reports no errors', async () => {
    const { reply, page } = await redraw(createDesk(), 'POST /request', FORM);
    expect(reply.status).toBe(200);
    expect(attribute(page.one('html'), 'lang')).toBe('en');
    for (const name of ['idempotencyKey', 'name', 'email', 'phone', 'onBehalfName'] as const) {
      expect(valueOf(page, name)).toBe(FORM[name]);
    }
    expect(isTicked(page, 'field-requestType-erasure')).toBe(true);
    expect(rawText(page.byId('field-text-erasure'))).toContain('Alles van voor 2020');
    expect(rawText(page.byId('field-message'))).toContain('Dag.');
    expect(page.text).toContain('by Monday 30 March 2026 at the latest');
    expectNoErrors(page);
  });

  it('stores, counts and sends nothing, and the form can then be sent once', async () => {
    const desk = createDesk({ requestsPerCallerAnHour: 1 });
    const before = everythingOn(desk);
    const whole = { ...FORM, name: 'Jan de Vries', email: 'jan@example.org', onBehalfName: '' };
    for (let press = 0; press < 3; press += 1) await redraw(desk, 'POST /request', whole);
    expect(everythingOn(desk)).toBe(before);
    expect(logLines.lines.filter((line) => JSON.stringify(line).includes('REQUEST_SUBMITTED'))).toHaveLength(0);
    const replies = [];
    for (let press = 0; press < 2; press += 1) replies.push(await desk.gateway(formCall('POST /request', whole)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
  });
});

describe('a link to the request form', () => {
  it('ticks what it names and nothing else', async () => {
    expect(ticked(await show({ ask: 'access' }))).toEqual(['access']);
    expect(ticked(await show({ ask: 'constructor"><script>' }))).toEqual([]);
    expect(ticked(await show({}))).toEqual([]);
  });

  it('unfolds the rarer choices when it names one of them', async () => {
    expect(openFolds(await show({ ask: 'portability' }))).toBe(1);
    expect(openFolds(await show({ ask: 'access' }))).toBe(0);
  });

  it('stands on the first page for each right', async () => {
    const page = new ParsedHtml((await createDesk().gateway({ route: 'GET /' })).body);
    for (const type of requestTypeSchema.options) {
      expect(page.targets.filter((href) => href.endsWith(`&ask=${type}`)).length).toBeGreaterThan(0);
    }
  });
});

describe('a change of language elsewhere', () => {
  it('keeps what was chosen on the sign-up form and orders no mail', async () => {
    const desk = createDesk();
    const before = everythingOn(desk);
    const fields = { formId: 'AbCdEfGhIjKlMnOpQrStUv', topic: 'nieuwsbrief', email: 'half@', age: 'on' };
    const { reply, page } = await redraw(desk, 'POST /newsletter', fields);
    expect(reply.status).toBe(200);
    expect(valueOf(page, 'formId')).toBe(fields.formId);
    expect(valueOf(page, 'email')).toBe('half@');
    expect(isTicked(page, 'field-topic-nieuwsbrief')).toBe(true);
    expect(isTicked(page, 'field-topic-mailing')).toBe(false);
    expect(isTicked(page, 'field-age')).toBe(true);
    expectNoErrors(page);
    expect(everythingOn(desk)).toBe(before);
  });

  it('keeps number and code on the form that opens a case, and looks nothing up', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    for (let press = 0; press < 20; press += 1) {
      const { reply, page } = await redraw(desk, 'POST /case', { caseNumber, collectionCode: 'WRONG' });
      expect(reply.status).toBe(200);
      expect([valueOf(page, 'caseNumber'), valueOf(page, 'collectionCode')]).toEqual([caseNumber, 'WRONG']);
      expectNoErrors(page);
    }
  });

  it('keeps what was typed on the page of a case, and does none of it', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const before = everythingOn(desk);
    const typed = { act: 'write', text: 'Nog iets', email: 'new@', part_1: 'on' };
    const { reply, page } = await redraw(desk, 'POST /case/act', { caseNumber, collectionCode, ...typed });
    expect(reply.status).toBe(200);
    expect(page.text).toContain(textsOf('en').ownCase.page.stageHeading);
    expect(rawText(page.byId('field-text'))).toContain('Nog iets');
    expect(attribute(page.byId('field-email'), 'value')).toBe('new@');
    expectNoErrors(page);
    expect(everythingOn(desk)).toBe(before);
  });

  it('tells a stranger with a wrong code nothing, and counts the try', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const press = () =>
      redraw(desk, 'POST /case/act', { caseNumber, collectionCode: 'WRONG', act: 'write', text: 'Hallo' });
    const first = await press();
    expect(first.reply.status).toBe(422);
    expect(valueOf(first.page, 'text')).toBe('Hallo');
    for (let more = 0; more < 9; more += 1) await press();
    expect((await press()).reply.status).toBe(429);
  });

  it('gives a text back in the case once its code is right', async () => {
    const desk = createDesk();
    const { caseNumber, collectionCode } = await submitConfirmed(desk);
    const reply = await desk.gateway(formCall('POST /case', { caseNumber, collectionCode, text: 'Hallo' }));
    expect(rawText(new ParsedHtml(reply.body).byId('field-text'))).toContain('Hallo');
  });

  it('keeps the code of the link and the collection code, whole or half typed', async () => {
    const desk = createDesk();
    const whole = await redraw(desk, 'POST /collect', { token: 'A'.repeat(43), collectionCode: 'ABCD' });
    expect(whole.reply.status).toBe(200);
    expect(attribute(whole.page.with('name', 'token'), 'type')).toBe('hidden');
    expect(valueOf(whole.page, 'collectionCode')).toBe('ABCD');
    const half = await redraw(desk, 'POST /collect', { token: 'A'.repeat(9) });
    expect(attribute(half.page.byId('field-token'), 'value')).toBe('A'.repeat(9));
    for (const { page } of [whole, half]) expectNoErrors(page);
  });
});

it('a form from another site is not drawn again', async () => {
  const call = formCall('POST /request', { redraw: 'en' }, { 'sec-fetch-site': 'cross-site' });
  expect((await createDesk().gateway(call)).status).toBe(403);
});
