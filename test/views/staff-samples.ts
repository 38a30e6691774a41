import { Temporal } from 'temporal-polyfill';
import type { Inbound } from '../../domain/cases/inbound.ts';
import type { OpenCase } from '../../domain/cases/case.ts';
import { caseEventTypeSchema, chainEvents } from '../../domain/cases/case-events.ts';
import { DUTCH_CALENDAR } from '../support/fixtures/dutch-calendar.ts';
import { ACTS_ON, type StaffAction, staffActionSchema } from '../../domain/desk/staff-actions.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { staffCaseOf } from '../../domain/outbox/staff-case.ts';
import type { CaseView } from '../../views/pages/case-view.ts';
import type { DeskOverviewModel } from '../../views/pages/desk-overview-page.ts';
import type { StaffActionModel } from '../../views/pages/staff-action-page.ts';
import type { DeskRow } from '../../domain/desk/use-cases/open-desk.ts';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { openCase, testCaseNumber } from '../support/fixtures/cases.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { found } from './parsed-html.ts';

const AT = '2026-06-09T12:03:00.000Z';
const NOW = Temporal.Instant.from('2026-06-30T12:00:00Z');
const OFFICER = found(
  ctTelecom.staff.find(({ role }) => role === 'privacy_officer'),
  'officer',
);
const byAnna = { kind: 'staff', staffId: 'anna-de-wit' } as const;

export const actions = staffActionSchema.options;

/** What an action of the samples is about. */
export function onOf(action: StaffAction): string | null {
  const about = ACTS_ON[action];
  return about === undefined ? null : about === 'proposal' ? '7' : '1';
}

const { events, head } = chainEvents(
  CASE_NUMBER,
  undefined,
  caseEventTypeSchema.options.map((type) => ({ type, at: AT, actor: byAnna, details: {} })),
);

/** A case with something of everything. */
export const sampleCase: OpenCase = openCase(CASE_NUMBER, {
  receivedAt: AT,
  parts: [
    { partId: '1', requestType: 'erasure', decision: null, restriction: { since: AT, toldAt: AT, liftedAt: null } },
    {
      partId: '2',
      requestType: 'marketing_objection',
      decision: { outcome: 'granted', decidedAt: AT, decidedBy: { kind: 'desk' }, releasedBy: null },
      restriction: null,
    },
    { partId: '3', requestType: 'question', decision: null, restriction: null },
  ],
  representation: { as: 'parent', mandate: { seenBy: 'anna-de-wit', seenAt: AT } },
  inquiries: [
    {
      inquiryId: '1',
      kind: 'identity',
      askedAt: AT,
      askedBy: 'anna-de-wit',
      textId: '000003-1',
      answeredAt: null,
      doubt: 'name_differs',
      levelNeeded: 'L2',
      code: null,
    },
    { inquiryId: '2', kind: 'clarification', askedAt: AT, askedBy: 'anna-de-wit', textId: '000003-1', answeredAt: AT },
  ],
  proposals: [
    {
      proposalId: '7',
      kind: 'refusal',
      personalData: false,
      proposedBy: 'anna-de-wit',
      proposedAt: AT,
      textId: '000002-1',
      partId: '1',
      outcome: 'partly_granted',
      ground: 'tax_law',
      kept: [{ category: 'payment', ground: 'tax_law', until: '2033-01-01' }],
    },
    {
      proposalId: '8',
      kind: 'extension',
      proposedBy: 'anna-de-wit',
      proposedAt: AT,
      textId: '000002-1',
      ground: 'complexity',
      partIds: ['1'],
      until: '2026-09-09',
    },
  ],
  tasks: [
    {
      taskId: '1',
      kind: 'recipient_notice',
      createdAt: AT,
      createdBy: byAnna,
      dueAt: AT,
      ended: null,
      partId: '1',
      recipientId: found(ctTelecom.recipients[0], 'recipient').recipientId,
      textId: '000003-1',
    },
    {
      taskId: '2',
      kind: 'search',
      createdAt: AT,
      createdBy: byAnna,
      dueAt: AT,
      ended: { as: 'done', at: AT, by: byAnna, textId: null },
      departmentId: 'finance',
      staffId: 'anna-de-wit',
      textId: '000003-1',
    },
  ],
  excludedStaff: ['sam-okafor'],
  linkedCases: [CASE_NUMBER],
  lastEvent: head,
  openedAt: AT,
  openedBy: { kind: 'requester' },
  addressConfirmedAt: '2026-03-02T10:00:00.000Z',
});

/** The sample as the privacy officer sees it, with one text everywhere a person can put one. */
export function viewWith(text: string, subject: CaseView['case'] = sampleCase): CaseView {
  return {
    case: subject,
    content: {
      schemaVersion: 1,
      caseNumber: CASE_NUMBER,
      requester: { name: text, email: text, phone: text, postalAddress: text, relation: 'customer' },
      message: text,
      onBehalfOf: text,
      partTexts: { '1': text },
    },
    texts: [
      {
        schemaVersion: 1,
        caseNumber: CASE_NUMBER,
        textId: '000002-1',
        kind: 'draft',
        from: byAnna,
        at: AT,
        texts: { text, scope: text, facts: text },
      },
      {
        schemaVersion: 1,
        caseNumber: CASE_NUMBER,
        textId: '000003-1',
        kind: 'message',
        from: { kind: 'requester' },
        at: AT,
        texts: { text },
      },
    ],
    answers: [
      {
        schemaVersion: 1,
        caseNumber: CASE_NUMBER,
        partId: '2',
        text,
        refusal: { scope: text, facts: text, authority: 'AP', court: 'De rechter' },
        writtenBy: 'anna-de-wit',
        writtenAt: AT,
      },
    ],
    events,
    member: OFFICER,
    staffCase: staffCaseOf(subject, NOW, { calendar: DUTCH_CALENDAR, organisation: ctTelecom }),
    at: NOW,
    calendar: DUTCH_CALENDAR,
  };
}

/** A mail that nobody has sorted, with one text everywhere its sender can put one. */
export function mailViewWith(text: string, inbound: Partial<Inbound> = {}): CaseView {
  const { openedAt: _at, openedBy: _by, assignee: _whose, ...common } = sampleCase;
  const subject: CaseView['case'] = {
    ...common,
    status: 'unconfirmed',
    receivedThrough: 'mail',
    inbound: {
      objectKey: 'mail/1',
      readable: true,
      sender: 'person',
      acknowledged: true,
      stoppedMailings: false,
      ...inbound,
    },
  };
  const view = viewWith(text, subject);
  const file = { bytes: 12_345, sha256: 'a'.repeat(64) };
  return {
    ...view,
    content: {
      ...view.content,
      mail: {
        subject: text,
        attachments: [
          { ...file, fileName: text, mediaType: 'application/pdf', objectKey: 'attachments/1/0' },
          { ...file, fileName: text, mediaType: null, objectKey: null },
        ],
      },
    },
    texts: [
      ...view.texts,
      {
        schemaVersion: 1,
        caseNumber: CASE_NUMBER,
        textId: '000004-1',
        kind: 'message',
        from: { kind: 'requester' },
        at: AT,
        texts: { text, message: 'mail/2', from: text, files: text },
      },
    ],
  };
}

/** The page of an action with one text everywhere. */
export function staffModelWith(action: StaffAction, text: string): StaffActionModel {
  return {
    action,
    door: { kind: 'link', secret: CODE },
    view: viewWith(text),
    on: onOf(action),
    values: {
      text,
      scope: text,
      facts: text,
      note: text,
      reason: text,
      caseNumber: text,
      address: text,
      explain_backups: text,
    },
  };
}

const row = {
  staffCase: viewWith('').staffCase,
  status: 'open',
  assigneeId: null,
  proposals: 1,
  openInquiries: 0,
  isRehearsal: true,
  mail: null,
} as const;

/** An overview with an open case and an unconfirmed one, and somebody away. */
export const overviewModel: DeskOverviewModel = {
  member: OFFICER,
  rows: [
    row,
    { ...row, status: 'unconfirmed', proposals: 0 },
    {
      ...row,
      status: 'unconfirmed',
      proposals: 0,
      mail: { sender: 'person', readable: true, arrivedAt: Temporal.Instant.from(AT) },
    },
  ],
  left: 3,
  unreadable: 0,
  absences: [
    {
      schemaVersion: 1,
      staffId: 'anna-de-wit',
      from: '2026-07-01',
      until: '2026-07-14',
      setBy: 'anna-de-wit',
      setAt: AT,
    },
  ],
  filter: { show: 'all', type: null, page: 1 },
};

/** So many open cases, from late to far away, of several handlers and types, as the desk sorts them. */
export function manyRows(count: number): readonly DeskRow[] {
  const types = requestTypeSchema.options;
  return Array.from({ length: count }, (_, index): DeskRow => {
    const member = index % 3 === 0 ? undefined : ctTelecom.staff[index % ctTelecom.staff.length];
    return {
      ...row,
      isRehearsal: false,
      proposals: index % 7 === 0 ? 1 : 0,
      openInquiries: index % 5 === 0 ? 1 : 0,
      assigneeId: member?.staffId ?? null,
      staffCase: {
        ...row.staffCase,
        caseNumber: testCaseNumber(index + 1),
        requestTypes: [found(types[index % types.length], 'type')],
        workingDaysLeft: Math.floor(index / 4) - 2,
        extendedUntil: index % 11 === 0 ? Temporal.PlainDate.from('2026-09-09') : null,
        assigneeName: member?.name ?? null,
      },
    };
  });
}
