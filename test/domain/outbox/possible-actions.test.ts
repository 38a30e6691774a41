import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Case, OpenCase } from '../../../domain/cases/case.ts';
import type { Proposal } from '../../../domain/cases/proposal.ts';
import type { Task } from '../../../domain/cases/task.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { findStaff } from '../../../domain/organisation.ts';
import { possibleActions } from '../../../domain/outbox/possible-actions.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import {
  closedCase,
  decidedBy,
  dismissedCase,
  openCase,
  partOf,
  testCaseNumber,
  unconfirmedCase,
} from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';

const NUMBER = testCaseNumber(1);
const HANDLER = 'anna-de-wit';
const COLLEAGUE = 'sam-okafor';
const LEAD = 'fatima-el-idrissi';
const OFFICER = 'pieter-van-dam';
const DIRECTOR = 'marieke-visser';
const PROTECTION_OFFICER = 'lotte-mulder';
const BY_ANNA = { kind: 'staff', staffId: HANDLER } as const;

function actionsOf(subject: Case, staffId: string = HANDLER, at: string = TEST_NOW): readonly string[] {
  const member = findStaff(ctTelecom, staffId);
  if (member === undefined) throw new Error('no such member of staff');
  const context = { organisation: ctTelecom, calendar: DUTCH_CALENDAR, at: Temporal.Instant.from(at) };
  return possibleActions(subject, member, context).map(({ action, on }) => (on === null ? action : `${action} ${on}`));
}

const taken = (overrides: Partial<OpenCase> = {}) =>
  openCase(NUMBER, { assignee: { staffId: HANDLER, since: TEST_NOW }, ...overrides });
const daysLater = (days: number) =>
  Temporal.Instant.from(TEST_NOW)
    .add({ hours: 24 * days })
    .toString();

const proposal = {
  proposalId: '7',
  kind: 'refusal',
  personalData: false,
  proposedBy: HANDLER,
  proposedAt: TEST_NOW,
  textId: '000002-1',
  partId: '1',
  outcome: 'refused',
  ground: 'gdpr_12_5_excessive',
  kept: [],
} as const satisfies Proposal;

describe('what can be done with an open case', () => {
  it('begins with taking it, then an answer for each open part', () => {
    const parts = [
      partOf('1', 'access'),
      partOf('2', 'complaint', decidedBy(BY_ANNA, 'answered')),
      partOf('3', 'question'),
    ];
    expect(actionsOf(openCase(NUMBER, { parts })).slice(0, 3)).toEqual(['take', 'answer 1', 'answer 3']);
  });

  it('has no taking for a case somebody has, unless that person has left', () => {
    expect(actionsOf(taken(), COLLEAGUE)).not.toContain('take');
    const left = taken({ assignee: { staffId: 'somebody-gone', since: TEST_NOW } });
    expect(actionsOf(left, COLLEAGUE)[0]).toBe('take');
  });

  it('is nothing for the data protection officer and for whom a complaint is about', () => {
    expect(actionsOf(openCase(NUMBER), PROTECTION_OFFICER)).toEqual([]);
    expect(actionsOf(openCase(NUMBER, { excludedStaff: [HANDLER] }))).toEqual([]);
    expect(actionsOf(openCase(NUMBER, { excludedStaff: [HANDLER] }), COLLEAGUE)).not.toEqual([]);
  });

  it('asks who somebody is only below the level that is needed, and once', () => {
    expect(actionsOf(taken())).toEqual(expect.arrayContaining(['ask_identity', 'record_identity']));
    expect(actionsOf(taken())).not.toContain('send_identity_code');
    const asked = {
      inquiryId: '1',
      kind: 'identity',
      askedAt: TEST_NOW,
      askedBy: HANDLER,
      textId: '000002-1',
      answeredAt: null,
      doubt: 'name_differs',
      levelNeeded: 'L2',
      code: null,
    } as const;
    expect(actionsOf(taken({ inquiries: [asked] }))).toContain('send_identity_code');
    expect(actionsOf(taken({ inquiries: [asked] }))).not.toContain('ask_identity');
    const identity = { level: 'L2', method: 'account_login', by: BY_ANNA, at: TEST_NOW } as const;
    const known = actionsOf(taken({ identity }));
    expect(known).not.toContain('ask_identity');
    expect(known).not.toContain('record_identity');
  });

  it('asks to see the mandate of a representative until somebody has seen it', () => {
    expect(actionsOf(taken({ representation: { as: 'agent', mandate: null } }))).toContain('mandate_seen');
    const mandate = { seenBy: HANDLER, seenAt: TEST_NOW };
    expect(actionsOf(taken({ representation: { as: 'agent', mandate } }))).not.toContain('mandate_seen');
  });

  it('ends a task by its id', () => {
    const task = {
      taskId: '2',
      kind: 'stop_mailings',
      createdAt: TEST_NOW,
      createdBy: { kind: 'desk' },
      dueAt: TEST_NOW,
      ended: null,
    } as const satisfies Task;
    expect(actionsOf(taken({ tasks: [task] }))).toContain('end_task 2');
    const ended = { as: 'done', at: TEST_NOW, by: BY_ANNA, textId: null } as const;
    expect(actionsOf(taken({ tasks: [{ ...task, ended }] }))).not.toContain('end_task 2');
  });
});

describe('a proposal that waits', () => {
  const waiting = taken({ proposals: [proposal] });

  it('takes the answer and the re-typing of its part away', () => {
    expect(actionsOf(waiting)).not.toContain('answer 1');
    expect(actionsOf(waiting)).not.toContain('retype 1');
  });

  it('can be approved by the right role, never by who proposed it', () => {
    expect(actionsOf(waiting, OFFICER)).toContain('approve 7');
    for (const other of [HANDLER, LEAD, DIRECTOR]) expect(actionsOf(waiting, other)).not.toContain('approve 7');
  });

  it('can be approved by those above when who proposed it was the only one of the role', () => {
    const own = taken({ proposals: [{ ...proposal, proposedBy: OFFICER }] });
    expect(actionsOf(own, OFFICER)).not.toContain('approve 7');
    expect(actionsOf(own, DIRECTOR)).toContain('approve 7');
  });
});

describe('an extension', () => {
  it('can be proposed by everyone until the promised date, then by the officer, then by nobody', () => {
    expect(actionsOf(taken(), HANDLER, daysLater(27))).toContain('extend');
    expect(actionsOf(taken(), HANDLER, daysLater(29))).not.toContain('extend');
    expect(actionsOf(taken(), OFFICER, daysLater(29))).toContain('extend');
    expect(actionsOf(taken(), OFFICER, daysLater(32))).not.toContain('extend');
  });

  it('is not there for a case of questions alone, nor while one is proposed', () => {
    expect(actionsOf(taken({ parts: [partOf('1', 'question')] }))).not.toContain('extend');
    const proposed: Proposal = {
      proposalId: '8',
      kind: 'extension',
      proposedBy: HANDLER,
      proposedAt: TEST_NOW,
      textId: '000002-1',
      ground: 'complexity',
      partIds: ['1'],
      until: '2026-05-01',
    };
    expect(actionsOf(taken({ proposals: [proposed] }))).not.toContain('extend');
  });
});

const closed = (type: 'erasure' | 'access') => closedCase(NUMBER, { parts: [partOf('1', type, decidedBy(BY_ANNA))] });

describe('what can be done with a closed case', () => {
  it('is following up, never deciding', () => {
    expect(actionsOf(closed('erasure'))).toEqual([
      'tell_recipients 1',
      'message',
      'issue_code',
      'reopen 1',
      'authority_letter',
      'link_case',
      'wrong_recipient',
    ]);
  });

  it('tells recipients only of what art. 19 names', () => {
    expect(actionsOf(closed('access'))).not.toContain('tell_recipients 1');
  });

  it('lifts a restriction that stands, and reopens nothing the requester withdrew', () => {
    const restriction = { since: TEST_NOW, toldAt: null, liftedAt: null };
    const withdrawn = { outcome: 'withdrawn', decidedAt: TEST_NOW, decidedBy: { kind: 'requester' } } as const;
    const parts = [partOf('1', 'restriction', decidedBy(BY_ANNA), restriction), partOf('2', 'access', withdrawn)];
    const actions = actionsOf(closedCase(NUMBER, { parts }));
    expect(actions).toContain('lift_restriction 1');
    expect(actions.filter((action) => action.startsWith('reopen'))).toEqual(['reopen 1']);
  });
});

it('accepts or dismisses an unconfirmed request, and does nothing with a dismissed one', () => {
  expect(actionsOf(unconfirmedCase(NUMBER))).toEqual(['accept', 'dismiss']);
  expect(actionsOf(dismissedCase(NUMBER))).toEqual([]);
});
