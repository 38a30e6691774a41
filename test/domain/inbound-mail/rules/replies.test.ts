import { describe, expect, it } from 'vitest';
import { replyAddress } from '../../../../domain/inbound-mail/reply-address.ts';
import { createDesk, type Desk, INBOUND_MAIL_DOMAIN } from '../../../support/desk/memory-desk.ts';
import { ANNA, answer, decideOnDesk, JAN, lastAbout, submitConfirmed, take } from '../../../support/desk/people.ts';
import { EVA, subscribe, topicsOn } from '../../../support/desk/subscribers.ts';
import { arrives, ASKS_ACCESS, SUPPORT, caseNumberOf } from './mail-acts.ts';

const messages = (desk: Desk) => desk.stores.desk.texts.list().filter(({ kind }) => kind === 'message');
const addressOf = (desk: Desk, caseNumber: string) =>
  replyAddress(desk.dependencies.keys, caseNumber, INBOUND_MAIL_DOMAIN);
const FROM_JAN = `${JAN.name} <${JAN.email}>`;

async function deskWithCase() {
  const desk = createDesk();
  const { caseNumber } = await submitConfirmed(desk);
  await take(desk, ANNA, caseNumber);
  await desk.runFor({ hours: 1 });
  return { desk, caseNumber, before: desk.mailbox.sent.length };
}
const since = (desk: Desk, before: number) =>
  desk.mailbox.sent.slice(before).map(({ to, order }) => `${order.template} ${to}`);

describe('a reply to where replies go', () => {
  it('joins its case as a message, wakes whoever works on it, and answers nobody', async () => {
    const { desk, caseNumber, before } = await deskWithCase();
    const { replyTo = '' } = lastAbout(desk, 'acknowledgement', caseNumber);
    await arrives(desk, { from: FROM_JAN, subject: 'Re: uw verzoek', text: 'Hierbij mijn adres.' }, { to: [replyTo] });
    expect(messages(desk).map(({ caseNumber: of, texts }) => [of, texts['text']])).toEqual([
      [caseNumber, 'Hierbij mijn adres.'],
    ]);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
    expect(since(desk, before)).toEqual([`staff_notice ${ANNA.email}`]);
  });

  it('joins though capitals were folded or made, and among other recipients', async () => {
    for (const change of [(address: string) => address.toUpperCase(), (address: string) => address.toLowerCase()]) {
      const { desk, caseNumber } = await deskWithCase();
      const to = [...SUPPORT, change(addressOf(desk, caseNumber))];
      await arrives(desk, { from: FROM_JAN, subject: 'Re', text: 'Nog iets.' }, { to });
      expect(messages(desk)).toHaveLength(1);
      expect(desk.stores.desk.cases.list()).toHaveLength(1);
    }
  });

  it('from a stranger joins as well, and says whose it is', async () => {
    const { desk, caseNumber } = await deskWithCase();
    const to = [addressOf(desk, caseNumber)];
    await arrives(desk, { from: 'Iemand <iemand@elders.example>', subject: 'Re', text: 'Ik ben zijn zus.' }, { to });
    expect(messages(desk)[0]?.texts).toMatchObject({ text: 'Ik ben zijn zus.', from: 'iemand@elders.example' });
  });

  it('answers the question what was meant, of its requester only, and never who somebody is', async () => {
    const { desk, caseNumber } = await deskWithCase();
    await decideOnDesk(desk, ANNA, 'ask_clarification', caseNumber, { text: 'Over welk jaar gaat het?' });
    await decideOnDesk(desk, ANNA, 'ask_identity', caseNumber, {
      doubt: 'name_differs',
      level: 'L2',
      text: 'Wie bent u?',
    });
    const to = [addressOf(desk, caseNumber)];
    const asked = desk.caseOf(caseNumber).inquiries.map(({ kind }) => kind);
    await arrives(desk, { from: 'x@elders.example', subject: 'Re', text: 'Over 2024.' }, { to });
    expect(desk.caseOf(caseNumber).inquiries.every(({ answeredAt }) => answeredAt === null)).toBe(true);
    await arrives(desk, { from: FROM_JAN, subject: 'Re', text: 'Over 2025.' }, { to });
    const answered = desk.caseOf(caseNumber).inquiries.filter(({ answeredAt }) => answeredAt !== null);
    expect(asked.toSorted()).toEqual(['clarification', 'identity']);
    expect(answered.map(({ kind }) => kind)).toEqual(['clarification']);
  });

  it('that says only to stop mailings stops them, joins and wakes staff all the same', async () => {
    const { desk, caseNumber } = await deskWithCase();
    await subscribe(desk, { email: JAN.email });
    await desk.runFor({ minutes: 1 });
    await arrives(
      desk,
      { from: FROM_JAN, subject: 'Afmelden', text: 'Afmelden' },
      { to: [addressOf(desk, caseNumber)] },
    );
    expect(await topicsOn(desk, JAN.email)).toEqual([]);
    expect(messages(desk)).toHaveLength(1);
  });

  it('of an absent colleague of the requester is nothing to read', async () => {
    const { desk, caseNumber, before } = await deskWithCase();
    const headers = ['Auto-Submitted: auto-replied'];
    await arrives(
      desk,
      { from: FROM_JAN, subject: 'Afwezig', text: 'Ik ben weg.', headers },
      { to: [addressOf(desk, caseNumber)] },
    );
    expect(since(desk, before)).toEqual([]);
  });

  it('joins a case that was answered and closed, and moves no date', async () => {
    const { desk, caseNumber } = await deskWithCase();
    await answer(desk, ANNA, caseNumber);
    const { receivedAt, status } = desk.caseOf(caseNumber);
    expect(status).toBe('closed');
    const before = desk.mailbox.sent.length;
    await arrives(
      desk,
      { from: FROM_JAN, subject: 'Re', text: 'Dank, maar waar is 2024?' },
      { to: [addressOf(desk, caseNumber)] },
    );
    expect(messages(desk)).toHaveLength(1);
    expect(desk.caseOf(caseNumber)).toMatchObject({ receivedAt, status: 'closed' });
    expect(since(desk, before).filter((mail) => mail.startsWith('staff_notice')).length).toBeGreaterThan(0);
  });

  it('to what was put aside as no request is a mail of its own', async () => {
    const desk = createDesk();
    await arrives(desk, { from: FROM_JAN, text: 'Mijn internet doet het niet.' });
    const caseNumber = caseNumberOf(desk);
    await decideOnDesk(desk, ANNA, 'dismiss', caseNumber, { ground: 'customer_service' });
    await desk.runFor({ hours: 30 });
    await arrives(desk, { from: FROM_JAN, subject: 'Re', text: ASKS_ACCESS }, { to: [addressOf(desk, caseNumber)] });
    const [, second, ...more] = desk.stores.desk.cases.list();
    expect(more).toEqual([]);
    expect(second?.parts).toMatchObject([{ requestType: 'access' }]);
    expect(messages(desk)).toEqual([]);
  });

  it('with a tag that somebody guessed or that is of another case joins nothing', async () => {
    const { desk, caseNumber } = await deskWithCase();
    const { caseNumber: other } = await submitConfirmed(desk, {
      language: 'nl',
      requester: { name: 'Piet', email: 'piet@example.org' },
      parts: [{ requestType: 'access' }],
    });
    const address = addressOf(desk, caseNumber);
    const swapped = address.replace(caseNumber.toLowerCase(), other.toLowerCase());
    const guessed = address.replace(/\.[0-9a-f]{16}@/, `.${'0'.repeat(16)}@`);
    for (const to of [swapped, guessed, address.replace(INBOUND_MAIL_DOMAIN, 'elders.example')]) {
      await arrives(desk, { from: 'x@elders.example', subject: 'Re', text: 'Hallo daar.' }, { to: [to] });
    }
    expect(messages(desk)).toEqual([]);
    expect(desk.stores.desk.cases.list()).toHaveLength(5);
  });
});

describe('a mail with the number in its subject', () => {
  it.each([
    ['as written', (caseNumber: string) => caseNumber],
    ['between other words', (caseNumber: string) => `RE: FW: over ${caseNumber} [extern]`],
    ['in small letters', (caseNumber: string) => caseNumber.toLowerCase()],
  ])('joins when its requester wrote it: %s', async (_how, subjectOf) => {
    const { desk, caseNumber } = await deskWithCase();
    await arrives(desk, { from: 'JAN@example.org', subject: subjectOf(caseNumber), text: 'Nog iets.' });
    expect(messages(desk)).toHaveLength(1);
    expect(desk.stores.desk.cases.list()).toHaveLength(1);
  });

  it('is a mail of its own when a stranger wrote it: a number is no secret', async () => {
    const { desk, caseNumber } = await deskWithCase();
    await arrives(desk, { from: 'x@elders.example', subject: caseNumber, text: ASKS_ACCESS });
    expect(messages(desk)).toEqual([]);
    expect(desk.stores.desk.cases.list()).toHaveLength(2);
  });

  it('joins after its number was given by another key', async () => {
    const { desk, caseNumber } = await deskWithCase();
    const address = addressOf(desk, caseNumber);
    const { createTestKeys } = await import('../../../support/desk/test-keys.ts');
    Object.assign(desk.dependencies, { keys: createTestKeys(['k1', 'k2']) });
    await arrives(desk, { from: FROM_JAN, subject: 'Re', text: 'Een.' }, { to: [address] });
    await arrives(desk, { from: FROM_JAN, subject: caseNumber, text: 'Twee.' });
    expect(messages(desk).map(({ texts }) => texts['text'])).toEqual(['Een.', 'Twee.']);
    expect(messages(desk).map(({ texts }) => texts['from'])).toEqual([undefined, undefined]);
  });
});

it('a reply that also withdraws does both', async () => {
  const desk = createDesk();
  await subscribe(desk, { email: EVA });
  await desk.runFor({ minutes: 1 });
  const { caseNumber } = await submitConfirmed(desk, {
    language: 'nl',
    requester: { name: 'Eva', email: EVA },
    parts: [{ requestType: 'access' }],
  });
  const text = 'Het gaat om 2024. Meld mij ook af voor alle nieuwsbrieven en mailings.';
  await arrives(desk, { from: EVA, subject: 'Re', text }, { to: [addressOf(desk, caseNumber)] });
  expect(await topicsOn(desk, EVA)).toEqual([]);
  expect(messages(desk).map(({ texts }) => texts['text'])).toEqual([text]);
  expect(desk.stores.desk.cases.list()).toHaveLength(1);
});
