import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Extension } from '../../../domain/cases/extension.ts';
import { identityCodeOf } from '../../../domain/cases/identity-code.ts';
import { requesterLetter } from '../../../domain/outbox/requester-mails.ts';
import { caseContent, closedCase, decidedBy, partOf } from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';
import {
  BY_ANNA,
  build,
  caseNumber,
  contextOf,
  daysLater,
  identityInquiry,
  keys,
  now,
  staffId,
  taken,
  textId,
  toRecipient,
} from './built-mails.ts';

describe('a question to the requester', () => {
  const order = { template: 'inquiry', caseNumber, inquiryId: '1', reminder: false } as const;

  it('asks with the words of staff', async () => {
    const mail = await build(order, taken({ inquiries: [identityInquiry] }), { texts: { text: 'Wie bent u?' } });
    expect(mail?.model).toMatchObject({
      question: 'Wie bent u?',
      identity: { doubt: 'name_differs', level: 'L2' },
      caseUrl: 'https://desk.example.nl/case?language=nl',
    });
    expect(mail?.tokens).toEqual([]);
  });

  it('is pointless once answered, and once the case is closed', async () => {
    const answered = taken({ inquiries: [{ ...identityInquiry, answeredAt: TEST_NOW }] });
    expect(await build(order, answered)).toBeUndefined();
    expect(await build(order, closedCase(caseNumber, { inquiries: [identityInquiry] }))).toBeUndefined();
  });
});

describe('a code that shows who somebody is', () => {
  const order = { template: 'identity_code', caseNumber, inquiryId: '1' } as const;

  it('goes to the address on file, not to that of the request', async () => {
    const subject = taken({ inquiries: [identityInquiry] });
    const mail = await build(order, subject, { texts: { address: 'old@example.org' } });
    expect(mail?.to).toBe('old@example.org');
    expect(mail?.model).toMatchObject({ code: identityCodeOf(keys, caseNumber, identityInquiry) });
    expect(JSON.stringify(mail?.model)).not.toContain('Jan de Vries');
  });

  it('goes nowhere once the address is no longer kept', async () => {
    expect(await build(order, taken({ inquiries: [identityInquiry] }), { texts: {} })).toBeUndefined();
  });
});

describe('a change of address', () => {
  it('is proven by a link to the new address', async () => {
    const mail = await build({ template: 'confirm_contact', caseNumber, textId }, taken(), {
      texts: { new: 'new@example.org' },
    });
    expect(mail?.to).toBe('new@example.org');
    expect(mail?.tokens).toMatchObject([{ action: 'confirm_contact', caseNumber, textId }]);
    expect(mail?.unconfirmedContact).not.toBeNull();
  });

  it('is told to the old address', async () => {
    const mail = await build({ template: 'contact_changed', caseNumber, textId }, taken(), {
      texts: { old: 'old@example.org' },
    });
    expect(mail?.to).toBe('old@example.org');
    expect(mail?.tokens).toEqual([]);
  });
});

describe('the letter of an extension', () => {
  const order = { template: 'extension_letter', caseNumber } as const;
  const extension: Extension = {
    state: 'approved',
    ground: 'complexity',
    partIds: ['1'],
    until: '2026-05-29',
    proposedBy: staffId,
    approvedBy: 'pieter-van-dam',
    approvedAt: TEST_NOW,
    letterLeftAt: null,
    promiseMissed: false,
    textId,
  };
  const parts = [
    partOf('1', 'access'),
    partOf('2', 'question'),
    partOf('3', 'complaint', decidedBy(BY_ANNA, 'answered')),
  ];

  it('names what takes longer, what keeps its promise and what is ready', async () => {
    const mail = await build(order, taken({ extension, parts }), { texts: { facts: 'Zeven systemen.' } });
    expect(mail?.model).toMatchObject({
      extendedTypes: ['access'],
      otherTypes: ['question'],
      readyTypes: ['complaint'],
      facts: 'Zeven systemen.',
    });
  });

  it.each(['in_force', 'bounced'] as const)('is pointless once it is %s', async (state) => {
    expect(await build(order, taken({ extension: { ...extension, state }, parts }))).toBeUndefined();
  });

  it('keeps an apology to the parts that were not extended, until the new date has passed too', async () => {
    const missed = { template: 'promise_missed', caseNumber } as const;
    const extended = taken({ extension: { ...extension, state: 'in_force' }, parts });
    expect((await build(missed, extended, {}, daysLater(29)))?.model).toMatchObject({ requestTypes: ['question'] });
    const alone = { ...extended, parts: [partOf('1', 'access')] };
    expect(await build(missed, alone, {}, daysLater(29))).toBeUndefined();
    const late = await build(missed, alone, {}, Temporal.Instant.from('2026-05-30T07:00:00Z'));
    expect(late?.model).toMatchObject({
      requestTypes: ['access'],
      promisedDate: Temporal.PlainDate.from('2026-05-29'),
    });
  });
});

describe('the apology', () => {
  const order = { template: 'promise_missed', caseNumber } as const;
  const explained = taken({ delay: { until: '2026-04-02', textId } });

  it('gives what staff wrote, and their date only while it is to come', async () => {
    const texts = { text: 'Een bestand was weg.' };
    const mail = await build(order, explained, { texts }, daysLater(29));
    expect(mail?.model).toMatchObject({
      delay: { cause: 'Een bestand was weg.', until: Temporal.PlainDate.from('2026-04-02') },
    });
    const late = await build(order, explained, { texts }, daysLater(40));
    expect(late?.model).toMatchObject({ delay: { until: null } });
  });

  it('gives nothing when they wrote nothing', async () => {
    expect((await build(order, taken(), {}, daysLater(29)))?.model).toMatchObject({ delay: null });
  });
});

describe('a requester without an e-mail address', () => {
  const content = caseContent(caseNumber, { requester: { name: 'Jan', postalAddress: 'Dorpsstraat 1' } });
  const order = { template: 'acknowledgement', caseNumber } as const;

  it('gets no mail, and the same letter for the post', async () => {
    expect(await build(order, taken(), { content })).toBeUndefined();
    const letter = await requesterLetter(contextOf(taken(), { content }), order, now);
    expect(letter).toMatchObject({ to: null, model: { template: 'acknowledgement', requesterName: 'Jan' } });
  });
});

describe('a mail to somebody outside the desk', () => {
  const order = { template: 'recipient_notice', caseNumber, taskId: '1', reminder: false } as const;
  const subject = closedCase(caseNumber, {
    parts: [partOf('1', 'erasure', decidedBy(BY_ANNA))],
    tasks: [toRecipient],
  });

  it('goes to the contact of the register with a link to report, and by when', async () => {
    const mail = await build(order, subject);
    expect(mail?.to).toBe('privacy@voorbeeld-incasso.example');
    expect(mail?.tokens).toMatchObject([{ action: 'report_task', caseNumber, taskId: '1' }]);
    expect(mail?.model).toMatchObject({ role: 'processor', answerBy: Temporal.PlainDate.from('2026-03-16') });
  });

  it('gives a day to come when it is chased', async () => {
    const mail = await build({ ...order, reminder: true }, subject, {}, daysLater(14));
    expect(mail?.model).toMatchObject({ answerBy: Temporal.PlainDate.from('2026-03-23'), reminder: true });
  });

  it('is pointless once the task has ended or the recipient has left the register', async () => {
    const ended = { as: 'confirmed', at: TEST_NOW, by: BY_ANNA, textId: null } as const;
    expect(await build(order, { ...subject, tasks: [{ ...toRecipient, ended }] })).toBeUndefined();
    expect(await build(order, { ...subject, tasks: [{ ...toRecipient, recipientId: 'gone' }] })).toBeUndefined();
  });

  it('stays within the rehearsal', async () => {
    const clock = { kind: 'rehearsal', wallStart: TEST_NOW, caseStart: TEST_NOW, dayLastsSeconds: 10 } as const;
    const mail = await build(order, { ...subject, clock }, { rehearsalMailDomain: 'rehearsal.example' });
    expect(mail?.to).toBe('voorbeeld-incasso@rehearsal.example');
  });

  it('asks a department in its own language', async () => {
    const search = { ...toRecipient, kind: 'search', departmentId: 'network', staffId } as const;
    const { partId: _part, recipientId: _recipient, ...task } = search;
    const mail = await build(
      { template: 'search_request', caseNumber, taskId: '1', reminder: false },
      taken({ tasks: [task] }),
    );
    expect(mail).toMatchObject({ to: 'network@cttelecom.nl', language: 'nl' });
    expect(mail?.model).toMatchObject({ departmentName: 'Netwerk', requestTypes: ['access'] });
  });
});
