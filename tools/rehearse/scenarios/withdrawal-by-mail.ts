import { textsOf } from '../../../views/texts/texts-of.ts';
import { addressesIn } from '../../desk-client/consents.ts';
import type { Mail } from '../../desk-client/mailbox.ts';
import { waitFor } from '../../desk-client/wait.ts';
import { sendIssueTo } from '../newsletter-issue.ts';
import { dayOnThisDesk } from '../on-this-desk.ts';
import { idOf } from '../people.ts';
import {
  awaitReaderMail,
  checkMayMail,
  checkReaderMails,
  preferencesUrlOf,
  type Reader,
  readerOn,
  subscribe,
} from '../readers.ts';
import type { Scenario } from '../scenario.ts';

const [news, offers] = ['nieuwsbrief', 'mailing'] as const;
/** What a forger's mail looks like to the provider: the word to stop counts all the same. */
const DOUBTED = { 'X-Test-Verdict': 'spf=FAIL, dkim=FAIL, dmarc=FAIL, spam=FAIL' };
const patienceSeconds = 45;

export const withdrawalByMail: Scenario = {
  name: 'withdrawal-by-mail',
  title: 'One word by mail: afmelden',
  shows:
    'The word to stop, mailed to an address of the statement, is carried out as it comes in, whoever sent it and however often: one mail confirms it, and nobody has to read it.',
  caseDays: 1,
  clock: 'wall',
  isShort: true,
  play: async (stage) => {
    if (dayOnThisDesk(stage, { byMail: true }) === undefined) return;
    const { client, story } = stage;
    const { supportEmail, mailFrom } = client.organisation;
    const reader = readerOn(stage, { name: 'Hendrik Mulder', language: 'nl' });
    const receipt = await subscribe(reader, [news, offers]);
    const issue = await sendIssueTo(reader, news);
    await checkMayMail(reader, 'Both topics may be mailed', { [news]: true, [offers]: true });

    await write(reader, supportEmail, 'Afmelden', 'Afmelden', DOUBTED);
    const sentAt = performance.now();
    await waitFor('the word to be in force', patienceSeconds, async () => {
      const results = await Promise.all([news, offers].map((topic) => client.lists.check(topic, [reader.email])));
      return results.flat().some(({ mayMail }) => mayMail) ? undefined : true;
    });
    const seconds = (performance.now() - sentAt) / 1000;
    reader.tell('the desk', `stops everything, ${seconds.toFixed(1)} s after the mail was handed in`);
    await awaitReaderMail(reader, 'consent_withdrawn');
    const page = await reader.browser.open(preferencesUrlOf(receipt));
    const { nothing } = textsOf('nl').consentPages.preferences;
    story.check(
      'The page of preferences says that nothing comes any more',
      page.text.includes(nothing) ? [] : ['It does not.'],
    );

    await again(reader, [supportEmail, mailFrom.address], mailtoOf(await headerOf(reader, issue)));
    await checkMayMail(reader, 'Nothing may be mailed', { [news]: false, [offers]: false });
    await checkHistory(reader);
    await checkReaderMails(reader, ['confirm_consent', 'consent_receipt', 'consent_withdrawn'], [issue.id]);
  },
};

async function write(
  { stage, name, email, tell }: Reader,
  to: string,
  subject: string,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await stage.client.sendMail({ from: { name, address: email }, to, subject, text, headers });
  tell(name, `mails “${text === '' ? 'unsubscribe' : text.split('\n', 1).join()}” to ${to}`);
}

/** The same word again, in every way there is, and then somebody else's: what is still under way has come by then. */
async function again(reader: Reader, addresses: readonly string[], { to, subject }: { to: string; subject: string }) {
  for (const address of addresses) await write(reader, address, 'Nieuwsbrief', 'Graag afmelden.\n\nHendrik Mulder');
  await write(reader, to, subject, '');
  const stranger = readerOn(reader.stage, { name: 'Lotte Onbekend', language: 'nl' });
  const [address = ''] = addresses;
  await write(stranger, address, 'Nieuws', 'Ik wil geen nieuwsbrief en geen aanbiedingen meer krijgen.');
  await awaitReaderMail(stranger, 'consent_withdrawn');
  await checkReaderMails(stranger, ['consent_withdrawn']);
  await checkMayMail(stranger, 'Whoever never signed up can stop as well', { [news]: false, [offers]: false });
}

async function headerOf({ stage }: Reader, issue: Mail): Promise<string> {
  const headers = await stage.client.mailbox.headersOf(issue);
  return headers.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '';
}

/** Where a mail program writes that knows the mailto address alone. */
function mailtoOf(header: string): { readonly to: string; readonly subject: string } {
  const { pathname, searchParams } = new URL(addressesIn(header)[1] ?? 'mailto:');
  return { to: pathname, subject: searchParams.get('subject') ?? '' };
}

/** Staff see how it came about when somebody calls, and had nothing to do for it. */
async function checkHistory({ stage, email, tell }: Reader): Promise<void> {
  const { client, story } = stage;
  const handler = client.staff(idOf(client.organisation, 'handler'));
  const page = await handler.post('/desk/consents', { email });
  tell(handler.member.name, 'looks up the address, as for somebody who calls');
  const { through } = textsOf('en').consentPages.events;
  const found = page.text.split(through.mail).length - 1;
  story.check(
    'Staff read that it was stopped by a mail, once for each topic',
    found === 2 ? [] : [`The page says so ${found} times.`],
  );
}
