import { findTopic } from '../../../domain/consents/wording.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { addressesIn, type OneClickForm } from '../../desk-client/consents.ts';
import type { Mail } from '../../desk-client/mailbox.ts';
import { formsOn } from '../../desk-client/page-forms.ts';
import { listedAs, sendIssueTo } from '../newsletter-issue.ts';
import { dayOnThisDesk } from '../on-this-desk.ts';
import {
  awaitReaderMail,
  checkMayMail,
  checkReaderMails,
  confirmSignUp,
  mailsOfKind,
  preferencesUrlOf,
  type Reader,
  readerOn,
  subscribe,
} from '../readers.ts';
import { checkReceipt } from '../receipt-checks.ts';
import type { Scenario } from '../scenario.ts';

const ONE_CLICK_FORMS: readonly OneClickForm[] = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const [news, offers] = ['nieuwsbrief', 'mailing'] as const;
const words = textsOf('nl').consentPages;

export const newsletter: Scenario = {
  name: 'newsletter',
  title: 'Yes, no, and yes again to the newsletter',
  shows:
    'Two topics are signed up for and confirmed, and proven by a receipt; a mail provider stops one with one click, the page of preferences the other; signing up again lifts that topic alone.',
  caseDays: 1,
  clock: 'wall',
  isShort: true,
  play: async (stage) => {
    if (dayOnThisDesk(stage, { byMail: true }) === undefined) return;
    const reader = readerOn(stage, { name: 'Noor Willems', language: 'nl' });
    await signUpByForm(reader);
    const mail = await awaitReaderMail(reader, 'confirm_consent');
    await scan(
      reader,
      mail.links.map(({ url }) => url),
    );
    await checkMayMail(reader, 'Whoever has only been asked may not be mailed, whatever a scanner opened', {
      [news]: false,
      [offers]: false,
    });
    await confirmSignUp(reader, mail);
    const receipt = await awaitReaderMail(reader, 'consent_receipt');
    await checkReceipt(reader, receipt, [news, offers]);
    await checkMayMail(reader, 'From the press on both may be mailed', { [news]: true, [offers]: true });

    const issue = await oneClick(reader);
    await stopOnPage(reader, preferencesUrlOf(receipt));

    await subscribe(reader, [news], 2);
    await checkMayMail(reader, 'Confirming again lifts that topic and no other', { [news]: true, [offers]: false });
    await checkReaderMails(
      reader,
      [
        'confirm_consent',
        'consent_receipt',
        'consent_withdrawn',
        'consent_withdrawn',
        'confirm_consent',
        'consent_receipt',
      ],
      [issue.id],
    );
  },
};

/** Fills in the form as a person does. */
async function signUpByForm(reader: Reader): Promise<void> {
  const { story } = reader.stage;
  const page = await reader.browser.get(`/newsletter?language=${reader.language}`);
  const ticked = formsOn(page).flatMap(({ fields }) => fields.filter(([name]) => name === 'topic' || name === 'age'));
  story.check(
    'Nothing on the form is ticked beforehand',
    ticked.map(([, value]) => `“${value}” is.`),
  );
  const filled = { topic: [news, offers], age: 'on', email: reader.email };
  const sent = await reader.browser.press(page, words.form.send, filled);
  reader.tell(reader.name, `fills in the form for ${news} and ${offers}`);
  story.check(
    'The form answers that a mail comes',
    sent.title === words.sent.title ? [] : [`It said “${sent.title}”.`],
  );
}

/** A mail scanner opens every link, more than once. */
async function scan(reader: Reader, urls: readonly string[]): Promise<void> {
  for (const url of [...urls, ...urls]) await reader.stage.client.newBrowser().open(url);
  reader.tell('a mail scanner', 'opens every link, twice');
}

/** The mail provider presses for the reader, by the header of an issue. Answers the issue. */
async function oneClick(reader: Reader): Promise<Mail> {
  const { client, story } = reader.stage;
  const issue = await sendIssueTo(reader, news);
  const headers = new Map((await client.mailbox.headersOf(issue)).map(({ name, value }) => [name, value]));
  const [url = '', mailto] = addressesIn(headers.get('List-Unsubscribe') ?? '');
  story.check('An issue carries the headers of RFC 8058', [
    ...(url.startsWith('http') && mailto?.startsWith('mailto:') === true ? [] : ['It lacks List-Unsubscribe.']),
    ...(headers.get('List-Unsubscribe-Post') === 'List-Unsubscribe=One-Click'
      ? []
      : ['It lacks List-Unsubscribe-Post.']),
  ]);
  await scan(reader, [url]);
  await checkMayMail(reader, 'Opening that address stops nothing', { [news]: true });
  const answers = [];
  for (const form of [...ONE_CLICK_FORMS, ...ONE_CLICK_FORMS]) answers.push(await client.consents.oneClick(url, form));
  reader.tell('the mail provider', `presses “unsubscribe” for ${reader.name}, in both forms, and once more`);
  story.check(
    'Each press is answered with 200, without cookie or redirect',
    answers
      .filter(({ status, cookies, location }) => status !== 200 || cookies.length > 0 || location !== undefined)
      .map(({ status }) => `One was answered with ${status}.`),
  );
  await checkMayMail(reader, 'It is in force at once, for that topic alone', { [news]: false, [offers]: true });
  await awaitReaderMail(reader, 'consent_withdrawn');
  return issue;
}

/** The reader looks at what is left, and presses the button of the other topic. */
async function stopOnPage(reader: Reader, url: string): Promise<void> {
  const { client, story } = reader.stage;
  const page = await reader.browser.open(url);
  const buttons = formsOn(page).flatMap((form) => form.buttons.map(({ label }) => label));
  const nameOf = (topic: string) => findTopic(client.organisation, topic)?.name[reader.language] ?? topic;
  const due = [words.preferences.stop(nameOf(offers)), words.preferences.stopAll];
  story.check(
    'The page of preferences offers to stop what is left, and all',
    buttons.join() === due.join() ? [] : [`It offers: ${buttons.join(', ')}.`],
  );
  const stopped = await reader.browser.press(page, words.preferences.stop(nameOf(offers)));
  reader.tell(reader.name, `stops ${offers} on the page of preferences`);
  story.check(
    'It says so, and that nothing comes any more',
    [words.preferences.stopped(nameOf(offers)), words.preferences.nothing]
      .filter((sentence) => !stopped.text.includes(sentence))
      .map((sentence) => `It lacks “${sentence}”.`),
  );
  await checkMayMail(reader, 'Nothing may be mailed any more', { [news]: false, [offers]: false });
  story.check('The list has no trace of the reader', (await listedAs(reader, offers)) === undefined ? [] : ['It has.']);
  await awaitReaderMail(reader, 'consent_withdrawn', 2);
  const told = await mailsOfKind(reader, 'consent_withdrawn');
  story.check('Each stop was confirmed by one mail', told.length === 2 ? [] : [`There were ${told.length}.`]);
}
