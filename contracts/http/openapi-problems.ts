import * as z from 'zod';
import { type Problem, type ProblemKind, problemOf, problemSchema } from './problem.ts';

/** What the gateway says before the desk is asked (RFC 9457 section 4.2.1). */
const gatewayProblemSchema = z
  .strictObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599).optional(),
  })
  .meta({ id: 'GatewayProblem' });

const anyProblemSchema = z.union([problemSchema, gatewayProblemSchema]);

interface ProblemExample {
  /** When it is answered. */
  readonly summary: string;
  readonly value: Problem | z.infer<typeof gatewayProblemSchema>;
}

interface ProblemAnswer {
  readonly description: string;
  readonly content: {
    readonly 'application/problem+json': {
      readonly schema: z.ZodType;
      readonly examples: Readonly<Record<string, ProblemExample>>;
    };
  };
}

type When = Readonly<Partial<Record<ProblemKind, string>>>;

/**
 * The responses of an operation for the problems it can have, by status: each kind with the sentence that says when it
 * is answered, and an example by the name of the kind.
 */
export function problemAnswers(when: When): Readonly<Record<string, ProblemAnswer>> {
  const answers: Record<string, ProblemAnswer> = {};
  for (const kind of kindsOf(when)) {
    const value = problemOf(kind);
    add(answers, value.status, kind, { summary: when[kind] ?? value.detail, value });
  }
  return answers;
}

/** The same for an operation that only signed calls reach: the gateway refuses those that are not, or may not. */
export function signedProblemAnswers(when: When, whoMay: string): Readonly<Record<string, ProblemAnswer>> {
  const answers: Record<string, ProblemAnswer> = { ...problemAnswers(when) };
  add(answers, 403, 'forbidden', {
    summary: `The signature is wrong or has expired, or its principal may not ${whoMay}.`,
    value: { type: 'about:blank', title: 'This needs a right you do not have.', status: 403 },
  });
  add(answers, 404, 'unsigned', {
    summary: 'The call is not signed.',
    value: { type: 'about:blank', title: 'There is nothing at this address.', status: 404 },
  });
  add(answers, 429, 'throttled', {
    summary: 'More calls in a second than the desk takes.',
    value: { type: 'about:blank', title: 'Too many requests: please try again in a moment.', status: 429 },
  });
  return answers;
}

function kindsOf(when: When): readonly ProblemKind[] {
  return KINDS.filter((kind) => when[kind] !== undefined);
}

/** The kinds that an operation of the API can answer, in the order of their statuses. */
const KINDS = [
  'malformed-body',
  'idempotency-key-missing',
  'not-found',
  'body-too-large',
  'unsupported-media-type',
  'invalid-body',
  'idempotency-key-reused',
  'too-many-requests',
  'unavailable',
] as const satisfies readonly ProblemKind[];

/** All of them as rows of a Markdown table: status and name, and what it says. */
export function problemTable(): string {
  const rows = KINDS.map((kind) => {
    const { status, detail } = problemOf(kind);
    return `| ${status} \`${kind}\` | ${detail} |`;
  });
  return ['| Problem | What it says |', '| --- | --- |', ...rows].join('\n');
}

function add(answers: Record<string, ProblemAnswer>, status: number, name: string, example: ProblemExample): void {
  const before = answers[status];
  const examples = { ...before?.content['application/problem+json'].examples, [name]: example };
  const types = new Set(Object.values(examples).map(({ value }) => value.type === 'about:blank'));
  const [onlyGateway = false] = types;
  const schema = types.size > 1 ? anyProblemSchema : onlyGateway ? gatewayProblemSchema : problemSchema;
  answers[status] = {
    description: Object.values(examples)
      .map(({ summary }) => summary)
      .join(' '),
    content: { 'application/problem+json': { schema, examples } },
  };
}
