import * as z from 'zod';

/** The rungs of the promise and of the statutory limit, and those of an extension. */
const NAMED_STEPS = [
  'unclaimed',
  'ten_days_left',
  'five_days_left',
  'two_days_left',
  'one_day_left',
  'target_day',
  'promise_missed',
  'limit_missed',
  'extended_ten_days_left',
  'extended_five_days_left',
  'extended_two_days_left',
  'extended_one_day_left',
  'extended_target_day',
  'extended_date_missed',
  'extended_limit_missed',
] as const;
export type NamedStep = (typeof NAMED_STEPS)[number];
const NAMED = z.enum(NAMED_STEPS);

const WEEKLY_STEP = /^(extended_)?still_open_[1-9][0-9]{0,5}$/;
const INQUIRY_STEP = /^inquiry_([1-9][0-9]{0,3})_(reminder_1|reminder_2|unanswered)$/;
const TASK_STEP = /^task_([1-9][0-9]{0,3})_[1-9][0-9]{0,5}$/;

/**
 * One rung: a named one; `still_open_n`, the n-th weekly rung after everything else was missed (`extended_…` for
 * extended parts); `inquiry_i_…`, a
 * reminder of the i-th question to the requester; or `task_t_n`, the n-th rung of task t.
 */
export const stepIdSchema = z.union([
  NAMED,
  z.string().regex(WEEKLY_STEP),
  z.string().regex(INQUIRY_STEP),
  z.string().regex(TASK_STEP),
]);
export type StepId = z.infer<typeof stepIdSchema>;

/** The question a rung is about, and which of its rungs it is. */
export function inquiryOfStep(step: StepId): { readonly inquiryId: string; readonly rung: string } | undefined {
  const [, inquiryId, rung] = INQUIRY_STEP.exec(step) ?? [];
  return inquiryId === undefined || rung === undefined ? undefined : { inquiryId, rung };
}

/** The id of the task a rung is about. */
export function taskOfStep(step: StepId): string | undefined {
  return TASK_STEP.exec(step)?.[1];
}

/** What the workflow does at a rung; one state of the state machine each. */
export const stepKindSchema = z.enum(['reminder', 'escalation', 'missed_promise', 'missed_limit']);
export type StepKind = z.infer<typeof stepKindSchema>;
