import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { actOnDesk, readOnDesk, readOverview, tryOnDesk } from '../support/end-to-end/desk-acts.ts';
import { openedCase } from '../support/end-to-end/lives.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { anna, lotte, pieter, sam, sessionOf } from '../support/end-to-end/staff.ts';
import { cases, storedCase } from '../support/end-to-end/stored.ts';
import { call, press } from '../support/end-to-end/web.ts';

describe('the desk in a session', () => {
  it('lists a case until a colleague has it, and shows it to whoever may see it', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'question', text: 'When?' }] });
    expect(await readOverview(anna)).toContain(caseNumber);
    expect((await call('/desk?language=en')).text).not.toContain(caseNumber);
    const found = await press(
      '/desk/find',
      { caseNumber: caseNumber.toLowerCase() },
      { session: await sessionOf(anna) },
    );
    expect(found.status).toBe(303);
    expect(found.headers.get('location')).toContain(`/desk/cases/${caseNumber}`);

    await actOnDesk(sam, 'take', caseNumber, null);
    const events = await cases.listEvents(caseNumber);
    expect(await readOverview(anna)).not.toContain(caseNumber);
    const pages = await Promise.all(
      [sam, pieter, lotte, anna].map((member) => readOnDesk(member, `/desk/cases/${caseNumber}`)),
    );
    expect(pages.map(({ status }) => status)).toStrictEqual([200, 200, 200, 404]);
    expect(pages.map(({ text }) => text.includes('When?'))).toStrictEqual([true, true, true, false]);
    expect(await cases.listEvents(caseNumber)).toStrictEqual(events);
  });

  it('lets the data protection officer look, and decide nothing', async () => {
    const { caseNumber } = await openedCase({ parts: [{ requestType: 'question' }] });
    const page = await tryOnDesk(lotte, 'answer', caseNumber, '1', { text: 'An answer.' });
    expect(page.text).not.toContain(caseNumber);
    expect(await cases.listAnswers(caseNumber)).toStrictEqual([]);
  });
});

describe('a request by phone', () => {
  it('becomes an open case of the day it came in, once', async () => {
    const name = unique('Caller ');
    const fields = {
      formId: unique('form-of-a-call-'),
      channel: 'phone',
      receivedDate: Temporal.Now.plainDateISO('Europe/Amsterdam').toString(),
      receivedTime: '00:00',
      name,
      email: `${unique('caller.')}@example.com`,
      language: 'en',
      requestType: 'question',
      message: 'Why?',
    };
    const session = await sessionOf(anna);
    const page = await press('/desk/intake', fields, { session });
    const [caseNumber = ''] = /P-[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(page.text) ?? [];
    expect(await storedCase(caseNumber)).toMatchObject({ status: 'open', receivedThrough: 'phone' });
    expect((await press('/desk/intake', fields, { session })).text).toContain(caseNumber);
  });
});
