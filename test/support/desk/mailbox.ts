import type { Temporal } from 'temporal-polyfill';
import { type ActionToken, tokenHash } from '../../../domain/desk/action-token.ts';
import { MailNotSentError } from '../../../domain/errors.ts';
import type { MailOrder } from '../../../domain/outbox/outbox-row.ts';
import type { MailSender, OutgoingMail } from '../../../domain/ports.ts';
import type { MemoryStores } from './memory-stores.ts';

/** A mail that left, with what it was ordered for. */
export interface SentMail extends OutgoingMail {
  readonly at: Temporal.Instant;
  readonly order: MailOrder;
}

export interface MailLink {
  /** `/confirm`, `/desk/act`, … */
  readonly page: string;
  readonly secret: string;
  readonly token: ActionToken;
}

/** What goes wrong with one send; `allTheSame` lets the mail leave, as when only the answer is lost. */
export interface MailFault {
  readonly error: Error;
  readonly allTheSame?: boolean;
}

export const throttled = (): MailFault => ({ error: new MailNotSentError('ThrottlingException', false) });
export const answerLost = (): MailFault => ({ error: new MailNotSentError('TimeoutError', true), allTheSame: true });

/** A mail provider and everybody's mailbox behind it. */
export class Mailbox implements MailSender {
  readonly sent: SentMail[] = [];
  /** Decides about every send; undefined lets it through. */
  fault: (mail: OutgoingMail) => MailFault | undefined = () => undefined;
  readonly #links = new WeakMap<SentMail, readonly MailLink[]>();
  readonly #stores: MemoryStores;
  readonly #now: () => Temporal.Instant;

  constructor(stores: MemoryStores, now: () => Temporal.Instant) {
    this.#stores = stores;
    this.#now = now;
  }

  async send(mail: OutgoingMail): Promise<void> {
    const fault = this.fault(mail);
    if (fault === undefined || fault.allTheSame === true) {
      const row = this.#stores.desk.outbox.find(mail.outboxId);
      if (row?.kind !== 'mail') throw new Error('a mail comes from an outbox row');
      this.sent.push({ ...structuredClone(mail), at: this.#now(), order: row.mail });
    }
    if (fault !== undefined) throw fault.error;
    return Promise.resolve();
  }

  /** Mails of a template, in order; to one address when given. */
  of(template: MailOrder['template'], to?: string): readonly SentMail[] {
    return this.sent.filter((mail) => mail.order.template === template && (to === undefined || mail.to === to));
  }

  /** The last mail of a template, to one address when given. Throws when there is none. */
  last(template: MailOrder['template'], to?: string): SentMail {
    const mail = this.of(template, to).at(-1);
    if (mail === undefined) throw new Error(`no mail ${template}`);
    return mail;
  }

  /** The links of a mail with the tokens behind them, as they were minted. */
  linksOf(mail: SentMail): readonly MailLink[] {
    const known = this.#links.get(mail) ?? this.#read(mail);
    this.#links.set(mail, known);
    return known;
  }

  #read(mail: SentMail): readonly MailLink[] {
    return Array.from(mail.words.text.matchAll(/(https?:\/\/\S+?)\?language=\w\w#([A-Za-z0-9_-]{43})/g), (match) => {
      const [, address = '', secret = ''] = match;
      const token = this.#stores.desk.tokens.find(tokenHash(secret));
      if (token === undefined) throw new Error('a link has a token');
      return { page: new URL(address).pathname, secret, token };
    });
  }

  /** The secret of a mail's link for an action, on a part, proposal or task when given. Throws when it has none. */
  secretIn(mail: SentMail, action: ActionToken['action'], on?: string): string {
    const link = this.linksOf(mail).find(
      ({ token }) => token.action === action && (on === undefined || ('on' in token && token.on === on)),
    );
    if (link === undefined) throw new Error(`no link for ${action}`);
    return link.secret;
  }
}
