import { describe, expect, it } from 'vitest';
import type { DismissalGround } from '../../domain/cases/case.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { formCall } from '../support/desk/gateway.ts';
import {
  caseOnDesk,
  formOf,
  mailArrived,
  NO_RIGHT,
  readAs,
  textOf,
  THREE_RIGHTS,
} from '../support/desk/mail-on-desk.ts';
import { createDesk } from '../support/desk/memory-desk.ts';
import {
  ANNA,
  type Colleague,
  decide,
  decideOnDesk,
  SAM,
  signIn,
  staffSecret,
  submit,
} from '../support/desk/people.ts';

const boxesIn = (body: string) => [...body.matchAll(/name="type_([a-z_]+)"/g)].map(([, type = '']) => type);
const tickedIn = (body: string) =>
  [...body.matchAll(/<input\s+type="checkbox"\s+id="[^"]*"\s+name="type_([a-z_]+)"\s+value="on"\s+checked/g)].map(
    ([, type = '']) => type,
  );
const groundsIn = (body: string) =>
  [...body.matchAll(/<option value="([a-z_]+)"( ?selected)?/g)].map(([, value]) => value);
const chosenGroundIn = (body: string) => /<option value="([a-z_]+)"\s*selected/.exec(body)?.[1];
const section = (body: string, heading: string) =>
  textOf(new RegExp(`<h2>${heading}</h2>(.*?)</section>`, 's').exec(body)?.[1] ?? '');

describe('the form to accept a mail', () => {
  it('has a box for every type, with what was recognised ticked and the words that say so', async () => {
    const desk = createDesk();
    const { caseNumber, parts } = await mailArrived(desk, THREE_RIGHTS);
    const proposed = parts.map(({ requestType }) => requestType);
    expect(proposed.length).toBeGreaterThan(1);
    const { body } = await formOf(desk, 'accept', caseNumber);
    expect(boxesIn(body).toSorted()).toEqual([...requestTypeSchema.options].toSorted());
    expect(tickedIn(body).toSorted()).toEqual([...proposed].toSorted());
    expect(textOf(body)).toContain('In de mail staat: Ik wil graag weten welke gegevens u van mij heeft.');
  });

  it('shows the whole letter, its subject, who sent it, and the dates', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
    const shown = textOf((await formOf(desk, 'accept', caseNumber)).body);
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
    const { caseNumber, receivedAt } = await mailArrived(desk, THREE_RIGHTS);
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
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
    const reply = await decide(desk, ANNA, 'accept', caseNumber, { chosen: 'yes' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#field-types">Kies wat er gevraagd wordt.</a>');
    expect(tickedIn(reply.body)).toEqual([]);
    expect(desk.caseOf(caseNumber).status).toBe('unconfirmed');
  });

  it('has no boxes for a request that did not come as a mail', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk);
    const { body } = await formOf(desk, 'accept', caseNumber);
    expect(boxesIn(body)).toEqual([]);
    expect(body).toContain('Neem aan');
  });
});

describe('both doors', () => {
  it('lead to both forms from the mail that tells of it, and only in the session of its addressee', async () => {
    const desk = createDesk();
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
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
    const { caseNumber } = await mailArrived(desk, NO_RIGHT);
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
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
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
    const { caseNumber } = await mailArrived(desk, THREE_RIGHTS);
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
    const { caseNumber } = await mailArrived(desk, NO_RIGHT);
    const { body } = await formOf(desk, 'dismiss', caseNumber);
    expect(chosenGroundIn(body)).toBe('customer_service');
    expect(body).toContain('de klantenservice heeft deze mail ook gekregen');
    expect(textOf((await caseOnDesk(desk, caseNumber)).body)).toContain('Wij herkenden in deze mail geen verzoek');
  });

  it('suggests nothing where something was, and no customer service for what is no mail', async () => {
    const desk = createDesk();
    const mail = await mailArrived(desk, THREE_RIGHTS);
    const { body } = await formOf(desk, 'dismiss', mail.caseNumber);
    expect(chosenGroundIn(body)).toBeUndefined();
    expect(groundsIn(body)).toContain('customer_service');
    const other = await submit(desk);
    expect(groundsIn((await formOf(desk, 'dismiss', other.caseNumber)).body)).not.toContain('customer_service');
    const forced = await decideOnDesk(desk, ANNA, 'dismiss', other.caseNumber, { ground: 'customer_service' });
    expect(forced.status).toBe(422);
    expect(desk.caseOf(other.caseNumber).status).toBe('unconfirmed');
  });

  it.each<DismissalGround>(['spam', 'test', 'duplicate', 'no_request', 'customer_service'])(
    'closes the mail as %s with one press, and it leaves the lists',
    async (ground) => {
      const desk = createDesk();
      const { caseNumber } = await mailArrived(desk, NO_RIGHT);
      expect((await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground })).status).toBe(200);
      expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'dismissed', ground });
      expect((await readAs(desk, ANNA, 'GET /desk')).body).not.toContain(caseNumber);
      const { body } = await caseOnDesk(desk, caseNumber);
      expect(body).toContain('terzijde gelegd');
      expect(body).toContain('Sla de hele mail op');
      expect(boxesIn((await formOf(desk, 'accept', caseNumber)).body)).toEqual([]);
    },
  );
});

describe('mail to sort on the overview', () => {
  it('stands apart, with when it came, what it asks, how long there is and what sent it', async () => {
    const desk = createDesk();
    expect(section((await readAs(desk, ANNA, 'GET /desk')).body, 'Mail om te sorteren')).toContain(
      'Er is geen mail om te sorteren.',
    );
    const mail = await mailArrived(desk, THREE_RIGHTS);
    const spam = await mailArrived(desk, { ...THREE_RIGHTS, subject: 'x' }, { spam: 'FAIL' });
    const machine = await mailArrived(desk, { ...THREE_RIGHTS, headers: ['List-Id: <l.example.org>'] });
    const { body } = await readAs(desk, ANNA, 'GET /desk');
    const toSort = section(body, 'Mail om te sorteren');
    for (const fact of [
      `20 werkdagen te gaan ${mail.caseNumber} Gevraagd: inzage`,
      'Afzender: van een persoon Binnengekomen: maandag 2 maart 2026 om 10:30 uur',
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
      await mailArrived(desk, { ...NO_RIGHT, from: `jan${count}@example.org` });
    }
    const { body } = await readAs(desk, ANNA, 'GET /desk');
    expect(body.match(/van een persoon/g)).toHaveLength(100);
    expect(body).toContain('Er wachten nog 3 andere verzoeken');
  });
});
