import { linksIn } from '../../../tools/desk-client/mail-links.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { desk } from './running-desk.ts';

/** A mail as it arrived over SMTP. */
export interface Mail {
  readonly id: string;
  readonly time: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: readonly { readonly address: string }[];
  readonly to: readonly { readonly address: string }[];
}

/** All mails to an address, oldest first. */
export async function mailsTo(address: string): Promise<readonly Mail[]> {
  const response = await fetch(`${desk.mailbox}/api/email?to.address=${encodeURIComponent(address)}`);
  const mails = (await response.json()) as Mail[];
  return mails.filter((mail) => mail.to.some((to) => to.address === address));
}

/** A mail as it was handed to the mailbox. Of the desk's own headers the engine relays but a few. */
export async function sourceOf({ id }: Mail): Promise<string> {
  return (await fetch(`${desk.mailbox}/api/email/${id}/source`)).text();
}

/** Takes a mail out of the mailbox, such as one the desk did not send. */
export async function deleteMail({ id }: Mail): Promise<void> {
  const { ok, status } = await fetch(`${desk.mailbox}/api/email/${id}`, { method: 'DELETE' });
  if (!ok) throw new Error(`deleting a mail answered ${status}`);
}

/** All mails there are. */
export async function allMails(): Promise<readonly Mail[]> {
  return (await (await fetch(`${desk.mailbox}/api/email`)).json()) as Mail[];
}

/** The newest mail to an address that names all of `words` in subject or text; waits for it. */
export function mailTo(address: string, words: readonly string[], seconds = 60): Promise<Mail> {
  return waitFor(`a mail to ${address} with ${words.join(', ')}`, seconds, async () =>
    (await mailsTo(address)).findLast((mail) => words.every((word) => holds(mail, word))),
  );
}

function holds(mail: Mail, word: string): boolean {
  return mail.subject.includes(word) || mail.text.includes(word);
}

/** Secrets of all links in a mail to a page such as `confirm` or `desk/act`, in order. */
export function secretsIn(mail: Mail, page: string): readonly string[] {
  return linksIn(mail.text)
    .filter((link) => link.page === page)
    .map(({ secret }) => secret);
}

/** The secret of the only link to a page in a mail. */
export function secretIn(mail: Mail, page: string): string {
  const [secret, ...others] = secretsIn(mail, page);
  if (secret === undefined || others.length > 0) throw new Error(`the mail has not one link to ${page}`);
  return secret;
}

/** The mail to sign in with that an action orders for somebody. */
export async function signInMailAfter(address: string, act: () => Promise<unknown>): Promise<Mail> {
  const before = new Set((await mailsTo(address)).map(({ id }) => id));
  await act();
  return waitFor(`a sign-in mail to ${address}`, 60, async () =>
    (await mailsTo(address)).find((mail) => !before.has(mail.id) && mail.text.includes('/desk/sign-in?')),
  );
}
