import type { Case } from './case.ts';
import { hasAnswer } from './has-answer.ts';

/** Where a case stands, in the terms of its requester. */
export type RequesterStage =
  | 'received'
  | 'confirmed'
  | 'worked_on'
  | 'question_to_you'
  | 'answered'
  | 'closed'
  | 'withdrawn'
  | 'laid_aside';

/** Who has to do something before the case goes on. */
export type WhoseTurn = 'you' | 'us' | 'nobody';

/**
 * The stage of a case. `confirmed`: open and nobody has taken it yet, however it was opened. `answered`: the answer
 * waits to be collected. `closed`: it was collected, or there is
 * none because all was carried out at once. `withdrawn`: nothing but what was withdrawn was left.
 */
export function requesterStage(subject: Case): RequesterStage {
  switch (subject.status) {
    case 'unconfirmed':
      return 'received';
    case 'open':
      if (subject.inquiries.some(({ answeredAt }) => answeredAt === null)) return 'question_to_you';
      return subject.assignee === null ? 'confirmed' : 'worked_on';
    case 'closed':
      if (!hasAnswer(subject.parts)) {
        return subject.parts.some(({ decision }) => decision?.outcome === 'withdrawn') ? 'withdrawn' : 'closed';
      }
      return subject.collectedAt === null ? 'answered' : 'closed';
    case 'dismissed':
      return 'laid_aside';
  }
}

/** Who must act next at each stage. */
export const WHOSE_TURN: Readonly<Record<RequesterStage, WhoseTurn>> = {
  received: 'you',
  confirmed: 'us',
  worked_on: 'us',
  question_to_you: 'you',
  answered: 'you',
  closed: 'nobody',
  withdrawn: 'nobody',
  laid_aside: 'nobody',
};
