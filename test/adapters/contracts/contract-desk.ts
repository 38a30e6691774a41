import type { Case } from '../../../domain/cases/case.ts';
import type { RequestType } from '../../../domain/cases/request-types.ts';
import type { Contact } from '../../../domain/consents/contact.ts';
import type { CaseView } from '../../../domain/desk/case-view.ts';
import type {
  AbsenceStore,
  CaseStore,
  CaseViewLog,
  FiguresReader,
  OutboxStore,
  RateLimiter,
  RequestIntake,
  SessionStore,
  TokenStore,
} from '../../../domain/ports.ts';
import type { ConsentStore, SubscriberLists } from '../../../domain/consents/ports.ts';
import type { TestClock } from '../../support/fixtures/test-clock.ts';

/** One empty desk under test: its stores, and what no port shows. */
export interface ContractDesk {
  readonly clock: TestClock;
  readonly cases: CaseStore;
  readonly intake: RequestIntake;
  readonly consents: ConsentStore;
  readonly lists: SubscriberLists;
  readonly figures: FiguresReader;
  readonly outbox: OutboxStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly absences: AbsenceStore;
  readonly views: CaseViewLog;
  readonly limiter: RateLimiter;
  /** Looks at one case, in order of their instants: no port reads them. */
  listViews(caseNumber: string): Promise<readonly CaseView[]>;
  findAuditHead(caseNumber: string): Promise<Case['lastEvent'] | undefined>;
  /** Makes a stored item unreadable: its schema version becomes one that never was. */
  spoil(item: SpoiltItem): Promise<void>;
}

export type SpoiltItem =
  | { readonly kind: 'case' | 'content'; readonly caseNumber: string }
  | { readonly kind: 'event'; readonly caseNumber: string; readonly sequence: number }
  | { readonly kind: 'answer'; readonly caseNumber: string; readonly partId: string }
  | { readonly kind: 'text'; readonly caseNumber: string; readonly textId: string }
  /** Of a type that is not carried out at once. */
  | { readonly kind: 'figures'; readonly month: string; readonly requestType: RequestType }
  | { readonly kind: 'outbox'; readonly outboxId: string }
  | { readonly kind: 'token' | 'session'; readonly hash: string }
  | { readonly kind: 'absence'; readonly staffId: string }
  /** Of the first event of a record. */
  | { readonly kind: 'consent_event' | 'list_entry'; readonly contact: Contact; readonly topic: string }
  | { readonly kind: 'subscriber'; readonly contact: Contact }
  /** Of the one suppression of a contact, for everything. */
  | { readonly kind: 'suppression'; readonly contact: Contact }
  | { readonly kind: 'sign_up'; readonly signUpId: string };

/** Makes a fresh desk for each test. */
export type MakeDesk = () => Promise<ContractDesk>;
