import * as z from 'zod';
import { caseNumberSchema } from '../domain/cases/case-number.ts';
import { stepIdSchema, stepKindSchema } from '../domain/cases/step-id.ts';
import { instantSchema } from '../domain/instants.ts';

/** Input of an execution: the case's id and nothing else, since histories are kept and cannot be erased. */
export const executionInputSchema = z.strictObject({ caseId: caseNumberSchema });

/** What the state machine asks of `advance-case`. `step` is null when it only wants to know what comes next. */
export const advanceCaseInputSchema = z.strictObject({
  caseId: caseNumberSchema,
  /** `caseId-run`. */
  executionName: z.string().regex(/^P-[0-9A-Z]{5}-[0-9A-Z]{5}-[1-9][0-9]{0,6}$/),
  step: stepIdSchema.nullable(),
});

/**
 * What `advance-case` answers. Checked where it is made: an error in a JSONata Wait or Choice cannot be caught.
 * `at` is wall time in whole seconds.
 */
export const advanceCaseOutputSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('waiting'), step: stepIdSchema, kind: stepKindSchema, at: instantSchema }),
  z.strictObject({ status: z.literal('closed') }),
  z.strictObject({ status: z.literal('superseded') }),
]);
export type AdvanceCaseOutput = z.infer<typeof advanceCaseOutputSchema>;

/** The name of an execution (rule: a name already there counts as started). */
export function executionName(caseNumber: string, run: number): string {
  return `${caseNumber}-${run}`;
}

/** The run a name stands for. */
export function runOfExecutionName(name: string): number {
  return Number(name.slice(name.lastIndexOf('-') + 1));
}
