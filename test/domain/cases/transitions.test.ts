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

  it('leads nowhere from a request that was dismissed, and no closed case back', () => {
    expect(ALL.filter((transition) => isPossible(transition, OF_STATUS.dismissed))).toEqual([]);
    expect(ALL.filter((transition) => isPossible(transition, OF_STATUS.closed))).toEqual(['collect']);
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
  take: async (desk, { caseNumber }) => press(desk, { action: 'take', caseNumber, staffId: ANNA.staffId }),
  decide: async (desk, { caseNumber }) =>
    press(desk, { action: 'answer', caseNumber, partId: '1', staffId: ANNA.staffId }),
  collect: async (desk, { caseNumber, code }) => {
    const token = await minted(desk, { action: 'collect', caseNumber });
    return desk.gateway(formCall('POST /collect', { token, collectionCode: code }));
  },
  restart: (desk, { caseNumber }) => restartClock(desk.dependencies, desk.caseOf(caseNumber), 'late', desk.clock.now()),
  step: async (desk, { caseNumber }) => {
    await desk.runFor({ hours: 24 * 26 });
    await desk.digest();
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

async function press(desk: Desk, grant: Parameters<typeof mintToken>[1]) {
  const token = await minted(desk, grant);
  const cookie = await signIn(desk, ANNA);
  return desk.gateway(formCall('POST /desk/decide', { token, text: 'Een antwoord.', ground: 'spam' }, { cookie }));
}

const EVENT_OF: Readonly<Record<Exclude<Transition, 'close'>, CaseEventType>> = {
  confirm: 'request_confirmed',
  accept: 'request_accepted',
  dismiss: 'request_dismissed',
  take: 'case_taken',
  decide: 'part_decided',
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

describe('the last decision', () => {
  it('closes the case, and no earlier one does', async () => {
    const desk = createDesk();
    const { caseNumber } = await submit(desk, {
      ...ACCESS,
      parts: [{ requestType: 'access' }, { requestType: 'erasure' }],
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
