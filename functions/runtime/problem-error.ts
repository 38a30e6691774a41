import { type Problem, problemOf } from '../../contracts/http/problem.ts';
import {
  CaseNotFoundError,
  IdempotencyKeyReusedError,
  type LinkOver,
  TokenNotUsableError,
} from '../../domain/errors.ts';

/** A call that ends with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** The link opens nothing: pages say so in their own words. */
  readonly linkNotUsable: boolean;
  /** What became of a genuine link. */
  readonly over: LinkOver | null;
  constructor(problem: Problem, linkNotUsable = false, options: ErrorOptions & { over?: LinkOver | null } = {}) {
    super(problem.title, options);
    this.problem = problem;
    this.linkNotUsable = linkNotUsable;
    this.over = options.over ?? null;
  }
}

/** The one table from errors to problems. What is not in it is ours: nothing was stored, and the call may be repeated. */
export function problemOfError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof TokenNotUsableError && error.over !== null) {
    return new ProblemError(problemOf('link-over'), true, { cause: error, over: error.over });
  }
  if (error instanceof TokenNotUsableError || error instanceof CaseNotFoundError) {
    return new ProblemError(problemOf('not-found'), true, { cause: error });
  }
  if (error instanceof IdempotencyKeyReusedError)
    return new ProblemError(problemOf('idempotency-key-reused'), false, { cause: error });
  return new ProblemError(problemOf('unavailable'), false, { cause: error });
}
