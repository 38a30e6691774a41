import { requestTypeSchema } from '../../../domain/cases/request-types.ts';
import { type ActionToken, isStaffToken, tokenHash } from '../../../domain/desk/action-token.ts';
import { instantText } from '../../../domain/instants.ts';
import { formCall, type HttpReply } from './gateway.ts';
import { answerLost, throttled } from './mailbox.ts';
import { createDesk, type Desk } from './memory-desk.ts';
import { RANDOM_ACTIONS, randomFields } from './random-forms.ts';
import { type Accepted, ANNA, type Colleague, JAN, OFFICER, postRequest, SAM } from './people.ts';

/** One desk after a random life: what was accepted, and every status it ever answered with. */
export interface RandomLife {
  readonly desk: Desk;
  readonly accepted: readonly Accepted[];
  readonly statuses: readonly number[];
  /** What was done, for a person who reads a failure. */
  readonly told: readonly string[];
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const STARTS = ['2026-03-02T09:30:00Z', '2026-03-20T23:30:00Z', '2026-10-10T07:00:00Z', '2026-12-04T10:00:00Z'];
const HOUR_SECONDS = 3600;

/**
 * Lets requesters, staff, schedules and mischance do `commands` things in random order, with a provider, an engine and
 * a stream that fail at random; then lets everything recover. The same seed is the same life.
 */
export async function liveRandomly(seed: number, commands: number): Promise<RandomLife> {
  const random = randomFrom(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  const desk = createDesk({ start: pick(STARTS) ?? '', seed: String(seed), requestsPerCallerAnHour: 1000 });
  const accepted: Accepted[] = [];
  const statuses: number[] = [];
  const told: string[] = [];
  const noted = (reply: HttpReply) => statuses.push(reply.status);

  const trouble = random() < 0.7 ? 0.25 : 0;
  const longestLeapDays = random() < 0.5 ? 9 : 30;
  desk.faults.deliveries = () => (random() < trouble ? below(4) : 1);
  desk.faults.start = () => (random() < trouble ? new Error('the engine is down') : undefined);
  desk.faults.advance = () =>
    random() < trouble
      ? { error: Object.assign(new Error(), { name: 'Lambda.Unknown' }), after: random() < 0.5 }
      : undefined;
  desk.mailbox.fault = () => (random() < trouble ? (random() < 0.5 ? throttled() : answerLost()) : undefined);

  const staff = [ANNA, SAM, OFFICER];
  const links = () => desk.mailbox.sent.flatMap((mail) => desk.mailbox.linksOf(mail));
  const linkTo = (...actions: readonly ActionToken['action'][]) =>
    pick(links().filter(({ token }) => actions.includes(token.action)));
  /** Sometimes the same press comes two or three times at once. */
  const press = async (post: () => Promise<HttpReply>) => {
    const times = random() < 0.2 ? 2 + below(2) : 1;
    for (const reply of await Promise.all(Array.from({ length: times }, post))) noted(reply);
  };

  const can: Readonly<Record<string, () => Promise<unknown>>> = {
    submit: async () => {
      const parts = Array.from({ length: 1 + below(3) }, () => ({
        requestType: pick(requestTypeSchema.options) ?? 'access',
        ...(random() < 0.3 && { text: 'Graag.' }),
      }));
      const email = `persoon${below(4)}@example.org`;
      const body = { language: random() < 0.5 ? 'nl' : 'en', requester: { ...JAN, email }, parts };
      const reply = await postRequest(desk, body, `${seed}-${accepted.length}`);
      noted(reply);
      accepted.push(JSON.parse(reply.body) as Accepted);
    },
    confirm: () => follow('confirm', (token) => desk.gateway(formCall('POST /confirm', { token }))),
    decide: async () => {
      // What waits for a second person is mostly done while it can be.
      const waiting = links().filter(({ token }) => token.action === 'approve' && token.usedAt === null);
      const link = (random() < 0.5 ? pick(waiting) : undefined) ?? linkTo(...RANDOM_ACTIONS);
      if (link === undefined || !isStaffToken(link.token)) return;
      const who = random() < 0.9 ? { staffId: link.token.staffId } : (pick(staff) ?? ANNA);
      const cookie = await sessionOf(desk, who);
      const fields = { token: link.secret, ...randomFields(desk, link.token, { random, pick }) };
      await press(() => desk.gateway(formCall('POST /desk/decide', fields, { cookie })));
    },
    decideOnDesk: async () => {
      const subject = pick(desk.stores.desk.cases.list());
      const act = pick(['retype', 'add_part', 'reopen', 'record_identity', 'extend', 'message'] as const);
      if (subject === undefined || act === undefined) return;
      const on = act === 'retype' || act === 'reopen' ? '1' : null;
      const { caseNumber } = subject;
      const cookie = await sessionOf(desk, pick(staff) ?? ANNA);
      const filledIn = randomFields(desk, { action: act, caseNumber, on }, { random, pick });
      const fields = { act, caseNumber, ...(on !== null && { on }), ...filledIn };
      await press(() => desk.gateway(formCall('POST /desk/decide', fields, { cookie })));
    },
    ownCase: async () => {
      const own = pick(accepted);
      const act = pick(['withdraw', 'write', 'send_again', 'identity_code'] as const);
      if (own === undefined || act === undefined) return;
      const { caseNumber, collectionCode } = own;
      const which = random() < 0.5 ? { part_1: 'on' } : { all: 'on' };
      const fields = { caseNumber, collectionCode, act, text: 'Ik bedoel mijn oude nummer.', code: 'nee', ...which };
      await press(() => desk.gateway(formCall('POST /case/act', fields)));
    },
    bounce: async () => {
      const mail = pick(desk.mailbox.sent);
      if (mail !== undefined) await desk.bounce(mail.outboxId);
    },
    collect: () =>
      follow('collect', (token, caseNumber) => {
        const code = accepted.find((each) => each.caseNumber === caseNumber)?.collectionCode ?? '';
        return desk.gateway(formCall('POST /collect', { token, collectionCode: random() < 0.8 ? code : 'nee' }));
      }),
    hours: () => desk.runFor({ seconds: 1 + below(20 * HOUR_SECONDS) }),
    days: async () => {
      await desk.runFor({ seconds: 1 + below(longestLeapDays * 24 * HOUR_SECONDS) });
      if (random() < 0.5) await desk.digest();
    },
    redrive: () => desk.redrive(),
    late: () => desk.late().catch(() => undefined),
    digest: () => desk.digest(),
    abort: async () => pick([...desk.clocks.executions.values()])?.stop(),
    again: async () => {
      const row = pick(desk.stores.desk.outbox.list());
      if (row !== undefined) await desk.streamed([row.outboxId, row.outboxId]);
    },
  };

  async function follow(
    action: 'confirm' | 'collect',
    post: (token: string, caseNumber: string) => Promise<HttpReply>,
  ) {
    const link = linkTo(action);
    if (link === undefined || !('caseNumber' in link.token)) return;
    const { caseNumber } = link.token;
    await press(() => post(link.secret, caseNumber));
  }

  await can['submit']?.();
  const names = [...Object.keys(can), 'submit', 'confirm', 'decide', 'decide', 'decide', 'days', 'hours'];
  for (let count = 0; count < commands; count += 1) {
    const name = pick(names) ?? 'hours';
    told.push(`${desk.clock.now().toString()} ${name}`);
    await can[name]?.();
    await desk.settle();
  }
  await recover(desk);
  return { desk, accepted, statuses, told };
}

/** Everything works again for long enough that every postponed row and late step had its turn. */
async function recover(desk: Desk): Promise<void> {
  desk.faults.deliveries = () => 1;
  desk.faults.start = () => undefined;
  desk.faults.advance = () => undefined;
  desk.mailbox.fault = () => undefined;
  for (let count = 0; count < 4; count += 1) {
    await desk.runFor({ seconds: HOUR_SECONDS });
    await desk.late();
    await desk.redrive();
    await desk.settle();
  }
}

async function sessionOf(desk: Desk, { staffId }: Pick<Colleague, 'staffId'>): Promise<string> {
  const secret = Buffer.from(desk.dependencies.randomBytes(32)).toString('base64url');
  const expiresAt = instantText(desk.clock.now().add({ hours: 8 }));
  await desk.stores.sessions.put({ schemaVersion: 1, hash: tokenHash(secret), staffId, rehearsal: false, expiresAt });
  return `__Host-desk-session=${secret}`;
}
