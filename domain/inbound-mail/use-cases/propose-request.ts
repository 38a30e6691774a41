import type { Case } from '../../cases/case.ts';
import type { MailContent } from '../../cases/inbound.ts';
import { maskCitizenNumbers } from '../../cases/mask-citizen-number.ts';
import type { IncomingRequest } from '../../cases/new-case.ts';
import { directoryOf, noticesTo, type StaffDependencies, workersOf } from '../../cases/staff-of-case.ts';
import { caseNumberOfMail } from '../../cases/case-number.ts';
import { type SubmitDependencies, submitRequest } from '../../cases/use-cases/submit-request.ts';
import { instantText } from '../../instants.ts';
import type { OutboxOrder } from '../../outbox/outbox-row.ts';
import type { AttachmentStore } from '../ports.ts';
import type { RateLimiter } from '../../ports.ts';
import type { Recognition } from '../../recognition/recognise-rights.ts';
import { isOwnAddress } from '../own-address.ts';
import type { ReadMail } from '../read-mail.ts';
import type { MailOutcome, ReceivedMail } from '../received-mail.ts';

export interface ProposeDependencies extends SubmitDependencies, StaffDependencies {
  readonly attachments: AttachmentStore;
  readonly limiter: RateLimiter;
  /** Where mail reaches the desk itself, as a domain; null while it takes in none. */
  readonly inboundMailDomain: string | null;
  /** Clock of the cases made on this stage. */
  readonly publicClock: 'real' | { readonly dayLastsSeconds: number };
}

/** Each is a mail to everybody who sorts. What comes after that is in the daily digest, or a flood would bury it. */
const WAKING = { subject: 'mail-to-sort', atMost: 100, windowSeconds: 86_400 };

/**
 * Makes a mail a request that waits for staff: unconfirmed, received when the mail arrived, its parts what it seems to
 * ask. Nothing is decided or carried out. Where rights or a privacy question are recognised in the mail of a person,
 * they are answered that it arrived and staff are woken; all else is in the daily digest. Once for each mail.
 * `stoppedMailings`: what it says about mailings was carried out and told already.
 */
export async function proposeRequest(
  dependencies: ProposeDependencies,
  mail: ReceivedMail,
  read: ReadMail | undefined,
  recognition: Recognition,
  stoppedMailings: boolean,
): Promise<MailOutcome> {
  const earlier = await dependencies.cases.find(caseNumberOfMail(mail.objectKey));
  if (earlier?.inbound?.objectKey === mail.objectKey) {
    return { outcome: 'proposed', caseNumber: earlier.caseNumber };
  }
  const email = read === undefined ? mail.envelopeFrom : (read.from?.address ?? '');
  const sender = senderOf(dependencies, mail, read);
  const isRecognised = recognition.parts.length > 0;
  const isAnswered = isRecognised && sender === 'person' && email !== '' && !mail.forged;
  const parts: IncomingRequest['draft']['parts'] = isRecognised
    ? recognition.parts.map(({ requestType, passage }) => ({ requestType, text: passage }))
    : [{ requestType: 'question' }];
  const { publicClock } = dependencies;
  const receipt = await submitRequest(
    dependencies,
    {
      draft: {
        language: read?.language ?? dependencies.organisation.defaultLanguage,
        requester: { name: read?.from?.name || email || UNKNOWN, ...(email !== '' && { email }) },
        parts,
        ...(read !== undefined && read.written !== '' && { message: read.written }),
      },
      receivedThrough: 'mail',
      rehearsal: publicClock === 'real' ? null : { caseStart: null, dayLastsSeconds: publicClock.dayLastsSeconds },
      mail: {
        arrivedAt: instantText(mail.arrivedAt),
        inbound: {
          objectKey: mail.objectKey,
          readable: read !== undefined,
          sender,
          acknowledged: false,
          stoppedMailings,
        },
        content: await contentOf(dependencies, mail, read),
      },
      idempotencyKey: `mail-${mail.messageId}`,
    },
    undefined,
    async (fresh, wallNow) =>
      isRecognised && sender !== 'spam' ? ordersOf(dependencies, fresh, isAnswered, wallNow) : [],
  );
  return { outcome: 'proposed', caseNumber: receipt.caseNumber };
}

const UNKNOWN = '?';

/** Whoever has no address on the envelope, or the company's own, is answered nothing. */
function senderOf(
  dependencies: ProposeDependencies,
  { spam, virus, envelopeFrom }: ReceivedMail,
  read: ReadMail | undefined,
): 'person' | 'machine' | 'spam' {
  if (spam || virus) return 'spam';
  const isPersonal = read?.kind === 'personal' && envelopeFrom !== '';
  return isPersonal && !isOwnAddress(dependencies, read.from?.address ?? '') ? 'person' : 'machine';
}

async function ordersOf(
  dependencies: ProposeDependencies,
  fresh: Case,
  isAnswered: boolean,
  wallNow: Parameters<typeof directoryOf>[1],
): Promise<readonly OutboxOrder[]> {
  const { caseNumber } = fresh;
  const wakes = await dependencies.limiter.take(WAKING, wallNow);
  const workers = wakes ? workersOf(await directoryOf(dependencies, wallNow), fresh) : [];
  return [
    ...(isAnswered ? [{ kind: 'mail', mail: { template: 'acknowledgement', caseNumber } } as const] : []),
    ...noticesTo(workers, fresh, 'mail_to_sort'),
  ];
}

/** Files are kept before the case that names them; of a mail with a virus only the message itself is. */
async function contentOf(
  { attachments }: ProposeDependencies,
  mail: ReceivedMail,
  read: ReadMail | undefined,
): Promise<MailContent> {
  const kept = (read?.attachments ?? []).map(async ({ fileName, bytes, sha256, mediaType, content }, index) => {
    const offered = mediaType !== null && !mail.virus;
    const objectKey = offered ? await attachments.keep(mail.messageId, index, content, mediaType) : null;
    return { fileName: maskCitizenNumbers(fileName), bytes, sha256, mediaType: offered ? mediaType : null, objectKey };
  });
  return { subject: maskCitizenNumbers(read?.subject ?? ''), attachments: await Promise.all(kept) };
}
