import { readMail } from '../../adapters/mime/read-mail.ts';
import type { ReceivedMail } from '../../contracts/received-mail.ts';
import type { MailOutcome } from '../../domain/inbound-mail/received-mail.ts';
import { type ReceiveDependencies, receiveMail } from '../../domain/inbound-mail/use-cases/receive-mail.ts';

/**
 * Does what a mail leads to. The provider's verdicts on a sender decide only who is answered: an author whose domain
 * disowns the mail (DMARC) is not. A withdrawal needs no identity, and all else is read by staff. Throws what
 * receiveMail throws.
 */
export async function takeInMail(
  dependencies: ReceiveDependencies,
  { mailId, objectKey, receivedAt, envelopeSender, recipients, verdicts }: ReceivedMail,
  content: Uint8Array,
): Promise<MailOutcome> {
  return receiveMail(dependencies, {
    messageId: mailId,
    objectKey,
    arrivedAt: receivedAt,
    recipients,
    envelopeFrom: envelopeSender,
    spam: verdicts.spam === 'FAIL',
    virus: verdicts.virus === 'FAIL',
    forged: verdicts.dmarc === 'FAIL',
    read: await readMail(content),
  });
}
