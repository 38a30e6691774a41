import * as fc from 'fast-check';
import { mintToken } from '../../../../domain/outbox/mint-token.ts';
import { formCall, type HttpReply } from '../../../support/desk/gateway.ts';
import type { Desk } from '../../../support/desk/memory-desk.ts';
import { jsonCall, ONE_CLICK_REQUESTS, tokenFor } from '../../../support/desk/subscribers.ts';

export const TOPICS = ['nieuwsbrief', 'mailing'] as const;
type Topic = (typeof TOPICS)[number];
export const PEOPLE = ['a@example.org', 'b@example.org'] as const;
const both: readonly Topic[] = TOPICS;

/** What somebody who only read the rules thinks of each person and topic. */
export class Model {
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

// Mostly one person, so that much happens to them.
const email = fc.constantFrom(PEOPLE[0], PEOPLE[0], PEOPLE[0], PEOPLE[1]);
const topic = fc.constantFrom(...TOPICS);
export const someAct: fc.Arbitrary<Act> = fc.oneof(
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
/** One call of an API, on a topic when given. */
export const post = (desk: Desk, route: string, body: unknown, topicOfPath?: Topic): Promise<HttpReply> => {
  count += 1;
  const call = jsonCall(`POST ${route}`, body, route === '/api/requests' ? { 'idempotency-key': `k-${count}` } : {});
  return desk.gateway({ ...call, ...(topicOfPath !== undefined && { pathParameters: { topic: topicOfPath } }) });
};
export const importLine = (line: number, address: string) => ({
  line,
  email: address,
  givenAt: '2024-03-01',
  source: 'lijst',
  wording: 'Ja.',
});

/** Does something to a desk and to what the model thinks of it. Throws when the desk answers what it must not. */
export async function perform(desk: Desk, model: Model, doing: Act, at: number): Promise<void> {
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
      must(reply.status === 200, 'a press on a button is answered');
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
      must((await desk.gateway({ ...call, pathParameters })).status === 200, 'a link stops');
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
      must(reply.status === 202, 'an objection is accepted');
      return model.stop(doing.email, 'all', at);
    }
    case 'import': {
      const body = { dryRun: true, lines: [importLine(1, doing.email)] };
      const dry = await post(desk, '/api/topics/{topic}/imports', body, doing.topic);
      if (doing.dryRun) return;
      const real = await post(desk, '/api/topics/{topic}/imports', { ...body, dryRun: false }, doing.topic);
      must(real.body === dry.body, 'a dry run answers as the real one');
      const [result] = (JSON.parse(real.body) as { results: { outcome: string; code?: string }[] }).results;
      const expected = model.import(doing.email, doing.topic);
      must((result?.code ?? result?.outcome) === expected, `a line is ${expected}`);
    }
  }
}

function must(isSo: boolean, rule: string): void {
  if (!isSo) throw new Error(`broken: ${rule}`);
}
