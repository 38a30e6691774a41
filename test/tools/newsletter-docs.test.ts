import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { readImportLine } from '../../contracts/http/import-line.ts';
import {
  addressesCheckedSchema,
  addressIn,
  checkAddressesSchema,
  importBodySchema,
  subscriberPageSchema,
  subscribersImportedSchema,
} from '../../contracts/http/subscribers.ts';
import { contactsOf } from '../../domain/consents/contact.ts';
import { withdrawConsent } from '../../domain/consents/use-cases/withdraw-consent.ts';
import { unsubscribeMailto, unsubscribeUrl } from '../../domain/outbox/links.ts';
import { sendWebhook } from '../../domain/outbox/send-webhook.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { importList } from '../../tools/import-subscribers/import-list.ts';
import { explanations, type RefusedLine } from '../../tools/import-subscribers/report.ts';
import { createMemoryStores } from '../support/desk/memory-stores.ts';
import { createTestKeys } from '../support/desk/test-keys.ts';
import { consentEvents, listEntryOf, subscriberOf } from '../support/fixtures/consents.ts';
import { createTestClock } from '../support/fixtures/test-clock.ts';

const TEXT = readFileSync(fileURLToPath(new URL('../../docs/newsletter-tool.md', import.meta.url)), 'utf8');

/** The examples in one language under a heading, in order. */
function examples(heading: string, language: string): readonly string[] {
  const section = TEXT.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(new RegExp(`^ *\`\`\`${language}\n([^]*?)^ *\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

const values = (heading: string): readonly unknown[] =>
  examples(heading, 'json').map((text): unknown => JSON.parse(text));

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** What the desk really calls a tool with, when somebody stops. */
async function bodyOfWithdrawal(): Promise<unknown> {
  const clock = createTestClock();
  const keys = createTestKeys();
  const stores = createMemoryStores(clock, () => undefined);
  const [contact] = contactsOf(keys, 'jan@example.org');
  const events = consentEvents(contact, 'nieuwsbrief', ['requested', 'given']);
  await stores.consents.commit({ events, listed: [listEntryOf(contact)], subscribers: [subscriberOf(contact)] });
  const dependencies = { consents: stores.consents, keys, clock, rehearsing: false, publicUrl: 'https://desk.example' };
  const act = { topics: 'all', reason: 'withdrawn', through: 'one_click', caseNumber: null } as const;
  await withdrawConsent(dependencies, { contact }, { ...act, by: { kind: 'requester' } });
  const bodies: string[] = [];
  const webhooks = { send: async ({ body }: { readonly body: string }) => void bodies.push(body) };
  const recordId = events[0]?.recordId ?? '';
  const order = { recordId, contact, topic: 'nieuwsbrief', sequence: 3 };
  await sendWebhook({ ...dependencies, webhooks }, order, { outboxId: 'webhook-1' }, clock.now());
  return JSON.parse(bodies[0] ?? '');
}

const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
    : typeof value;

describe('the guide for a newsletter tool', () => {
  it('names the topics of the profile', () => {
    for (const { topic } of ctTelecom.consents.topics) expect(TEXT).toContain(`\`${topic}\``);
  });

  it('shows a page of subscribers as the desk gives it', () => {
    const [page] = values('Who may be mailed');
    const { subscribers } = subscriberPageSchema.parse(page);
    expect(subscribers).toHaveLength(1);
    for (const { listUnsubscribe, unsubscribeUrl: url } of subscribers) {
      const token = url.split('/').at(-1) ?? '';
      expect(token).toMatch(/^k1\.[\w-]{43}\.nieuwsbrief\.[\w-]{22}$/);
      expect(url).toBe(unsubscribeUrl('https://privacy.example.nl', token));
      expect(listUnsubscribe).toBe(`<${url}>, <${unsubscribeMailto('desk.example.nl', token)}>`);
    }
  });

  it('shows a check and its answer', () => {
    const [asked, answered] = values('Before each mailing');
    const { emails } = checkAddressesSchema.parse(asked);
    const { results } = addressesCheckedSchema.parse(answered);
    expect(results.map(({ email }) => email)).toEqual(emails);
    for (const { email, mayMail, reason } of results) {
      expect(mayMail).toBe(reason === 'subscribed');
      expect(addressIn(email) === undefined).toBe(reason === 'invalid');
    }
  });

  it('shows a call about a consent as the desk makes it', async () => {
    const [call] = values('Hearing of consents');
    expect(call).toMatchObject({ type: 'consent.withdrawn' });
    expect(shapeOf(call)).toEqual(shapeOf(await bodyOfWithdrawal()));
  });

  it('says how the package verifies a call, and how old one may be', () => {
    const [snippet = ''] = examples('Hearing of consents', 'js');
    const [body = ''] = examples('Hearing of consents', 'json');
    expect(snippet).toContain("from 'standardwebhooks'");
    expect(snippet).toContain('webhook.verify(body, headers); // throws');
    const webhook = new Webhook(`whsec_${Buffer.alloc(33, 7).toString('base64')}`);
    const headersOf = (at: Date) => ({
      'webhook-id': 'webhook-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign('webhook-1', at, body),
    });
    expect(webhook.verify(body, headersOf(minutesAgo(0)))).toEqual(JSON.parse(body));
    expect(() => webhook.verify(body, headersOf(minutesAgo(6)))).toThrow(/too old/);
  });

  it('shows a list and what is refused of it', async () => {
    const [list = '', report = ''] = examples('Bringing an earlier list', 'csv');
    const refused: RefusedLine[] = [];
    const counts = await importList({
      chunks: (async function* chunks() {
        yield Buffer.from(list, 'utf8');
      })(),
      send: async (lines) => lines.map(({ line }) => ({ line, outcome: 'added' as const })),
      onRefused: async (line) => void refused.push(line),
    });
    expect(counts).toMatchObject({ added: 2, refused: 1, duplicate: 1 });
    const lines = refused.map(({ line, reason, sameAs }) =>
      [line, reason, `${explanations[reason]}${sameAs === undefined ? '' : `: line ${sameAs}`}`].join(';'),
    );
    expect(report.trimEnd().split('\n')).toEqual(['line;reason;explanation', ...lines]);
  });

  it('shows an import and its answer', () => {
    const [body, answer] = values('Bringing an earlier list');
    const { lines } = importBodySchema.parse(body);
    const { results } = subscribersImportedSchema.parse(answer);
    expect(results.map(({ line }) => line)).toEqual(lines.map(({ line }) => line));
    for (const [index, line] of lines.entries()) {
      const read = readImportLine(line);
      expect(results[index]?.code).toBe('fault' in read ? read.fault : undefined);
    }
  });
});
