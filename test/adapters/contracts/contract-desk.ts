import type { Case } from '../../../domain/cases/case.ts';
import type { Suppression } from '../../../domain/consents/suppression.ts';
import type {
  CaseStore,
  OutboxStore,
  RateLimiter,
  RequestIntake,
  SessionStore,
  TokenStore,
} from '../../../domain/ports.ts';
import type { TestClock } from '../../support/fixtures/test-clock.ts';

/** One empty desk under test: its stores, and what no port shows. */
export interface ContractDesk {
  readonly clock: TestClock;
  readonly cases: CaseStore;
  readonly intake: RequestIntake;
  readonly outbox: OutboxStore;
  readonly tokens: TokenStore;
  readonly sessions: SessionStore;
  readonly limiter: RateLimiter;
  findSuppression(suppression: Suppression): Promise<unknown>;
  findAuditHead(caseNumber: string): Promise<Case['lastEvent'] | undefined>;
  /** Makes a stored item unreadable: its schema version becomes one that never was. */
  spoil(item: SpoiltItem): Promise<void>;
}

export type SpoiltItem =
  | { readonly kind: 'case' | 'content'; readonly caseNumber: string }
  | { readonly kind: 'event'; readonly caseNumber: string; readonly sequence: number }
  | { readonly kind: 'answer'; readonly caseNumber: string; readonly partId: string }
  | { readonly kind: 'outbox'; readonly outboxId: string }
  | { readonly kind: 'token' | 'session'; readonly hash: string };

/** Makes a fresh desk for each test. */
export type MakeDesk = () => Promise<ContractDesk>;
