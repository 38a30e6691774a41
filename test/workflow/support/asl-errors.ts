/** An error by its States Language name, such as `States.Timeout` or `Lambda.TooManyRequestsException`. */
export class AslError extends Error {
  override readonly name: string;

  constructor(code: string, cause = '') {
    super(cause);
    this.name = code;
  }
}

/** What `$states.errorOutput` holds. */
export interface ErrorOutput {
  readonly Error: string;
  readonly Cause: string;
}

/** An error as the engine sees it: like Lambda's, its name is its code. */
export function toErrorOutput(error: unknown): ErrorOutput {
  return error instanceof Error
    ? { Error: error.name, Cause: error.message }
    : { Error: 'Lambda.Unknown', Cause: String(error) };
}

const NEVER_CAUGHT = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Whether a retrier or catcher takes an error, with the wildcards `States.ALL` and `States.TaskFailed`. */
export function takesError(errorEquals: readonly string[], code: string): boolean {
  return errorEquals.some((each) => {
    if (each === code) return true;
    if (NEVER_CAUGHT.has(code)) return false;
    return each === 'States.ALL' || (each === 'States.TaskFailed' && code !== 'States.Timeout');
  });
}
