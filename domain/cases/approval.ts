import type { Temporal } from 'temporal-polyfill';
import type { OpenCase } from './case.ts';
import type { CaseText } from './case-text.ts';
import type { StaffDependencies } from './staff-of-case.ts';

/** What approving needs besides the case. */
export interface Approval {
  readonly dependencies: StaffDependencies;
  readonly current: OpenCase;
  readonly text: CaseText;
  readonly approver: string;
  /** Case time. */
  readonly at: Temporal.Instant;
  readonly wallNow: Temporal.Instant;
}
