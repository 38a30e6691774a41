import { createMemoryConsentStore } from '../../../adapters/memory/consent-store.ts';
import { createMemoryDesk } from '../../../adapters/memory/memory-desk.ts';
import { Temporal } from 'temporal-polyfill';
import type { Case, CaseContent, OpenCase } from '../../../domain/cases/case.ts';
import type { CaseText } from '../../../domain/cases/case-text.ts';
import type { Task } from '../../../domain/cases/task.ts';
import { DUTCH_CALENDAR } from '../../support/fixtures/dutch-calendar.ts';
import { buildMail } from '../../../domain/outbox/build-mail.ts';
import type { MailContext } from '../../../domain/outbox/built-mail.ts';
import type { MailOrder } from '../../../domain/outbox/outbox-row.ts';
import type { CaseReader } from '../../../domain/ports.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';
import { createTestBytes, createTestKeys } from '../../support/desk/test-keys.ts';
import { caseContent, openCase, testCaseNumber } from '../../support/fixtures/cases.ts';
import { TEST_NOW } from '../../support/fixtures/test-clock.ts';

export const caseNumber = testCaseNumber(1);
export const keys = createTestKeys();
export const BY_ANNA = { kind: 'staff', staffId: 'anna-de-wit' } as const;
export const staffId = 'anna-de-wit';
export const textId = '000002-1';
export const now = Temporal.Instant.from(TEST_NOW);

/** What is stored beside the case. */
interface Stored {
  readonly content?: CaseContent;
  readonly texts?: Readonly<Record<string, string>>;
  readonly rehearsalMailDomain?: string;
}

/** What mails about one stored case are built from. */
export function contextOf(
  subject: Case,
  { content = caseContent(caseNumber), texts, rehearsalMailDomain }: Stored,
): MailContext {
  const text: CaseText = {
    schemaVersion: 1,
    caseNumber,
    textId,
    kind: 'message',
    from: BY_ANNA,
    at: TEST_NOW,
    texts: texts ?? {},
  };
  const cases: CaseReader = {
    find: async () => Promise.resolve(subject),
    findMany: async () => Promise.resolve({ cases: [subject], unreadable: [] }),
    findContent: async () => Promise.resolve(content),
    listTexts: async () => Promise.resolve(texts === undefined ? [] : [text]),
    listAnswers: async () => Promise.resolve([]),
    listEvents: async () => Promise.resolve([]),
    listDue: async () => Promise.resolve([]),
    listOfContact: async () => Promise.resolve([]),
  };
  return {
    cases,
    figures: { listMonth: async () => Promise.resolve([]) },
    keys,
    organisation: ctTelecom,
    calendar: DUTCH_CALENDAR,
    randomBytes: createTestBytes('mail'),
    publicUrl: 'https://desk.example.nl',
    rehearsalMailDomain: rehearsalMailDomain ?? null,
    rehearsing: false,
    consents: createMemoryConsentStore(createMemoryDesk({ now: () => now })),
    inboundMail: { read: async () => Promise.resolve(undefined) },
    inboundMailDomain: 'desk.example.nl',
  };
}

/** The mail of an order, from the case as it is, at a wall instant. */
export const build = (order: MailOrder, subject: Case, stored: Stored = {}, at = now) =>
  buildMail(contextOf(subject, stored), order, at);
/** Days of 24 hours after the receipt. */
export const daysLater = (days: number) => now.add({ hours: 24 * days });
export const taken = (overrides: Partial<OpenCase> = {}) =>
  openCase(caseNumber, { assignee: { staffId, since: TEST_NOW }, ...overrides });

export const identityInquiry = {
  inquiryId: '1',
  kind: 'identity',
  askedAt: TEST_NOW,
  askedBy: staffId,
  textId,
  answeredAt: null,
  doubt: 'name_differs',
  levelNeeded: 'L2',
  code: { kid: 'k1', addressTextId: textId, sentAt: TEST_NOW },
} as const;

export const toRecipient = {
  taskId: '1',
  kind: 'recipient_notice',
  createdAt: TEST_NOW,
  createdBy: BY_ANNA,
  dueAt: '2026-03-16T08:00:00.000Z',
  ended: null,
  partId: '1',
  recipientId: 'voorbeeld-incasso',
  textId,
} as const satisfies Task;
