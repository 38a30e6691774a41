import { describe, expect, it } from 'vitest';
import { handedToSes, headersOf } from '../support/end-to-end/handed-to-ses.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { allLogLines } from '../support/end-to-end/sinks.ts';
import { anna, sessionOf } from '../support/end-to-end/staff.ts';
import { oneClick, postConsents, storedRecords, subscribed, topicsOn } from '../support/end-to-end/subscribers.ts';
import { call, press } from '../support/end-to-end/web.ts';

const newAddress = () => `${unique('reader.')}@example.com`;
const pageOf = async (token: string) => (await call(`/unsubscribe/${token}?language=en`)).text;
const inParts = () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
};
const withdrawnMails = async (email: string) =>
  (await mailsTo(email)).filter(({ subject }) => subject.includes('You have been unsubscribed')).length;

describe('the receipt', () => {
  it('is handed to SES with the headers that stop it', async () => {
    const { email, token } = await subscribed();
    const [record] = await storedRecords(email);
    if (record === undefined) throw new Error('there is a record');
    const { contact } = record;
    const headers = headersOf(await handedToSes({ template: 'consent_receipt', contact, topics: ['nieuwsbrief'] }));
    expect(headers.get('to')).toBe(email);
    expect(headers.get('list-unsubscribe')).toMatch(
      new RegExp(`^<${desk.url}/unsubscribe/${token}>, <mailto:unsubscribe@desk\\.cttelecom\\.nl\\?subject=[^<>]*>$`),
    );
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is kept for its holder to read, and for machines', async () => {
    const { email, token } = await subscribed();
    await oneClick(token);
    const page = await call(`/unsubscribe/${token}/receipt?language=en`);
    const json = await call(`/unsubscribe/${token}/receipt.json?language=en`);
    expect([page.status, json.status]).toEqual([200, 200]);
    expect(json.headers.get('content-type')).toContain('json');
    for (const { text } of [page, json]) {
      expect(text).not.toContain(email);
      expect(text).toContain(`/unsubscribe/${token}`);
    }
  });
});

describe('one click of a mail provider, through the gateway', () => {
  it.each([
    ['urlencoded', () => 'List-Unsubscribe=One-Click'],
    ['in parts', inParts],
  ])('stops the topic, again and again with 200: %s', async (_what, body) => {
    const { email, token } = await subscribed();
    expect(await pageOf(token)).toContain('You have been getting these e-mails since');
    for (let again = 0; again < 3; again += 1) {
      const { status, headers, text } = await oneClick(token, body());
      expect([status, headers.getSetCookie(), text.includes(email)]).toEqual([200, [], false]);
    }
    expect(await pageOf(token)).toContain('You have not been getting these e-mails since');
    await mailTo(email, ['You have been unsubscribed']);
    expect(await withdrawnMails(email)).toBe(1);
    const [record] = await storedRecords(email);
    expect(record?.events.filter(({ type }) => type === 'withdrawn')).toMatchObject([{ through: 'one_click' }]);
  });

  it('is nothing a scanner does: HEAD and GET change nothing', async () => {
    const { email, token } = await subscribed();
    for (const path of ['', '/receipt', '/receipt.json']) {
      await call(`/unsubscribe/${token}${path}`, { method: 'HEAD' });
      for (let visit = 0; visit < 3; visit += 1) {
        expect((await call(`/unsubscribe/${token}${path}?List-Unsubscribe=One-Click`)).status).toBe(200);
      }
    }
    expect(await topicsOn(email)).toEqual(['nieuwsbrief']);
  });

  it('is nothing for a token this desk did not make', async () => {
    const { email, token } = await subscribed();
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect((await oneClick(forged)).status).toBe(404);
    expect(await topicsOn(email)).toEqual(['nieuwsbrief']);
  });
});

describe('other ways to stop', () => {
  it('are the button of the page, and staff for whoever calls', async () => {
    const reader = await subscribed(['nieuwsbrief', 'mailing']);
    const pressed = await press(`/unsubscribe/${reader.token}`, { stop: 'mailing' });
    expect(pressed.text).toContain('Stopped: Offers.');
    const fields = { email: reader.email, stop: 'nieuwsbrief' };
    const { text } = await press('/desk/consents', fields, { session: await sessionOf(anna) });
    expect(text).toContain('Stopped: Newsletter.');
    expect(await pageOf(reader.token)).toContain('You are not getting a newsletter or offers from us.');
    const records = await storedRecords(reader.email);
    expect(records.map(({ events }) => events.at(-1))).toMatchObject([
      { topic: 'mailing', through: 'preferences', by: { kind: 'requester' } },
      { topic: 'nieuwsbrief', through: 'staff', by: { kind: 'staff', staffId: anna.staffId } },
    ]);
  });

  it('are the API, which says the same of an address nobody knows', async () => {
    const { email } = await subscribed();
    const ways = await Promise.all(
      [email, newAddress()].map((address) =>
        postConsents({ language: 'en', email: address }, '/api/consents/withdraw'),
      ),
    );
    for (const { status, text } of ways) expect([status, text]).toEqual([202, '{"status":"accepted"}']);
    expect(await topicsOn(email)).toEqual([]);
    await mailTo(email, ['You have been unsubscribed']);
  });

  it('are a request that asks to stop', async () => {
    const { email } = await subscribed();
    const request = {
      language: 'en',
      requester: { name: 'Eva', email },
      parts: [{ requestType: 'consent_withdrawal' }],
    };
    const headers = { 'content-type': 'application/json', 'idempotency-key': unique('key-') };
    const answered = await call('/api/requests', { method: 'POST', headers, body: JSON.stringify(request) });
    expect(answered.status).toBe(202);
    expect(await topicsOn(email)).toEqual([]);
  });
});

it('no log has an address or the token of one', async () => {
  const { email, token } = await subscribed();
  await oneClick(token);
  await press(`/unsubscribe/${token}`, { stop: 'all' });
  await call(`/unsubscribe/${token}/receipt`);
  await press('/desk/consents', { email }, { session: await sessionOf(anna) });
  const [, mac = ''] = token.split('.');
  const lines = await allLogLines();
  expect(lines.filter((line) => line.includes('/unsubscribe/{token}'))).not.toEqual([]);
  expect(
    lines.filter((line) => [email, token, mac, email.split('@')[0] ?? ''].some((word) => line.includes(word))),
  ).toEqual([]);
});
