import type { DeskClient } from '../desk-client/desk-client.ts';
import { linkTo, preferencesUrlIn } from '../desk-client/mail-links.ts';
import type { Mail } from '../desk-client/mailbox.ts';
import { textsOf } from '../../views/texts/texts-of.ts';
import { type Camera, PHONE, press, SCREEN, untilTitled } from './camera.ts';

const { requesterPages, words, consentPages } = textsOf('nl');

/** The case that the pictures tell of. */
export interface PicturedCase {
  readonly caseNumber: string;
  readonly collectionCode: string;
  readonly email: string;
}

export const REQUESTER = 'Robin Jansen';
const QUESTION = 'Hoe lang bewaart u mijn facturen? En wie kan erbij?';
/** What a mail client on a small screen has room for. */
const MAIL_WINDOW = { width: 640, height: 720 };

/** Asks on a phone, keeps the receipt and confirms. */
export async function pictureAsking({ desk, mailbox }: DeskClient, camera: Camera): Promise<PicturedCase> {
  const email = addressOf('robin');
  const screen = await camera.open(SCREEN);
  await screen.goto(`${desk.url}/?language=nl`);
  await camera.take(screen, 'start');

  const phone = await camera.open(PHONE);
  await phone.goto(`${desk.url}/request?language=nl`);
  await phone.getByRole('checkbox', { name: words.asks.question }).check();
  await phone.locator('textarea[name="text.question"]').fill(QUESTION);
  await camera.take(phone, 'ask', phone.locator('fieldset').first());
  await phone.getByRole('textbox', { name: requesterPages.form.name }).fill(REQUESTER);
  await phone.getByRole('textbox', { name: requesterPages.form.email }).fill(email);
  await press(phone, requesterPages.form.send);
  await untilTitled(phone, requesterPages.received.title);
  await camera.take(phone, 'receipt');
  const shown = await phone.getByRole('main').innerText();
  const [caseNumber = ''] = /\bP-[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(shown) ?? [];
  const [collectionCode = ''] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(shown) ?? [];

  const mail = await mailbox.waitFor('the mail to confirm', (each) => goesTo(each, email, 'confirm'));
  const letter = await camera.open({ ...SCREEN, viewport: MAIL_WINDOW });
  await letter.setContent(mail.html);
  await camera.take(letter, 'mail');

  await phone.goto(linkIn(mail, 'confirm'));
  await press(phone, requesterPages.confirm.button);
  await untilTitled(phone, requesterPages.confirmed.title);
  await Promise.all([screen, phone, letter].map((page) => page.context().close()));
  return { caseNumber, collectionCode, email };
}

/** Collects the answer. */
export async function pictureAnswer({ mailbox }: DeskClient, camera: Camera, pictured: PicturedCase): Promise<void> {
  const mail = await mailbox.waitFor('the mail that the answer is ready', (each) =>
    goesTo(each, pictured.email, 'collect'),
  );
  const screen = await camera.open(SCREEN);
  await screen.goto(linkIn(mail, 'collect'));
  await screen.getByLabel(requesterPages.collect.code).fill(pictured.collectionCode);
  await press(screen, requesterPages.collect.button);
  await untilTitled(screen, requesterPages.answers.title);
  await camera.take(screen, 'answer');
  await screen.context().close();
}

/** Signs up for a newsletter, and looks at what is on. */
export async function picturePreferences({ desk, mailbox }: DeskClient, camera: Camera): Promise<void> {
  const email = addressOf('noor');
  const phone = await camera.open(PHONE);
  await phone.goto(`${desk.url}/newsletter?language=nl`);
  for (const box of await phone.getByRole('main').getByRole('checkbox').all()) await box.check();
  await phone.getByLabel(consentPages.form.email).fill(email);
  await press(phone, consentPages.form.send);
  await untilTitled(phone, consentPages.sent.title);
  const asked = await mailbox.waitFor('the mail to say yes', (each) => goesTo(each, email, 'newsletter/confirm'));
  await phone.goto(linkIn(asked, 'newsletter/confirm'));
  await press(phone, consentPages.confirm.yes);
  await untilTitled(phone, consentPages.given.title);
  const receipt = await mailbox.waitFor(
    'the mail with the address of the preferences',
    ({ to, text }) => to === email && preferencesUrlIn(text) !== undefined,
  );
  await phone.goto(preferencesUrlIn(receipt.text) ?? '');
  await untilTitled(phone, consentPages.preferences.title);
  await camera.take(phone, 'preferences');
  await phone.context().close();
}

/** An address nobody had before, so that the pictures can be taken on any desk again and again. */
function addressOf(name: string): string {
  return `${name}.${Math.floor(performance.timeOrigin)}@example.nl`;
}

function goesTo(mail: Mail, email: string, page: string): boolean {
  return mail.to === email && linkTo(page, mail.links) !== undefined;
}

function linkIn(mail: Mail, page: string): string {
  return linkTo(page, mail.links)?.url ?? '';
}
