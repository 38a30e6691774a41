import { Temporal } from 'temporal-polyfill';
import type { Case, OpenCase } from '../../../domain/cases/case.ts';
import type { DecisionDraft } from '../../../domain/cases/check-decision.ts';
import type { RequestDraft } from '../../../domain/cases/request-draft.ts';
import type { RequestType } from '../../../domain/cases/request-types.ts';
import { advanceCase } from '../../../domain/cases/use-cases/advance-case.ts';
import { confirmRequest } from '../../../domain/cases/use-cases/confirm-request.ts';
import { decidePart } from '../../../domain/cases/use-cases/decide-part.ts';
import { followUpClosedCases } from '../../../domain/cases/use-cases/follow-up-closed-cases.ts';
import { recordBounce } from '../../../domain/cases/use-cases/record-bounce.ts';
import { submitRequest } from '../../../domain/cases/use-cases/submit-request.ts';
import { holidayCalendarOf } from '../../../domain/deadlines/holiday-rules.ts';
import { tokenHash } from '../../../domain/desk/action-token.ts';
import type { StaffInput } from '../../../domain/desk/staff-input.ts';
import type { ActionDoor } from '../../../domain/desk/use-cases/open-action.ts';
import { decideAction } from '../../../domain/desk/use-cases/decide-action.ts';
import { RuleRefusedError, type Rule } from '../../../domain/errors.ts';
import { dispatchOutboxRow } from '../../../domain/outbox/dispatch-outbox-row.ts';
import type { MailModel } from '../../../domain/outbox/mail-model.ts';
import { mintToken, type TokenGrant } from '../../../domain/outbox/mint-token.ts';
import type { MailOrder, StaffNotice } from '../../../domain/outbox/outbox-row.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createTestClock } from '../fixtures/test-clock.ts';
import { createMemoryStores } from './memory-stores.ts';
import { createTestBytes, createTestKeys } from './test-keys.ts';

/** Staff of the profile by what they do here. */
export const STAFF = {
  handler: 'anna-de-wit',
  colleague: 'sam-okafor',
  deputy: 'joris-bakker',
  teamLead: 'fatima-el-idrissi',
  officer: 'pieter-van-dam',
  director: 'marieke-visser',
  protectionOfficer: 'lotte-mulder',
} as const;

export interface RuleMail {
  readonly to: string;
  readonly model: MailModel;
  readonly order: MailOrder;
  readonly outboxId: string;
  readonly at: Temporal.Instant;
}

/** Vector 1 of the specification: promise 7 July 2026, month 9 July, three months 9 September. */
export const TUESDAY = '2026-06-09T12:03:00Z';
const FAR_AWAY = '9999-12-31T00:00:00.000Z';

/**
 * The desk below its doors: use cases on memory stores, mails that leave as models, and every rung done at its instant
 * when the clock is run. Nothing leaves and no rung is done until `settle` or `runTo`.
 */
export function createRuleDesk(start: string = TUESDAY) {
  const clock = createTestClock(start);
  const queue: string[] = [];
  const stores = createMemoryStores(clock, (outboxId) => void queue.push(outboxId));
  const mails: RuleMail[] = [];
  const wakes = new Map<string, { run: number; step: string | null; at: string }>();
  const runs: { caseNumber: string; run: number }[] = [];
  let rendered: MailModel | undefined;
  let requests = 0;
  const world = { organisation: ctTelecom, keys: createTestKeys(), lettersLeave: true };
  const dependencies = {
    ...stores,
    clock,
    calendar: holidayCalendarOf(ctTelecom.calendar),
    get organisation() {
      return world.organisation;
    },
    get keys() {
      return world.keys;
    },
    randomBytes: createTestBytes('rule-desk'),
    publicUrl: 'https://desk.example.nl',
    rehearsalMailDomain: null,
    rehearsing: false,
    webhooks: null,
    inboundMail: { read: async () => undefined },
    inboundMailDomain: 'desk.cttelecom.nl',
    publicClock: 'real' as const,
    renderMail: (model: MailModel) => {
      rendered = model;
      return { subject: 's', text: 't', html: 'h' };
    },
    mailSender: {
      send: async ({ to, outboxId }: { to: string; outboxId: string }) => {
        const row = stores.desk.outbox.find(outboxId);
        if (row?.kind !== 'mail' || rendered === undefined) throw new Error('a mail comes from an outbox row');
        mails.push({ to, model: rendered, order: row.mail, outboxId, at: clock.now() });
      },
    },
    workflows: {
      start: async (caseNumber: string, run: number) => {
        runs.push({ caseNumber, run });
        wakes.set(caseNumber, { run, step: null, at: clock.now().toString() });
      },
    },
  };
  const caseOf = (caseNumber: string): Case => {
    const found = stores.desk.cases.find(caseNumber);
    if (found === undefined) throw new Error('no such case');
    return found;
  };
  const openCase = (caseNumber: string): OpenCase => {
    const found = caseOf(caseNumber);
    if (found.status !== 'open') throw new Error(`the case is ${found.status}`);
    return found;
  };

  async function dispatchAll(): Promise<void> {
    const held: string[] = [];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const row = stores.desk.outbox.find(id);
      const isHeld = !world.lettersLeave && row?.kind === 'mail' && !row.mail.template.startsWith('staff_');
      if (isHeld) held.push(id);
      else {
        const { outcome, errorCode } = await dispatchOutboxRow(dependencies, id);
        if (outcome === 'postponed') throw new Error(`a row was postponed: ${errorCode ?? ''}`);
      }
    }
    queue.push(...held);
  }

  /** Lives on until an instant, with every wake of every workflow and every daily look at closed cases on its way. */
  async function runTo(until: string | Temporal.Instant): Promise<void> {
    const end = Temporal.Instant.from(until.toString());
    for (;;) {
      await dispatchAll();
      const closedDue = stores.desk.cases
        .list()
        .flatMap(({ status, nextStepAt }) => (status === 'closed' && nextStepAt !== null ? [nextStepAt] : []));
      const next = [...[...wakes.values()].map(({ at }) => at), ...closedDue]
        .map((at) => Temporal.Instant.from(at))
        .toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
      if (next === undefined || Temporal.Instant.compare(next, end) > 0) break;
      if (Temporal.Instant.compare(next, clock.now()) > 0) clock.moveTo(next.toString());
      for (const [caseNumber, { run, step, at }] of wakes) {
        if (Temporal.Instant.compare(Temporal.Instant.from(at), clock.now()) > 0) continue;
        wakes.delete(caseNumber);
        const upcoming = await advanceCase(dependencies, { caseNumber, run, step });
        if (upcoming.status === 'waiting') wakes.set(caseNumber, { run, step: upcoming.step, at: upcoming.at });
        await dispatchAll();
      }
      await followUpClosedCases(dependencies);
    }
    if (Temporal.Instant.compare(end, clock.now()) > 0) clock.moveTo(end.toString());
  }

  /** A link of a mail, as its secret. */
  async function link(grant: TokenGrant): Promise<string> {
    const { secret, token } = mintToken(dependencies.randomBytes, grant, Temporal.Instant.from(FAR_AWAY));
    await stores.tokens.putAll([token]);
    return secret;
  }

  /** A request through the form. Answers its number and code. */
  async function receive(types: readonly RequestType[], draft: Partial<RequestDraft> = {}) {
    requests += 1;
    const whole: RequestDraft = {
      language: 'nl',
      requester: { name: 'Jan de Vries', email: 'jan@example.org' },
      parts: types.map((requestType) => ({ requestType, text: 'Graag.' })),
      ...draft,
    };
    return submitRequest(dependencies, {
      draft: whole,
      receivedThrough: 'form',
      rehearsal: null,
      idempotencyKey: `key-${requests}`,
    });
  }

  /** The same, confirmed by its link at once and everything due done: open, with its clock running. */
  async function receiveConfirmed(types: readonly RequestType[], draft: Partial<RequestDraft> = {}): Promise<string> {
    const { caseNumber } = await receive(types, draft);
    await confirmRequest(dependencies, await link({ action: 'confirm', caseNumber }));
    await settle();
    return caseNumber;
  }

  const settle = () => runTo(clock.now());

  async function session(staffId: string): Promise<string> {
    const secret = `session-of-${staffId}`;
    const common = { schemaVersion: 1, rehearsal: false, expiresAt: FAR_AWAY } as const;
    await stores.sessions.put({ ...common, hash: tokenHash(secret), staffId });
    return secret;
  }

  /** Somebody does something from the desk. Throws when it was done before. */
  function act(staffId: string, caseNumber: string, input: StaffInput, on: string | null = null): Promise<Case> {
    return through({ kind: 'desk', action: input.action, caseNumber, on }, staffId, input);
  }

  /** The same by a link of a mail to them. */
  async function actByLink(
    staffId: string,
    caseNumber: string,
    input: StaffInput,
    on: string | null = null,
  ): Promise<Case> {
    const secret = await link({ action: input.action, caseNumber, staffId, on });
    return through({ kind: 'link', secret }, staffId, input);
  }

  async function through(door: ActionDoor, staffId: string, input: StaffInput): Promise<Case> {
    const decided = await decideAction(dependencies, door, await session(staffId), input);
    if (decided.outcome !== 'done') throw new Error(`not done: ${decided.outcome}`);
    return decided.case;
  }

  return {
    clock,
    world,
    stores,
    dependencies,
    mails,
    runs,
    caseOf,
    openCase,
    receive,
    receiveConfirmed,
    link,
    session,
    act,
    actByLink,
    settle,
    runTo,
    /** Decides a part through the use case itself, without its checklist of contents. */
    decide: (staffId: string, caseNumber: string, partId: string, draft: Partial<DecisionDraft>) =>
      decidePart(
        dependencies,
        openCase(caseNumber),
        { staffId, on: partId, tokenHash: null },
        { outcome: 'granted', text: 'Dit is ons antwoord.', personalData: false, ...draft },
        clock.now(),
      ),
    /** Approves, or sends back, the first proposal there is. */
    approve: (staffId: string, caseNumber: string, approved = true, note = '') => {
      const proposalId = openCase(caseNumber).proposals[0]?.proposalId ?? null;
      return actByLink(staffId, caseNumber, { action: 'approve', approved, note }, proposalId);
    },
    /** Recognised by a call to the number on file: L2. */
    identify: (caseNumber: string) =>
      act(STAFF.handler, caseNumber, { action: 'record_identity', method: 'call_to_number_on_file' }),
    /** The mail provider says that a mail did not arrive. */
    bounce: ({ order, outboxId }: RuleMail) => recordBounce(dependencies, order, outboxId),
    mailsOf: (template: MailOrder['template']) => mails.filter(({ order }) => order.template === template),
    /** Staff ids told of something, in order. */
    toldOf: (notice: StaffNotice) =>
      mails.flatMap(({ order }) =>
        order.template === 'staff_notice' && order.notice === notice ? [order.staffId] : [],
      ),
    eventsOf: (caseNumber: string) => stores.desk.events.list().filter((event) => event.caseNumber === caseNumber),
    away: (staffId: string, from = '2020-01-01', until = '2099-12-31') => {
      const common = { schemaVersion: 1, setBy: staffId, setAt: '2020-01-01T00:00:00.000Z' } as const;
      return stores.absences.put({ ...common, staffId, from, until });
    },
    leave: (staffId: string) => {
      const staff = world.organisation.staff.filter((member) => member.staffId !== staffId);
      world.organisation = { ...world.organisation, staff };
    },
  };
}

export type RuleDesk = ReturnType<typeof createRuleDesk>;

/** What a rule said no to; null when it was allowed. */
export async function refusalOf(
  attempt: Promise<unknown>,
): Promise<{ rule: Rule; possibleUntil: string | null } | null> {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (error instanceof RuleRefusedError) return { rule: error.rule, possibleUntil: error.possibleUntil };
    throw error;
  }
}

/** The rule that said no; null when it was allowed. */
export async function ruleOf(attempt: Promise<unknown>): Promise<Rule | null> {
  return (await refusalOf(attempt))?.rule ?? null;
}
