import { beforeAll, describe, expect, it } from 'vitest';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { mailOrderSchema } from '../../domain/outbox/outbox-row.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { writtenMail } from '../support/desk/incoming-mail.ts';
import { actOnDesk, isDone, readOnDesk, tryOnDesk } from '../support/end-to-end/desk-acts.ts';
import { handedToSes, headersOf } from '../support/end-to-end/handed-to-ses.ts';
import { mailedToDesk, openMailOnDesk } from '../support/end-to-end/inbound-mail.ts';
import { answerTo, newCaseMail } from '../support/end-to-end/lives.ts';
import { noticeTo } from '../support/end-to-end/lives-of-two.ts';
import { mailsTo, mailTo, secretsIn } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, fatima, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { press } from '../support/end-to-end/web.ts';

const canary = unique('canarywriter');
const writer = `${canary}@example.com`;
const SUPPORT = ctTelecom.supportEmail;
const PDF = `%PDF-1.7\n${canary}\n`;
const LETTER = writtenMail({
  from: `Jan ${canary} <${writer}>`,
  subject: `Mijn gegevens ${canary}`,
  text: [
    'Geachte heer, mevrouw,',
    'Ik wil graag weten welke gegevens u van mij heeft.',
    'Daarna wil ik dat u al mijn gegevens verwijdert.',
    'Ook maak ik bezwaar tegen het gebruik van mijn gegevens voor reclame.',
    canary,
  ].join('\n'),
  files: [
    { name: 'brief.pdf', mediaType: 'application/pdf', content: PDF },
    { name: 'programma.exe', mediaType: 'application/pdf', content: Uint8Array.from([0x4d, 0x5a, 0, 1, 2, 0xff]) },
  ],
});
const typesOf = async (caseNumber: string) =>
  (await storedCase(caseNumber)).parts.map(({ requestType }) => requestType).toSorted();

describe('a letter that asks three things', () => {
  let caseNumber: string;
  let sentAt: string;
  beforeAll(async () => {
    sentAt = new Date().toISOString();
    ({ caseNumber } = await mailedToDesk(SUPPORT, LETTER, writer));
  });

  it('is proposed to staff in three parts, received when it arrived', async () => {
    const stored = await storedCase(caseNumber);
    expect(stored).toMatchObject({ status: 'unconfirmed', receivedThrough: 'mail' });
    expect(await typesOf(caseNumber)).toEqual(['access', 'erasure', 'marketing_objection']);
    expect(stored.receivedAt >= sentAt).toBe(true);
    expect(stored.receivedAt <= new Date().toISOString()).toBe(true);
    const { text } = await readOnDesk(anna, `/desk/cases/${caseNumber}`);
    expect(text).toContain(canary);
    expect(text).toContain('brief.pdf');
  });

  it('is acknowledged without a word of it', async () => {
    const mail = await mailTo(writer, [caseNumber]);
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toContain(canary);
  });

  it('has its files for staff, as they were sent, and for nobody else', async () => {
    const session = await sessionOf(anna);
    const file = await openMailOnDesk(caseNumber, '0', session);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(Buffer.from(file.bytes).toString('latin1')).toBe(PDF);
    const whole = await openMailOnDesk(caseNumber, 'message', session);
    expect(Buffer.from(whole.bytes).toString('latin1')).toBe(Buffer.from(LETTER).toString('latin1'));
    expect((await press('/desk/mail', { caseNumber, file: '1' }, { session })).status).toBe(404);
    const outside = await press('/desk/mail', { caseNumber, file: '0' });
    expect([outside.status, outside.headers.get('location')]).toEqual([200, null]);
  });

  it('is accepted with one press of the link in the mail, as staff tick it', async () => {
    const [token = ''] = secretsIn(await noticeTo(anna, caseNumber, 'mail_to_sort'), 'desk/act');
    const session = await sessionOf(anna);
    const { text: form } = await press('/desk/act', { token }, { session });
    const ticked = [...form.matchAll(/<input[^>]*name="(type_[a-z_]+)"[^>]*>/g)].filter(([box]) =>
      /\bchecked\b/.test(box),
    );
    const names = ticked.map(([, name = '']) => name).toSorted();
    expect(names).toEqual(['type_access', 'type_erasure', 'type_marketing_objection']);
    const boxes = Object.fromEntries(names.map((name) => [name, 'on']));
    const accepted = await press('/desk/decide', { token, chosen: 'yes', ...boxes }, { session });
    expect(isDone(accepted.text)).toBe(true);
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open' });
    expect(await typesOf(caseNumber)).toEqual(['access', 'erasure', 'marketing_objection']);
    await newCaseMail(anna, caseNumber);
  });

  it('is joined by a reply to where its mails say that replies go', async () => {
    await actOnDesk(anna, 'message', caseNumber, null, { text: 'Which year is it about?' });
    const orders = (await outboxRows(caseNumber)).map(({ mail }) => mailOrderSchema.safeParse(mail).data);
    const order = orders.find((each) => each?.template === 'message');
    if (order === undefined) throw new Error('no message was ordered');
    const headers = headersOf(await handedToSes(order));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    const replyTo = headers.get('reply-to') ?? '';
    expect(replyTo).toMatch(/^case\+p-[0-9a-z-]+\.[a-z0-9]+\.[0-9a-f]{16}@desk\.cttelecom\.nl$/);
    const word = unique('joined');
    const reply = writtenMail({ from: writer, subject: 'Re: uw verzoek', text: `Het gaat om 2024. ${word}` });
    expect(await mailedToDesk(replyTo, reply, writer)).toEqual({ outcome: 'joined', caseNumber });
    await noticeTo(anna, caseNumber, 'requester_wrote');
    const { text } = await readOnDesk(anna, `/desk/cases/${caseNumber}`);
    expect(text).toContain(word);
    const [, textId = ''] = /name="file" value="([0-9]{6}-[0-9])"/.exec(text) ?? [];
    const joined = await openMailOnDesk(caseNumber, textId, await sessionOf(anna));
    expect(Buffer.from(joined.bytes).toString('latin1')).toBe(reply);
  });

  it('is answered like any request', async () => {
    await actOnDesk(anna, 'take', caseNumber, null);
    const { parts } = await storedCase(caseNumber);
    for (const { partId, decision } of parts) {
      if (decision === null) await tryOnDesk(anna, 'answer', caseNumber, partId, await answerTo(caseNumber, partId));
    }
    for (const { proposalId } of (await storedCase(caseNumber)).proposals) {
      await tryOnDesk(fatima, 'approve', caseNumber, proposalId, { decision: 'approve' });
    }
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'closed' });
    await waitFor('the answer', 60, async () => (await mailsTo(writer)).find(({ text }) => text.includes('/collect?')));
  });
});

describe('a mail about something else', () => {
  it('waits for staff without a word to its writer, and is put aside with one press', async () => {
    const other = `${unique('caller.')}@example.com`;
    const mail = writtenMail({ from: other, subject: 'Storing', text: 'Mijn internet doet het niet. Kunt u bellen?' });
    const { outcome, caseNumber } = await mailedToDesk(SUPPORT, mail, other);
    expect(outcome).toBe('proposed');
    expect(await typesOf(caseNumber)).toEqual(['question']);
    await actOnDesk(anna, 'dismiss', caseNumber, null, { ground: 'customer_service' });
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'dismissed', ground: 'customer_service' });
    expect(await mailsTo(other)).toEqual([]);
  });

  it('is acknowledged once staff say that it is a request', async () => {
    const other = `${unique('caller.')}@example.com`;
    const mail = writtenMail({ from: other, subject: 'Hallo', text: 'Hallo, kunt u mij bellen?' });
    const { caseNumber } = await mailedToDesk(SUPPORT, mail, other);
    await actOnDesk(anna, 'accept', caseNumber, null, { chosen: 'yes', type_access: 'on' });
    await mailTo(other, [caseNumber]);
    expect(await typesOf(caseNumber)).toEqual(['access']);
  });
});

describe('a mail that cannot be read', () => {
  it('is a case that says so, with the message to save', async () => {
    const raw = `${'\u0000'.repeat(300)}\r\n\r\n${'\u0001'.repeat(300)}\r\n`;
    const { outcome, caseNumber } = await mailedToDesk(SUPPORT, raw, writer);
    expect(outcome).toBe('proposed');
    const { text } = await readOnDesk(anna, `/desk/cases/${caseNumber}`);
    expect(text).toContain('could not be read');
    const whole = await openMailOnDesk(caseNumber, 'message', await sessionOf(anna));
    expect(Buffer.from(whole.bytes).toString('latin1')).toBe(raw);
    expect(await cases.find(caseNumber)).toMatchObject({ inbound: { readable: false } });
  });
});
