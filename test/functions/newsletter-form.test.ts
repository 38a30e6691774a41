import { beforeEach, describe, expect, it } from 'vitest';
import { shownText } from '../../domain/consents/wording.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { formCall } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  BOTH,
  decide,
  EVA,
  signUpSecret,
  signUpWith,
  storedConsents,
  topicsOn,
  ADDRESSES,
  deskWithAddresses,
} from '../support/desk/subscribers.ts';
import { attribute, ParsedHtml } from '../views/parsed-html.ts';

const FORM = { formId: 'AbCdEfGhIjKlMnOpQrStUv', topic: 'nieuwsbrief', email: EVA, age: 'on' };
const sendForm = async (desk: Desk, fields: Readonly<Record<string, string>>) => {
  const reply = await desk.gateway(formCall('POST /newsletter', fields));
  await desk.settle();
  return reply;
};
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(FORM).filter(([name]) => !names.includes(name)));

beforeEach(() => logLines.clear());

describe('the form', () => {
  it('asks each topic apart in its literal words, with nothing ticked', async () => {
    const reply = await createDesk().gateway({ route: 'GET /newsletter' });
    const page = new ParsedHtml(reply.body);
    const boxes = page.named('input').filter((input) => attribute(input, 'type') === 'checkbox');
    expect(boxes.map((box) => [attribute(box, 'name'), attribute(box, 'value')])).toEqual([
      ['topic', 'nieuwsbrief'],
      ['topic', 'mailing'],
      ['age', 'on'],
    ]);
    expect(boxes.filter((box) => attribute(box, 'checked') !== undefined)).toEqual([]);
    for (const topic of ctTelecom.consents.topics) {
      expect(page.text).toContain(shownText(topic, 'nl').text);
      expect(page.text).toContain(topic.description.nl);
    }
    expect(page.text).toContain(ctTelecom.consents.ageStatement.nl);
    expect(page.text).toContain('U kunt altijd stoppen.');
    expect(reply.body).toContain(ctTelecom.consents.notice.url);
    expect(reply.headers['cache-control']).toBe('private, no-cache');
  });

  it('orders the mail and says the same for every address', async () => {
    const desk = await deskWithAddresses();
    const replies = [];
    for (const [index, email] of ADDRESSES.entries()) {
      replies.push(await sendForm(desk, { ...FORM, email, formId: `form-number-${index}-of-this-test` }));
    }
    expect(replies[0]?.status).toBe(200);
    expect(replies[0]?.body).toContain('Kijk in uw mail');
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
    expect(desk.mailbox.of('confirm_consent', 'new@example.org')).toHaveLength(1);
  });

  it('a second press orders no second mail', async () => {
    const desk = createDesk();
    const [first, second] = [await sendForm(desk, FORM), await sendForm(desk, FORM)];
    expect(second).toEqual(first);
    expect(desk.mailbox.of('confirm_consent', EVA)).toHaveLength(1);
  });

  it('that somebody goes back to once it was confirmed is a sign-up of its own, for whatever address', async () => {
    for (const email of [EVA, 'bob@example.org']) {
      const desk = createDesk();
      await sendForm(desk, FORM);
      await decide(desk, signUpSecret(desk), 'confirm');
      const sent = desk.mailbox.of('confirm_consent', email).length;
      for (let press = 0; press < 2; press += 1) await sendForm(desk, { ...FORM, topic: 'mailing', email });
      expect(desk.mailbox.of('confirm_consent', email)).toHaveLength(sent + 1);
      await decide(desk, signUpSecret(desk, email), 'confirm');
      expect(await topicsOn(desk, email)).toContain('mailing');
    }
  });

  it('sends a parent for who is too young, keeps what was typed, and stores nothing', async () => {
    const desk = createDesk();
    const before = storedConsents(desk);
    const reply = await sendForm(desk, without('age'));
    expect(reply.status).toBe(422);
    const page = new ParsedHtml(reply.body);
    expect(page.text).toContain('Vraag dan een ouder of voogd om u aan te melden.');
    expect(reply.body).toContain(`value="${EVA}"`);
    const ticked = page.named('input').filter((input) => attribute(input, 'checked') !== undefined);
    expect(ticked.map((input) => attribute(input, 'value'))).toEqual(['nieuwsbrief']);
    expect(storedConsents(desk)).toBe(before);
  });

  it.each([
    ['no topic', without('topic'), 'Kies ten minste één soort mail.'],
    ['no address', without('email'), 'Dit moet u nog invullen.'],
    ['half an address', { ...FORM, email: 'eva' }, 'Dit e-mailadres klopt niet.'],
    ['a topic nobody has', { ...FORM, topic: 'spam' }, 'Kies ten minste één soort mail.'],
  ])('says beside the field what is wrong: %s', async (_what, fields, sentence) => {
    const desk = createDesk();
    const reply = await sendForm(desk, fields);
    expect(reply.status).toBe(422);
    expect(new ParsedHtml(reply.body).text.split(sentence)).toHaveLength(3);
    expect(desk.stores.desk.signUps.list()).toEqual([]);
  });

  it('is taken from the desk’s own pages only', async () => {
    const desk = createDesk();
    const call = formCall('POST /newsletter', FORM, { 'sec-fetch-site': 'cross-site' });
    expect((await desk.gateway(call)).status).toBe(403);
    expect(desk.stores.desk.signUps.list()).toEqual([]);
  });
});

describe('the buttons behind the mail', () => {
  it('show a page that acts only on a press', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const before = storedConsents(desk);
    for (let visit = 0; visit < 5; visit += 1) {
      const reply = await desk.gateway({ route: 'GET /newsletter/confirm' });
      expect(reply.status).toBe(200);
      await desk.gateway({ route: 'HEAD /newsletter/confirm' });
    }
    expect(storedConsents(desk)).toBe(before);
    const page = new ParsedHtml((await desk.gateway({ route: 'GET /newsletter/confirm' })).body);
    expect(page.named('button').map((button) => attribute(button, 'formaction'))).toEqual([
      'https://desk.example.nl/newsletter/confirm?language=nl&decision=confirm&sent=1',
      'https://desk.example.nl/newsletter/confirm?language=nl&decision=decline&sent=1',
    ]);
  });

  it('give the consents, say what comes and how to stop, and say so only once', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const secret = signUpSecret(desk);
    const given = await decide(desk, secret, 'confirm');
    expect(given.status).toBe(200);
    for (const words of ['U bent aangemeld', 'Nieuwsbrief', 'Aanbiedingen', 'Wilt u stoppen?']) {
      expect(given.body).toContain(words);
    }
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
    const before = storedConsents(desk);
    for (const decision of ['confirm', 'decline']) {
      const again = await decide(desk, secret, decision);
      expect([again.status, again.body.includes('U hebt al gekozen')]).toEqual([200, true]);
    }
    expect(storedConsents(desk)).toBe(before);
  });

  it('say that it was somebody else, after which nothing comes', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const secret = signUpSecret(desk);
    const reply = await decide(desk, secret, 'decline', 'en');
    expect([reply.status, reply.body.includes('You get nothing from us')]).toEqual([200, true]);
    expect(await topicsOn(desk)).toEqual([]);
    expect((await decide(desk, secret, 'confirm')).body).toContain('U hebt al gekozen');
    expect(await topicsOn(desk)).toEqual([]);
  });

  it('tell the holder of a late link so, and say one and the same of what never was a link', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const secret = signUpSecret(desk);
    await desk.runFor({ hours: 73 });
    const late = await decide(desk, secret, 'confirm');
    const unknown = await decide(desk, 'x'.repeat(43), 'confirm');
    const misshapen = await decide(desk, 'x', 'confirm');
    expect([late.status, unknown.status, misshapen.status]).toEqual([410, 404, 404]);
    expect(late.body).toContain('Deze link is verlopen');
    expect(misshapen.body).toBe(unknown.body);
    expect(await topicsOn(desk)).toEqual([]);
  });

  it('do nothing when no button is named', async () => {
    const desk = createDesk();
    await signUpWith(desk);
    const before = storedConsents(desk);
    expect((await decide(desk, signUpSecret(desk), 'maybe')).status).toBe(422);
    expect((await desk.gateway(formCall('POST /newsletter/confirm', { token: signUpSecret(desk) }))).status).toBe(422);
    expect(storedConsents(desk)).toBe(before);
  });
});

it('the first page leads to the newsletter', async () => {
  const { body } = await createDesk().gateway({ route: 'GET /' });
  expect(body).toContain('https://desk.example.nl/newsletter?language=nl');
});

it('both topics are those of the profile', () => {
  expect([...BOTH]).toEqual(ctTelecom.consents.topics.map(({ topic }) => topic));
});
