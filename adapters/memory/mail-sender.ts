import type { MailSender, OutgoingMail } from '../../domain/ports.ts';

/** A sender that keeps what it was given. */
export interface MemoryMailSender extends MailSender {
  /** Every mail sent, in order. */
  readonly sent: readonly OutgoingMail[];
  /** The next send throws this; `allTheSame` sends the mail nevertheless, as when the answer is lost. */
  failNext(error: Error, allTheSame?: boolean): void;
}

/** A mail provider in memory. */
export function createMemoryMailSender(): MemoryMailSender {
  const sent: OutgoingMail[] = [];
  const failures: { readonly error: Error; readonly allTheSame: boolean }[] = [];
  return {
    sent,
    failNext: (error, allTheSame = false) => {
      failures.push({ error, allTheSame });
    },
    send: async (mail) => {
      const failure = failures.shift();
      if (failure === undefined || failure.allTheSame) sent.push(structuredClone(mail));
      if (failure !== undefined) throw failure.error;
    },
  };
}
