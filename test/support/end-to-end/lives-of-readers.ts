import { Temporal } from 'temporal-polyfill';
import { deskKeys, queueAttributes, QUEUE_INDEX } from '../../../adapters/dynamodb/keys.ts';
import { instantText } from '../../../domain/instants.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { bounce } from '../../../tools/desk-client/mail-events.ts';
import { invokeSweep } from '../../../tools/desk-client/sweep.ts';
import { waitFor } from '../../../tools/desk-client/wait.ts';
import { writtenMail } from '../desk/incoming-mail.ts';
import { actOnDesk } from './desk-acts.ts';
import { mailedToDesk, openMailOnDesk } from './inbound-mail.ts';
import { outboxRows } from './outbox-rows.ts';
import { aRequest, submit, unique } from './requests.ts';
import { desk } from './running-desk.ts';
import { anna, sessionOf } from './staff.ts';
import { allItems, rewrite, type StoredItem } from './stored.ts';
import { asked, oneClick, postConsents, subscribed } from './subscribers.ts';
import { press } from './web.ts';

/** People stop what they signed up for, each in another way; one of them comes back. */
export async function stopMails(): Promise<void> {
  await oneClick((await subscribed()).token);
  const caller = await subscribed();
  await press('/desk/consents', { email: caller.email, stop: 'all' }, { session: await sessionOf(anna) });
  const { email } = await subscribed();
  await submit(
    aRequest({ requester: { name: 'Robin Example', email }, parts: [{ requestType: 'consent_withdrawal' }] }),
  );
  const known = new Set((await receiptRows()).map(({ outboxId }) => outboxId));
  await subscribed();
  for (const { outboxId } of await receiptRows()) if (!known.has(outboxId)) await bounce(desk, String(outboxId));
}

async function receiptRows(): Promise<readonly StoredItem[]> {
  return (await outboxRows()).filter(({ mail }) => JSON.stringify(mail ?? null).includes('"consent_receipt"'));
}

/** One says that it was somebody else, who tries again; another does nothing for a week. */
export async function signUpsNobodyConfirmed(): Promise<void> {
  const email = `${unique('reader.')}@example.com`;
  await press('/newsletter/confirm', { token: await asked(email, ['mailing']), decision: 'decline' });
  await postConsents({ language: 'en', email, topics: ['mailing'], ageConfirmed: true });
  const signUpId = await waitFor('the second sign-up to be asked about', 60, async () => {
    const signUps = (await allItems(desk.tables.deskTable)).filter((item) => item['email'] === email);
    const [id] = signUps.map((item) => String(item['signUpId']));
    const rows = await outboxRows(`sign-up-${id}`);
    return rows.some(({ outcome }) => outcome !== null) ? id : undefined;
  });
  const purgeAt = instantText(Temporal.Now.instant().subtract({ seconds: 1 }));
  const queue = queueAttributes('SIGN_UP', signUpId, purgeAt);
  await rewrite(deskKeys.signUp(signUpId), {
    purgeAt,
    [QUEUE_INDEX.sortKey]: queue[QUEUE_INDEX.sortKey] ?? '',
  });
  await invokeSweep(desk, 'late');
}

/** A withdrawal, a letter with a file that staff look at, and a reply to it. */
export async function workByMail(): Promise<void> {
  const { email } = await subscribed();
  await mailedToDesk(
    ctTelecom.supportEmail,
    writtenMail({ from: email, subject: 'Afmelden', text: 'Afmelden' }),
    email,
  );
  const from = `${unique('writer.')}@example.com`;
  const letter = writtenMail({
    from,
    text: 'Ik wil graag weten welke gegevens u van mij heeft.',
    files: [{ name: 'brief.pdf', mediaType: 'application/pdf', content: '%PDF-1.7 brief' }],
  });
  const { caseNumber } = await mailedToDesk(ctTelecom.supportEmail, letter, from);
  const session = await sessionOf(anna);
  for (const file of ['0', 'message']) await openMailOnDesk(caseNumber, file, session);
  await actOnDesk(anna, 'accept', caseNumber, null, { chosen: 'yes', type_access: 'on' });
  const reply = writtenMail({ from, subject: `Re: ${caseNumber}`, text: 'Het gaat om 2024.' });
  await mailedToDesk(ctTelecom.supportEmail, reply, from);
}
