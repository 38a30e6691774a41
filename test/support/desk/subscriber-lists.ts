import { expect } from 'vitest';
import { subscriberPageSchema, subscribersImportedSchema } from '../../../contracts/http/subscribers.ts';
import { withdrawConsent } from '../../../domain/consents/use-cases/withdraw-consent.ts';
import type { ConsentStore } from '../../../domain/consents/ports.ts';
import type { KeyRing } from '../../../domain/ports.ts';
import { subscriberApiRoutes } from '../../../functions/subscriber-api/routes.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createTestClock } from '../fixtures/test-clock.ts';
import { createGateway } from './gateway.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createTestBytes, createTestKeys } from './test-keys.ts';

export const TOPIC = 'nieuwsbrief';
const EVIDENCE = { givenAt: '2024-03-01', source: 'website', wording: 'Ja, ik wil de nieuwsbrief.' } as const;

/** The lists of a desk, as the newsletter tool reaches them. */
export function createLists(keys: KeyRing = createTestKeys(), decorate = (consents: ConsentStore) => consents) {
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
export const lineOf = (line: number, overrides: object = {}) => ({
  line,
  email: `p${line}@example.org`,
  ...EVIDENCE,
  ...overrides,
});
export const lines = (count: number) => Array.from({ length: count }, (_, index) => lineOf(index + 1));
export const subscribersIn = (body: string) => subscriberPageSchema.parse(JSON.parse(body));
export const emailsOn = async (lists: Lists) =>
  subscribersIn((await lists.page()).body)
    .subscribers.map(({ email }) => email)
    .toSorted();
