import { executionName } from '../../contracts/workflow.ts';
import type { WorkflowStarter } from '../../domain/ports.ts';

/** A starter that keeps what was started. */
export interface MemoryWorkflowStarter extends WorkflowStarter {
  /** Names of the executions started, each once, in order. */
  readonly started: readonly string[];
  /** The next start throws this and starts nothing. */
  failNext(error: Error): void;
}

/** A workflow engine in memory that starts and runs nothing. */
export function createMemoryWorkflowStarter(): MemoryWorkflowStarter {
  const started: string[] = [];
  const failures: Error[] = [];
  return {
    started,
    failNext: (error) => {
      failures.push(error);
    },
    start: async (caseNumber, run) => {
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      const name = executionName(caseNumber, run);
      if (!started.includes(name)) started.push(name);
    },
  };
}
