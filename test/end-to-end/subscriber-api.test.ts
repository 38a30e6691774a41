import { describe, expect, it } from 'vitest';
import { createSubscriberApi, SubscriberApiError } from '../../tools/desk-client/subscriber-api.ts';
import { unique } from '../support/end-to-end/requests.ts';
import { desk } from '../support/end-to-end/running-desk.ts';
import { call } from '../support/end-to-end/web.ts';

const TOPIC = 'mailing';
const api = createSubscriberApi(desk, { tries: 3, firstPauseMilliseconds: 200 });
const EVIDENCE = { givenAt: '2024-03-01', source: 'website', wording: 'Ja, ik wil de mailing.' };

/** Everybody on the list, by address. */
async function everybody() {
  const found = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const { subscribers, next } = await api.page(TOPIC, cursor, 10);
    for (const { email, unsubscribeUrl } of subscribers) {
      expect(found.has(email)).toBe(false);
      found.set(email, unsubscribeUrl);
    }
    cursor = next;
  } while (cursor !== null);
  return found;
}

describe('the lists of subscribers, for a newsletter tool', () => {
  it.each(['GET subscribers', 'POST check', 'POST imports'])(
    'are nowhere for a call without a signature: %s',
    async (way) => {
      const [method = '', path = ''] = way.split(' ');
      expect((await call(`/api/topics/${TOPIC}/${path}`, { method })).status).toBe(404);
    },
  );

  it('take an earlier list in, give it out page by page, and lose whoever stops with one click', async () => {
    const emails = Array.from({ length: 25 }, (_, index) => `${unique(`s${index}.`)}@example.com`);
    const lines = emails.map((email, index) => ({ line: index + 2, email, ...EVIDENCE }));
    const outcomes = async (dryRun: boolean) =>
      new Set((await api.importLines(TOPIC, lines, dryRun)).map(({ outcome, code }) => code ?? outcome));
    expect(await outcomes(true)).toEqual(new Set(['added']));
    expect((await api.check(TOPIC, emails)).some(({ mayMail }) => mayMail)).toBe(false);
    expect(await outcomes(false)).toEqual(new Set(['added']));
    expect(await outcomes(false)).toEqual(new Set(['unchanged']));

    const listed = await everybody();
    expect(emails.every((email) => listed.has(email))).toBe(true);
    const [first = ''] = emails;
    const pressed = await fetch(listed.get(first) ?? '', {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(pressed.status).toBe(200);
    expect((await everybody()).has(first)).toBe(false);
    expect((await api.check(TOPIC, [first, emails[1] ?? '']))[0]?.reason).toBe('suppressed');
    expect((await api.importLines(TOPIC, lines.slice(0, 1), false))[0]?.code).toBe('suppressed');
  });

  it('refuse a topic that is none and a cursor that no page told', async () => {
    await expect(api.page('weather', null, 10)).rejects.toThrow(SubscriberApiError);
    await expect(api.page(TOPIC, 'bm90aGluZw', 10)).rejects.toThrow('The desk answered 422.');
  });
});
