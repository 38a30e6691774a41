import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import { isLinkFor, linksIn } from '../../../tools/desk-client/mail-links.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { fillIn, untilTitled } from '../../support/end-to-end/at-the-browser.ts';
import { openBrowser } from '../../../tools/pictures/chromium.ts';
import { endCleanly, visit } from '../../support/end-to-end/chromium.ts';
import { newCaseMail } from '../../support/end-to-end/lives.ts';
import { type Mail, mailsTo, mailTo, signInMailAfter } from '../../support/end-to-end/mailbox.ts';
import { unique } from '../../support/end-to-end/requests.ts';
import { desk } from '../../support/end-to-end/running-desk.ts';
import { sam } from '../../support/end-to-end/staff.ts';
import { cases, forgetSignInLimits, storedCase } from '../../support/end-to-end/stored.ts';

const { requesterPages, requesterMails, deskPages, deskActions, deskFields, words } = textsOf('en');

let browser: Browser;
beforeAll(async () => {
  await forgetSignInLimits();
  browser = await openBrowser();
});
afterAll(async () => browser.close());

interface Way {
  readonly name: string;
  readonly javaScriptEnabled: boolean;
  /** Presses twice, and goes back and presses again. */
  readonly isHasty: boolean;
}

/** How somebody goes through the pages. */
function handsOf(page: Page, { javaScriptEnabled, isHasty }: Way) {
  return {
    /** Opens a link of a mail; without script, the page and then the code by hand. */
    follow: async (link: string): Promise<void> => {
      const [address = '', code = ''] = link.split('#');
      await page.goto(javaScriptEnabled ? link : address);
      if (!javaScriptEnabled) await fillIn(page, requesterPages.token.label, code);
    },
    press: async (name: string): Promise<void> => {
      const button = page.getByRole('main').getByRole('button', { name, exact: true });
      await (isHasty ? button.dblclick() : button.click());
    },
    /** In haste, goes back to the page before. */
    goBack: async (): Promise<void> => {
      if (!isHasty) return;
      await page.goBack();
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}

const linkTo = ({ text }: Mail, page: string): string =>
  text.split(/\s+/).find((word) => word.startsWith(`${desk.url}/${page}?`) && word.includes('#')) ?? '';
const staffLink = ({ text }: Mail, action: StaffAction): string =>
  linksIn(text).find((link) => isLinkFor(link, action))?.url ?? '';

async function codesOn(page: Page) {
  const text = await page.getByRole('main').innerText();
  const [caseNumber = ''] = /\bP-[0-9A-Z]{5}-[0-9A-Z]{5}\b/.exec(text) ?? [];
  const [collectionCode = ''] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text) ?? [];
  return { caseNumber, collectionCode };
}

describe.each<Way>([
  { name: 'with script', javaScriptEnabled: true, isHasty: false },
  { name: 'with script, in haste', javaScriptEnabled: true, isHasty: true },
  { name: 'without script', javaScriptEnabled: false, isHasty: false },
])('a request $name', (way) => {
  it('is asked, confirmed, taken and answered from the mail, and collected with the code', async () => {
    const guest = await visit(browser, { javaScriptEnabled: way.javaScriptEnabled });
    const { page } = guest;
    const hands = handsOf(page, way);
    const email = `${unique('robin.')}@example.com`;
    await page.goto(`${desk.url}/request?language=en`);
    await page.getByRole('checkbox', { name: words.asks.question }).check();
    await fillIn(page, requesterPages.form.name, 'Robin Example');
    await page.getByRole('textbox', { name: requesterPages.form.email }).fill(email);
    await hands.press(requesterPages.form.send);
    await untilTitled(page, requesterPages.received.title);
    const { caseNumber, collectionCode } = await codesOn(page);
    if (way.isHasty) {
      await page.goBack();
      await hands.press(requesterPages.form.send);
      await untilTitled(page, requesterPages.received.title);
    }
    expect(await codesOn(page)).toStrictEqual({ caseNumber, collectionCode });

    const toConfirm = await mailTo(email, [requesterMails.subjects.confirm_request(caseNumber)]);
    await hands.follow(linkTo(toConfirm, 'confirm'));
    await hands.press(requesterPages.confirm.button);
    await untilTitled(page, requesterPages.confirmed.title);
    await hands.goBack();
    expect((await storedCase(caseNumber)).status).toBe('open');

    await answerFromMail(way, caseNumber);
    expect((await storedCase(caseNumber)).status).toBe('closed');
    expect(await cases.listAnswers(caseNumber)).toHaveLength(1);

    const ready = await mailTo(email, [requesterMails.subjects.answer_ready(caseNumber)]);
    await hands.follow(linkTo(ready, 'collect'));
    await fillIn(page, requesterPages.collect.code, collectionCode.toLowerCase());
    await hands.press(requesterPages.collect.button);
    await untilTitled(page, requesterPages.answers.title);
    await page.getByText('We keep your name for two years.').waitFor();
    await hands.goBack();
    const types = (await cases.listEvents(caseNumber)).map(({ type }) => type);
    expect(types.filter((type) => !['step_done', 'step_overtaken'].includes(type))).toStrictEqual([
      'request_received',
      'request_confirmed',
      'case_taken',
      'part_decided',
      'case_closed',
      'answer_collected',
    ]);
    expect((await mailsTo(email)).filter(({ text }) => text.includes('/confirm?'))).toHaveLength(1);
    await endCleanly(guest);
  });
});

/** Sam takes and answers a case by the links of the mail about it, and signs in by mail on the way. */
async function answerFromMail(way: Way, caseNumber: string): Promise<void> {
  const seat = await visit(browser, { javaScriptEnabled: way.javaScriptEnabled });
  const { page } = seat;
  const hands = handsOf(page, way);
  const mail = await newCaseMail(sam, caseNumber);
  await hands.follow(staffLink(mail, 'take'));
  const signIn = await signInMailAfter(sam.email, async () => {
    await hands.press(deskPages.openAction.button);
    await untilTitled(page, deskPages.signInSent.title);
  });
  await hands.follow(linkTo(signIn, 'desk/sign-in'));
  await hands.press(deskPages.signIn.button);
  await untilTitled(page, deskActions.titles.take);
  await hands.press(deskActions.buttons.take);
  await page.getByText(deskActions.done.take(caseNumber)).or(page.getByText(deskPages.doneBy.title)).first().waitFor();

  await hands.follow(staffLink(mail, 'answer'));
  await hands.press(deskPages.openAction.button);
  await untilTitled(page, deskActions.titles.answer);
  await fillIn(page, deskFields.answer_text.label, 'We keep your name for two years.');
  const personal = await page.getByRole('checkbox', { name: deskFields.personal_data.label }).elementHandle();
  for (const box of await page.getByRole('main').getByRole('checkbox').elementHandles()) {
    const isPersonal = await box.evaluate((one, other) => one === other, personal);
    if (!isPersonal) await box.check();
  }
  await hands.press(deskActions.buttons.answer);
  await page
    .getByText(deskActions.done.answer(caseNumber))
    .or(page.getByText(deskPages.doneBy.title))
    .first()
    .waitFor();
  await endCleanly(seat);
}
