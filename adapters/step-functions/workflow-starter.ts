import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { executionName } from '../../contracts/workflow.ts';
import type { WorkflowStarter } from '../../domain/ports.ts';

/** Starts executions of one state machine. Errors of Step Functions go through as they are. */
export function createWorkflowStarter({
  client,
  stateMachineArn,
}: {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}): WorkflowStarter {
  return {
    start: async (caseNumber, run) => {
      const name = executionName(caseNumber, run);
      const input = JSON.stringify({ caseId: caseNumber });
      try {
        await client.send(new StartExecutionCommand({ stateMachineArn, name, input }));
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
