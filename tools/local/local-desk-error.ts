/** Something that keeps the local desk from running. The message is one sentence for the engineer at the terminal. */
export class LocalDeskError extends Error {
  override readonly name = 'LocalDeskError';
}

/** The local desk was asked to stop while it was starting. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';

  constructor() {
    super('stopped');
  }
}

/** The system's error code of a thrown value (`EADDRINUSE`, `ENOENT`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
