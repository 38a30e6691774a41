import { describe, expect, it } from 'vitest';
import { findTopic, shownText } from '../../domain/consents/wording.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { handedToSes, headersOf } from '../support/end-to-end/handed-to-ses.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { allLogLines } from '../support/end-to-end/sinks.ts';
import { anna, sessionOf } from '../support/end-to-end/staff.ts';
import { allItems } from '../support/end-to-end/stored.ts';
import {
  asked,
  oneClick,
  postConsents,
  secretMailedTo,
  storedRecords,
  subscribed,
  topicsOn,
} from '../support/end-to-end/subscribers.ts';
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

describe('signing up with the form', () => {
  it('sends a mail with a button, and then a receipt with the literal words', async () => {
    const email = newAddress();
    const fields = { formId: unique('form-of-this-test-'), topic: 'nieuwsbrief', email, age: 'on' };
    expect((await press('/newsletter', fields)).text).toContain('Look in your mail');
    const token = await secretMailedTo(email);
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await call('/newsletter/confirm?language=en', { method })).status).toBe(200);
    }
    expect(await topicsOn(email)).toEqual([]);
    expect((await press('/newsletter/confirm', { token, decision: 'confirm' })).status).toBe(200);
    expect(await topicsOn(email)).toEqual(['nieuwsbrief']);
    const receipt = await mailTo(email, ['/unsubscribe/']);
    const topic = findTopic(ctTelecom, 'nieuwsbrief');
    if (topic === undefined) throw new Error('the profile has the topic');
    const { text, version } = shownText(topic, 'en');
    expect(receipt.text.replaceAll(/\s+/g, ' ')).toContain(text);
    expect(receipt.text).toContain(version);
    expect(receipt.subject).toContain('Your sign-up is confirmed');
  });

  it.each(['topic', 'age', 'email'])('stores nothing without %s', async (missing) => {
    const email = newAddress();
    const fields = { formId: unique('form-of-this-test-'), topic: 'nieuwsbrief', email, age: 'on', [missing]: '' };
    expect((await press('/newsletter', fields)).status).toBe(422);
    const signUps = (await allItems(desk.tables.deskTable)).filter((item) => item['email'] === email);
    expect(signUps).toEqual([]);
  });
});

describe('signing up with the API', () => {
  it('is answered alike for a new, a known and a suppressed address', async () => {
    const known = await subscribed();
    const suppressed = await subscribed();
    await oneClick(suppressed.token);
    const answers = [];
    for (const email of [newAddress(), known.email, suppressed.email]) {
      const { status, headers, text } = await postConsents({
        language: 'en',
        email,
        topics: ['nieuwsbrief'],
        ageConfirmed: true,
      });
      answers.push({ status, text, headers: [...headers.keys()].toSorted() });
    }
    expect(answers[0]).toMatchObject({ status: 202, text: '{"status":"accepted"}' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    await waitFor('another mail to ask', 60, async () => {
      const mails = await mailsTo(suppressed.email);
      return mails.filter(({ text }) => text.includes('/newsletter/confirm?')).length === 2 ? true : undefined;
    });
  });

  it('mails an address three times a day at most', async () => {
    const email = newAddress();
    const body = { language: 'en', email, topics: ['mailing'], ageConfirmed: true };
    for (let time = 0; time < 5; time += 1) expect((await postConsents(body)).status).toBe(202);
    const ids = (await allItems(desk.tables.deskTable))
      .filter((item) => item['email'] === email)
      .map((item) => `sign-up-${String(item['signUpId'])}`);
    expect(ids).toHaveLength(5);
    const outcomes = await waitFor('every row to be worked on', 60, async () => {
      const rows = (await outboxRows('sign-up-')).filter(({ outboxId }) => ids.includes(String(outboxId)));
      return rows.every(({ outcome }) => outcome !== null) ? rows.map(({ outcome }) => outcome) : undefined;
    });
    expect(outcomes.toSorted()).toEqual(['capped', 'capped', 'sent', 'sent', 'sent']);
  });

  it('after stopping brings back the topic that is confirmed, and no other', async () => {
    const { email, token } = await subscribed(['nieuwsbrief', 'mailing']);
    await press(`/unsubscribe/${token}`, { stop: 'all' });
    expect(await topicsOn(email)).toEqual([]);
    const before = (await mailsTo(email)).length;
    await postConsents({ language: 'en', email, topics: ['mailing'], ageConfirmed: true });
    await waitFor('the mail to ask again', 60, async () => {
      const later = (await mailsTo(email)).slice(before);
      return later.find(({ text }) => text.includes('/newsletter/confirm?'));
    });
    const decided = await press('/newsletter/confirm', { token: await secretMailedTo(email), decision: 'confirm' });
    expect(decided.status).toBe(200);
    expect(await topicsOn(email)).toEqual(['mailing']);
    const [stopped] = (await storedRecords(email)).filter(({ topic }) => topic === 'nieuwsbrief');
    expect(stopped?.events.map(({ type }) => type)).toEqual(['requested', 'given', 'withdrawn']);
  });

  it('gives nothing to whoever did not ask for it', async () => {
    const token = await asked(newAddress(), ['mailing']);
    const declined = await press('/newsletter/confirm', { token, decision: 'decline' });
    expect(declined.text).toContain('You get nothing from us');
    const late = await press('/newsletter/confirm', { token, decision: 'confirm' });
    expect(late.text).toContain('You have chosen before');
  });
});

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
    expect(await pageOf(token)).toContain('You have been getting these mails since');
    for (let again = 0; again < 3; again += 1) {
      const { status, headers, text } = await oneClick(token, body());
      expect([status, headers.getSetCookie(), text.includes(email)]).toEqual([200, [], false]);
    }
    expect(await pageOf(token)).toContain('You have not been getting these mails since');
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
    expect(await pageOf(reader.token)).toContain('You now get no newsletter');
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
