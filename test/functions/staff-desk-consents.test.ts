import { beforeEach, describe, expect, it } from 'vitest';
import { recordsOfAddress } from '../../domain/consents/consent-record.ts';
import { formCall } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import { ANNA, type Colleague, PROTECTION_OFFICER, signIn } from '../support/desk/people.ts';
import { EVA, storedConsents, subscribe, topicsOn } from '../support/desk/subscribers.ts';
import { attribute, ParsedHtml } from '../views/parsed-html.ts';

beforeEach(() => logLines.clear());

async function post(
  desk: Desk,
  fields: Readonly<Record<string, string>>,
  who: Colleague | null = ANNA,
  headers: Readonly<Record<string, string>> = {},
) {
  const cookie: Record<string, string> = who === null ? {} : { cookie: await signIn(desk, who) };
  const reply = await desk.gateway(formCall('POST /desk/consents', fields, { ...cookie, ...headers }));
  await desk.settle();
  return { ...reply, page: new ParsedHtml(reply.body) };
}
const stopsOn = (page: ParsedHtml) =>
  page
    .named('input')
    .filter((input) => attribute(input, 'name') === 'stop')
    .map((input) => attribute(input, 'value'));

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  return desk;
}

describe('looking up consents', () => {
  it('shows each topic with its words, dates and history, and never the address in an address', async () => {
    const desk = await deskWithEva();
    const { status, page, body } = await post(desk, { email: EVA });
    expect(status).toBe(200);
    for (const words of [
      'Toestemming geldt',
      'Ja, CT Telecom B.V. mag mij de nieuwsbrief mailen',
      '2026-11',
      'maandag 2 maart 2026 om 10:30 uur: Aangemeld via een andere site of app. Verklaard: 16 jaar of ouder.',
      'Bevestigd met de knop in onze mail. Nog niet bekend bij het verzendprogramma.',
    ]) {
      expect(page.text.replaceAll(/\s+/g, ' ')).toContain(words);
    }
    expect(page.targets.join(' ')).not.toContain('eva');
    expect(stopsOn(page)).toEqual(['nieuwsbrief', 'mailing', 'all']);
    expect(body).not.toContain('wrong');
  });

  it('says so of an address that never consented, and lets it be stopped all the same', async () => {
    const desk = createDesk();
    const { page } = await post(desk, { email: 'nobody@example.org' });
    expect(page.text).toContain('Nooit toestemming gegeven.');
    expect(stopsOn(page)).toEqual(['all']);
  });

  it('is for staff in a session only', async () => {
    const desk = await deskWithEva();
    for (const fields of [{ email: EVA }, { email: EVA, stop: 'all' }]) {
      const { page } = await post(desk, fields, null);
      expect(page.text).toContain('U bent niet ingelogd');
      expect(page.text).not.toContain('Toestemming geldt');
    }
    expect((await desk.gateway({ route: 'GET /desk/consents' })).body).toContain('Privacybalie voor medewerkers');
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
  });

  it('says what is wrong with half an address and keeps it', async () => {
    const { status, page, body } = await post(createDesk(), { email: 'eva' });
    expect([status, page.text.includes('Dit is geen goed e-mailadres.')]).toEqual([422, true]);
    expect(body).toContain('value="eva"');
  });

  it('is found from the overview', async () => {
    const desk = createDesk();
    const cookie = await signIn(desk, ANNA);
    const { body } = await desk.gateway({ route: 'GET /desk', headers: { cookie } });
    expect(body).toContain('https://desk.example.nl/desk/consents?language=nl');
    const form = await desk.gateway({ route: 'GET /desk/consents', headers: { cookie } });
    expect(form.body).toContain('name="email"');
  });
});

describe('stopping for somebody who calls', () => {
  it('stops one topic, says so, and keeps who did it', async () => {
    const desk = await deskWithEva();
    const { page } = await post(desk, { email: EVA, stop: 'mailing' });
    expect(page.text).toContain('Gestopt: Aanbiedingen. Dit geldt meteen. Zeg dat tegen de beller.');
    expect(page.text.replaceAll(/\s+/g, ' ')).toContain('Gestopt, door onze klantenservice. Door Anna de Wit.');
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
    const [mailing] = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    expect(mailing?.events.at(-1)).toMatchObject({
      through: 'staff',
      by: { kind: 'staff', staffId: ANNA.staffId },
      reason: 'withdrawn',
    });
    expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
    expect(logLines.text()).not.toContain('eva@');
  });

  it('stops everything, also for an address nobody knew', async () => {
    const desk = await deskWithEva();
    await post(desk, { email: EVA, stop: 'all' });
    await post(desk, { email: 'nobody@example.org', stop: 'all' });
    expect(await topicsOn(desk)).toEqual([]);
    expect(desk.stores.desk.suppressions.list().filter(({ scope }) => scope === 'all')).toHaveLength(2);
  });

  it('is not for the data protection officer, who may look', async () => {
    const desk = await deskWithEva();
    const { page } = await post(desk, { email: EVA }, PROTECTION_OFFICER);
    expect(page.text).toContain('Toestemming geldt');
    expect(page.text).toContain('Stoppen doen de behandelaars.');
    expect(stopsOn(page)).toEqual([]);
    expect((await post(desk, { email: EVA, stop: 'all' }, PROTECTION_OFFICER)).status).toBe(422);
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
  });

  it.each([
    ['from another site', { email: EVA, stop: 'all' }, { 'sec-fetch-site': 'cross-site' }, 403],
    ['for a topic nobody has', { email: EVA, stop: 'spam' }, {}, 422],
    ['for what is no topic', { email: EVA, stop: '%%' }, {}, 422],
  ])('does nothing %s', async (_what, fields, headers, status) => {
    const desk = await deskWithEva();
    const cookie = await signIn(desk, ANNA);
    const before = storedConsents(desk);
    const reply = await desk.gateway(formCall('POST /desk/consents', fields, { cookie, ...headers }));
    expect(reply.status).toBe(status);
    expect(storedConsents(desk)).toBe(before);
  });
});
