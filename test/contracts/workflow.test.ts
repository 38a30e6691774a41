import { describe, expect, it } from 'vitest';
import {
  advanceCaseInputSchema,
  advanceCaseOutputSchema,
  executionInputSchema,
  executionName,
  runOfExecutionName,
} from '../../contracts/workflow.ts';
import { testCaseNumber } from '../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(3);
const input = { caseId: NUMBER, executionName: `${NUMBER}-1`, step: null };

describe('the name of an execution', () => {
  it.each([1, 9, 10, 9999])('tells case and run %i', (run) => {
    const name = executionName(NUMBER, run);
    expect(runOfExecutionName(name)).toBe(run);
    expect(advanceCaseInputSchema.safeParse({ ...input, executionName: name }).success).toBe(true);
  });

  it.each([`${NUMBER}-0`, `${NUMBER}-`, NUMBER, `${NUMBER}-01`, `${NUMBER}-1x`])('is not %j', (name) => {
    expect(advanceCaseInputSchema.safeParse({ ...input, executionName: name }).success).toBe(false);
  });
});

describe('what crosses the border of the workflow', () => {
  it('holds ids and nothing more', () => {
    expect(executionInputSchema.safeParse({ caseId: NUMBER, email: 'jan@example.org' }).success).toBe(false);
    expect(advanceCaseInputSchema.safeParse({ ...input, name: 'Jan' }).success).toBe(false);
    const plan = { status: 'waiting', step: 'unclaimed', kind: 'reminder', at: '2026-03-04T08:00:00.000Z' };
    expect(advanceCaseOutputSchema.safeParse(plan).success).toBe(true);
    expect(advanceCaseOutputSchema.safeParse({ ...plan, requester: 'Jan' }).success).toBe(false);
    expect(advanceCaseOutputSchema.safeParse({ ...plan, at: 'soon' }).success).toBe(false);
    expect(advanceCaseOutputSchema.safeParse({ ...plan, kind: 'other' }).success).toBe(false);
  });

  it.each(['P-00000-00001', 'p', '', 'jan@example.org'])('names no case by %j', (caseId) => {
    expect(executionInputSchema.safeParse({ caseId }).success).toBe(false);
  });
});
