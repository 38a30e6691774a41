import jsonata from 'jsonata';
import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../../domain/instants.ts';
import type { Template } from './asl-definition.ts';
import { AslError } from './asl-errors.ts';

/** What an expression sees as `$states`, the variables, and the instant at which it is evaluated. */
export interface Scope {
  readonly states: {
    readonly input: unknown;
    readonly context: unknown;
    readonly result?: unknown;
    readonly errorOutput?: unknown;
  };
  readonly variables: Readonly<Record<string, unknown>>;
  readonly now: Temporal.Instant;
}

const EXPRESSION = /^\{%([\s\S]*)%\}$/;

/**
 * The value of a template: `{% … %}` strings replaced by their JSONata values, everything else as it is. Throws
 * AslError `States.QueryEvaluationError` when an expression fails or has no value, as AWS does: JSON has no undefined.
 */
export async function evaluate(template: Template, scope: Scope): Promise<unknown> {
  if (typeof template === 'string') {
    const expression = EXPRESSION.exec(template)?.[1];
    return expression === undefined ? template : await evaluateExpression(expression, scope);
  }
  if (Array.isArray(template)) return await Promise.all(template.map((item) => evaluate(item, scope)));
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(async ([key, value]) => [key, await evaluate(value, scope)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }
  return template;
}

/** A copy of a value as JSON carries it between the engine and a function. */
export function throughJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

async function evaluateExpression(expression: string, scope: Scope): Promise<unknown> {
  try {
    const value: unknown = await jsonata(expression).evaluate(undefined, {
      ...scope.variables,
      states: scope.states,
      now: () => instantText(scope.now),
      millis: () => scope.now.epochMilliseconds,
      eval: () => unavailable('$eval'),
      random: () => unavailable('$random'),
      uuid: () => unavailable('$uuid'),
    });
    if (value === undefined || typeof value === 'function') throw new TypeError('no value');
    return throughJson(value);
  } catch (error) {
    throw new AslError('States.QueryEvaluationError', `${expression.trim()}: ${causeOf(error)}`);
  }
}

function unavailable(functionName: string): never {
  throw new Error(`${functionName} is not there, or has another result every time`);
}

function causeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
