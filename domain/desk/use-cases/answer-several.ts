import { retryOnConflict } from '../../cases/commit-change.ts';
import { REQUEST_TYPE_RULES, type RequestType } from '../../cases/request-types.ts';
import { RuleRefusedError, type Rule } from '../../errors.ts';
import { findSessionMember, maySee, type SessionDependencies } from '../session-member.ts';
import type { StaffInputOf } from '../staff-input.ts';
import type { DecideDependencies } from './decide-action.ts';
import { performAction } from './perform-action.ts';

/** One answer for many requests that ask the same. */
export interface BatchAnswer {
  readonly caseNumbers: readonly string[];
  readonly requestType: RequestType;
  readonly input: StaffInputOf<'answer'>;
}

/** What became of each case: answered, or why not. */
export type BatchResult = readonly {
  readonly caseNumber: string;
  readonly refused: Rule | null;
}[];

/** Cases that one press answers at most. */
export const MOST_ANSWERED_AT_ONCE = 50;

/**
 * Answers the same request in many cases with the same words, each case in its own transaction and with its own receipt
 * and letter. Only what needs no identity and no second person: questions, complaints, marketing. Pressing again
 * answers what is left. Answers undefined without a session.
 */
export async function answerSeveral(
  dependencies: DecideDependencies & SessionDependencies,
  sessionSecret: string | undefined,
  batch: BatchAnswer,
): Promise<BatchResult | undefined> {
  const session = await findSessionMember(dependencies, sessionSecret);
  if (session === undefined || session.member.role === 'data_protection_officer') return undefined;
  const { identityLevel } = REQUEST_TYPE_RULES[batch.requestType];
  if (identityLevel !== 'L0' || batch.input.draft.personalData) throw new RuleRefusedError('outcome_not_possible');

  if (batch.caseNumbers.length > MOST_ANSWERED_AT_ONCE) throw new RuleRefusedError('too_many_parts', 'cases');

  const answered: { caseNumber: string; refused: Rule | null }[] = [];
  for (const caseNumber of new Set(batch.caseNumbers)) {
    const refused = await retryOnConflict(async () => {
      const subject = await dependencies.cases.find(caseNumber);
      const part = subject?.parts.find(
        ({ requestType, decision }) => requestType === batch.requestType && decision === null,
      );
      if (subject?.status !== 'open' || part === undefined || !maySee(session, subject)) return 'case_not_possible';
      const act = { staffId: session.member.staffId, on: part.partId, tokenHash: null };
      try {
        const stored = await performAction(dependencies, subject, act, batch.input, dependencies.clock.now());
        // An answer with files waits for a second person.
        const isAnswered = stored.parts.some(({ partId, decision }) => partId === part.partId && decision !== null);
        return isAnswered ? null : 'already_waiting';
      } catch (error) {
        if (error instanceof RuleRefusedError) return error.rule;
        throw error;
      }
    });
    answered.push({ caseNumber, refused });
  }
  return answered;
}
