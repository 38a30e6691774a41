import { beforeAll, describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { mailOrderSchema } from '../../domain/outbox/outbox-row.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { writtenMail } from '../support/desk/incoming-mail.ts';
import { inboundQueues, mailedToDesk, mailToDesk, takenInAs } from '../support/end-to-end/inbound-mail.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { allLogLines } from '../support/end-to-end/sinks.ts';
import { storedCase } from '../support/end-to-end/stored.ts';
import { type Reader, storedRecords, subscribed, topicsOn } from '../support/end-to-end/subscribers.ts';

const SUPPORT = ctTelecom.supportEmail;
const INBOUND = 'desk.cttelecom.nl';

const queuesAreEmpty = () =>
  waitFor('the queue to be read', 30, async () => {
    const { waiting, givenUp } = await inboundQueues();
    return waiting === 0 ? { waiting, givenUp } : undefined;
  });

let givenUpBefore: number;
beforeAll(async () => {
  ({ givenUp: givenUpBefore } = await inboundQueues());
});

describe('a mail that stops mailings', () => {
  it.each([
    ['in a word', (reader: Reader) => ({ to: SUPPORT, subject: 'Afmelden', text: `Afmelden`, from: reader.email })],
    [
      'in a sentence, though the provider doubts its sender',
      (reader: Reader) => ({
        to: ctTelecom.mailFrom.address,
        subject: 'newsletter',
        text: 'Please unsubscribe me from all your mailings.',
        from: reader.email,
        headers: ['X-Test-Verdict: spf=FAIL, dkim=FAIL, dmarc=FAIL'],
      }),
    ],
    [
      'by the address of its header, from whatever mailbox',
      ({ token }: Reader) => ({
        to: `unsubscribe@${INBOUND}`,
        subject: token,
        text: '',
        from: `${unique('elsewhere.')}@example.com`,
      }),
    ],
  ] as const)('is carried out at once, and confirmed once: %s', async (_what, write) => {
    const reader = await subscribed();
    const { to, from, ...written } = write(reader);
    const taken = await mailedToDesk(to, writtenMail({ from, ...written }), from);
    expect(taken).toEqual({ outcome: 'withdrawn', caseNumber: '' });
    expect(await topicsOn(reader.email)).toEqual([]);
    const [record] = await storedRecords(reader.email);
    expect(record?.events.at(-1)).toMatchObject({ type: 'withdrawn', through: 'mail' });
    await mailTo(reader.email, ['You have been unsubscribed']);
  });

  it('is none when only a footer says so: the request above it is a case, and the mails go on', async () => {
    const { email } = await subscribed();
    const text = [
      'Ik wil graag weten welke gegevens u van mij heeft.',
      '',
      'Op ma 2 mrt. 2026 om 09:12 schreef CT Telecom <nieuws@cttelecom.nl>:',
      '> Beste klant,',
      '> Wilt u deze nieuwsbrief niet meer ontvangen? Afmelden kan via deze link. Unsubscribe.',
    ].join('\n');
    const { outcome, caseNumber } = await mailedToDesk(SUPPORT, writtenMail({ from: email, text }), email);
    expect(outcome).toBe('proposed');
    expect((await storedCase(caseNumber)).parts.map(({ requestType }) => requestType)).toEqual(['access']);
    expect(await topicsOn(email)).toEqual(['nieuwsbrief']);
  });
});

describe('a mail that no person wrote', () => {
  const ASKS_ACCESS = 'Ik wil graag weten welke gegevens u van mij heeft.';
  const ABSENT = 'Ik ben afwezig tot en met 4 januari.';
  it.each([
    ['an automatic reply', { subject: 'Afwezig', text: ABSENT, headers: ['Auto-Submitted: auto-replied'] }, ''],
    ['an automatic reply that asks', { text: ASKS_ACCESS, headers: ['Auto-Submitted: auto-replied'] }, ''],
    ['a list', { text: ASKS_ACCESS, headers: ['List-Id: <leden.example.org>', 'Precedence: list'] }, ''],
    ['a bounce', { subject: 'Undelivered Mail Returned to Sender', text: ASKS_ACCESS }, 'MAILER-DAEMON@example.com'],
    ['spam by verdict', { text: ASKS_ACCESS, headers: ['X-Test-Verdict: spam=FAIL'] }, ''],
    ['the desk itself', { text: ASKS_ACCESS }, ctTelecom.mailFrom.address],
  ])('is never answered: %s', async (_what, written, author) => {
    const from = author === '' ? `${unique('machine.')}@example.com` : author;
    const before = await mailsTo(from);
    const raw = writtenMail({ from, ...written });
    const { caseNumber } = await mailedToDesk(SUPPORT, raw, author.startsWith('MAILER') ? '' : from);
    const rows = caseNumber === '' ? [] : await outboxRows(caseNumber);
    const templates = rows.map(({ mail }) => mailOrderSchema.parse(mail).template);
    expect(templates.filter((template) => !template.startsWith('staff_'))).toEqual([]);
    expect(await mailsTo(from)).toEqual(before);
  });

  it('starts no loop, even where somebody answers every mail of the desk', async () => {
    const from = `${unique('loop.')}@example.com`;
    const headers = ['Auto-Submitted: auto-replied'];
    const first = await mailedToDesk(SUPPORT, writtenMail({ from, subject: 'Mijn gegevens', text: ASKS_ACCESS }), from);
    const { subject } = await mailTo(from, [first.caseNumber]);
    for (const kind of [headers, []]) {
      const reply = writtenMail({
        from,
        subject: `Re: ${subject}`,
        text: 'Wij hebben uw bericht ontvangen.',
        headers: kind,
      });
      for (let time = 0; time < 2; time += 1) {
        const { outcome } = await mailedToDesk(ctTelecom.mailFrom.address, reply, from);
        expect(outcome).toBe(kind === headers ? 'ignored' : 'joined');
      }
    }
    expect(await mailsTo(from)).toHaveLength(1);
  });
});

describe('twenty mails at once', () => {
  it('are all taken in, each once', async () => {
    const mails = Array.from({ length: 20 }, (_, index) => {
      const from = `${unique(`crowd${index}.`)}@example.com`;
      const text = `Ik wil graag weten welke gegevens u van mij heeft. ${index}`;
      return { from, raw: writtenMail({ from, subject: `Verzoek ${index}`, text }) };
    });
    const ids = await Promise.all(mails.map(({ raw, from }) => mailToDesk(SUPPORT, raw, from)));
    await waitFor('all to be taken in', 120, async () => {
      const lines = await allLogLines('InboundMail');
      return ids.every((mailId) => takenInAs(mailId, lines).length > 0) ? true : undefined;
    });
    expect(await queuesAreEmpty()).toEqual({ waiting: 0, givenUp: givenUpBefore });
    const lines = await allLogLines('InboundMail');
    const taken = ids.flatMap((mailId) => takenInAs(mailId, lines));
    expect(taken).toHaveLength(20);
    expect(new Set(taken.map(({ caseNumber }) => caseNumber)).size).toBe(20);
    for (const [index, { from }] of mails.entries()) {
      await mailTo(from, [taken[index]?.caseNumber ?? '']);
      expect(await mailsTo(from)).toHaveLength(1);
    }
  });
});
