import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, INBOUND_MAIL_DOMAIN } from '../../../support/desk/memory-desk.ts';
import { EVA, subscribe, tokenFor, topicsOn } from '../../../support/desk/subscribers.ts';
import { ALL_FAIL, arrives } from './mail-acts.ts';

const BOTH_TOPICS = ['mailing', 'nieuwsbrief'];
const FROM_EVA = `Eva <${EVA}>`;
const UNSUBSCRIBE = [`unsubscribe@${INBOUND_MAIL_DOMAIN}`];

async function deskWithEva(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ minutes: 1 });
  return desk;
}

describe('a mail to the address of List-Unsubscribe', () => {
  it('stops the topic its subject names, for whoever the mail was to, from whatever address', async () => {
    for (const from of [FROM_EVA, 'Eva thuis <thuis@example.com>']) {
      const desk = await deskWithEva();
      const subject = tokenFor(desk, 'nieuwsbrief');
      await arrives(desk, { from, subject, text: '' }, { to: UNSUBSCRIBE, verdicts: ALL_FAIL });
      expect(await topicsOn(desk)).toEqual(['mailing']);
      expect(desk.mailbox.of('consent_withdrawn', EVA)).toHaveLength(1);
    }
  });

  it('stops all for the address it comes from where the token is mangled or missing', async () => {
    const desk = await deskWithEva();
    const token = tokenFor(desk, 'nieuwsbrief');
    await arrives(desk, { from: FROM_EVA, subject: `${token.slice(0, -3)}xyz`, text: '' }, { to: UNSUBSCRIBE });
    expect(await topicsOn(desk)).toEqual([]);
    const other = await deskWithEva();
    await arrives(other, { from: FROM_EVA, subject: '', text: '' }, { to: UNSUBSCRIBE });
    expect(await topicsOn(other)).toEqual([]);
  });

  it('stops nobody but its sender with a token somebody made up', async () => {
    const desk = await deskWithEva();
    await subscribe(desk, { email: 'piet@example.org' });
    await desk.runFor({ minutes: 1 });
    const [kid, mac, , tag] = tokenFor(desk, 'nieuwsbrief').split('.');
    const subject = [kid, mac, 'mailing', tag].join('.');
    await arrives(desk, { from: 'piet@example.org', subject, text: '' }, { to: UNSUBSCRIBE });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
    expect(await topicsOn(desk, 'piet@example.org')).toEqual([]);
  });

  it('takes a subject that a reader has changed around the token', async () => {
    const desk = await deskWithEva();
    const subject = `Re: ${tokenFor(desk, 'mailing')} `;
    await arrives(desk, { from: 'thuis@example.com', subject, text: '' }, { to: UNSUBSCRIBE });
    expect(await topicsOn(desk)).toEqual(['nieuwsbrief']);
  });

  it('answers no machine: neither a bounce nor an automatic reply gets a mail', async () => {
    const desk = createDesk();
    await arrives(
      desk,
      {
        from: 'MAILER-DAEMON@example.org',
        subject: 'Undeliverable: x',
        text: 'x',
        headers: ['Auto-Submitted: auto-replied'],
      },
      { to: UNSUBSCRIBE, from: '' },
    );
    await arrives(
      desk,
      {
        from: 'piet@example.org',
        subject: 'Automatisch antwoord',
        text: 'Weg',
        headers: ['Auto-Submitted: auto-replied'],
      },
      { to: UNSUBSCRIBE },
    );
    expect(desk.mailbox.sent.map(({ to }) => to)).toEqual([]);
  });

  it('stops nothing for an automatic reply without a token', async () => {
    const desk = await deskWithEva();
    const headers = ['Auto-Submitted: auto-replied'];
    await arrives(desk, { from: FROM_EVA, subject: 'Afwezig', text: 'Ik ben er niet.', headers }, { to: UNSUBSCRIBE });
    expect(await topicsOn(desk)).toEqual(BOTH_TOPICS);
  });
});
