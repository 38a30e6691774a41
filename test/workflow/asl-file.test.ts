import { readFileSync } from 'node:fs';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { advanceCaseOutputSchema } from '../../contracts/workflow.ts';
import { stepKindSchema } from '../../domain/cases/step-id.ts';
import { drawWorkflow, MissingDiagramError, withDiagram } from '../../tools/draw-workflow.ts';
import { parseStateMachine, type State, targetsOf } from './support/asl-definition.ts';
import { caseClock, caseClockText, placeholdersOf } from './support/case-clock.ts';

const machine = parseStateMachine(caseClock());
const states = Object.entries(machine.States);
const tasks = ofType('Task');
const readText = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('the case clock file', () => {
  it('is valid States Language', () => {
    expect(validate(caseClock())).toMatchObject({ isValid: true, errors: [] });
  });

  it('reaches every state, and an end from every state', () => {
    const names = states.map(([name]) => name);
    expect(reachableFrom(machine.StartAt).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      expect(reachableFrom(name).map((each) => machine.States[each]?.Type)).toContain('Succeed');
    }
  });

  it('ends only by a plan that says so', () => {
    const ends = states.filter(([, state]) => state.Type === 'Succeed' || state.Type === 'Fail' || 'End' in state);
    expect(ends.map(([name]) => name)).toEqual(['Closed', 'Superseded']);
    const waysIn = states.flatMap(([name, state]) => targetsOf(state).map((target) => [name, target]));
    expect(waysIn.filter(([, target]) => target === 'Closed' || target === 'Superseded')).toEqual([
      ['Anything left?', 'Closed'],
      ['Anything left?', 'Superseded'],
    ]);
  });

  it('may last as long as the engine lets an execution last', () => {
    expect(machine.TimeoutSeconds).toBe(365 * 24 * 60 * 60);
  });

  it('waits for instants, never for a duration', () => {
    const waits = Object.entries(rawStates()).filter(([, state]) => state['Type'] === 'Wait');
    expect(waits.map(([name]) => name)).toEqual(['Wait until due', 'Wait for repair']);
    for (const [, wait] of waits) {
      expect(wait).toHaveProperty('Timestamp');
      expect(wait).not.toHaveProperty('Seconds');
    }
  });

  it('has a default for every choice, which keeps a code and asks again', () => {
    const choices = ofType('Choice');
    expect(choices).toHaveLength(2);
    for (const [, choice] of choices) {
      expect(choice.Default).toBe('Wait for repair');
      expect(choice.Assign).toHaveProperty('lastError');
    }
  });

  it('has one branch for every kind of step and for every status of a plan', () => {
    const kinds = branchesOf('Which step?', 'kind');
    expect([...kinds.keys()].toSorted()).toEqual([...stepKindSchema.options].toSorted());
    expect(new Set(kinds.values()).size).toBe(kinds.size);

    const statuses = advanceCaseOutputSchema.options.map((option) => option.shape.status.value);
    expect([...branchesOf('Anything left?', 'status').keys()].toSorted()).toEqual([...statuses].toSorted());
  });

  it('is supplied with what its README lists', () => {
    const listed = placeholdersOf(readText('state-machines/README.md'));
    expect(placeholdersOf(caseClockText)).toEqual(['AdvanceCaseArn']);
    expect(listed).toEqual(placeholdersOf(caseClockText));
  });

  it('is drawn in the documentation as it is', () => {
    const document = readText('docs/workflow.md');
    expect(withDiagram(document, drawWorkflow(caseClock()))).toBe(document);
    expect(() => withDiagram('no picture', '')).toThrow(MissingDiagramError);
  });
});

describe('every task of the case clock', () => {
  it('is one that plans, or one for each kind of step', () => {
    const doing = [...branchesOf('Which step?', 'kind').values()];
    expect(tasks.map(([name]) => name).toSorted()).toEqual(['Plan next step', ...doing].toSorted());
  });

  it.each(tasks)('sends ids and nothing else: %s', (name, task) => {
    expect(task.Arguments).toEqual({
      FunctionName: '${AdvanceCaseArn}',
      Payload: {
        caseId: '{% $states.context.Execution.Input.caseId %}',
        executionName: '{% $states.context.Execution.Name %}',
        step: name === 'Plan next step' ? null : '{% $states.input.step %}',
      },
    });
  });

  it.each(tasks)('gives up after a minute, and then goes to the choice or to repair: %s', (_name, task) => {
    expect(task.TimeoutSeconds).toBe(60);
    expect(task.Next).toBe('Anything left?');
    expect(task.Catch).toEqual([
      {
        ErrorEquals: ['States.ALL'],
        Assign: { lastError: '{% $states.errorOutput.Error %}' },
        Output: {},
        Next: 'Wait for repair',
      },
    ]);
  });

  it.each(tasks)('has the retriers of all the others, with jitter and a longest delay: %s', (_name, task) => {
    expect(task.Retry).toEqual(tasks[0]?.[1].Retry);
    expect(task.Retry.flatMap((each) => each.ErrorEquals)).toEqual([
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.TooManyRequestsException',
      'Lambda.Unknown',
      'States.Timeout',
      'States.TaskFailed',
    ]);
    for (const each of task.Retry) {
      expect(each).toMatchObject({ BackoffRate: 2, JitterStrategy: 'FULL', MaxDelaySeconds: 60 });
      expect(each.MaxAttempts).toBeLessThanOrEqual(6);
    }
  });

  it('that does a step makes the same of its result as the others', () => {
    const outputs = tasks.filter(([name]) => name !== 'Plan next step').map(([, task]) => task.Output);
    expect(new Set(outputs).size).toBe(1);
  });
});

function ofType<T extends State['Type']>(type: T): readonly [string, Extract<State, { Type: T }>][] {
  return states.filter((entry): entry is [string, Extract<State, { Type: T }>] => entry[1].Type === type);
}

function rawStates(): Record<string, Record<string, unknown>> {
  return caseClock()['States'] as Record<string, Record<string, unknown>>;
}

function reachableFrom(start: string): readonly string[] {
  const seen = new Set([start]);
  for (const name of seen) {
    const state = machine.States[name];
    for (const target of state === undefined ? [] : targetsOf(state)) seen.add(target);
  }
  return [...seen];
}

/** The value each rule of a choice compares a field of the plan with, and where it goes. */
function branchesOf(choiceName: string, field: string): ReadonlyMap<string, string> {
  const choice = ofType('Choice').find(([name]) => name === choiceName)?.[1];
  return new Map(
    choice?.Choices.map((rule) => {
      const value = new RegExp(`^\\{% \\$states\\.input\\.${field} = '([a-z_]+)' %\\}$`).exec(String(rule.Condition));
      return [value?.[1] ?? `unread: ${String(rule.Condition)}`, rule.Next];
    }),
  );
}
