import { beforeEach, describe, expect, it } from 'vitest';
import { type WrittenMail, writtenMail } from '../../../support/desk/incoming-mail.ts';
import { logLines } from '../../../support/desk/log-lines.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import { ANNA, decideOnDesk, signIn } from '../../../support/desk/people.ts';
import { subscribe, tokenFor } from '../../../support/desk/subscribers.ts';
import { arrives, ASKS_ACCESS, randomFrom, caseNumberOf } from './mail-acts.ts';

beforeEach(() => logLines.clear());

const cases = (desk: Desk) => desk.stores.desk.cases.list();
/** Every mail is a case, or was told to be left alone; and it is kept whole. */
async function keptBy(raw: string | Uint8Array) {
  const desk = createDesk();
  const { failed, mailId } = await desk.receive(raw, { to: ['support@desk.cttelecom.nl'], from: 'jan@example.org' });
  expect(failed).toBe(false);
  expect(Buffer.from(desk.messages.get(`mail/${mailId}`) ?? []).equals(Buffer.from(raw))).toBe(true);
  return { desk, outcome: logLines.lines.find(({ code }) => code === 'MAIL_RECEIVED')?.['outcome'] };
}

describe('a mail that is broken', () => {
  const BROKEN: readonly (readonly [string, string])[] = [
    ['nothing at all', ''],
    ['only line feeds', '\r\n\r\n\r\n'],
    ['only zeros', '\u0000'.repeat(500)],
    ['no header', 'zomaar wat tekst zonder kop'],
    ['a header without an end', `From: jan@example.org\r\nSubject: ${'x'.repeat(100_000)}`],
    ['a boundary that never comes', 'From: jan@example.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\ntekst'],
    ['no boundary', 'From: jan@example.org\r\nContent-Type: multipart/mixed\r\n\r\n--\r\n\r\ntekst'],
    [
      'parts in parts without end',
      `From: jan@example.org\r\n${'Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n'.repeat(300)}`,
    ],
    ['broken base64', 'From: jan@example.org\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%=$$'],
    ['a charset nobody has', 'From: jan@example.org\r\nContent-Type: text/plain; charset=x-klingon\r\n\r\nHallo'],
    ['no From', `Subject: x\r\n\r\n${ASKS_ACCESS}`],
    ['two From', `From: a@example.org\r\nFrom: b@example.org\r\nSubject: x\r\n\r\n${ASKS_ACCESS}`],
  ];

  it.each(BROKEN)('is taken in, kept whole and not lost: %s', async (_what, raw) => {
    const { desk, outcome } = await keptBy(raw);
    expect(outcome).toBe('proposed');
    expect(cases(desk)).toHaveLength(1);
    expect(desk.mailbox.of('acknowledgement')).toEqual([]);
    const caseNumber = caseNumberOf(desk);
    const cookie = await signIn(desk, ANNA);
    const page = await desk.gateway({
      route: 'GET /desk/cases/{caseNumber}',
      pathParameters: { caseNumber },
      headers: { cookie },
      query: { language: 'nl' },
    });
    expect(page.status).toBe(200);
    expect(page.body.includes('Sla de hele mail op')).toBe(true);
    const accepted = await decideOnDesk(desk, ANNA, 'accept', caseNumber, { chosen: 'yes', type_access: 'on' });
    expect(accepted.status).toBe(200);
    expect(desk.caseOf(caseNumber).status).toBe('open');
  });

  it('never makes the desk fail, whatever bytes were changed on the way', async () => {
    const whole = Buffer.from(
      writtenMail({ text: ASKS_ACCESS, files: [{ name: 'a.pdf', mediaType: 'application/pdf', content: '%PDF-1.7' }] }),
    );
    const random = randomFrom(20_261_124);
    for (let round = 0; round < 100; round += 1) {
      const changed = Buffer.from(whole.subarray(0, Math.floor(whole.length * (0.3 + random()))));
      for (let count = 0; count < 8; count += 1)
        changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      const desk = createDesk();
      const { failed } = await desk.receive(changed, { to: ['support@desk.cttelecom.nl'], from: 'jan@example.org' });
      expect([round, failed]).toEqual([round, false]);
    }
    expect(logLines.lines.filter(({ outcome }) => outcome === 'proposed').length).toBeGreaterThan(80);
  });
});

const kept = (desk: Desk) => desk.stores.desk.contents.list()[0]?.mail?.attachments ?? [];

describe('what comes with a mail', () => {
  const FILES: WrittenMail['files'] = [
    { name: 'brief.pdf', mediaType: 'application/pdf', content: '%PDF-1.7 brief' },
    { name: 'virus.exe', mediaType: 'application/pdf', content: Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3]) },
  ];

  it('makes a case though nothing else does', async () => {
    const desk = createDesk();
    await arrives(desk, { subject: '', text: '', files: FILES });
    expect(cases(desk)).toHaveLength(1);
    expect(kept(desk).map(({ fileName, mediaType }) => [fileName, mediaType])).toEqual([
      ['brief.pdf', 'application/pdf'],
      ['virus.exe', null],
    ]);
  });

  it('is offered to nobody where the provider found a virus, and the mail is there still', async () => {
    const desk = createDesk();
    await arrives(desk, { text: ASKS_ACCESS, files: FILES }, { verdicts: { virus: 'FAIL' } });
    expect(cases(desk)[0]?.parts).toMatchObject([{ requestType: 'access' }]);
    expect(kept(desk).map(({ objectKey }) => objectKey)).toEqual([null, null]);
    expect([...desk.messages.keys()]).toHaveLength(1);
  });
});

describe('what a stranger writes', () => {
  const CANARY = 'zwaluwnest';
  const IN_EVERY_FIELD = (subject: string, text: string): string =>
    [
      `From: "${CANARY}naam" <${CANARY}@example.org>`,
      `Sender: ${CANARY}sender@example.org`,
      `Reply-To: ${CANARY}reply@example.org`,
      `To: "${CANARY}to" <support@cttelecom.nl>`,
      `Cc: ${CANARY}cc@example.org`,
      `Subject: ${subject}`,
      `Message-ID: <${CANARY}id@example.org>`,
      `In-Reply-To: <${CANARY}irt@example.org>`,
      `References: <${CANARY}ref@example.org>`,
      `X-${CANARY}: ${CANARY}header`,
      'MIME-Version: 1.0',
      `Content-Type: multipart/mixed; boundary=${CANARY}b`,
      '',
      `--${CANARY}b`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      `--${CANARY}b`,
      `Content-Type: application/pdf; name="${CANARY}.pdf"`,
      `Content-Disposition: attachment; filename="${CANARY}.pdf"`,
      '',
      `%PDF-1.7 ${CANARY}`,
      `--${CANARY}b--`,
      '',
    ].join('\r\n');

  it.each([
    ['a request', `${CANARY} vraag`, `${ASKS_ACCESS} ${CANARY}`],
    ['a withdrawal', 'Afmelden', 'Afmelden'],
    ['what the desk does not understand', CANARY, CANARY],
    ['spam', CANARY, ASKS_ACCESS],
  ])(
    'is in no log, outbox row, subject, address or event, and in no mail to staff: %s',
    async (what, subject, text) => {
      const desk = createDesk();
      await subscribe(desk, { email: `${CANARY}@example.org` });
      await desk.runFor({ minutes: 1 });
      const raw = IN_EVERY_FIELD(subject, text);
      const verdicts = what === 'spam' ? { spam: 'FAIL' } : {};
      await desk.receive(raw, { to: ['support@desk.cttelecom.nl'], from: `${CANARY}env@example.org`, verdicts });
      for (const { caseNumber } of cases(desk)) {
        await desk.digest();
        await desk.settle();
        await decideOnDesk(desk, ANNA, 'accept', caseNumber, {
          chosen: 'yes',
          type_access: 'on',
          type_marketing_objection: 'on',
        });
        const replyTo = desk.mailbox.sent.findLast(({ to }) => to.startsWith(CANARY))?.replyTo;
        if (replyTo !== undefined) await desk.receive(raw, { to: [replyTo], from: `${CANARY}@example.org` });
      }
      await desk.runFor({ hours: 30 });
      const {
        outbox,
        events,
        consentEvents,
        suppressions,
        lists: _lists,
        tokens,
        auditHeads,
        submissions,
      } = desk.stores.desk;
      const told: Readonly<Record<string, unknown>> = {
        logs: logLines.text(),
        outbox: outbox.list(),
        events: events.list(),
        consentEvents: consentEvents.list(),
        suppressions: suppressions.list(),
        tokens: tokens.list(),
        auditHeads: auditHeads.list(),
        submissions: submissions.list(),
        cases: cases(desk),
        executions: [...desk.clocks.executions.values()],
        limits: [...desk.stores.desk.rates.keys(), ...desk.stores.desk.letThrough.keys()],
        subjects: desk.mailbox.sent.map(({ words }) => words.subject),
        staffMails: desk.mailbox.sent.filter(({ order }) => order.template.startsWith('staff_')),
        addresses: desk.mailbox.sent.flatMap(({ words }) => words.html.match(/(?:href|src)="[^"]*"/g) ?? []),
        replyTo: desk.mailbox.sent.map(({ replyTo, unsubscribe }) => [replyTo, unsubscribe]),
        outboxIds: desk.mailbox.sent.map(({ outboxId }) => outboxId),
        links: tokenFor(desk, 'nieuwsbrief', `${CANARY}@example.org`),
      };
      for (const [where, found] of Object.entries(told)) {
        expect([where, JSON.stringify(found).toLowerCase().includes(CANARY)]).toEqual([where, false]);
      }
    },
  );
});
