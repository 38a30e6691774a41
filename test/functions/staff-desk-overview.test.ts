import { describe, expect, it } from 'vitest';
import { formCall } from '../support/desk/gateway.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  answer,
  type Colleague,
  decideOnDesk,
  OFFICER,
  QUESTION,
  SAM,
  signIn,
  submit,
  submitConfirmed,
  take,
} from '../support/desk/people.ts';

async function read(desk: Desk, who: Colleague | null, route: string, more: object = {}) {
  const headers: Record<string, string> = who === null ? {} : { cookie: await signIn(desk, who) };
  return desk.gateway({ route, headers, ...more });
}
const overview = (desk: Desk, who: Colleague | null, query: Readonly<Record<string, string>> = {}) =>
  read(desk, who, 'GET /desk', { query: { language: 'nl', ...query } });
const caseOnDesk = (desk: Desk, who: Colleague | null, caseNumber: string) =>
  read(desk, who, 'GET /desk/cases/{caseNumber}', { pathParameters: { caseNumber }, query: { language: 'nl' } });

/** The part of the overview about open cases. */
function openOn(body: string): string {
  return /<h2>Open zaken<\/h2>(.*?)<\/section>/s.exec(body)?.[1] ?? '';
}

describe('the overview of the desk', () => {
  it('is the form to sign in without a session, and the cases without it in one', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const outside = await overview(desk, null);
    expect(outside.body).toContain('name="email"');
    expect(outside.body).not.toContain(caseNumber);
    const inside = await overview(desk, ANNA);
    expect(inside.body).not.toContain('name="email"');
    expect(openOn(inside.body)).toContain(caseNumber);
    expect(inside.body).not.toContain('Jan de Vries');
  });

  it('lists unconfirmed requests apart, and says when there is nothing', async () => {
    const desk = createDesk();
    const empty = await overview(desk, OFFICER);
    expect(empty.body).toContain('Er zijn geen open zaken. Alles is beantwoord.');
    expect(empty.body).toContain('Er zijn geen verzoeken die nog niet bevestigd zijn.');
    const { caseNumber } = await submit(desk);
    const page = await overview(desk, OFFICER);
    expect(openOn(page.body)).not.toContain(caseNumber);
    expect(page.body).toContain(caseNumber);
  });

  it('shows what a filter lets through', async () => {
    const desk = createDesk();
    const old = await submitConfirmed(desk);
    await take(desk, ANNA, old.caseNumber);
    await desk.runTo('2026-03-31T08:00:00Z');
    const fresh = await submitConfirmed(desk, QUESTION);
    const shown = async (who: Colleague, query: Readonly<Record<string, string>>) => {
      const body = openOn((await overview(desk, who, query)).body);
      return [old, fresh].map(({ caseNumber }) => body.includes(`>${caseNumber}<`));
    };
    expect(await shown(ANNA, {})).toEqual([true, true]);
    expect(await shown(ANNA, { show: 'mine' })).toEqual([true, false]);
    expect(await shown(ANNA, { show: 'unassigned' })).toEqual([false, true]);
    expect(await shown(ANNA, { show: 'late' })).toEqual([true, false]);
    expect(await shown(ANNA, { show: 'approval' })).toEqual([false, false]);
    expect(await shown(ANNA, { type: 'question' })).toEqual([false, true]);
    expect(await shown(ANNA, { show: 'everything', type: '<b>' })).toEqual([true, true]);
    expect(await shown(SAM, {})).toEqual([false, true]);
    expect(await shown(OFFICER, {})).toEqual([true, true]);
  });

  it('leads a typed number to its case, and says when it is none', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    const find = async (typed: string) =>
      desk.gateway(formCall('POST /desk/find', { caseNumber: typed }, { cookie: await signIn(desk, ANNA) }));
    const found = await find(caseNumber.toLowerCase().replaceAll('-', ' '));
    expect(found.status).toBe(303);
    expect(found.headers['location']).toBe(`https://desk.example.nl/desk/cases/${caseNumber}?language=nl`);
    const wrong = await find('P-00000-00000"><b>');
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('Dit is geen zaaknummer.');
    expect(wrong.body).not.toContain('<b>');
  });
});

describe('a case on the desk', () => {
  it('tells who asked what, by when and why, what was done and by whom, and what can be done', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, { ...QUESTION, message: 'Alvast bedankt' });
    await take(desk, ANNA, caseNumber);
    const before = desk.caseOf(caseNumber);
    const page = await caseOnDesk(desk, ANNA, caseNumber);
    for (const fact of [
      'Jan de Vries',
      'Hoe lang bewaart u mijn gegevens?',
      'Alvast bedankt',
      'maandag 30 maart 2026',
      'alles telt vanaf die dag',
      'Opgepakt',
      '(door Anna de Wit)',
      'Beantwoord dit onderdeel (vraag)',
      'Stuur de verzoeker een bericht',
    ]) {
      expect(page.body).toContain(fact);
    }
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });

  it('tells what each event was about', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await decideOnDesk(desk, OFFICER, 'hand_over', caseNumber, { to: SAM.staffId });
    await decideOnDesk(desk, OFFICER, 'record_identity', caseNumber, { method: 'account_login' });
    await decideOnDesk(desk, OFFICER, 'search', caseNumber, {
      departmentId: 'finance',
      text: 'Zoek alles.',
      until: '2026-03-10',
    });
    const { body } = await caseOnDesk(desk, OFFICER, caseNumber);
    const timeline = (/<ol class="events" reversed>(.*?)<\/ol>/s.exec(body)?.[1] ?? '').replaceAll(/\s+/g, ' ');
    for (const line of [
      'Overgedragen aan een collega <span class="by">(Sam Okafor, door Pieter van Dam)',
      'Vastgelegd wie de verzoeker is <span class="by">(Verzoek gedaan terwijl de persoon in het account was ingelogd, door',
      'Taak gemaakt <span class="by">(Zoekvraag aan een afdeling, door Pieter van Dam)',
    ]) {
      expect(timeline).toContain(line);
    }
    expect(body).toContain('Zoek alles.');
  });

  it('tells the newest first, and why it was done', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    await answer(desk, ANNA, caseNumber);
    await desk.runTo('2026-03-05T09:00:00Z');
    await decideOnDesk(desk, OFFICER, 'reopen', caseNumber, { text: 'De bewaartermijn ontbreekt.' }, '1');
    const { body } = await caseOnDesk(desk, OFFICER, caseNumber);
    const lines = [...body.matchAll(/<time datetime="([^"]*)">/g)].map(([, at = '']) => at);
    expect(lines).toEqual(lines.toSorted((a, b) => (a > b ? -1 : 1)));
    expect(new Set(lines).size).toBeGreaterThan(1);
    const words = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Zaak heropend (onderdeel 1, door Pieter van Dam) Reden: De bewaartermijn ontbreekt.');
  });

  it('tells why the desk reminded', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await desk.runTo('2026-03-27T12:00:00Z');
    const words = (await caseOnDesk(desk, OFFICER, caseNumber)).body
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ');
    expect(words).toContain('Herinnering of escalatie verstuurd (omdat: nog niemand had de zaak opgepakt, door');
    expect(words).toContain('(omdat: nog één werkdag, door');
  });

  it('says in short what is left to do and by whom', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, QUESTION);
    const inShort = async () => {
      const { body } = await caseOnDesk(desk, ANNA, caseNumber);
      return (/id="in-short"(.*?)<div class="beside">/s.exec(body)?.[1] ?? '')
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll(/\s+/g, ' ');
    };
    expect(await inShort()).toMatch(
      /20 werkdagen te gaan Jan de Vries vraagt: vraag .*Stand open; wacht op een behandelaar .*Wat nu Pak deze zaak op Beantwoord dit onderdeel \(vraag\) Meer wat u kunt doen/,
    );
    await answer(desk, ANNA, caseNumber);
    expect(await inShort()).toMatch(/Gesloten alles is beantwoord .*De zaak is klaar\. U hoeft niets te doen\./);
  });

  it('is shown to those who may see it, and that it was shown is recorded', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk);
    await take(desk, ANNA, caseNumber);
    const seenBy = () => desk.stores.desk.views.list().map(({ staffId }) => staffId);
    const before = seenBy();
    expect((await caseOnDesk(desk, null, caseNumber)).body).toContain('name="email"');
    expect((await caseOnDesk(desk, SAM, caseNumber)).status).toBe(404);
    expect((await caseOnDesk(desk, OFFICER, 'P-00000-00000')).status).toBe(404);
    expect(seenBy()).toEqual(before);
    expect((await caseOnDesk(desk, OFFICER, caseNumber)).status).toBe(200);
    expect(seenBy()).toEqual([...before, OFFICER.staffId]);
  });

  it('disappears for whom a complaint in it is about', async () => {
    const desk = createDesk();
    const { caseNumber } = await submitConfirmed(desk, { ...QUESTION, parts: [{ requestType: 'complaint' }] });
    await decideOnDesk(desk, OFFICER, 'exclude', caseNumber, { staffId: ANNA.staffId });
    expect((await caseOnDesk(desk, ANNA, caseNumber)).status).toBe(404);
    expect((await overview(desk, ANNA)).body).not.toContain(caseNumber);
  });
});

async function change(desk: Desk, who: Colleague | null, fields: Readonly<Record<string, string>>) {
  const headers: Record<string, string> = who === null ? {} : { cookie: await signIn(desk, who) };
  return desk.gateway(formCall('POST /desk/absence', fields, headers));
}

describe('absence on the desk', () => {
  const AWAY = { staffId: ANNA.staffId, from: '2026-03-09', until: '2026-03-13' };

  it('is noted, listed and taken away again', async () => {
    const desk = createDesk();
    expect((await change(desk, ANNA, AWAY)).status).toBe(303);
    expect((await overview(desk, SAM)).body).toContain(
      'Anna de Wit: van maandag 9 maart 2026 tot en met vrijdag 13 maart 2026',
    );
    expect((await change(desk, ANNA, { end: ANNA.staffId })).status).toBe(303);
    expect(await desk.stores.absences.list()).toEqual([]);
  });

  it.each([
    ['of a colleague by a handler', SAM, AWAY, 'U mag de afwezigheid van deze collega niet invullen.'],
    ['that ends before it begins', ANNA, { ...AWAY, until: '2026-03-01' }, 'De laatste dag ligt vóór de eerste.'],
  ])('%s is refused with what was filled in', async (_what, who, fields, sentence) => {
    const desk = createDesk();
    const page = await change(desk, who, fields);
    expect(page.status).toBe(422);
    expect(page.body).toContain(sentence);
    expect(page.body).toContain(`value="${fields.from}"`);
    expect(await desk.stores.absences.list()).toEqual([]);
  });

  it('needs a session', async () => {
    const desk = createDesk();
    expect((await change(desk, null, AWAY)).body).toContain('name="email"');
    expect(await desk.stores.absences.list()).toEqual([]);
  });
});
