import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { createDynamoDbConsentStore } from '../../../adapters/dynamodb/consent-store.ts';
import { toItem } from '../../../adapters/dynamodb/items.ts';
import { WRITE_ID } from '../../../adapters/dynamodb/keys.ts';
import { createDynamoDbRateLimiter } from '../../../adapters/dynamodb/rate-limiter.ts';
import { createDynamoDbSubscriberLists } from '../../../adapters/dynamodb/subscriber-lists.ts';
import { randomBytes } from '../../../adapters/system.ts';
import { ConcurrentChangeError, ConsentConflictError, TokenNotUsableError } from '../../../domain/errors.ts';
import { secondsLater, testHash } from '../../support/fixtures/cases.ts';
import { consentEvents, contactNamed, listEntryOf, suppressionOf } from '../../support/fixtures/consents.ts';
import { createTestClock, TEST_NOW } from '../../support/fixtures/test-clock.ts';
import { createScriptedClient, type Scripted } from './scripted-client.ts';

const NOW = Temporal.Instant.from(TEST_NOW);
const JAN = contactNamed('jan');
const DONE: Scripted = { body: {} };
const LOST: Scripted = { lost: true };
const EVENTS = consentEvents(JAN, 'nieuwsbrief', ['requested']);

function open(...script: readonly Scripted[]) {
  const { client, requests } = createScriptedClient(script);
  const dependencies = {
    client,
    tables: { deskTable: 'desk', ledgerTable: 'ledger', limitsTable: 'limits' },
    clock: createTestClock(),
    randomBytes,
    pause: async () => {},
  };
  return {
    requests,
    consents: createDynamoDbConsentStore(dependencies),
    lists: createDynamoDbSubscriberLists(dependencies),
    limiter: createDynamoDbRateLimiter(dependencies),
  };
}

/** A cancelled transaction; reasons by place, null for none. */
function cancelled(...refusals: readonly (object | null)[]): Scripted {
  const CancellationReasons = refusals.map((stored) =>
    stored === null ? { Code: 'None' } : { Code: 'ConditionalCheckFailed', Item: stored },
  );
  return { error: 'TransactionCanceledException', body: { CancellationReasons } };
}

const writesIn = (request: Readonly<Record<string, unknown>> | undefined) =>
  request?.['TransactItems'] as readonly { readonly Update?: { readonly ExpressionAttributeNames: object } }[];
const keysIn = (request: Readonly<Record<string, unknown>> | undefined) =>
  (request?.['RequestItems'] as { readonly desk: { readonly Keys: readonly unknown[] } } | undefined)?.desk.Keys ?? [];

describe('a suppression that is there with a later instant', () => {
  const later = toItem({ 'all#objectedAt': secondsLater(60) });

  it('is left out when the rest is written again, under a token of its own', async () => {
    const { consents, requests } = open(cancelled(null, later), DONE);
    const suppressions = [suppressionOf('jan'), suppressionOf('jan', { reason: 'bounced' })];
    await consents.commit({ events: EVENTS, suppressions });

    const [first, second] = requests.map(writesIn);
    expect(Object.values(first?.[1]?.Update?.ExpressionAttributeNames ?? {})).toContain('all#objectedAt');
    expect(second?.[0]).toEqual(first?.[0]);
    const names = Object.values(second?.[1]?.Update?.ExpressionAttributeNames ?? {});
    expect(names).toContain('all#bouncedAt');
    expect(names).not.toContain('all#objectedAt');
    expect(new Set(requests.map((request) => request['ClientRequestToken'])).size).toBe(2);
  });

  it('leaves nothing to write when nothing else is', async () => {
    const { consents, requests } = open(cancelled(later));
    await consents.commit({ suppressions: [suppressionOf('jan')] });
    expect(requests).toHaveLength(1);
  });

  it('hides no conflict of another write', async () => {
    const { consents, requests } = open(cancelled({}, later));
    const change = { events: EVENTS, suppressions: [suppressionOf('jan')] };
    await expect(consents.commit(change)).rejects.toThrow(ConsentConflictError);
    expect(requests).toHaveLength(1);
  });

  it('is not guessed at when the refusal does not show it', async () => {
    const reasons = { CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] };
    const { consents } = open({ error: 'TransactionCanceledException', body: reasons });
    await expect(consents.commit({ suppressions: [suppressionOf('jan')] })).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
  });
});

describe('a change of consents', () => {
  it('counts as done when the answer was lost and the refusal shows its own event', async () => {
    const { consents } = open(LOST, own);
    await expect(consents.commit({ events: EVENTS })).resolves.toBeUndefined();
  });

  it('maps each refused write to its error', async () => {
    const consume = { tokenHash: testHash('token'), now: TEST_NOW };
    const token = open(cancelled(null, {}));
    await expect(token.consents.commit({ events: EVENTS, consume })).rejects.toThrow(TokenNotUsableError);
    const both = open(cancelled({}, {}));
    await expect(both.consents.commit({ events: EVENTS, consume })).rejects.toThrow(ConsentConflictError);
  });
});

describe('a batch of reads', () => {
  const contacts = [1, 2, 3].map((n) => contactNamed(`person ${n}`));
  const allButOne: Scripted = (request) => {
    const [last, ...others] = keysIn(request).toReversed();
    const answered = others.map((_, n) => toItem(listEntryOf(contacts[n] ?? JAN)));
    return { body: { Responses: { desk: answered }, UnprocessedKeys: { desk: { Keys: [last] } } } };
  };

  it('asks again for what was left, and only that', async () => {
    const last: Scripted = { body: { Responses: { desk: [toItem(listEntryOf(contacts[2] ?? JAN))] } } };
    const { lists, requests } = open(allButOne, last);
    expect(await lists.find('nieuwsbrief', contacts)).toEqual(contacts.map((contact) => listEntryOf(contact)));
    expect(requests.map((request) => keysIn(request).length)).toEqual([3, 1]);
  });

  it('raises when something stays left', async () => {
    const { lists } = open(allButOne);
    await expect(lists.find('nieuwsbrief', contacts)).rejects.toThrow(ConcurrentChangeError);
  });
});

describe('letting somebody through once', () => {
  it('says yes although the first answer was lost, but not to another', async () => {
    expect(
      await open(LOST, refusedByItself).limiter.takeOnce({ subject: 'somebody', seconds: 60, by: 'row' }, NOW),
    ).toBe(true);
    const ofAnother = {
      error: 'ConditionalCheckFailedException',
      body: { Item: toItem({ [WRITE_ID]: 'of another' }) },
    };
    expect(await open(LOST, ofAnother).limiter.takeOnce({ subject: 'somebody', seconds: 60, by: 'row' }, NOW)).toBe(
      false,
    );
  });
});

const own: Scripted = (request) => {
  const item = toItem({ [WRITE_ID]: itemIn(request)[WRITE_ID]?.S });
  const CancellationReasons = [{ Code: 'ConditionalCheckFailed', Item: item }];
  return { error: 'TransactionCanceledException', body: { CancellationReasons } };
};

const refusedByItself: Scripted = (request) => ({
  error: 'ConditionalCheckFailedException',
  body: { Item: request['Item'] },
});

function itemIn(request: Readonly<Record<string, unknown>>): Readonly<Record<string, { readonly S?: string }>> {
  const [write] = request['TransactItems'] as readonly {
    readonly Put: { readonly Item: Record<string, { readonly S?: string }> };
  }[];
  return write?.Put.Item ?? {};
}
