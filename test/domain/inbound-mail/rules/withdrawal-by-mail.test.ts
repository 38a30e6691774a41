import { describe, expect, it } from 'vitest';
import { writtenMail } from '../../../support/desk/incoming-mail.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { decide, EVA, signUpSecret, signUpWith, subscribe, topicsOn } from '../../../support/desk/subscribers.ts';
import { ALL_FAIL, arrives, ASKS_ACCESS, told } from './mail-acts.ts';

const BOTH_TOPICS = ['mailing', 'nieuwsbrief'];
const FROM_EVA = `Eva <${EVA}>`;

async function deskWithEva(email: string = EVA): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk, { email });
  await desk.runFor({ minutes: 1 });
  return desk;
}
const cases = (desk: Desk) => desk.stores.desk.cases.list();
const scopes = (desk: Desk) =>
  desk.stores.desk.suppressions
    .list()
    .filter(({ withdrawnAt, objectedAt }) => withdrawnAt !== undefined || objectedAt !== undefined)
    .map(({ scope }) => scope);

describe('a mail that asks to stop', () => {
  it.each([
    ['afmelden', { subject: 'Afmelden', text: '' }],
    ['unsubscribe', { subject: 'unsubscribe', text: 'unsubscribe' }],
    ['a sentence', { subject: 'Nieuwsbrief', text: 'Ik wil geen nieuwsbrief en geen aanbiedingen meer ontvangen.' }],
    ['English', { subject: 'newsletter', text: 'Please unsubscribe me from all your mailings.' }],
  ])('is carried out whatever the provider says of it: %s', async (_what, mail) => {
    const desk = await deskWithEva();
    expect(await arrives(desk, { from: FROM_EVA, ...mail }, { verdicts: ALL_FAIL })).toBe(true);
    expect(await topicsOn(desk)).toEqual([]);
    expect(desk.stores.desk.lists.list()).toEqual([]);
    expect(cases(desk)).toEqual([]);
    expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
    expect(desk.mailbox.of('acknowledgement')).toEqual([]);
  });

  it('is carried out from HTML alone', async () => {
    const desk = await deskWithEva();
    const raw = [
      `From: ${FROM_EVA}`,
      'Subject: nieuwsbrief',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<html><body><p>Graag <b>afmelden</b> voor alle mailings&nbsp;en nieuwsbrieven.</p></body></html>',
    ].join('\r\n');
    await arrives(desk, raw);
    expect(await topicsOn(desk)).toEqual([]);
  });

  it('counts for the address however its letters are written', async () => {
    const desk = await deskWithEva('Eva.Jansen+News@example.org');
    expect(await topicsOn(desk, 'eva.jansen+news@example.org')).toEqual(BOTH_TOPICS);
    await arrives(desk, { from: '"Jansen, Eva" <EVA.JANSEN+NEWS@EXAMPLE.ORG>', subject: 'Afmelden', text: 'Afmelden' });
    expect(await topicsOn(desk, 'eva.jansen+news@example.org')).toEqual([]);
    expect(desk.stores.desk.lists.list()).toEqual([]);
    expect(cases(desk)).toEqual([]);
  });

  it.each(['eva.jansen@example.org', 'evajansen+news@example.org'])(
    'counts for no other address: dots and tags make another one (%s)',
    async (from) => {
      const desk = await deskWithEva('eva.jansen+news@example.org');
      await arrives(desk, { from, subject: 'Afmelden', text: 'Afmelden' });
      expect(await topicsOn(desk, 'eva.jansen+news@example.org')).toEqual(BOTH_TOPICS);
    },
  );

  it('stops only what it names', async () => {
    const desk = await deskWithEva();
    await arrives(desk, { from: FROM_EVA, subject: 'Nieuwsbrief', text: 'Ik wil me afmelden voor de nieuwsbrief.' });
    expect(await topicsOn(desk)).toEqual(['mailing']);
  });

  it('is in force for an address nobody knew, and answers it once', async () => {
    const desk = createDesk();
    for (let count = 0; count < 3; count += 1) {
      await arrives(desk, { from: FROM_EVA, subject: 'Afmelden', text: 'Afmelden' });
      await desk.runFor({ hours: 1 });
    }
    expect(scopes(desk)).toEqual(['all']);
    expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
  });

  it('stops, and the rest it says becomes a case in which nothing is decided', async () => {
    const desk = await deskWithEva();
    const text = `Ik wil mij afmelden voor alle nieuwsbrieven en mailings.\n\n${ASKS_ACCESS}`;
    await arrives(desk, { from: FROM_EVA, subject: 'Twee dingen', text });
    expect(await topicsOn(desk)).toEqual([]);
    const [subject, ...more] = cases(desk);
    expect(more).toEqual([]);
    expect(subject?.status).toBe('unconfirmed');
    expect(subject?.parts).toMatchObject([{ requestType: 'access', decision: null, restriction: null }]);
  });

  it('keeps what came with it for a person to read', async () => {
    const desk = await deskWithEva();
    const files = [{ name: 'brief.pdf', mediaType: 'application/pdf', content: '%PDF-1.7 brief' }];
    await arrives(desk, { from: FROM_EVA, subject: 'Afmelden', text: 'Afmelden', files });
    expect(await topicsOn(desk)).toEqual([]);
    expect(cases(desk)).toHaveLength(1);
  });

  it('is proven on the record as a withdrawal by mail of the person', async () => {
    const desk = await deskWithEva();
    await arrives(desk, { from: FROM_EVA, subject: 'Afmelden', text: 'Afmelden' });
    const ended = desk.stores.desk.consentEvents.list().filter(({ type }) => type === 'withdrawn');
    expect(ended).toHaveLength(2);
    for (const event of ended) expect(event).toMatchObject({ through: 'mail', by: { kind: 'requester' } });
  });

  it('that objects to marketing is an objection, and not a plain withdrawal', async () => {
    const desk = await deskWithEva();
    await arrives(desk, {
      from: FROM_EVA,
      subject: 'Bezwaar',
      text: 'Ik maak bezwaar tegen reclame per e-mail. Stop met het sturen van reclame per mail.',
    });
    const [subject] = cases(desk);
    const isObjected = desk.stores.desk.suppressions.list().some(({ objectedAt }) => objectedAt !== undefined);
    const isProposed = subject?.parts.some(({ requestType }) => requestType === 'marketing_objection') ?? false;
    expect(isObjected || isProposed).toBe(true);
  });
});

const FOOTER = 'Wilt u deze nieuwsbrief niet meer ontvangen? Afmelden kan via deze link. Unsubscribe.';
const QUOTED: readonly (readonly [string, string])[] = [
  ['marks', `Op ma 2 mrt. 2026 om 09:12 schreef CT Telecom <nieuws@cttelecom.nl>:\n> Beste klant,\n> ${FOOTER}`],
  ['marks alone', `> Beste klant,\n> ${FOOTER}`],
  [
    'the headers of Outlook',
    `________________________________\nVan: CT Telecom <nieuws@cttelecom.nl>\nVerzonden: maandag 2 maart 2026 09:12\nAan: Eva\nOnderwerp: Nieuwsbrief\n\n${FOOTER}`,
  ],
  ['a line of Outlook', `-----Oorspronkelijk bericht-----\nVan: CT Telecom\nOnderwerp: Nieuws\n\n${FOOTER}`],
  [
    'a forwarded mail',
    `---------- Forwarded message ---------\nFrom: CT Telecom <nieuws@cttelecom.nl>\nSubject: Nieuws\n\n${FOOTER}`,
  ],
  ['a signature', `-- \nEva Jansen\n${FOOTER}`],
  [
    'English',
    `On Mon, 2 Mar 2026 at 09:12, CT Telecom <nieuws@cttelecom.nl> wrote:\n\n> Click here to unsubscribe from this newsletter.`,
  ],
];

describe('a mail that asks for access above a footer that says "afmelden"', () => {
  it.each(QUOTED)('withdraws nothing: quoted with %s', async (_how, quoted) => {
    const desk = await deskWithEva();
    await arrives(desk, {
      from: FROM_EVA,
      subject: 'Re: Nieuwsbrief',
      text: `${ASKS_ACCESS}\n\nEva Jansen\n\n${quoted}`,
    });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    expect(scopes(desk)).toEqual([]);
    expect(cases(desk)[0]?.parts.map(({ requestType }) => requestType)).toEqual(['access']);
  });

  it('withdraws nothing: quoted in HTML', async () => {
    const desk = await deskWithEva();
    const raw = [
      `From: ${FROM_EVA}`,
      'Subject: Re: Nieuwsbrief',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<div>${ASKS_ACCESS}</div><div class="gmail_quote"><div>Op ma 2 mrt. 2026 schreef CT Telecom:</div>`,
      `<blockquote class="gmail_quote">Beste klant<br><a href="https://desk.example.nl/x">Afmelden</a> ${FOOTER}</blockquote></div>`,
    ].join('\r\n');
    await arrives(desk, raw);
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    expect(cases(desk)[0]?.parts.map(({ requestType }) => requestType)).toEqual(['access']);
  });
});

describe('a mail that only looks like one', () => {
  it.each([
    ['an out-of-office reply', ['Auto-Submitted: auto-replied']],
    ['a mailing list', ['List-Id: <nieuws.example.org>', 'Precedence: list']],
  ])('stops nothing: %s', async (_what, headers) => {
    const desk = await deskWithEva();
    await arrives(desk, { from: FROM_EVA, subject: 'Afmelden', text: 'Afmelden', headers });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    expect(desk.mailbox.of('consent_withdrawn')).toEqual([]);
  });

  it.each([
    ['a contract', 'Ik wil mijn abonnement opzeggen en niet verlengen.'],
    ['somebody else', 'Mijn moeder wil zich misschien afmelden voor de nieuwsbrief, hoe moet dat?'],
    ['what was done before', 'Ik heb mij vorige week afgemeld voor de nieuwsbrief. Is dat gelukt?'],
  ])('stops nothing: it is about %s', async (_what, text) => {
    const desk = await deskWithEva();
    await arrives(desk, { from: FROM_EVA, subject: 'Vraag', text });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    expect(cases(desk)).toHaveLength(1);
  });
});

it('a withdrawal that is told of again does not undo a consent given since', async () => {
  const desk = await deskWithEva();
  const raw = writtenMail({ from: FROM_EVA, subject: 'Afmelden', text: 'Afmelden' });
  await told(desk, raw, 'stop-1');
  await desk.settle();
  await desk.runFor({ hours: 2 });
  await signUpWith(desk);
  await decide(desk, signUpSecret(desk), 'confirm');
  expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
  await desk.runFor({ hours: 1 });
  await told(desk, raw, 'stop-1');
  await desk.settle();
  expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
});
