import { Temporal } from 'temporal-polyfill';
import { RuleRefusedError } from '../errors.ts';
import { parseInstant } from '../instants.ts';
import { civilDate } from '../deadlines/deadlines.ts';
import type { OpenCase } from './case.ts';
import { identityLevelOf } from './identity-of-case.ts';
import { type IdentityLevel, reaches } from './identity.ts';
import type { Part } from './part.ts';
import { REFUSAL_GROUNDS, type RefusalGround } from './refusal-grounds.ts';
import { type Outcome, refusalGroundsOf, REQUEST_TYPE_RULES } from './request-types.ts';

/** A decision as somebody writes it down, before the rules have seen it. */
export interface DecisionDraft {
  readonly outcome: Outcome;
  /** What the requester reads. */
  readonly text: string;
  /** Whether the text, or a file with it, holds personal data: then a second person looks first. */
  readonly personalData: boolean;
  readonly ground?: RefusalGround | undefined;
  /** What exactly is refused. */
  readonly scope?: string | undefined;
  /** The facts of this case that carry the ground. */
  readonly facts?: string | undefined;
  /** Categories that are kept against an erasure, each with the civil date on which it may go. */
  readonly kept?: readonly { readonly category: string; readonly until: string }[] | undefined;
}

/** A decision the law and the desk allow. `refusal` is there exactly when something is refused. */
export type AllowedDecision =
  | { readonly refusal: null; readonly outcome: 'answered' | 'granted' | 'nothing_held' }
  | {
      readonly refusal: { readonly ground: RefusalGround; readonly scope: string; readonly facts: string };
      readonly outcome: 'partly_granted' | 'refused';
    };

/**
 * Whether a part may be decided like this now (`at` is case time text). Throws RuleRefusedError: an outcome the type
 * does not have, a refusal without one of its parts, a grant to somebody the desk does not know well enough, an
 * erasure before the access that was asked for together with it.
 */
export function checkDecision(current: OpenCase, part: Part, draft: DecisionDraft, at: string): AllowedDecision {
  const rules = REQUEST_TYPE_RULES[part.requestType];
  if (!rules.outcomes.includes(draft.outcome)) throw new RuleRefusedError('outcome_not_possible', 'outcome');
  if (draft.text.trim() === '') throw new RuleRefusedError('text_required', 'text');
  const allowed = allowedOutcome(current, part, draft, at);

  const gives = draft.outcome === 'granted' || draft.outcome === 'partly_granted';
  const isForMandate = (gives && rules.isRight) || draft.personalData;
  if (isForMandate && current.representation !== null && current.representation.mandate === null) {
    throw new RuleRefusedError('mandate_needed');
  }
  const needed = neededLevel(gives ? rules.identityLevel : 'L0', draft.personalData);
  if (!reaches(identityLevelOf(current), needed)) throw new RuleRefusedError('identity_needed');
  if (gives && part.requestType === 'erasure' && current.parts.some(isOpenAccess)) {
    throw new RuleRefusedError('access_first');
  }
  return allowed;
}

function isOpenAccess({ requestType, decision }: Part): boolean {
  return requestType === 'access' && decision === null;
}

/** Whatever is asked: personal data go to nobody below L2. */
function neededLevel(ofType: IdentityLevel, personalData: boolean): IdentityLevel {
  return personalData && !reaches(ofType, 'L2') ? 'L2' : ofType;
}

/** An end that nobody alive sees, such as 31 December 9999, is none. */
const LONGEST_KEPT_YEARS = 100;

function allowedOutcome(current: OpenCase, part: Part, draft: DecisionDraft, at: string): AllowedDecision {
  if (draft.outcome !== 'refused' && draft.outcome !== 'partly_granted') {
    return { refusal: null, outcome: draft.outcome };
  }
  const { ground, scope = '', facts = '', kept = [] } = draft;
  if (ground === undefined) throw new RuleRefusedError('ground_required', 'ground');
  if (!refusalGroundsOf(part.requestType).includes(ground)) throw new RuleRefusedError('ground_not_valid', 'ground');
  const rules = REFUSAL_GROUNDS[ground];
  if (rules.partialOnly && draft.outcome === 'refused') throw new RuleRefusedError('ground_partial_only', 'outcome');
  if (scope.trim() === '') throw new RuleRefusedError('scope_required', 'scope');
  if (facts.trim() === '') throw new RuleRefusedError('facts_required', 'facts');
  if (rules.keepsUntil !== kept.length > 0) throw new RuleRefusedError('kept_required', 'kept');
  const today = civilDate(parseInstant(at));
  const last = today.add({ years: LONGEST_KEPT_YEARS });
  const isDay = (date: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(date, today) > 0 && Temporal.PlainDate.compare(date, last) <= 0;
  if (!kept.every(({ until }) => isDay(Temporal.PlainDate.from(until)))) {
    throw new RuleRefusedError('kept_required', 'kept');
  }
  if (ground === 'gdpr_11_2_not_identifiable' && !current.inquiries.some((inquiry) => isUnanswered(inquiry, at))) {
    throw new RuleRefusedError('identity_not_asked', 'ground');
  }
  return { refusal: { ground, scope, facts }, outcome: draft.outcome };
}

/** A week is the least time anybody needs to answer who they are. */
const TIME_TO_ANSWER = { hours: 24 * 7 };

function isUnanswered({ kind, answeredAt, askedAt }: OpenCase['inquiries'][number], at: string): boolean {
  const askedLongAgo = Temporal.Instant.compare(parseInstant(askedAt).add(TIME_TO_ANSWER), parseInstant(at)) <= 0;
  return kind === 'identity' && answeredAt === null && askedLongAgo;
}
