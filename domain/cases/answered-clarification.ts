import { THE_REQUESTER } from './actor.ts';
import type { Case } from './case.ts';
import type { EventEntry } from './case-events.ts';
import type { Inquiry } from './inquiry.ts';

/**
 * What a word of the requester answers: questions of what was meant, but never one of who somebody is. `at` is case time
 * text.
 */
export function answeredClarification(
  current: Case,
  at: string,
): { readonly isAnswer: boolean; readonly inquiries: readonly Inquiry[]; readonly entries: readonly EventEntry[] } {
  const answered = current.inquiries.filter(({ kind, answeredAt }) => kind === 'clarification' && answeredAt === null);
  return {
    isAnswer: answered.length > 0,
    inquiries: current.inquiries.map((inquiry) =>
      answered.includes(inquiry) ? { ...inquiry, answeredAt: at } : inquiry,
    ),
    entries: answered.map(({ inquiryId }) => ({
      type: 'inquiry_answered',
      at,
      actor: THE_REQUESTER,
      details: { inquiryId },
    })),
  };
}
