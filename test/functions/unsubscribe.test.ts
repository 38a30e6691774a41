import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import receiptSchema from '../../contracts/consent-receipt.schema.json' with { type: 'json' };
import { recordsOfAddress } from '../../domain/consents/consent-record.ts';
import { unsubscribeToken } from '../../domain/consents/unsubscribe-token.ts';
import { findTopic, shownText } from '../../domain/consents/wording.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../support/desk/memory-desk.ts';
import {
  BOTH,
  EVA,
  ONE_CLICK_REQUESTS,
  oneClick,
  openToken,
  pressStop,
  signUpSecret,
  signUpWith,
  decide,
  storedConsents,
  subscribe,
  tokenFor,
  topicsOn,
} from '../support/desk/subscribers.ts';
import { attribute, ParsedHtml } from '../views/parsed-html.ts';

beforeEach(() => logLines.clear());

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  return desk;
}
const eventsOf = async (desk: Desk) =>
  (await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA)).flatMap(({ events }) => events);

describe('opening the address', () => {
  it('never acts, however often a scanner comes', async () => {
    const desk = await deskWithEva();
    const before = storedConsents(desk);
    for (const topic of BOTH) {
      for (const more of ['', '/receipt', '/receipt.json']) {
        for (let visit = 0; visit < 5; visit += 1) {
          expect((await openToken(desk, tokenFor(desk, topic), more)).status).toBe(200);
          await openToken(desk, tokenFor(desk, topic), more, 'HEAD');
        }
      }
    }
    await desk.settle();
    expect(storedConsents(desk)).toBe(before);
    expect(await topicsOn(desk)).toEqual(['mailing', 'nieuwsbrief']);
  });

  it('shows each topic as it is for this person, kept by nobody, and no address', async () => {
    const desk = createDesk();
    await subscribe(desk, { topics: ['nieuwsbrief'] });
    const reply = await openToken(desk, tokenFor(desk, 'nieuwsbrief'));
    const page = new ParsedHtml(reply.body);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).not.toContain(EVA);
    expect(page.text).not.toMatch(/eva|[^ ]@(?!cleartalk\.nl)/);
    expect(page.text).toContain('U krijgt deze mails sinds maandag 2 maart 2026.');
    expect(page.text).toContain('U krijgt deze mails niet.');
    const topic = findTopic(ctTelecom, 'nieuwsbrief');
    expect(page.text).toContain(topic === undefined ? '?' : shownText(topic, 'nl').text);
    const stops = page.named('input').filter((input) => attribute(input, 'name') === 'stop');
    expect(stops.map((input) => attribute(input, 'value'))).toEqual(['nieuwsbrief', 'all']);
    expect(page.named('h2').length).toBeGreaterThan(3);
  });

  it('says so when nothing is on, and still offers to stop everything', async () => {
    const desk = createDesk();
    const page = new ParsedHtml((await openToken(desk, tokenFor(desk, 'mailing'))).body);
    expect(page.text).toContain('U krijgt nu geen nieuwsbrief en geen aanbiedingen van ons.');
    const stops = page.named('input').filter((input) => attribute(input, 'name') === 'stop');
    expect(stops.map((input) => attribute(input, 'value'))).toEqual(['all']);
    expect(page.text).not.toContain('bewijs van toestemming');
    expect((await openToken(desk, tokenFor(desk, 'mailing'), '/receipt')).status).toBe(404);
  });
});

describe('the buttons of the page', () => {
  it('stop one topic, at once, and leave the other', async () => {
    const desk = await deskWithEva();
    const reply = await pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'mailing' });
    expect([reply.status, reply.body.includes('Gestopt: Aanbiedingen. Dit geldt meteen.')]).toEqual([200, true]);
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
    expect((await eventsOf(desk)).find(({ type }) => type === 'withdrawn')).toMatchObject({ through: 'preferences' });
    expect(reply.body).not.toContain(EVA);
  });

  it('stop everything', async () => {
    const desk = await deskWithEva();
    const reply = await pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'all' });
    expect(reply.body).toContain('Alles is gestopt. Dit geldt meteen.');
    expect(await topicsOn(desk)).toEqual([]);
    expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
  });

  it('can be undone by signing up once more', async () => {
    const desk = await deskWithEva();
    await pressStop(desk, tokenFor(desk, 'nieuwsbrief'), { stop: 'all' });
    await desk.runFor({ minutes: 1 });
    await signUpWith(desk, { topics: ['nieuwsbrief'] });
    await decide(desk, signUpSecret(desk), 'confirm');
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
  });

  it.each([
    ['from another site', { stop: 'all' }, { 'sec-fetch-site': 'cross-site' }, 403],
    ['for a topic nobody has', { stop: 'spam' }, {}, 422],
    ['for what is no topic', { stop: 'sign-up' }, {}, 422],
    ['for no topic', { stop: '' }, {}, 422],
  ])('do nothing %s', async (_what, fields, headers, status) => {
    const desk = await deskWithEva();
    const before = storedConsents(desk);
    expect((await pressStop(desk, tokenFor(desk, 'nieuwsbrief'), fields, headers)).status).toBe(status);
    expect(storedConsents(desk)).toBe(before);
  });
});

describe('tokens', () => {
  it('that were forged or mutated never act and all get one page', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    const before = storedConsents(desk);
    const page = await openToken(desk, 'x');
    expect(page.status).toBe(404);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'.split('');
    const mutated = fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(...alphabet), fc.constantFrom('replace', 'insert', 'delete'))
      .map(([at, letter, how]) =>
        how === 'delete'
          ? token.slice(0, at) + token.slice(at + 1)
          : token.slice(0, at) + letter + token.slice(how === 'insert' ? at : at + 1),
      );
    const [kid, mac, , tag] = token.split('.');
    const crossed = fc
      .tuple(fc.constantFrom('k1', 'k2', 'k01'), fc.constantFrom('mailing', 'all', 'nieuwsbrief', 'sign-up'))
      .map(([otherKid, topic]) => [otherKid, mac, topic, tag].join('.'));
    const forged = fc
      .array(fc.constantFrom(...alphabet), { minLength: 22, maxLength: 22 })
      .map((letters) => [kid, mac, 'nieuwsbrief', letters.join('')].join('.'));
    const anything = fc.oneof(mutated, crossed, forged, fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(
        anything.filter((each) => each !== token),
        async (each) => {
          const reply = await desk.gateway({
            route: 'POST /unsubscribe/{token}',
            pathParameters: { token: each },
            ...ONE_CLICK_REQUESTS.urlencoded,
          });
          expect(reply.status).toBe(404);
          expect(reply.body).toBe(page.body);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(storedConsents(desk)).toBe(before);
  }, 120_000);

  it('of one person and topic do nothing for another', async () => {
    const desk = await deskWithEva();
    await subscribe(desk, { email: 'other@example.org' });
    await oneClick(desk, tokenFor(desk, 'nieuwsbrief'));
    expect(await topicsOn(desk)).toEqual(['mailing']);
    expect(await topicsOn(desk, 'other@example.org')).toEqual(['mailing', 'nieuwsbrief']);
  });

  it('of a topic the organisation no longer has still stop it', async () => {
    const desk = await deskWithEva();
    const { keys } = desk.dependencies;
    const [subscriber] = desk.stores.desk.subscribers.list();
    if (subscriber === undefined) throw new Error('eva is a subscriber');
    const reply = await oneClick(desk, unsubscribeToken(keys, { contact: subscriber.contact, topic: 'folders' }));
    expect(reply.status).toBe(200);
    expect(desk.stores.desk.suppressions.list().map(({ scope }) => scope)).toContain('folders');
  });
});

describe('the receipt', () => {
  const validate = ajvFormats.default(new Ajv2020({ strict: false })).compile(receiptSchema);

  it('says literally what was agreed to, when and how to stop, without an address', async () => {
    const desk = await deskWithEva();
    const reply = await openToken(desk, tokenFor(desk, 'nieuwsbrief'), '/receipt');
    const page = new ParsedHtml(reply.body);
    for (const topic of ctTelecom.consents.topics) {
      expect(page.text).toContain(shownText(topic, 'nl').text);
      expect(page.text).toContain(shownText(topic, 'nl').version);
    }
    expect(page.text).toContain('maandag 2 maart 2026');
    expect(page.text).toContain('Zo stopt u');
    expect(reply.body).not.toContain(EVA);
  });

  it('is valid against its schema, and leads to addresses that work', async () => {
    const desk = await deskWithEva();
    const reply = await openToken(desk, tokenFor(desk, 'nieuwsbrief'), '/receipt.json');
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(reply.body).not.toContain(EVA);
    expect(validate(JSON.parse(reply.body))).toBe(true);
    for (const topic of BOTH) expect(reply.body).toContain(`/unsubscribe/${tokenFor(desk, topic)}"`);
  });

  it('outlives the withdrawal', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    await pressStop(desk, token, { stop: 'all' });
    const page = new ParsedHtml((await openToken(desk, token, '/receipt')).body);
    expect(page.text).toContain('Gestopt, op onze pagina.');
    expect(validate(JSON.parse((await openToken(desk, token, '/receipt.json')).body))).toBe(true);
  });
});
