import { describe, expect, it } from 'vitest';
import { findTopic, shownText } from '../../domain/consents/wording.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { waitFor } from '../../tools/desk-client/wait.ts';
import { mailsTo, mailTo } from '../support/end-to-end/mailbox.ts';
import { outboxRows } from '../support/end-to-end/outbox-rows.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
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

describe('signing up with the form', () => {
  it('sends a mail with a button, and then a receipt with the literal words', async () => {
    const email = newAddress();
    const fields = { formId: unique('form-of-this-test-'), topic: 'nieuwsbrief', email, age: 'on' };
    expect((await press('/newsletter', fields)).text).toContain('Check your e-mail');
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
      return rows.every(({ outcome }) => outcome !== null) ? rows.map(({ outcome }) => String(outcome)) : undefined;
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
    const stopped = (await storedRecords(email)).find(({ topic }) => topic === 'nieuwsbrief');
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
