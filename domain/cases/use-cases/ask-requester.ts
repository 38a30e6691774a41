import type { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../../errors.ts';
import { instantText } from '../../instants.ts';
import { findStaff } from '../../organisation.ts';
import { type Case, MAX_INQUIRIES, type OpenCase } from '../case.ts';
import { caseTimeOf } from '../case-dates.ts';
import { commitChange, newText, newTextId } from '../commit-change.ts';
import { type IdentityDoubt, type IdentityLevel, reaches } from '../identity.ts';
import { identityLevelOf, neededIdentityLevel } from '../identity-of-case.ts';
import type { Inquiry } from '../inquiry.ts';
import { type StaffAct, type StaffDependencies, usedLink } from '../staff-of-case.ts';

/** What is asked: who somebody is, for a doubt that has a name; or what they mean. */
export type Question =
  | {
      readonly kind: 'identity';
      readonly doubt: IdentityDoubt;
      readonly level: IdentityLevel;
      readonly text: string;
    }
  | { readonly kind: 'clarification'; readonly text: string };

/**
 * Asks the requester something and waits for the answer, while the promise runs on. Who somebody is is asked on a
 * named doubt only, and never for more than the request needs; the extra step (L3) only by the privacy officer.
 * Throws RuleRefusedError, and what commitChange throws.
 */
export async function askRequester(
  dependencies: StaffDependencies,
  current: OpenCase,
  act: StaffAct,
  question: Question,
  wallNow: Temporal.Instant,
): Promise<Case> {
  const isAsked = current.inquiries.some(({ kind, answeredAt }) => kind === question.kind && answeredAt === null);
  if (isAsked) throw new RuleRefusedError('already_waiting');
  if (current.inquiries.length >= MAX_INQUIRIES) throw new RuleRefusedError('case_not_possible');
  if (question.kind === 'identity') checkIdentityQuestion(dependencies, current, act, question);
  else if (question.text.trim() === '') throw new RuleRefusedError('text_required', 'text');

  const at = instantText(caseTimeOf(current, wallNow));
  const textId = newTextId(current);
  const inquiryId = String(current.inquiries.length + 1);
  const common = { inquiryId, askedAt: at, askedBy: act.staffId, textId, answeredAt: null };
  const inquiry: Inquiry =
    question.kind === 'identity'
      ? { ...common, kind: 'identity', doubt: question.doubt, levelNeeded: question.level, code: null }
      : { ...common, kind: 'clarification' };
  const actor = { kind: 'staff', staffId: act.staffId } as const;
  const { caseNumber } = current;
  return commitChange(
    dependencies,
    current,
    {
      transition: 'handle',
      next: { ...current, inquiries: [...current.inquiries, inquiry] },
      entries: [
        {
          type: 'inquiry_asked',
          at,
          actor,
          details: { inquiryId, kind: inquiry.kind, ...(inquiry.kind === 'identity' && { doubt: inquiry.doubt }) },
        },
      ],
      orders: [{ kind: 'mail', mail: { template: 'inquiry', caseNumber, inquiryId, reminder: false } }],
      texts: [newText(current, { kind: 'question', from: actor, at, texts: { text: question.text } })],
      ...usedLink(act),
    },
    wallNow,
  );
}

function checkIdentityQuestion(
  { organisation }: StaffDependencies,
  current: OpenCase,
  { staffId }: StaffAct,
  { level }: Extract<Question, { kind: 'identity' }>,
): void {
  if (reaches(identityLevelOf(current), level)) throw new RuleRefusedError('identity_enough', 'level');
  const role = findStaff(organisation, staffId)?.role;
  const mayAskMore = role === 'privacy_officer' || role === 'director';
  if (!mayAskMore && !reaches(neededIdentityLevel(current), level)) {
    throw new RuleRefusedError('identity_more_than_needed', 'level');
  }
}
