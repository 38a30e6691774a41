import * as z from 'zod';

/**
 * The part of the Amazon States Language the interpreter runs, JSONata only. Strict objects: a field outside it is an
 * error, since a test that skips what it does not know proves nothing.
 */
const name = z.string().min(1);
const template = z.json();
const assign = z.record(name, template);
const errorNames = z.array(name).min(1);
const seconds = z.int().min(1).max(99_999_999);
/** Waits are until an instant; `Seconds` is left out on purpose. */
const timestamp = z.string();

const retrier = z.strictObject({
  ErrorEquals: errorNames,
  IntervalSeconds: seconds.default(1),
  MaxAttempts: z.int().min(0).default(3),
  BackoffRate: z.number().min(1).default(2),
  MaxDelaySeconds: seconds.optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
});

const catcher = z.strictObject({
  ErrorEquals: errorNames,
  Assign: assign.optional(),
  Output: template.optional(),
  Next: name,
});

const choiceRule = z.strictObject({
  Comment: z.string().optional(),
  Condition: z.union([z.string(), z.boolean()]),
  Assign: assign.optional(),
  Output: template.optional(),
  Next: name,
});

const common = { Comment: z.string().optional(), Output: template.optional() };
const going = { Assign: assign.optional(), Next: name.optional(), End: z.literal(true).optional() };

const state = z.discriminatedUnion('Type', [
  z.strictObject({
    ...common,
    ...going,
    Type: z.literal('Task'),
    Resource: z.literal('arn:aws:states:::lambda:invoke'),
    Arguments: z.strictObject({ FunctionName: name, Payload: template }),
    TimeoutSeconds: seconds.optional(),
    Retry: z.array(retrier).default([]),
    Catch: z.array(catcher).default([]),
  }),
  z.strictObject({ ...common, ...going, Type: z.literal('Wait'), Timestamp: timestamp }),
  z.strictObject({ ...common, ...going, Type: z.literal('Pass') }),
  z.strictObject({
    ...common,
    Type: z.literal('Choice'),
    Choices: z.array(choiceRule).min(1),
    /** With `Output`: for the default only; a rule that matches has its own. */
    Assign: assign.optional(),
    Default: name.optional(),
  }),
  z.strictObject({ ...common, Type: z.literal('Succeed') }),
  z.strictObject({ Comment: common.Comment, Type: z.literal('Fail'), Error: template, Cause: template.optional() }),
]);

const definition = z
  .strictObject({
    Comment: z.string().optional(),
    QueryLanguage: z.literal('JSONata'),
    StartAt: name,
    TimeoutSeconds: seconds.optional(),
    States: z.record(name, state),
  })
  .superRefine((machine, context) => {
    const missing = [machine.StartAt, ...Object.values(machine.States).flatMap(targetsOf)].filter(
      (target) => machine.States[target] === undefined,
    );
    for (const target of missing) context.addIssue(`there is no state "${target}"`);
    for (const [stateName, each] of Object.entries(machine.States)) {
      const goesOn = each.Type === 'Task' || each.Type === 'Wait' || each.Type === 'Pass';
      if (goesOn && (each.Next === undefined) === (each.End === undefined)) {
        context.addIssue(`"${stateName}" needs either Next or End`);
      }
    }
  });

export type StateMachine = z.infer<typeof definition>;
export type State = z.infer<typeof state>;
export type TaskState = Extract<State, { Type: 'Task' }>;
export type Retrier = z.infer<typeof retrier>;
export type Template = z.infer<typeof template>;

/**
 * Reads a state machine. Throws UnsupportedStateMachineError for a field or value the interpreter does not run, and
 * for a target that is no state.
 */
export function parseStateMachine(source: unknown): StateMachine {
  const parsed = definition.safeParse(source);
  if (!parsed.success) throw new UnsupportedStateMachineError(z.prettifyError(parsed.error));
  return parsed.data;
}

/** The names of the states that may follow a state. */
export function targetsOf(from: State): readonly string[] {
  switch (from.Type) {
    case 'Task':
      return [...present(from.Next), ...from.Catch.map((each) => each.Next)];
    case 'Choice':
      return [...from.Choices.map((each) => each.Next), ...present(from.Default)];
    case 'Wait':
    case 'Pass':
      return present(from.Next);
    case 'Succeed':
    case 'Fail':
      return [];
  }
}

export class UnsupportedStateMachineError extends Error {
  override readonly name = 'UnsupportedStateMachineError';
}

function present(target: string | undefined): readonly string[] {
  return target === undefined ? [] : [target];
}
