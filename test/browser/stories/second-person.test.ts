import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatDate } from '../../../domain/deadlines/format.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { textsOf } from '../../../views/texts/texts-of.ts';
import { fillIn, openLink, pressButton, seatOf, untilTitled } from '../../support/end-to-end/at-the-browser.ts';
import { openBrowser } from '../../../tools/pictures/chromium.ts';
import { endCleanly, visit } from '../../support/end-to-end/chromium.ts';
import { newCaseMail, openedCase, untilPlanned } from '../../support/end-to-end/lives.ts';
import { noticeTo } from '../../support/end-to-end/lives-of-two.ts';
import { mailTo } from '../../support/end-to-end/mailbox.ts';
import { fatima, sam } from '../../support/end-to-end/staff.ts';
import { storedCase } from '../../support/end-to-end/stored.ts';

const { requesterMails, requesterPages, ownCase, deskFields, deskWords } = textsOf('en');

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

/** The second person reads what is proposed, and approves it. */
async function approveAtDesk(caseNumber: string, reasons: readonly string[]): Promise<void> {
  const second = await seatOf(browser, fatima);
  await second.open(await noticeTo(fatima, caseNumber, 'approval_wanted'), 'approve');
  for (const reason of reasons) await second.page.getByText(reason).first().waitFor();
  const { deskFields: fields, deskActions } = second.texts;
  await second.page.getByLabel(fields.approval.label).selectOption({ label: deskActions.approvals.approve });
  await second.finish('approve');
  await endCleanly(second);
}

describe('what needs a second person', () => {
  it('is an extension: the requester gets a letter with date and reason, and reads both on the page of the case', async () => {
    const { caseNumber, collectionCode, promisedDate, request } = await openedCase({
      parts: [{ requestType: 'portability' }],
    });
    await untilPlanned(caseNumber);
    const until = Temporal.PlainDate.from(promisedDate).add({ days: 14 });
    const why = 'Your data lie in nine systems.';
    const handler = await seatOf(browser, sam);
    await handler.open(await newCaseMail(sam, caseNumber), 'extend');
    const ground = handler.page.getByLabel(deskFields.extension_ground.label);
    await ground.selectOption({ label: deskWords.extensionGrounds.complexity });
    await fillIn(handler.page, deskFields.extension_facts.label, why);
    await fillIn(handler.page, deskFields.extension_until.label, until.toString());
    await handler.finish('extend');
    await endCleanly(handler);
    expect(await storedCase(caseNumber)).toMatchObject({ extension: null });

    await approveAtDesk(caseNumber, [why]);

    const date = formatDate(until, 'en');
    const letter = await mailTo(request.requester.email, [requesterMails.subjects.extension_letter(caseNumber), date]);
    expect(letter.text).toContain(why);
    const guest = await visit(browser);
    await openLink(guest.page, letter, '/case');
    await fillIn(guest.page, ownCase.form.caseNumber, caseNumber);
    await fillIn(guest.page, requesterPages.collect.code, collectionCode);
    await pressButton(guest.page, ownCase.form.button);
    await untilTitled(guest.page, ownCase.page.title);
    await guest.page.getByText(date).first().waitFor();
    await guest.page.getByText(why).first().waitFor();
    await endCleanly(guest);
  });

  it('is a refusal: the requester collects it with the reason, the authority and the court', async () => {
    const { caseNumber, collectionCode, request } = await openedCase({
      parts: [{ requestType: 'rectification', text: 'My name is spelled Robyn.' }],
    });
    const [scope, facts] = ['The spelling of your name.', 'Your passport shows the name as we have it.'];
    const handler = await seatOf(browser, sam);
    const { page } = handler;
    await handler.open(await newCaseMail(sam, caseNumber), 'answer');
    await page.getByLabel(deskFields.outcome.label).selectOption({ label: deskWords.outcomes.refused });
    await fillIn(page, deskFields.answer_text.label, 'We did not change your name.');
    const method = page.getByLabel(deskFields.identity_method.label);
    await method.selectOption({ label: deskWords.identityMethods.account_login });
    const ground = page.getByLabel(deskFields.ground.label);
    await ground.selectOption({ label: deskWords.refusalGrounds.gdpr_16_found_correct });
    await fillIn(page, deskFields.scope.label, scope);
    await fillIn(page, deskFields.facts.label, facts);
    await handler.finish('answer');
    await endCleanly(handler);
    expect((await storedCase(caseNumber)).status).toBe('open');

    await approveAtDesk(caseNumber, [scope, facts]);

    const mail = await mailTo(request.requester.email, [requesterMails.subjects.answer_ready(caseNumber)]);
    expect(mail.text).not.toContain(facts);
    const guest = await visit(browser);
    await openLink(guest.page, mail, '/collect');
    await fillIn(guest.page, requesterPages.collect.code, collectionCode);
    await pressButton(guest.page, requesterPages.collect.button);
    await untilTitled(guest.page, requesterPages.answers.title);
    for (const words of [scope, facts, ctTelecom.supervisoryAuthority.name, ctTelecom.courtSentence.en]) {
      await guest.page.getByText(words).first().waitFor();
    }
    await endCleanly(guest);
  });
});
