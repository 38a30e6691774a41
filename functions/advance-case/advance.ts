import {
  advanceCaseInputSchema,
  type AdvanceCaseOutput,
  advanceCaseOutputSchema,
  runOfExecutionName,
} from '../../contracts/workflow.ts';
import { advanceCase, type AdvanceDependencies } from '../../domain/cases/use-cases/advance-case.ts';
import { log } from '../runtime/log.ts';

/** The workflow's call, parsed on the way in and on the way out. Throws ZodError and what advanceCase throws. */
export async function advance(dependencies: AdvanceDependencies, input: unknown): Promise<AdvanceCaseOutput> {
  const { caseId, executionName, step } = advanceCaseInputSchema.parse(input);
  const next = await advanceCase(dependencies, { caseNumber: caseId, run: runOfExecutionName(executionName), step });
  log('CASE_ADVANCED', { caseNumber: caseId, executionName, step, outcome: next.status });
  return advanceCaseOutputSchema.parse(next);
}
