import { describe, expect, it } from 'vitest';
import { openedCase } from '../support/end-to-end/lives.ts';
import { noticeTo } from '../support/end-to-end/lives-of-two.ts';
import { mailTo, secretIn } from '../support/end-to-end/mailbox.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna } from '../support/end-to-end/staff.ts';
import { actOnDesk } from '../support/end-to-end/desk-acts.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { call, press } from '../support/end-to-end/web.ts';

/** A page without what was typed into it. */
const neutral = (text: string) => text.replaceAll(/P-\w{5}-\w{5}|\w{4}-\w{4}-\w{4}/g, '');

describe('the page of the own case', () => {
  it('says the same to a wrong code and to a number nobody has', async () => {
    const { caseNumber, collectionCode } = await openedCase();
    const wrong = await press('/case', { caseNumber, collectionCode: 'AAAA-AAAA-AAAA' });
    const unknown = await press('/case', { caseNumber: 'P-00000-00000', collectionCode });
    expect([wrong.status, unknown.status]).toStrictEqual([422, 422]);
    expect(neutral(wrong.text)).toBe(neutral(unknown.text));
    expect((await press('/case', { caseNumber, collectionCode })).status).toBe(200);
  });

  it('moves the letters to a new address once its owner pressed the button there', async () => {
    const { caseNumber, collectionCode, request } = await openedCase();
    const email = `${unique('moved.')}@example.com`;
    const page = await press('/case/act', { caseNumber, collectionCode, act: 'change_address', email });
    expect(page.status).toBe(200);
    const token = secretIn(await mailTo(email, [caseNumber]), 'confirm-contact');
    await call(`/confirm-contact?language=en#${token}`);
    expect((await cases.findContent(caseNumber))?.requester.email).toBe(request.requester.email);

    const pages = [await press('/confirm-contact', { token }), await press('/confirm-contact', { token })];
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200]);
    expect((await cases.findContent(caseNumber))?.requester.email).toBe(email);
    const changes = (await cases.listEvents(caseNumber)).filter(({ type }) => type === 'contact_changed');
    expect(changes).toHaveLength(1);
    await mailTo(request.requester.email, [caseNumber, 'address']);
  });

  it('takes what the requester writes to whoever has the case, and a withdrawal as the end of it', async () => {
    const { caseNumber, collectionCode } = await openedCase({ parts: [{ requestType: 'question' }] });
    await actOnDesk(anna, 'take', caseNumber, null);
    const text = unique('More about it: ');
    const door = { caseNumber, collectionCode };
    expect((await press('/case/act', { ...door, act: 'write', text })).status).toBe(200);
    expect((await cases.listTexts(caseNumber)).some(({ texts }) => Object.values(texts).includes(text))).toBe(true);
    const mail = await noticeTo(anna, caseNumber, 'requester_wrote');
    expect(mail.text).not.toContain(text);

    expect((await press('/case/act', { ...door, act: 'withdraw', all: 'on' })).status).toBe(200);
    expect((await storedCase(caseNumber)).status).toBe('closed');
  });
});
