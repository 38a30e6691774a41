import { describe, expect, it } from 'vitest';
import { anna, sessionOf } from '../support/end-to-end/staff.ts';
import { asked, oneClick, subscribed } from '../support/end-to-end/subscribers.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { call, press } from '../support/end-to-end/web.ts';

const pageOf = async (token: string) => (await call(`/unsubscribe/${token}?language=en`)).text;
const inParts = () => {
  const form = new FormData();
  form.set('List-Unsubscribe', 'One-Click');
  return form;
};

describe('one click of a mail provider, through the gateway', () => {
  it.each([
    ['urlencoded', () => 'List-Unsubscribe=One-Click'],
    ['in parts', inParts],
  ])('stops the topic, again and again with 200: %s', async (_what, body) => {
    const { email, token } = await subscribed();
    expect(await pageOf(token)).toContain('You have been getting these mails since');
    for (let again = 0; again < 3; again += 1) {
      const answered = await oneClick(token, body());
      expect([answered.status, answered.headers.getSetCookie(), answered.text.includes(email)]).toEqual([
        200,
        [],
        false,
      ]);
    }
    expect(await pageOf(token)).toContain('You have not been getting these mails since');
  });

  it('is nothing a scanner does: HEAD and GET change nothing', async () => {
    const { token } = await subscribed();
    for (const path of ['', '/receipt', '/receipt.json']) {
      await call(`/unsubscribe/${token}${path}`, { method: 'HEAD' });
      for (let visit = 0; visit < 5; visit += 1) {
        expect((await call(`/unsubscribe/${token}${path}`)).status).toBe(200);
      }
    }
    expect(await pageOf(token)).toContain('You have been getting these mails since');
  });

  it('is nothing for a token this desk did not make', async () => {
    const { token } = await subscribed();
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    expect((await oneClick(forged)).status).toBe(404);
    expect(await pageOf(token)).toContain('You have been getting these mails since');
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
  });
});

it('whoever did not ask for it gets nothing', async () => {
  const token = await asked(`${unique('reader.')}@example.com`, ['mailing']);
  const declined = await press('/newsletter/confirm', { token, decision: 'decline' });
  expect(declined.text).toContain('You get nothing from us');
  expect((await press('/newsletter/confirm', { token, decision: 'confirm' })).text).toContain('You have chosen before');
});
