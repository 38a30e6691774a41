import { datesOf } from '../../../domain/cases/case-dates.ts';
import { refusalGroundsOf, requestTypeSchema } from '../../../domain/cases/request-types.ts';
import type { StaffAction } from '../../../domain/desk/staff-actions.ts';
import type { Desk } from './memory-desk.ts';
import { answerFields, DEPUTY } from './people.ts';

/** What a random life draws from. */
export interface Draw {
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined;
}

type Fields = Readonly<Record<string, string>>;

/** What staff do to a case in a random life, by link or from the desk. */
export const RANDOM_ACTIONS = [
  'take',
  'answer',
  'accept',
  'dismiss',
  'approve',
  'hand_over',
  'ask_identity',
  'record_identity',
  'ask_clarification',
  'message',
  'extend',
  'remind_me',
] as const satisfies readonly StaffAction[];

/** What somebody fills in for an action: most of it is possible, and some of it no rule allows. */
export function randomFields(
  desk: Desk,
  wanted: { readonly action: string; readonly caseNumber: string; readonly on: string | null },
  { random, pick }: Draw,
): Fields {
  const { caseNumber, on } = wanted;
  const { promisedDate } = datesOf(desk.caseOf(caseNumber), desk.dependencies.calendar);
  const inDays = (days: number) => promisedDate.add({ days }).toString();
  switch (wanted.action) {
    case 'answer':
      return randomAnswer(desk, caseNumber, on ?? '1', { random, pick });
    case 'approve':
      return random() < 0.7 ? { decision: 'approve' } : { decision: 'send_back', note: 'Dit moet anders.' };
    case 'dismiss':
      return { ground: 'spam' };
    case 'hand_over':
      return { to: DEPUTY.staffId };
    case 'ask_identity':
      return { doubt: 'name_differs', level: 'L2', text: 'Op welk adres krijgt u uw rekening?' };
    case 'record_identity':
      return { method: random() < 0.5 ? 'address_on_file_unchanged' : 'call_to_number_on_file' };
    case 'extend':
      return { ground: 'complexity', facts: 'Er zijn zes systemen.', until: inDays(20 + Math.floor(random() * 50)) };
    case 'remind_me':
      return { date: inDays(-2) };
    case 'retype':
      return { to: pick(requestTypeSchema.options) ?? 'question', reason: 'Het is een vraag.' };
    case 'add_part':
      return { to: pick(requestTypeSchema.options) ?? 'question' };
    default:
      return { text: 'Wij zijn ermee bezig.' };
  }
}

function randomAnswer(desk: Desk, caseNumber: string, partId: string, { random, pick }: Draw): Fields {
  const part = desk.caseOf(caseNumber).parts.find((each) => each.partId === partId);
  const given = answerFields(desk, caseNumber, partId);
  const ground = part === undefined ? undefined : pick(refusalGroundsOf(part.requestType));
  if (random() < 0.2) return { ...given, personalData: 'on' };
  if (ground === undefined || random() < 0.7) return given;
  const refusal = { ground, scope: 'Alles van voor 2019.', facts: 'Het is er niet meer.' };
  return { ...given, ...refusal, outcome: random() < 0.5 ? 'refused' : 'partly_granted' };
}
