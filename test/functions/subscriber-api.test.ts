import { beforeEach, describe, expect, it } from 'vitest';
import {
  addressesCheckedSchema,
  subscriberPageSchema,
  subscribersImportedSchema,
} from '../../contracts/http/subscribers.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { contactsOf } from '../../domain/consents/contact.ts';
import { firstFault } from '../../domain/consents/consent-event.ts';
import { subscriptionOf } from '../../domain/consents/unsubscribe-token.ts';
import { withdrawConsent } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { ConsentConflictError } from '../../domain/errors.ts';
import type { ConsentStore, KeyRing } from '../../domain/ports.ts';
import { subscriberApiRoutes } from '../../functions/subscriber-api/routes.ts';
import { createGateway } from '../support/desk/gateway.ts';
import { logLines } from '../support/desk/log-lines.ts';
import { createMemoryStores } from '../support/desk/memory-stores.ts';
import { createTestBytes, createTestKeys } from '../support/desk/test-keys.ts';
import { createTestClock } from '../support/fixtures/test-clock.ts';

const TOPIC = 'nieuwsbrief';
const EVIDENCE = { givenAt: '2024-03-01', source: 'website', wording: 'Ja, ik wil de nieuwsbrief.' } as const;

/** The lists of a desk, as the newsletter tool reaches them. */
function createLists(keys: KeyRing = createTestKeys(), decorate = (consents: ConsentStore) => consents) {
  const clock = createTestClock();
  const stores = createMemoryStores(clock, () => undefined);
  const consents = decorate(stores.consents);
  const dependencies = {
    consents,
    lists: stores.lists,
    keys,
    clock,
    randomBytes: createTestBytes('lists'),
    organisation: ctTelecom,
    publicUrl: 'https://desk.example.nl',
    inboundMailDomain: 'desk.example.nl',
    rehearsing: false,
  };
  const gateway = createGateway([subscriberApiRoutes(dependencies)]);
  const post = (kind: 'check' | 'imports', body: unknown, topic = TOPIC) =>
    gateway({
      route: `POST /api/topics/{topic}/${kind}`,
      pathParameters: { topic },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    clock,
    stores,
    dependencies,
    post,
    /** As another ring of keys sees the same stores. */
    underKeys: (other: KeyRing) => createGateway([subscriberApiRoutes({ ...dependencies, keys: other })]),
    page: (query: Readonly<Record<string, string>> = {}, topic = TOPIC) =>
      gateway({ route: 'GET /api/topics/{topic}/subscribers', pathParameters: { topic }, query }),
    importLines: async (lines: readonly object[], dryRun = false) => {
      const reply = await post('imports', { dryRun, lines });
      expect(reply.status).toBe(200);
      return subscribersImportedSchema.parse(JSON.parse(reply.body)).results;
    },
    withdraw: (email: string, topics: readonly string[] | 'all' = 'all') =>
      withdrawConsent(
        dependencies,
        { email, language: 'nl' },
        { topics, reason: 'withdrawn', through: 'api', by: { kind: 'requester' }, caseNumber: null },
      ),
  };
}

type Lists = ReturnType<typeof createLists>;
const lineOf = (line: number, overrides: object = {}) => ({
  line,
  email: `p${line}@example.org`,
  ...EVIDENCE,
  ...overrides,
});
const lines = (count: number) => Array.from({ length: count }, (_, index) => lineOf(index + 1));
const subscribersIn = (body: string) => subscriberPageSchema.parse(JSON.parse(body));
const emailsOn = async (lists: Lists) =>
  subscribersIn((await lists.page()).body)
    .subscribers.map(({ email }) => email)
    .toSorted();

beforeEach(() => logLines.clear());

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

describe('an import', () => {
  it('puts people on the list with the evidence of then, and mails nobody', async () => {
    const lists = createLists();
    expect(await lists.importLines([lineOf(7, { proof: 'archive 12' })])).toEqual([{ line: 7, outcome: 'added' }]);
    const [record] = await lists.stores.consents.listRecords(contactsOf(lists.dependencies.keys, 'p7@example.org')[0]);
    expect(record?.events).toMatchObject([
      {
        type: 'imported',
        at: '2026-03-02T10:00:00.000Z',
        language: 'nl',
        evidence: {
          givenAt: '2024-02-29T23:00:00.000Z',
          source: 'website',
          wording: 'Ja, ik wil de nieuwsbrief.',
          proof: 'archive 12',
        },
      },
    ]);
    expect(firstFault(record?.events ?? [])).toBeUndefined();
    expect(lists.stores.desk.outbox.list()).toEqual([]);
  });

  it('changes nothing when it is done again', async () => {
    const lists = createLists();
    await lists.importLines(lines(25));
    const before = JSON.stringify(lists.stores.desk.consentEvents.list());
    expect(new Set((await lists.importLines(lines(25))).map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(JSON.stringify(lists.stores.desk.consentEvents.list())).toBe(before);
  });

  it('answers a dry run as it would the real one, and writes nothing', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1), lineOf(2)]);
    await lists.withdraw('p2@example.org');
    const batch = [
      ...lines(4),
      lineOf(5, { email: 'P4@example.org' }),
      lineOf(6, { email: 'none' }),
      lineOf(7, { givenAt: '2027-01-01' }),
    ];
    const before = JSON.stringify(lists.stores.desk.consentEvents.list());
    const dry = await lists.importLines(batch, true);
    expect(JSON.stringify(lists.stores.desk.consentEvents.list())).toBe(before);
    expect(await lists.importLines(batch)).toEqual(dry);
    expect(dry.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'unchanged',
      'suppressed',
      'added',
      'added',
      'unchanged',
      'email_invalid',
      'given_in_future',
    ]);
  });

  it.each([
    ['email_missing', { email: undefined }],
    ['email_missing', { email: '  ' }],
    ['email_invalid', { email: 'jan@' }],
    ['email_invalid', { email: `${'a'.repeat(300)}@example.org` }],
    ['email_invalid', { email: 'jan@example.org\u0000' }],
    ['language_unknown', { language: 'fr' }],
    ['given_at_missing', { givenAt: '' }],
    ['given_at_invalid', { givenAt: 'yesterday' }],
    ['given_at_invalid', { givenAt: '2024-02-30' }],
    ['given_at_invalid', { givenAt: '03/04/2024' }],
    ['given_at_invalid', { givenAt: '1970-01-01' }],
    ['given_in_future', { givenAt: '2026-03-02T10:00:01Z' }],
    ['source_missing', { source: undefined }],
    ['wording_missing', { wording: '\n' }],
    ['too_long', { source: 'x'.repeat(301) }],
    ['too_long', { wording: 'x'.repeat(2001) }],
    ['control_characters', { source: 'a\u0000b' }],
    ['control_characters', { proof: 'a\nb' }],
    ['not_text', { wording: 7 }],
    ['unknown_field', { bsn: '1' }],
  ])('refuses a line for %s, and that line only', async (code, overrides) => {
    const lists = createLists();
    expect(await lists.importLines([lineOf(1), lineOf(2, overrides), lineOf(3)])).toEqual([
      { line: 1, outcome: 'added' },
      { line: 2, outcome: 'refused', code },
      { line: 3, outcome: 'added' },
    ]);
    expect(await emailsOn(lists)).toEqual(['p1@example.org', 'p3@example.org']);
  });

  it.each([
    ['2024-03-01', '2024-02-29T23:00:00.000Z'],
    ['1-3-2024', '2024-02-29T23:00:00.000Z'],
    ['01-07-2024 14:30', '2024-07-01T12:30:00.000Z'],
    ['2024-07-01 14:30:05', '2024-07-01T12:30:05.000Z'],
    ['2024-07-01T14:30:05+02:00', '2024-07-01T12:30:05.000Z'],
    ['2024-07-01T12:30:05.123456Z', '2024-07-01T12:30:05.123Z'],
  ])('reads %s as %s', async (givenAt, since) => {
    const lists = createLists();
    await lists.importLines([lineOf(1, { givenAt })]);
    expect(subscribersIn((await lists.page()).body).subscribers[0]?.since).toBe(since);
  });

  it('never takes back somebody who stopped, however old or new the line is', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1)]);
    await lists.withdraw('p1@example.org');
    lists.clock.advance({ hours: 48 });
    for (const givenAt of ['2024-03-01', '2026-03-03']) {
      expect(await lists.importLines([lineOf(1, { givenAt })])).toEqual([
        { line: 1, outcome: 'refused', code: 'suppressed' },
      ]);
    }
    expect(await emailsOn(lists)).toEqual([]);
  });

  it('refuses somebody whose withdrawal is on record alone, unless the consent is newer', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1)]);
    await lists.withdraw('p1@example.org');
    for (const { contact } of lists.stores.desk.suppressions.list()) {
      lists.stores.desk.suppressions.delete(`${contact.kid} ${contact.mac} email all`);
    }
    lists.clock.advance({ hours: 48 });
    expect((await lists.importLines([lineOf(1)]))[0]?.code).toBe('suppressed');
    expect((await lists.importLines([lineOf(1, { givenAt: '2026-03-03' })]))[0]?.outcome).toBe('added');
    expect(await emailsOn(lists)).toEqual(['p1@example.org']);
  });

  it('refuses whoever objected to all mail, on every topic', async () => {
    const lists = createLists();
    await lists.withdraw('p1@example.org');
    const reply = await lists.post('imports', { dryRun: false, lines: [lineOf(1)] }, 'mailing');
    expect(subscribersImportedSchema.parse(JSON.parse(reply.body)).results[0]?.code).toBe('suppressed');
  });

  it('goes on one by one when somebody acts at the same moment', async () => {
    let commits = 0;
    const lists = createLists(createTestKeys(), (consents) => ({
      ...consents,
      commit: async (change) => {
        commits += 1;
        if (commits === 1) throw new ConsentConflictError();
        await consents.commit(change);
      },
    }));
    expect((await lists.importLines(lines(5))).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 5 }, () => 'added'),
    );
    expect(commits).toBe(6);
    expect(await emailsOn(lists)).toHaveLength(5);
  });

  it('takes 25 lines at once and no more', async () => {
    const reply = await createLists().post('imports', { dryRun: true, lines: lines(26) });
    expect(reply.status).toBe(422);
  });

  it('keeps the address and language that somebody has already', async () => {
    const lists = createLists();
    await lists.importLines([lineOf(1, { email: 'Jan@example.org', language: 'en' })]);
    const body = { dryRun: false, lines: [lineOf(1, { email: 'jan@example.org' })] };
    await lists.post('imports', body, 'mailing');
    const { subscribers } = subscribersIn((await lists.page({}, 'mailing')).body);
    expect(subscribers[0]?.language).toBe('en');
    expect(lists.stores.desk.subscribers.list()).toHaveLength(1);
  });

  it('logs how many, and nothing of anybody', async () => {
    const lists = createLists();
    await lists.importLines(lines(3));
    expect(logLines.lines).toMatchObject([{ code: 'SUBSCRIBERS_IMPORTED', count: 3 }]);
    expect(logLines.text()).not.toContain('example.org');
  });
});
