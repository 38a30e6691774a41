import { restartClock } from '../../../domain/cases/use-cases/restart-clock.ts';
import { describe, expect, it } from 'vitest';
import type { Case, CaseStatus } from '../../../domain/cases/case.ts';
import type { CaseEventType } from '../../../domain/cases/case-events.ts';
import { isPossible, type Transition, TRANSITIONS } from '../../../domain/cases/transitions.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import {
  ACCESS,
  ANNA,
  answer,
  answerFields,
  collect,
  confirm,
  decide,
  lastAbout,
  signIn,
  staffSecret,
  submit,
  take,
} from '../../support/desk/people.ts';
import { formCall } from '../../support/desk/gateway.ts';
import { advance } from '../../../functions/advance-case/advance.ts';
import { mintToken } from '../../../domain/outbox/mint-token.ts';
import { withdrawParts } from '../../../domain/cases/use-cases/requester/withdraw.ts';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import { closedCase, dismissedCase, openCase, testCaseNumber, unconfirmedCase } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(1);
const OF_STATUS: Readonly<Record<CaseStatus, Case>> = {
  unconfirmed: unconfirmedCase(NUMBER),
  open: openCase(NUMBER),
  closed: closedCase(NUMBER),
  dismissed: dismissedCase(NUMBER),
};
const STATUSES = Object.keys(OF_STATUS) as CaseStatus[];
const ALL = Object.keys(TRANSITIONS) as Transition[];

describe('the table of transitions', () => {
  it('knows only statuses a case can have', () => {
    for (const { from, to } of Object.values(TRANSITIONS)) {
      for (const status of [...from, ...(to === 'unchanged' ? [] : [to])]) expect(STATUSES).toContain(status);
    }
  });

  it('reaches every status from the first', () => {
    const reached = new Set<CaseStatus>(['unconfirmed']);
    for (const _round of STATUSES) {
      for (const { from, to } of Object.values(TRANSITIONS)) {
        if (to !== 'unchanged' && from.some((status) => reached.has(status))) reached.add(to);
      }
    }
    expect([...reached].toSorted()).toEqual([...STATUSES].toSorted());
  });

  it('leads nowhere from a request that was dismissed', () => {
    expect(ALL.filter((transition) => isPossible(transition, OF_STATUS.dismissed))).toEqual([]);
  });

  it('leads from a closed case back only by opening it again', () => {
    const possible = ALL.filter((transition) => isPossible(transition, OF_STATUS.closed));
    expect(possible.toSorted()).toEqual(['collect', 'follow_up', 'reopen', 'step']);
    expect(possible.filter((transition) => TRANSITIONS[transition].to !== 'unchanged')).toEqual(['reopen']);
  });
});

/** A desk with a case in a status, and links for every action that can be had while it gets there. */
const MAKE: Readonly<Record<CaseStatus, (desk: Desk) => Promise<Made>>> = {
  unconfirmed: (desk) => begun(desk),
  open: async (desk) => {
    const made = await begun(desk);
    await confirm(desk, made.caseNumber);
    return made;
  },
  closed: async (desk) => {
    const made = await begun(desk);
    await confirm(desk, made.caseNumber);
    await answer(desk, ANNA, made.caseNumber);
    return made;
  },
  dismissed: async (desk) => {
    const made = await begun(desk);
    await decide(desk, ANNA, 'dismiss', made.caseNumber, { ground: 'spam' });
    return made;
  },
};
interface Made {
  readonly caseNumber: string;
  readonly code: string;
}
async function begun(desk: Desk): Promise<Made> {
  const { caseNumber, collectionCode } = await submit(desk, ACCESS);
  await desk.digest();
  await desk.settle();
  return { caseNumber, code: collectionCode };
}

/** How each transition is asked for from outside; links that no mail would hold now are minted by hand. */
const ASK: Readonly<Record<Exclude<Transition, 'close'>, (desk: Desk, made: Made) => Promise<unknown>>> = {
  confirm: (desk, { caseNumber }) => confirm(desk, caseNumber),
  accept: (desk, { caseNumber }) => decide(desk, ANNA, 'accept', caseNumber),
  dismiss: (desk, { caseNumber }) => decide(desk, ANNA, 'dismiss', caseNumber, { ground: 'test' }),
  take: (desk, { caseNumber }) => press(desk, caseNumber, 'take'),
  decide: (desk, { caseNumber }) => press(desk, caseNumber, 'answer', answerFields(desk, caseNumber), '1'),
  handle: (desk, { caseNumber }) =>
    press(desk, caseNumber, 'ask_identity', { doubt: 'name_differs', level: 'L2', text: 'Wat is uw klantnummer?' }),
  follow_up: (desk, { caseNumber }) => press(desk, caseNumber, 'message', { text: 'Wij zijn ermee bezig.' }),
  reopen: (desk, { caseNumber }) => press(desk, caseNumber, 'reopen', { text: 'Er ontbreekt een bladzijde.' }, '1'),
  collect: async (desk, { caseNumber, code }) => {
    const token = await minted(desk, { action: 'collect', caseNumber });
    return desk.gateway(formCall('POST /collect', { token, collectionCode: code }));
  },
  restart: (desk, { caseNumber }) => restartClock(desk.dependencies, desk.caseOf(caseNumber), 'late', desk.clock.now()),
  step: async (desk, { caseNumber }) => {
    await desk.runFor({ hours: 24 * 26 });
    await desk.digest();
    await desk.late();
    const run = Math.max(1, desk.caseOf(caseNumber).clockRun);
    await advance(desk.dependencies, {
      caseId: caseNumber,
      executionName: `${caseNumber}-${run}`,
      step: 'two_days_left',
    });
  },
};

async function minted(desk: Desk, grant: Parameters<typeof mintToken>[1]): Promise<string> {
  const { secret, token } = mintToken(desk.dependencies.randomBytes, grant, desk.clock.now().add({ hours: 1 }));
  await desk.stores.tokens.putAll([token]);
  return secret;
}

async function press(
  desk: Desk,
  caseNumber: string,
  action: StaffAction,
  fields: Readonly<Record<string, string>> = {},
  on: string | null = null,
) {
  const token = await minted(desk, { action, caseNumber, staffId: ANNA.staffId, on });
  const cookie = await signIn(desk, ANNA);
  return desk.gateway(formCall('POST /desk/decide', { token, ...fields }, { cookie }));
}

const EVENT_OF: Readonly<Record<Exclude<Transition, 'close'>, CaseEventType>> = {
  confirm: 'request_confirmed',
  accept: 'request_accepted',
  dismiss: 'request_dismissed',
  take: 'case_taken',
  decide: 'part_decided',
  handle: 'inquiry_asked',
  follow_up: 'message_sent',
  reopen: 'case_reopened',
  collect: 'answer_collected',
  restart: 'clock_restarted',
  step: 'step_done',
};

describe.each(STATUSES)('a case that is %s', (status) => {
  it.each(Object.keys(ASK) as (keyof typeof ASK)[])(
    'goes through what the table says when asked to %s',
    async (what) => {
      const desk = createDesk();
      const made = await MAKE[status](desk);
      const before = desk.caseOf(made.caseNumber);
      expect(before.status).toBe(status);
      const eventsBefore = (await desk.stores.cases.listEvents(made.caseNumber)).length;

      await ASK[what](desk, made);

      const after = desk.caseOf(made.caseNumber);
      const events = (await desk.stores.cases.listEvents(made.caseNumber)).slice(eventsBefore).map(({ type }) => type);
      const { from, to } = TRANSITIONS[what];
      const isPossibleNow = from.includes(status);
      const leadsTo = what === 'decide' ? 'closed' : to === 'unchanged' ? status : to;
      expect({ done: events.includes(EVENT_OF[what]), status: after.status }).toEqual({
        done: isPossibleNow,
        status: isPossibleNow ? leadsTo : status,
      });
      expect(isPossibleNow || after.version === before.version).toBe(true);
    },
  );
});

describe('a request withdrawn by the requester before it was confirmed', () => {
  it('is closed, though it never was open, and there is nothing to collect', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk, ACCESS);
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), null);
    await desk.settle();
    expect(desk.caseOf(caseNumber)).toMatchObject({
      status: 'closed',
      parts: [{ decision: { outcome: 'withdrawn', decidedBy: { kind: 'requester' } } }],
      tasks: [],
      nextStepAt: null,
      clockRun: 0,
    });
    expect(desk.mailbox.of('withdrawal_confirmed').map(({ to }) => to)).toEqual(['jan@example.org']);
    for (const template of ['answer_ready', 'staff_new_case', 'acknowledgement'] as const) {
      expect(desk.mailbox.of(template)).toEqual([]);
    }
    expect(desk.clocks.executions.size).toBe(0);
    await desk.runFor({ hours: 24 * 60 });
    await desk.digest();
    await desk.late();
    expect(desk.mailbox.sent).toHaveLength(2);
  });

  it('cannot be confirmed or accepted any more', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk, ACCESS);
    await withdrawParts(desk.dependencies, desk.caseOf(caseNumber), null);
    const { version } = desk.caseOf(caseNumber);
    await confirm(desk, caseNumber);
    await press(desk, caseNumber, 'accept');
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'closed', version });
  });

  it('is withdrawn as a whole only', async () => {
    const desk = createDesk();
    const parts = [{ requestType: 'access' }, { requestType: 'erasure' }];
    const { caseNumber } = await submit(desk, { ...ACCESS, parts });
    const before = desk.caseOf(caseNumber);
    await expect(withdrawParts(desk.dependencies, before, ['1'])).rejects.toMatchObject({ rule: 'case_not_possible' });
    expect(desk.caseOf(caseNumber)).toEqual(before);
  });
});

describe('a case that is opened again', () => {
  it('keeps its receipt, wakes for the next rung that is still to come, and closes again', async () => {
    const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
    const { caseNumber } = await submit(desk, ACCESS);
    await confirm(desk, caseNumber);
    await desk.runTo('2026-06-12T10:00:00Z');
    await answer(desk, ANNA, caseNumber);
    const closed = desk.caseOf(caseNumber);
    await desk.runTo('2026-06-24T10:00:00Z');
    await press(desk, caseNumber, 'reopen', { text: 'Er ontbreekt een bladzijde.' }, '1');
    await desk.settle();

    const reopened = desk.caseOf(caseNumber);
    expect(reopened).toMatchObject({
      status: 'open',
      receivedAt: closed.receivedAt,
      parts: [{ decision: null }],
      tasks: [{ kind: 'collect', ended: { as: 'cancelled' } }],
      nextStepAt: '2026-06-30T07:00:00.000Z',
    });
    const running = desk.clocks.executions.get(`${caseNumber}-${reopened.clockRun}`);
    expect(running?.status).toBe('RUNNING');
    await desk.runTo('2026-06-30T08:00:00Z');
    expect(desk.caseOf(caseNumber).steps.at(-1)).toMatchObject({ step: 'five_days_left', outcome: 'done' });

    await answer(desk, ANNA, caseNumber);
    expect(desk.caseOf(caseNumber)).toMatchObject({ status: 'closed', tasks: [{}, { kind: 'collect', ended: null }] });
    expect(desk.mailbox.of('answer_ready')).toHaveLength(2);
  });
});

describe('the last decision', () => {
  it('closes the case, and no earlier one does', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk, {
      ...ACCESS,
      parts: [{ requestType: 'access' }, { requestType: 'rectification' }],
    });
    await confirm(desk, caseNumber);
    await take(desk, ANNA, caseNumber);
    await answer(desk, ANNA, caseNumber, '2');
    expect(desk.caseOf(caseNumber).status).toBe('open');
    expect(desk.mailbox.of('answer_ready')).toEqual([]);
    await answer(desk, ANNA, caseNumber, '1');
    expect(desk.caseOf(caseNumber).status).toBe('closed');
    expect(desk.mailbox.of('answer_ready')).toHaveLength(1);
    expect(staffSecret(desk, ANNA, 'answer', caseNumber, '1')).toBeDefined();
    expect(lastAbout(desk, 'answer_ready', caseNumber).to).toBe('jan@example.org');
    expect((await collect(desk, caseNumber, 'XXXX-XXXX-XXXX')).status).toBe(422);
  });
});
