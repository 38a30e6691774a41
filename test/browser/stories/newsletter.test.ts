import { createTransport } from 'nodemailer';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTopic } from '../../../domain/consents/wording.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createSubscriberApi } from '../../../tools/desk-client/subscriber-api.ts';
import { composeIssue } from '../../../tools/newsletter/compose.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { fillIn, openLink, pressButton, untilTitled } from '../../support/end-to-end/at-the-browser.ts';
import { openBrowser } from '../../../tools/pictures/chromium.ts';
import { endCleanly, visit } from '../../support/end-to-end/chromium.ts';
import { deleteMail, mailTo } from '../../support/end-to-end/mailbox.ts';
import { unique } from '../../support/end-to-end/requests.ts';
import { desk } from '../../support/end-to-end/running-desk.ts';
import { topicsOn } from '../../support/end-to-end/subscribers.ts';

const { consentPages, consentMails } = textsOf('en');
const TOPIC = findTopic(ctTelecom, 'nieuwsbrief');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** Mails the reader one newsletter, as the newsletter tool does. */
async function newsletterTo(email: string, text: string): Promise<void> {
  const { subscribers } = await createSubscriberApi(desk).page('nieuwsbrief', null, 500);
  const reader = subscribers.find((each) => each.email === email);
  if (reader === undefined) throw new Error('the reader is on the list');
  const [host = '', port = ''] = (desk.mailboxSmtp ?? '').split(':');
  const transport = createTransport({ host, port: Number(port), ignoreTLS: true });
  await transport.sendMail(composeIssue({ subject: 'News', text }, reader, ctTelecom));
  transport.close();
}

describe('a newsletter', () => {
  it('comes to who signs up and confirms, and stops by its own link', async () => {
    const email = `${unique('reader.')}@example.com`;
    const name = TOPIC?.name.en ?? '';
    const seat = await visit(browser);
    const { page } = seat;
    await page.goto(`${desk.url}/newsletter?language=en`);
    await page.getByRole('checkbox', { name }).check();
    await fillIn(page, consentPages.form.email, email);
    await page.getByRole('checkbox').last().check();
    await pressButton(page, consentPages.form.send);
    await untilTitled(page, consentPages.sent.title);
    expect(await topicsOn(email)).toStrictEqual([]);

    await openLink(page, await mailTo(email, ['/newsletter/confirm?']), '/newsletter/confirm');
    await pressButton(page, consentPages.confirm.yes);
    await untilTitled(page, consentPages.given.title);
    expect(await topicsOn(email)).toStrictEqual(['nieuwsbrief']);
    await mailTo(email, [consentMails.subjects.consent_receipt]);

    const news = unique('This is the news: ');
    await newsletterTo(email, news);
    const issue = await mailTo(email, [news]);
    await openLink(page, issue, '/unsubscribe/');
    await deleteMail(issue);
    await untilTitled(page, consentPages.preferences.title);
    await pressButton(page, consentPages.preferences.stop(name));
    await page.getByText(consentPages.preferences.stopped(name)).waitFor();
    expect(await topicsOn(email)).toStrictEqual([]);
    await mailTo(email, [consentMails.subjects.consent_withdrawn]);
    await endCleanly(seat);
  });
});
