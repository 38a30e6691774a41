import { describe, expect, it } from 'vitest';
import { addressesCheckedSchema } from '../../contracts/http/subscribers.ts';
import { contactsOf } from '../../domain/consents/contact.ts';
import { subscriptionOf } from '../../domain/consents/unsubscribe-token.ts';
import { createLists, emailsOn, lineOf, lines, subscribersIn, TOPIC } from '../support/desk/subscriber-lists.ts';
import { createTestKeys } from '../support/desk/test-keys.ts';

describe('the list of a topic', () => {
  it('pages through everybody once, in pages of the size asked for', async () => {
    const lists = createLists();
    await lists.importLines(lines(25));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const reply = await lists.page({ limit: '10', ...(cursor !== null && { cursor }) });
      const { subscribers, next } = subscribersIn(reply.body);
      seen.push(...subscribers.map(({ email }) => email));
      cursor = next;
    } while (cursor !== null);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('gives everybody an unsubscribe address of their own, for headers and text', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1, { language: 'en' })]);
    const [subscriber] = subscribersIn((await lists.page()).body).subscribers;
    const token = subscriber?.unsubscribeUrl.replace('https://desk.example.nl/unsubscribe/', '') ?? '';
    const [contact] = contactsOf(lists.dependencies.keys, 'p1@example.org');
    expect(subscriptionOf(lists.dependencies.keys, token)).toEqual({ contact, topic: TOPIC });
    expect(subscriber).toMatchObject({
      email: 'p1@example.org',
      language: 'en',
      since: '2024-02-29T23:00:00.000Z',
      listUnsubscribe: `<https://desk.example.nl/unsubscribe/${token}>, <mailto:unsubscribe@desk.example.nl?subject=${token}>`,
      listUnsubscribePost: 'List-Unsubscribe=One-Click',
    });
  });

  it('leaves out whom the ledger suppresses, even where a restored list still has them', async () => {
    const lists = createLists(createTestKeys(['k1']));
    await lists.importLines(lines(3));
    const [contact] = contactsOf(lists.dependencies.keys, 'p2@example.org');
    const suppression = { contact, channel: 'email', scope: 'all', reason: 'objected', at: '2026-03-02T10:00:00.000Z' };
    await lists.stores.consents.commit({ suppressions: [suppression as never] });
    expect(await emailsOn(lists)).toEqual(['p1@example.org', 'p3@example.org']);
    const rotated = lists.underKeys(createTestKeys(['k1', 'k2']));
    const route = 'GET /api/topics/{topic}/subscribers';
    const reply = await rotated({ route, pathParameters: { topic: TOPIC } });
    expect(subscribersIn(reply.body).subscribers).toHaveLength(2);
  });

  it.each([
    ['an unknown topic', {}, 'weather', 404, undefined],
    ['a cursor that no page told', { cursor: 'bm90aGluZw' }, TOPIC, 422, '/cursor'],
    ['a limit of none', { limit: '0' }, TOPIC, 422, '/limit'],
    ['a limit above 500', { limit: '501' }, TOPIC, 422, '/limit'],
    ['another parameter', { page: '2' }, TOPIC, 422, ''],
  ])('refuses %s', async (_what, query, topic, status, pointer) => {
    const reply = await createLists().page(query, topic);
    expect(reply.status).toBe(status);
    const problem = JSON.parse(reply.body) as { errors?: { pointer: string }[] };
    expect(problem.errors?.[0]?.pointer).toBe(pointer);
  });
});

describe('a batch before it is sent', () => {
  it('is answered in its order, as things are now', async () => {
    const lists = createLists();
    await lists.importLines(lines(2));
    await lists.withdraw('p2@example.org');
    const emails = ['P1@Example.org ', 'p2@example.org', 'nobody@example.org', 'no address', 'p1@example.org'];
    const reply = await lists.post('check', { emails });
    const { results } = addressesCheckedSchema.parse(JSON.parse(reply.body));
    expect(results.map(({ email, mayMail, reason }) => [email, mayMail, reason])).toEqual([
      ['P1@Example.org ', true, 'subscribed'],
      ['p2@example.org', false, 'suppressed'],
      ['nobody@example.org', false, 'not_subscribed'],
      ['no address', false, 'invalid'],
      ['p1@example.org', true, 'subscribed'],
    ]);
  });

  it('finds consents given under a key that was replaced since', async () => {
    const lists = createLists(createTestKeys(['k1']));
    await lists.importLines(lines(1));
    const reply = await lists.underKeys(createTestKeys(['k1', 'k2']))({
      route: 'POST /api/topics/{topic}/check',
      pathParameters: { topic: TOPIC },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ emails: ['p1@example.org'] }),
    });
    expect(addressesCheckedSchema.parse(JSON.parse(reply.body)).results[0]?.reason).toBe('subscribed');
  });

  it('is refused when it is none, too large, or about an unknown topic', async () => {
    const lists = createLists();
    const statuses = [];
    for (const emails of [[], Array.from({ length: 501 }, () => 'a@example.org'), [7]]) {
      statuses.push((await lists.post('check', { emails })).status);
    }
    statuses.push((await lists.post('check', { emails: ['a@example.org'] }, 'weather')).status);
    expect(statuses).toEqual([422, 422, 422, 404]);
  });
});
