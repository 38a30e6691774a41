import { describe, expect, it } from 'vitest';
import { createMemoryMailSender } from '../../../adapters/memory/mail-sender.ts';
import { MailNotSentError } from '../../../domain/errors.ts';

const MAIL = {
  to: 'jan@example.org',
  words: { subject: 'Uw verzoek', text: 'Dank u.', html: '<p>Dank u.</p>' },
  language: 'nl',
  automatic: true,
  outboxId: 'row-1',
};

describe('the mail provider in memory', () => {
  it('keeps what was sent, in order', async () => {
    const sender = createMemoryMailSender();
    await sender.send(MAIL);
    await sender.send({ ...MAIL, outboxId: 'row-2' });

    expect(sender.sent.map(({ outboxId }) => outboxId)).toEqual(['row-1', 'row-2']);
    expect(sender.sent[0]).toEqual(MAIL);
  });

  it('fails once when told to, with or without having sent', async () => {
    const sender = createMemoryMailSender();
    sender.failNext(new MailNotSentError('TooManyRequestsException', false));
    await expect(sender.send(MAIL)).rejects.toThrow(MailNotSentError);
    expect(sender.sent).toEqual([]);

    sender.failNext(new MailNotSentError('TimeoutError', true), true);
    await expect(sender.send(MAIL)).rejects.toThrow(MailNotSentError);
    expect(sender.sent).toEqual([MAIL]);
    await sender.send(MAIL);
    expect(sender.sent).toHaveLength(2);
  });
});
