import { describe, expect, it } from 'vitest';
import { formCall } from '../../../support/desk/gateway.ts';
import type { WrittenMail } from '../../../support/desk/incoming-mail.ts';
import { createDesk, type Desk, type Envelope, INBOUND_MAIL_DOMAIN } from '../../../support/desk/memory-desk.ts';
import { ANNA, decideOnDesk, signIn } from '../../../support/desk/people.ts';
import { ALL_FAIL, arrives, ASKS_ACCESS, caseNumberOf } from './mail-acts.ts';

const REQUEST: WrittenMail = { subject: 'Mijn gegevens', text: `Goedendag,\n\n${ASKS_ACCESS}\n\nJan de Vries` };
const acknowledged = (desk: Desk) => desk.mailbox.of('acknowledgement').map(({ to }) => to);
const cases = (desk: Desk) => desk.stores.desk.cases.list();
const unfinished = (desk: Desk) => desk.stores.desk.outbox.list().filter(({ outcome }) => outcome === null);

describe('who is told that a mail arrived', () => {
  it.each([
    ['asks for access', ASKS_ACCESS],
    ['asks for erasure', 'Wilt u al mijn persoonsgegevens verwijderen?'],
    ['asks something about privacy', 'Hoe lang bewaart u mijn persoonsgegevens?'],
    ['asks in English', 'Please send me a copy of all personal data you hold about me.'],
  ])('a person who %s, at once', async (_what, text) => {
    const desk = createDesk();
    await arrives(desk, { subject: 'Vraag', text });
    expect(acknowledged(desk)).toEqual(['jan@example.org']);
    expect(desk.mailbox.last('acknowledgement').automatic).toBe(true);
    expect(desk.mailbox.last('acknowledgement').unsubscribe).toBeUndefined();
  });

  const NEVER: readonly (readonly [string, Partial<WrittenMail>, Partial<Envelope>])[] = [
    ['an automatic reply', { headers: ['Auto-Submitted: auto-replied'] }, {}],
    ['what was generated', { headers: ['Auto-Submitted: auto-generated'] }, {}],
    ['what a cron job sent', { headers: ['Auto-Submitted: auto-notified; owner-email="x@example.org"'] }, {}],
    ['a list', { headers: ['List-Id: <leden.example.org>'] }, {}],
    ['bulk', { headers: ['Precedence: bulk'] }, {}],
    ['a newsletter', { headers: ['List-Unsubscribe: <https://example.org/u>'] }, {}],
    ['an out-of-office reply', { subject: 'Automatisch antwoord: Mijn gegevens' }, {}],
    ['a bounce', { from: 'MAILER-DAEMON@example.org', subject: 'Undelivered Mail Returned to Sender' }, { from: '' }],
    ['what comes from nobody by its envelope', {}, { from: '' }],
    ['what has an empty return path', { headers: ['Return-Path: <>'] }, {}],
    ['spam by verdict', {}, { verdicts: { spam: 'FAIL' } }],
    ['a virus by verdict', {}, { verdicts: { virus: 'FAIL' } }],
    ['what the provider doubts in every way', {}, { verdicts: ALL_FAIL }],
    ['the address the desk writes from', { from: 'CT Telecom <support@cttelecom.nl>' }, {}],
    ['the other address of the statement', { from: 'CT Telecom <Support@ClearTalk.nl>' }, {}],
    ['an address of the desk itself', { from: `Desk <support@${INBOUND_MAIL_DOMAIN}>` }, {}],
    ['no-reply', { from: 'noreply@example.org' }, {}],
  ];
  it.each(NEVER)('never %s', async (_what, more, envelope) => {
    const desk = createDesk();
    expect(await arrives(desk, { ...REQUEST, ...more }, envelope)).toBe(true);
    await desk.runFor({ hours: 1 });
    const outside = desk.mailbox.sent.filter(({ order }) => !order.template.startsWith('staff_'));
    expect(outside.map(({ to }) => to)).toEqual([]);
  });

  it.each([
    ['asks nothing of the desk', 'Mijn internet doet het al drie dagen niet. Kunt u bellen?'],
    ['cancels a contract', 'Hierbij zeg ik mijn abonnement op.'],
    ['says nothing', ''],
  ])('not a person who %s, until staff accept it', async (_what, text) => {
    const desk = createDesk();
    await arrives(desk, { subject: 'Hallo', text });
    expect(acknowledged(desk)).toEqual([]);
    const caseNumber = caseNumberOf(desk);
    await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_question: 'on' });
    expect(acknowledged(desk)).toEqual(['jan@example.org']);
  });

  it('once when staff accept what was acknowledged already', async () => {
    const desk = createDesk();
    await arrives(desk, REQUEST);
    const caseNumber = caseNumberOf(desk);
    await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    expect(acknowledged(desk)).toHaveLength(1);
  });
});

it.each(['support@cttelecom.nl', 'support@cleartalk.nl'])(
  'a request that a forwarding server or a colleague sends on as %s is not lost',
  async (address) => {
    const desk = createDesk();
    await arrives(desk, {
      ...REQUEST,
      from: `"'Jan de Vries' via Support" <${address}>`,
      headers: ['Reply-To: jan@example.org'],
    });
    expect(cases(desk)).toHaveLength(1);
    expect(acknowledged(desk)).toEqual([]);
  },
);

describe('at most one a day', () => {
  it('goes to an address, however its letters are written and whatever it asks', async () => {
    const desk = createDesk();
    for (const from of ['jan@example.org', 'JAN@example.org', 'Jan <jan@EXAMPLE.org>', '<jan@example.org>']) {
      await arrives(desk, { ...REQUEST, from });
      await desk.runFor({ hours: 5 });
    }
    expect(cases(desk)).toHaveLength(4);
    expect(acknowledged(desk)).toHaveLength(1);
    await desk.runFor({ hours: 5 });
    await arrives(desk, REQUEST);
    expect(acknowledged(desk)).toHaveLength(2);
    expect(unfinished(desk)).toEqual([]);
  });

  it('is counted from one to the next, not by the calendar', async () => {
    const desk = createDesk({ start: '2026-03-02T23:50:00Z' });
    await arrives(desk, REQUEST);
    await desk.runFor({ minutes: 30 });
    await arrives(desk, REQUEST);
    expect(acknowledged(desk)).toHaveLength(1);
    await desk.runFor({ hours: 23, minutes: 29, seconds: 59 });
    await arrives(desk, REQUEST);
    expect(acknowledged(desk)).toHaveLength(1);
    await desk.runFor({ seconds: 1 });
    await arrives(desk, REQUEST);
    expect(acknowledged(desk)).toHaveLength(2);
  });

  it('keeps nobody from being told of the second mail once staff accept it on another day', async () => {
    const desk = createDesk();
    await arrives(desk, REQUEST);
    await desk.runFor({ hours: 1 });
    await arrives(desk, { subject: 'Nog iets', text: 'Wilt u al mijn persoonsgegevens verwijderen?' });
    const caseNumber = caseNumberOf(desk, 1);
    await desk.runFor({ hours: 48 });
    await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_erasure: 'on' });
    const texts = desk.mailbox.of('acknowledgement').map(({ words }) => words.text);
    expect(texts.filter((text) => text.includes(caseNumber))).toHaveLength(1);
  });

  it('does not let the desk say that somebody was told who was not', async () => {
    const desk = createDesk();
    await arrives(desk, REQUEST);
    await desk.runFor({ hours: 1 });
    await arrives(desk, { subject: 'Nog iets', text: 'Wilt u al mijn persoonsgegevens verwijderen?' });
    const caseNumber = caseNumberOf(desk, 1);
    const cookie = await signIn(desk, ANNA);
    const { body } = await desk.gateway(formCall('POST /desk/act', { act: 'accept', caseNumber }, { cookie }));
    expect(body).toContain('Nog iets');
    expect(body.includes('kreeg al een ontvangstbevestiging')).toBe(false);
  });
});

describe('the acknowledgement', () => {
  it('says when it arrived and by when the answer comes, and no word of the mail', async () => {
    const desk = createDesk();
    const words = ['Zwartkijker', 'Rammelbak', 'Knuppelhout', 'zeldzaam', 'https://evil.example/x', 'inloggen'];
    await arrives(desk, {
      from: `"${words[0]} ${words[1]}" <jan@example.org>`,
      subject: `${words[2]} ${words[4]}`,
      text: `${words[3]} ${words[4]} ${words[5]}\n\n${ASKS_ACCESS}`,
      files: [{ name: `${words[2]}.pdf`, mediaType: 'application/pdf', content: '%PDF-1.7' }],
    });
    const { words: sent } = desk.mailbox.last('acknowledgement');
    expect(sent.text).toContain('maandag 30 maart 2026');
    for (const word of words) {
      expect(`${sent.subject} ${sent.text} ${sent.html}`).not.toContain(word);
    }
  });

  it.each(['Klik op deze link', 'U hebt gewonnen', 'Bel nu nul negen nul nul', 'Uw rekening is geblokkeerd'])(
    'greets nobody by a name that is a message: %s',
    async (name) => {
      const desk = createDesk();
      await arrives(desk, { ...REQUEST, from: `${name} <victim@example.org>` });
      const { words } = desk.mailbox.last('acknowledgement');
      expect(words.text).not.toContain(name);
    },
  );
});

const PERSONAL = (round: number): WrittenMail => ({
  from: 'Servicedesk <tickets@other.example>',
  subject: `[Ticket #${1000 + round}] ontvangen`,
  text: `Beste relatie,\n\nWij hebben uw bericht ontvangen onder nummer ${1000 + round}.\nWij sturen u graag een kopie van uw persoonsgegevens. ${ASKS_ACCESS}`,
});

describe('another machine that answers every mail', () => {
  const MACHINES: readonly (readonly [string, (round: number) => WrittenMail, boolean])[] = [
    ['and says so', (round) => ({ ...PERSONAL(round), headers: ['Auto-Submitted: auto-replied'] }), true],
    ['and does not say so, to the address it was written from', PERSONAL, false],
    ['and does not say so, to where replies go', PERSONAL, true],
    ['with a wish to stop', () => ({ from: 'tickets@other.example', subject: 'Afmelden', text: 'Afmelden' }), false],
  ];

  it.each(MACHINES)('%s, ends within 50 rounds with few mails', async (_what, answerOf, toReplyAddress) => {
    const desk = createDesk();
    await arrives(desk, answerOf(0));
    const [{ caseNumber } = {}] = cases(desk);
    if (caseNumber !== undefined) {
      await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    }
    let seen = 0;
    let rounds = 0;
    for (; rounds < 50; rounds += 1) {
      const fresh = desk.mailbox.sent.slice(seen).filter(({ to }) => to === 'tickets@other.example');
      seen = desk.mailbox.sent.length;
      if (fresh.length === 0) break;
      for (const mail of fresh) {
        const to = toReplyAddress
          ? (mail.replyTo ?? `support@${INBOUND_MAIL_DOMAIN}`)
          : `support@${INBOUND_MAIL_DOMAIN}`;
        await arrives(desk, answerOf(rounds + 1), { to: [to], from: 'tickets@other.example' });
        await desk.runFor({ minutes: 1 });
      }
    }
    expect(rounds).toBeLessThan(5);
    expect(desk.mailbox.sent.filter(({ to }) => to === 'tickets@other.example').length).toBeLessThanOrEqual(3);
    expect(cases(desk).length).toBeLessThanOrEqual(3);
  });

  it('and goes on by itself, 50 times to one case, wakes staff no more than 30 times a day', async () => {
    const desk = createDesk();
    await arrives(desk, REQUEST);
    const caseNumber = caseNumberOf(desk);
    await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    await decideOnDesk(desk, ANNA, 'take', caseNumber);
    const replyTo = desk.mailbox.last('acknowledgement').replyTo ?? '';
    const before = desk.mailbox.sent.length;
    for (let round = 0; round < 50; round += 1) await arrives(desk, { text: `Ronde ${round}` }, { to: [replyTo] });
    const woken = desk.mailbox.sent.slice(before);
    expect(woken.length).toBeGreaterThan(0);
    expect(woken.length).toBeLessThanOrEqual(30);
    expect(woken.filter(({ order }) => !order.template.startsWith('staff_'))).toEqual([]);
    expect(desk.stores.desk.texts.list()).toHaveLength(50);
  });
});
