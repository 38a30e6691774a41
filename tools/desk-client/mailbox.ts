import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Header, headersIn } from '../smtp-gateway/mail-headers.ts';
import { caseNumbersIn, linksIn, type MailLink } from './mail-links.ts';
import { waitFor } from './wait.ts';

/** A mail as it arrived. */
export interface Mail {
  readonly id: string;
  /** Wall time. */
  readonly arrivedAt: Temporal.Instant;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The buttons, in order. */
  readonly links: readonly MailLink[];
  /** Case numbers named in subject or text. */
  readonly caseNumbers: readonly string[];
}

export interface Mailbox {
  /** Every mail, oldest first. Calls at the same time share one request. */
  readonly all: () => Promise<readonly Mail[]>;
  /** The headers of a mail in their order, as it arrived: an engine on the way may have left some out. */
  readonly headersOf: (mail: Pick<Mail, 'id'>) => Promise<readonly Header[]>;
  /** The mails that name a case, oldest first. */
  readonly about: (caseNumber: string) => Promise<readonly Mail[]>;
  /**
   * The first mail that fits.
   * @param what the mail, as the object of a sentence
   * @throws WaitedInVainError
   */
  readonly waitFor: (what: string, fits: (mail: Mail) => boolean, withinSeconds?: number) => Promise<Mail>;
}

const mailsSchema = z.array(
  z.object({
    id: z.string(),
    time: z.string(),
    subject: z.string().default(''),
    text: z.string().default(''),
    html: z.string().default(''),
    envelope: z.object({ to: z.array(z.object({ address: z.string() })).min(1) }),
  }),
);

/** How old a listing may be: many wait at the same time, and a listing carries every mail whole. */
const freshMilliseconds = 200;
const patienceSeconds = 30;
const patienceMilliseconds = 20_000;

/** Reads a mailbox with maildev's API. Nothing is ever deleted or marked, so that many can read the same one. */
export function createMailbox(mailboxUrl: string): Mailbox {
  const known = new Map<string, Mail>();
  let last: { readonly at: number; readonly mails: Promise<readonly Mail[]> } | undefined;

  const fetchAll = async (): Promise<readonly Mail[]> => {
    // Nothing is ever deleted, so the listing begins with what is known.
    const response = await fetch(`${mailboxUrl}/api/email?skip=${known.size}`, {
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    for (const raw of mailsSchema.parse(await response.json())) {
      if (!known.has(raw.id)) known.set(raw.id, mailOf(raw));
    }
    return [...known.values()].toSorted((a, b) => Temporal.Instant.compare(a.arrivedAt, b.arrivedAt));
  };
  const all = (): Promise<readonly Mail[]> => {
    const now = performance.now();
    if (last === undefined || now - last.at > freshMilliseconds) last = { at: now, mails: fetchAll() };
    return last.mails;
  };
  return {
    all,
    headersOf: async ({ id }) => {
      const url = `${mailboxUrl}/api/email/${id}/source`;
      const response = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) });
      return headersIn(new Uint8Array(await response.arrayBuffer()));
    },
    about: async (caseNumber) => (await all()).filter((mail) => mail.caseNumbers.includes(caseNumber)),
    waitFor: (what, fits, withinSeconds = patienceSeconds) =>
      waitFor(what, withinSeconds, async () => (await all()).find(fits)),
  };
}

function mailOf(raw: z.infer<typeof mailsSchema>[number]): Mail {
  return {
    id: raw.id,
    arrivedAt: Temporal.Instant.from(raw.time),
    to: raw.envelope.to.map(({ address }) => address).join(', '),
    subject: raw.subject,
    text: raw.text,
    html: raw.html,
    links: linksIn(raw.text),
    caseNumbers: caseNumbersIn(`${raw.subject}\n${raw.text}`),
  };
}
