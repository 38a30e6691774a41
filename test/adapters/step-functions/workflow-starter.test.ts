import { ExecutionAlreadyExists, type SFNClient, type StartExecutionCommand } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import { createMemoryWorkflowStarter } from '../../../adapters/memory/workflow-starter.ts';
import { createWorkflowStarter } from '../../../adapters/step-functions/workflow-starter.ts';
import { testCaseNumber } from '../../support/fixtures/cases.ts';

const NUMBER = testCaseNumber(1);
const ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:desk';

function open(failure?: Error) {
  const inputs: StartExecutionCommand['input'][] = [];
  const client = {
    send: async (command: StartExecutionCommand) => {
      inputs.push(command.input);
      if (failure !== undefined) throw failure;
      return {};
    },
  };
  // Nothing else of a client is called.
  return { inputs, starter: createWorkflowStarter({ client: client as unknown as SFNClient, stateMachineArn: ARN }) };
}

describe('starting a workflow', () => {
  it('names the execution after case and run and hands over the case number alone', async () => {
    const { inputs, starter } = open();
    await starter.start(NUMBER, 3);

    expect(inputs).toEqual([{ stateMachineArn: ARN, name: `${NUMBER}-3`, input: `{"caseId":"${NUMBER}"}` }]);
  });

  it('counts a name already there as started', async () => {
    const { starter } = open(new ExecutionAlreadyExists({ message: 'there', $metadata: {} }));
    await expect(starter.start(NUMBER, 1)).resolves.toBeUndefined();
  });

  it('raises on anything else', async () => {
    const { starter } = open(new Error('StateMachineDoesNotExist'));
    await expect(starter.start(NUMBER, 1)).rejects.toThrow('StateMachineDoesNotExist');
  });

  it('is kept in memory once per name', async () => {
    const starter = createMemoryWorkflowStarter();
    starter.failNext(new Error('busy'));
    await expect(starter.start(NUMBER, 1)).rejects.toThrow('busy');
    await starter.start(NUMBER, 1);
    await starter.start(NUMBER, 1);
    await starter.start(NUMBER, 2);

    expect(starter.started).toEqual([`${NUMBER}-1`, `${NUMBER}-2`]);
  });
});
