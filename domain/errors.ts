/** The Idempotency-Key is known already: read the stored submission and compare. */
export class SubmissionExistsError extends Error {
  override readonly name = 'SubmissionExistsError';
}

/** The drawn case number is in use: draw again. */
export class CaseNumberTakenError extends Error {
  override readonly name = 'CaseNumberTakenError';
}

/** The Idempotency-Key came with another body before. */
export class IdempotencyKeyReusedError extends Error {
  override readonly name = 'IdempotencyKeyReusedError';
}

export class CaseNotFoundError extends Error {
  override readonly name = 'CaseNotFoundError';
  readonly caseNumber: string;
  constructor(caseNumber: string) {
    super('no such case');
    this.caseNumber = caseNumber;
  }
}

/** Somebody else changed the case since it was read: read it again and decide anew. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';
  readonly caseNumber: string;
  constructor(caseNumber: string) {
    super('the case has changed');
    this.caseNumber = caseNumber;
  }
}

/** The link was used, has expired or never was: which of these is not told. */
export class TokenNotUsableError extends Error {
  override readonly name = 'TokenNotUsableError';
}

/** The store was too busy to answer: read anew and make the same call again, since it may have been written all the same. */
export class ConcurrentChangeError extends Error {
  override readonly name = 'ConcurrentChangeError';
}

/** A stored item does not parse: it is never skipped, since a dropped item is a missed deadline. */
export class StoredItemInvalidError extends Error {
  override readonly name = 'StoredItemInvalidError';
  /** Table keys, which hold no personal data. */
  readonly key: string;
  constructor(key: string, options?: ErrorOptions) {
    super('a stored item does not parse', options);
    this.key = key;
  }
}

/** A kid that is not in the key ring. */
export class UnknownKeyError extends Error {
  override readonly name = 'UnknownKeyError';
  readonly kid: string;
  constructor(kid: string) {
    super('no such key');
    this.kid = kid;
  }
}

/** The mail provider did not take the mail. `mayHaveLeft`: the answer was lost, so it may have been sent all the same. */
export class MailNotSentError extends Error {
  override readonly name = 'MailNotSentError';
  readonly code: string;
  readonly mayHaveLeft: boolean;
  constructor(code: string, mayHaveLeft: boolean, options?: ErrorOptions) {
    super('the mail was not sent', options);
    this.code = code;
    this.mayHaveLeft = mayHaveLeft;
  }
}

/** The name of an error: all that may be logged of it, since messages can hold what people wrote. */
export function errorCode(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}
