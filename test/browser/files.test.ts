import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../tools/pictures/chromium.ts';
import { picture, type Visit, visit } from '../support/end-to-end/chromium.ts';
import { answerTo, newCaseMail, openedCase, staffSecrets } from '../support/end-to-end/lives.ts';
import { mailTo, secretIn, secretsIn } from '../support/end-to-end/mailbox.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { anna, sam, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { press } from '../support/end-to-end/web.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => browser.close());

const CSV = 'name,since\nJan,2019-03-01\n';

/** A window in which somebody of the staff is signed in. */
async function seatOf(member: typeof anna): Promise<Visit> {
  const seat = await visit(browser);
  await seat.context.addCookies([{ name: 'desk-session', value: await sessionOf(member), url: desk.url }]);
  return seat;
}

describe('a file with an answer', () => {
  it('goes from the browser of the handler into the store, past a second person, to the requester', async () => {
    const { caseNumber, collectionCode, request } = await openedCase({ parts: [{ requestType: 'portability' }] });
    const { answers } = staffSecrets(await newCaseMail(anna, caseNumber));
    const answerSecret = answers[0] ?? '';
    const seat = await seatOf(anna);
    const { page } = seat;
    await page.goto(`${desk.url}/desk/act?language=en#${answerSecret}`);
    await page.click('main form button');
    await page.click('text=Files with this answer');
    await page.setInputFiles('input[type="file"]', {
      name: 'secret-name.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(CSV),
    });
    await picture(seat, 'staff-files');
    await page.click('text=Send the file');
    await page.waitForSelector('text=The file has arrived');
    await picture(seat, 'staff-file-arrived');
    await page.fill('input[name="name"]', 'Your data');
    await page.click('text=Add to the answer');
    await page.waitForSelector('text=Your data.csv');
    await picture(seat, 'staff-file-attached');

    const decided = await press(
      '/desk/decide',
      { token: answerSecret, ...(await answerTo(caseNumber, '1')) },
      { session: await sessionOf(anna) },
    );
    expect(decided.status).toBe(200);
    const approval = await mailTo(sam.email, [caseNumber, 'approve']);
    const approvalSecret = secretsIn(approval, 'desk/act')[0] ?? '';
    const second = await seatOf(sam);
    await second.page.goto(`${desk.url}/desk/act?language=en#${approvalSecret}`);
    await second.page.click('main form button');
    await second.page.click('text=Look at the files');
    const [looked] = await Promise.all([second.page.waitForEvent('download'), second.page.click('text=Open')]);
    expect(await readFile(await looked.path(), 'utf8')).toBe(CSV);
    await picture(second, 'staff-files-second');
    const approved = await press(
      '/desk/decide',
      { token: approvalSecret, decision: 'approve' },
      { session: await sessionOf(sam) },
    );
    expect(approved.status).toBe(200);
    expect((await storedCase(caseNumber)).status).toBe('closed');

    const mail = await mailTo(request.requester.email, [caseNumber, '/collect?']);
    const guest = await visit(browser);
    await guest.page.goto(`${desk.url}/collect?language=en#${secretIn(mail, 'collect')}`);
    await guest.page.fill('input[name="collectionCode"]', collectionCode);
    await guest.page.click('main form button');
    const [saved] = await Promise.all([
      guest.page.waitForEvent('download'),
      guest.page.click('text=Save: Your data.csv'),
    ]);
    await picture(guest, 'collect-files');
    expect(await readFile(await saved.path(), 'utf8')).toBe(CSV);
    expect([...seat.complaints, ...second.complaints, ...guest.complaints]).toEqual([]);
    const events = (await cases.listEvents(caseNumber)).map(({ type }) => type);
    expect(events.filter((type) => type.startsWith('file_'))).toEqual(['file_attached', 'file_collected']);
  });
});
