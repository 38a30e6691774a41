import { readFileSync } from 'node:fs';
import { executionName } from '../../../contracts/workflow.ts';
import type { WorkflowStarter } from '../../../domain/ports.ts';
import { type Execution, type RunOptions, runStateMachine } from './asl-interpreter.ts';

const FILE = new URL('../../../state-machines/case-clock.asl.json', import.meta.url);

/** The ASL file as it is deployed, placeholders and all. */
export const caseClockText: string = readFileSync(FILE, 'utf8');

/** The ASL file, parsed anew, for a test to run or to break. */
export function caseClock(): Record<string, unknown> {
  return JSON.parse(caseClockText) as Record<string, unknown>;
}

/** The names infra must supply, each once: `${Name}` in the file. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\$\{([^}]*)\}/g), (match) => match[1] ?? ''))];
}

type CaseClockOptions = Pick<RunOptions, 'clock' | 'onState' | 'onEnd' | 'jitter'> & {
  /** The `advance-case` function: gets its payload, answers a plan, throws what the function would throw. */
  readonly advanceCase: (payload: unknown) => Promise<unknown>;
};

/**
 * Step Functions for tests: starts executions of the ASL file on the virtual clock. A name already used, running or
 * ended, starts nothing, as for ninety days on AWS.
 */
export class VirtualCaseClocks implements WorkflowStarter {
  readonly executions = new Map<string, Execution>();
  readonly #options: CaseClockOptions;

  constructor(options: CaseClockOptions) {
    this.#options = options;
  }

  start(caseNumber: string, run: number): Promise<void> {
    const name = executionName(caseNumber, run);
    if (!this.executions.has(name)) {
      const { advanceCase, ...rest } = this.#options;
      const invoke = (_functionName: string, payload: unknown) => advanceCase(payload);
      const input = { caseId: caseNumber };
      this.executions.set(name, runStateMachine(caseClock(), { ...rest, invoke, input, executionName: name }));
    }
    return Promise.resolve();
  }
}
