import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import receiptSchema from '../../../../contracts/consent-receipt.schema.json' with { type: 'json' };
import { type ConsentEvent, firstFault } from '../../../../domain/consents/consent-event.ts';
import { recordsOfAddress } from '../../../../domain/consents/consent-record.ts';
import { mintToken } from '../../../../domain/outbox/mint-token.ts';
import { formCall, type HttpReply } from '../../../support/desk/gateway.ts';
import { createDesk, type Desk } from '../../../support/desk/memory-desk.ts';
import {
  EVA,
  jsonCall,
  ONE_CLICK_REQUESTS,
  oneClick,
  openToken,
  subscribe,
  tokenFor,
} from '../../../support/desk/subscribers.ts';

const TOPICS = ['nieuwsbrief', 'mailing'] as const;
type Topic = (typeof TOPICS)[number];
const PEOPLE = ['a@example.org', 'b@example.org'] as const;
const both: readonly Topic[] = TOPICS;

/** What somebody who only read the rules thinks of each person and topic. */
class Model {
  readonly #on = new Set<string>();
  readonly #stopped = new Map<string, number>();
  readonly #lifted = new Map<string, number>();

  give(email: string, topics: readonly Topic[], at: number) {
    for (const topic of topics) {
      this.#on.add(`${email} ${topic}`);
      this.#lifted.set(`${email} ${topic}`, at);
    }
  }

  stop(email: string, topics: readonly Topic[] | 'all', at: number) {
    for (const topic of topics === 'all' ? both : topics) this.#on.delete(`${email} ${topic}`);
    for (const scope of topics === 'all' ? ['all'] : topics) this.#stopped.set(`${email} ${scope}`, at);
  }

  decline(email: string, topics: readonly Topic[], at: number) {
    for (const topic of topics) if (!this.isOn(email, topic)) this.#stopped.set(`${email} ${topic}`, at);
  }

  import(email: string, topic: Topic): string {
    if (this.isStopped(email, topic)) return 'suppressed';
    if (this.isOn(email, topic)) return 'unchanged';
    this.#on.add(`${email} ${topic}`);
    return 'added';
  }

  isOn(email: string, topic: Topic): boolean {
    return this.#on.has(`${email} ${topic}`);
  }

  isStopped(email: string, topic: Topic): boolean {
    const since = Math.max(this.#stopped.get(`${email} ${topic}`) ?? -1, this.#stopped.get(`${email} all`) ?? -1);
    return since > (this.#lifted.get(`${email} ${topic}`) ?? -1) && since >= 0;
  }
}

type Act =
  | {
      readonly kind: 'sign_up';
      readonly email: string;
      readonly topics: readonly Topic[];
      readonly decision: 'confirm' | 'decline' | 'nothing';
    }
  | { readonly kind: 'api' | 'one_click' | 'stop_topic'; readonly email: string; readonly topic: Topic }
  | { readonly kind: 'stop_all' | 'object'; readonly email: string }
  | { readonly kind: 'import'; readonly email: string; readonly topic: Topic; readonly dryRun: boolean };

const email = fc.constantFrom(...PEOPLE);
const topic = fc.constantFrom(...TOPICS);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('sign_up' as const),
      email,
      topics: fc.constantFrom<readonly Topic[]>(['nieuwsbrief'], ['mailing'], both),
      decision: fc.constantFrom('confirm' as const, 'confirm' as const, 'decline' as const, 'nothing' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('api' as const, 'one_click' as const, 'stop_topic' as const),
      email,
      topic,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('stop_all' as const, 'object' as const), email }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('import' as const), email, topic, dryRun: fc.boolean() }) },
);

let count = 0;
const post = (desk: Desk, route: string, body: unknown, topicOfPath?: Topic): Promise<HttpReply> => {
  count += 1;
  const call = jsonCall(`POST ${route}`, body, route === '/api/requests' ? { 'idempotency-key': `k-${count}` } : {});
  return desk.gateway({ ...call, ...(topicOfPath !== undefined && { pathParameters: { topic: topicOfPath } }) });
};
const importLine = (line: number, address: string) => ({
  line,
  email: address,
  givenAt: '2024-03-01',
  source: 'lijst',
  wording: 'Ja.',
});

async function perform(desk: Desk, model: Model, doing: Act, at: number): Promise<void> {
  switch (doing.kind) {
    case 'sign_up': {
      const { topics, decision } = doing;
      const known = new Set(desk.stores.desk.signUps.list().map(({ signUpId }) => signUpId));
      await post(desk, '/api/consents', { language: 'nl', email: doing.email, topics, ageConfirmed: true });
      const fresh = desk.stores.desk.signUps.list().find(({ signUpId }) => !known.has(signUpId));
      if (decision === 'nothing' || fresh === undefined) return;
      const grant = { action: 'confirm_consent', signUpId: fresh.signUpId } as const;
      const { secret, token } = mintToken(desk.dependencies.randomBytes, grant, desk.clock.now().add({ hours: 72 }));
      await desk.stores.tokens.putAll([token]);
      const call = formCall('POST /newsletter/confirm', { token: secret });
      const reply = await desk.gateway({ ...call, query: { language: 'nl', decision, sent: '1' } });
      expect(reply.status).toBe(200);
      return decision === 'confirm' ? model.give(doing.email, topics, at) : model.decline(doing.email, topics, at);
    }
    case 'api':
      await post(desk, '/api/consents/withdraw', { language: 'nl', email: doing.email, topics: [doing.topic] });
      return model.stop(doing.email, [doing.topic], at);
    case 'one_click':
    case 'stop_topic': {
      const pathParameters = { token: tokenFor(desk, doing.topic, doing.email) };
      const call =
        doing.kind === 'one_click'
          ? { route: 'POST /unsubscribe/{token}', ...ONE_CLICK_REQUESTS.multipart }
          : formCall('POST /unsubscribe/{token}', { stop: doing.topic });
      expect((await desk.gateway({ ...call, pathParameters })).status).toBe(200);
      return model.stop(doing.email, [doing.topic], at);
    }
    case 'stop_all':
      await post(desk, '/api/consents/withdraw', { language: 'nl', email: doing.email });
      return model.stop(doing.email, 'all', at);
    case 'object': {
      const requester = { name: 'Jan', email: doing.email };
      const reply = await post(desk, '/api/requests', {
        language: 'nl',
        requester,
        parts: [{ requestType: 'marketing_objection' }],
      });
      expect(reply.status).toBe(202);
      return model.stop(doing.email, 'all', at);
    }
    case 'import': {
      const body = { dryRun: true, lines: [importLine(1, doing.email)] };
      const dry = await post(desk, '/api/topics/{topic}/imports', body, doing.topic);
      if (doing.dryRun) return;
      const real = await post(desk, '/api/topics/{topic}/imports', { ...body, dryRun: false }, doing.topic);
      expect(real.body).toBe(dry.body);
      const [result] = (JSON.parse(real.body) as { results: { outcome: string; code?: string }[] }).results;
      expect(result?.code ?? result?.outcome).toBe(model.import(doing.email, doing.topic));
    }
  }
}

describe('export, check, import and record', () => {
  it('say what the rules say after any history, and no event ever changes', async () => {
    const runs = { numRuns: 1000, ...(process.env['SEED'] !== undefined && { seed: Number(process.env['SEED']) }) };
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), async (acts) => {
        const desk = createDesk();
        // No mail is sent, which is what takes long.
        desk.faults.deliveries = () => 0;
        const model = new Model();
        let before: readonly ConsentEvent[] = [];
        for (const [index, doing] of acts.entries()) {
          await desk.runFor({ seconds: 1 });
          await perform(desk, model, doing, index);
          const events = desk.stores.desk.consentEvents.list();
          for (const event of before) expect(events).toContainEqual(event);
          before = events;
        }
        for (const each of TOPICS) {
          const page = await desk.gateway({
            route: 'GET /api/topics/{topic}/subscribers',
            pathParameters: { topic: each },
          });
          const exported = (JSON.parse(page.body) as { subscribers: { email: string }[] }).subscribers.map(
            (one) => one.email,
          );
          expect(exported.toSorted()).toEqual(PEOPLE.filter((person) => model.isOn(person, each)));
          const check = await post(desk, '/api/topics/{topic}/check', { emails: PEOPLE }, each);
          const reasons = (JSON.parse(check.body) as { results: { reason: string }[] }).results.map(
            ({ reason }) => reason,
          );
          expect(reasons).toEqual(
            PEOPLE.map((person) => {
              if (model.isStopped(person, each)) return 'suppressed';
              return model.isOn(person, each) ? 'subscribed' : 'not_subscribed';
            }),
          );
        }
        for (const person of PEOPLE) {
          const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, person);
          expect(records.length).toBeLessThanOrEqual(2);
          for (const { events } of records) expect(firstFault(events)).toBeUndefined();
        }
      }),
      runs,
    );
  });
});

/** What is stored of every person once some have lived a little. */
async function livedDesk(): Promise<Desk> {
  const desk = createDesk();
  await subscribe(desk);
  await desk.runFor({ hours: 1 });
  await oneClick(desk, tokenFor(desk, 'nieuwsbrief'));
  await desk.runFor({ hours: 1 });
  await subscribe(desk, { topics: ['nieuwsbrief'] });
  return desk;
}

describe('the record of a consent', () => {
  it('shows whichever event was changed, taken out, doubled or moved', async () => {
    const desk = await livedDesk();
    const records = await recordsOfAddress(desk.stores.consents, desk.dependencies.keys, EVA);
    const record = records.find(({ topic: about }) => about === 'nieuwsbrief');
    const events = record?.events ?? [];
    expect(events.map(({ type }) => type)).toEqual(['requested', 'given', 'withdrawn', 'requested', 'given']);
    expect(firstFault(events)).toBeUndefined();
    for (const [index, event] of events.entries()) {
      for (const [name, value] of Object.entries(event)) {
        const changed =
          typeof value === 'string' ? `${value}x` : typeof value === 'number' ? value + 1 : { ...value, x: 1 };
        const tampered = events.with(index, { ...event, [name]: changed } as ConsentEvent);
        expect([index, name, firstFault(tampered) !== undefined]).toEqual([index, name, true]);
      }
      const { type, ...untyped } = event;
      expect(firstFault(events.with(index, untyped as ConsentEvent))).toBeDefined();
      expect(type).toBeDefined();
      if (index < events.length - 1) {
        expect(firstFault(events.toSpliced(index, 1))).toBeDefined();
        const next = events[index + 1];
        if (next !== undefined) expect(firstFault(events.with(index, next).with(index + 1, event))).toBeDefined();
      }
      expect(firstFault(events.toSpliced(index, 0, event))).toBeDefined();
    }
  });

  it('holds no address and no name', async () => {
    const desk = await livedDesk();
    expect(JSON.stringify(desk.stores.desk.consentEvents.list())).not.toMatch(/eva|@/i);
    expect(JSON.stringify(desk.stores.desk.suppressions.list())).not.toMatch(/eva|@/i);
  });

  it('is proof after the address is gone: literal words, version, hash, when and how', async () => {
    const desk = await livedDesk();
    await desk.gateway(jsonCall('POST /api/consents/withdraw', { language: 'nl', email: EVA }));
    for (const { contact } of desk.stores.desk.subscribers.list()) {
      desk.stores.desk.subscribers.delete(`${contact.kid} ${contact.mac}`);
    }
    const validate = ajvFormats.default(new Ajv2020({ strict: false })).compile(receiptSchema);
    const reply = await openToken(desk, tokenFor(desk, 'nieuwsbrief'), '/receipt.json');
    expect(reply.status).toBe(200);
    expect(validate(JSON.parse(reply.body))).toBe(true);
    expect(reply.body).toContain('Ja, CT Telecom B.V. mag mij de nieuwsbrief mailen');
    expect(reply.body).not.toContain(EVA);
  });
});

describe('pages of a list', () => {
  const pageOf = async (desk: Desk, cursor: string | null, limit = '4') => {
    const query = { limit, ...(cursor !== null && { cursor }) };
    const reply = await desk.gateway({
      route: 'GET /api/topics/{topic}/subscribers',
      pathParameters: { topic: 'nieuwsbrief' },
      query,
    });
    return JSON.parse(reply.body) as { subscribers: { email: string }[]; next: string | null };
  };
  async function imported(desk: Desk, from: number, to: number) {
    const lines = Array.from({ length: to - from }, (_, index) =>
      importLine(index + 1, `p${from + index}@example.org`),
    );
    const reply = await post(desk, '/api/topics/{topic}/imports', { dryRun: false, lines }, 'nieuwsbrief');
    expect(reply.status).toBe(200);
  }

  it('have each person who stays exactly once, whoever comes and goes between two pages', async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = createDesk({ seed: `pages ${round}` });
      desk.faults.deliveries = () => 0;
      await imported(desk, 0, 20);
      const seen: string[] = [];
      const gone = new Set<string>();
      let cursor: string | null = null;
      let fresh = 100;
      do {
        const page = await pageOf(desk, cursor);
        seen.push(...page.subscribers.map(({ email: one }) => one));
        cursor = page.next;
        await desk.runFor({ minutes: 1 });
        const leaving = [seen.at(-1) ?? '', `p${(round * 3 + seen.length) % 20}@example.org`];
        for (const one of leaving) {
          gone.add(one);
          await post(desk, '/api/consents/withdraw', { language: 'nl', email: one });
        }
        await imported(desk, fresh, fresh + 3);
        fresh += 3;
      } while (cursor !== null);
      expect(new Set(seen).size).toBe(seen.length);
      for (let index = 0; index < 20; index += 1) {
        const one = `p${index}@example.org`;
        if (!gone.has(one)) expect([round, seen.includes(one)]).toEqual([round, true]);
      }
    }
  });

  it('have nobody who stopped before the page was asked for', async () => {
    const desk = createDesk();
    desk.faults.deliveries = () => 0;
    await imported(desk, 0, 12);
    const first = await pageOf(desk, null);
    const left = Array.from({ length: 12 }, (_, index) => `p${index}@example.org`).filter(
      (one) => !first.subscribers.some(({ email: seen }) => seen === one),
    );
    for (const one of left) await oneClick(desk, tokenFor(desk, 'nieuwsbrief', one));
    const rest: string[] = [];
    for (let { next } = first; next !== null;) {
      const page = await pageOf(desk, next);
      rest.push(...page.subscribers.map(({ email: one }) => one));
      next = page.next;
    }
    expect(rest).toEqual([]);
  });

  it('of an import done twice, or half and then whole, have everybody once, and the record has one event', async () => {
    const desk = createDesk();
    await imported(desk, 0, 7);
    await imported(desk, 0, 15);
    await imported(desk, 0, 15);
    expect((await pageOf(desk, null, '100')).subscribers).toHaveLength(15);
    expect(desk.stores.desk.consentEvents.list()).toHaveLength(15);
    expect(desk.mailbox.sent).toEqual([]);
  });
});
