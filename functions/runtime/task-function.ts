import { errorCode } from '../../domain/errors.ts';
import middy from '@middy/core';
import { log } from './log.ts';

/** A task that failed. Name and message are a code: both land in execution histories and queues, which nobody can erase. */
class TaskError extends Error {
  override readonly name: string;
  constructor(code: string) {
    super(code);
    this.name = code;
  }
}

/** A function that is called by the workflow, a stream or a schedule: what it throws is told by its code only. */
export function taskFunction<Output>(work: (input: unknown) => Promise<Output>) {
  return middy<unknown, Output>()
    .use({
      onError: (request) => {
        const code = errorCode(request.error);
        log('TASK_FAILED', { errorCode: code });
        request.error = new TaskError(code);
      },
    })
    .handler(work);
}
