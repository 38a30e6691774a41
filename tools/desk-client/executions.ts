import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  type HistoryEvent,
  paginateGetExecutionHistory,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { Temporal } from 'temporal-polyfill';
import { executionName } from '../../contracts/workflow.ts';
import { awsConfigOf } from './aws-config.ts';
import type { DeskAddress } from './desk-address.ts';

/** One visit of a state, in wall time. */
export interface StateVisit {
  readonly state: string;
  readonly enteredAt: Temporal.Instant;
  /** What left the state, parsed from JSON; undefined while the execution is in it. */
  readonly output: unknown;
}

/** One run of the workflow of a case. */
export interface Execution {
  readonly name: string;
  readonly status: string;
  /** Its input, parsed from JSON. */
  readonly input: unknown;
  /** In order. */
  readonly visits: readonly StateVisit[];
}

export interface Executions {
  /** The runs of a case's workflow, first run first; none while it was never started. */
  readonly of: (caseNumber: string) => Promise<readonly Execution[]>;
}

/** Reads executions as an engineer does in the console. */
export function createExecutions(desk: DeskAddress): Executions {
  const client = new SFNClient(awsConfigOf(desk));
  const find = async (name: string): Promise<Execution | undefined> => {
    const executionArn = `${desk.stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    try {
      const { status, input } = await client.send(new DescribeExecutionCommand({ executionArn }));
      const events: HistoryEvent[] = [];
      for await (const page of paginateGetExecutionHistory({ client }, { executionArn, maxResults: 1000 })) {
        events.push(...(page.events ?? []));
      }
      return { name, status: status ?? 'UNKNOWN', input: parsed(input), visits: visitsOf(events) };
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
  return {
    of: async (caseNumber) => {
      const found: Execution[] = [];
      for (let run = 1; ; run += 1) {
        const execution = await find(executionName(caseNumber, run));
        if (execution === undefined) return found;
        found.push(execution);
      }
    },
  };
}

/** An execution is in one state at a time, so an exit belongs to the last entry. */
function visitsOf(events: readonly HistoryEvent[]): readonly StateVisit[] {
  const visits: StateVisit[] = [];
  for (const { timestamp, stateEnteredEventDetails: entered, stateExitedEventDetails: exited } of events) {
    const last = visits.at(-1);
    if (entered?.name !== undefined && timestamp !== undefined) {
      const enteredAt = Temporal.Instant.fromEpochMilliseconds(timestamp.getTime());
      visits.push({ state: entered.name, enteredAt, output: undefined });
    } else if (exited !== undefined && last !== undefined) {
      visits[visits.length - 1] = { ...last, output: parsed(exited.output) };
    }
  }
  return visits;
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}
