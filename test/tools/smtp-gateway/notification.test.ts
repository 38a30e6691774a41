import { describe, expect, it } from 'vitest';
import { readReceivedMail, type ReceivedMail } from '../../../contracts/received-mail.ts';
import { headersIn } from '../../../tools/smtp-gateway/mail-headers.ts';
import { notificationOf } from '../../../tools/smtp-gateway/notification.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function toldOf(raw: string): ReceivedMail {
  const mail = {
    mailId: 'a'.repeat(40),
    takenAt: '2026-03-02T09:30:00.000Z',
    envelopeSender: 'jan@example.org',
    recipients: ['support@example.nl'],
    content: encode(raw),
  };
  const notification = notificationOf(mail, { bucket: 'mails', objectKey: `mail/${mail.mailId}` });
  const told = readReceivedMail(JSON.stringify(notification));
  if (told.kind !== 'received') throw new Error('no mail was told of');
  return told;
}

describe('what the gateway tells of a mail', () => {
  it('is read as what SES tells', () => {
    expect(toldOf('Subject: hello\r\n\r\nbody')).toEqual({
      kind: 'received',
      mailId: 'a'.repeat(40),
      objectKey: `mail/${'a'.repeat(40)}`,
      receivedAt: expect.objectContaining({ epochMilliseconds: Date.UTC(2026, 2, 2, 9, 30) }),
      envelopeSender: 'jan@example.org',
      recipients: ['support@example.nl'],
      verdicts: { spam: 'PASS', virus: 'PASS', spf: 'GRAY', dkim: 'GRAY', dmarc: 'GRAY' },
    });
  });

  it('has the verdicts a test asks for, and no others', () => {
    const raw =
      'X-Test-Verdict: spam=FAIL, dkim=pass,\r\n nonsense=FAIL, dmarc=perhaps\r\n\r\nX-Test-Verdict: virus=FAIL';
    expect(toldOf(raw).verdicts).toEqual({ spam: 'FAIL', virus: 'PASS', spf: 'GRAY', dkim: 'PASS', dmarc: 'GRAY' });
  });

  it.each(['', '\r\n\r\n', '\u0000', 'no header at all', ': no name\r\n\r\nbody'])('stands up to %j', (raw) => {
    expect(toldOf(raw).verdicts.spam).toBe('PASS');
  });

  it('stays small enough for a topic, however long the headers are', () => {
    const mail = {
      mailId: 'b',
      takenAt: '2026-03-02T09:30:00.000Z',
      envelopeSender: '',
      recipients: ['support@example.nl'],
      content: encode(`X-Long: ${'x'.repeat(60_000)}\r\n`.repeat(10)),
    };
    const notification = notificationOf(mail, { bucket: 'mails', objectKey: 'mail/b' });
    expect(notification.mail.headersTruncated).toBe(true);
    expect(JSON.stringify(notification).length).toBeLessThan(20_000);
  });
});

describe('the headers of a mail', () => {
  it('come in their order, unfolded, and end where the body begins', () => {
    expect(headersIn(encode('A: 1\nB: 2\n  and 3\nbroken line\nA: 4\n\nC: 5'))).toEqual([
      { name: 'A', value: '1' },
      { name: 'B', value: '2 and 3' },
      { name: 'A', value: '4' },
    ]);
  });
});
