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

/** Somebody else changed the consents of this contact since they were read: read them again and decide anew. */
export class ConsentConflictError extends Error {
  override readonly name = 'ConsentConflictError';
  constructor() {
    super('the consent record has moved on');
  }
}

/** A sign-up with this id is there already. */
export class SignUpExistsError extends Error {
  override readonly name = 'SignUpExistsError';
  constructor() {
    super('the sign-up is known');
  }
}

/** A place in a list that no page of it ever told. */
export class CursorInvalidError extends Error {
  override readonly name = 'CursorInvalidError';
  constructor() {
    super('the cursor is not of this list');
  }
}

/** The other side did not take a call. `code` is an HTTP status or an error name. */
export class WebhookNotTakenError extends Error {
  override readonly name = 'WebhookNotTakenError';
  readonly code: string;
  constructor(code: string) {
    super('the webhook was not taken');
    this.code = code;
  }
}

/** What the link of a mail was for; `staff` stands for every action on a case. */
export type LinkKind =
  | 'confirm'
  | 'collect'
  | 'confirm_contact'
  | 'report_task'
  | 'confirm_consent'
  | 'sign_in'
  | 'staff';

/** A genuine link that opens nothing any more. Whoever presents its secret holds the mail, and may be told why. */
export interface LinkOver {
  readonly kind: LinkKind;
  /** `replaced`: a later mail asks about something newer. `laid_aside`: the desk took the message for no request. */
  readonly why: 'expired' | 'used' | 'replaced' | 'laid_aside';
  /** When it expired or was used, by the clock of its case (text). Null where no instant says it. */
  readonly at: string | null;
}

/** The link opens nothing. Without `over` it never was one for this, or is one that its holder is told nothing of. */
export class TokenNotUsableError extends Error {
  override readonly name = 'TokenNotUsableError';
  readonly over: LinkOver | null;
  constructor(message?: string, over: LinkOver | null = null) {
    super(message);
    this.over = over;
  }
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

/** An absence was not noted or ended; `code` says which rule forbids it. */
export class AbsenceRefusedError extends Error {
  override readonly name = 'AbsenceRefusedError';
  readonly code: 'not_allowed' | 'unknown_person' | 'ends_before_it_begins' | 'longer_than_a_year' | 'already_over';
  readonly staffId: string;
  constructor(code: AbsenceRefusedError['code'], staffId: string) {
    super('the absence is not possible');
    this.code = code;
    this.staffId = staffId;
  }
}

/** The name of an error: all that may be logged of it, since messages can hold what people wrote. */
export function errorCode(error: unknown): string {
  return error instanceof Error ? error.name : 'UnknownError';
}

/** A rule of the law or of the desk that an act would break, as a code that stays the same. */
export type Rule =
  | 'outcome_not_possible'
  | 'text_required'
  | 'type_required'
  | 'ground_required'
  | 'ground_not_valid'
  | 'ground_partial_only'
  | 'scope_required'
  | 'facts_required'
  | 'kept_required'
  | 'contents_missing'
  | 'gaps_open'
  | 'identity_needed'
  | 'identity_not_asked'
  | 'identity_enough'
  | 'identity_more_than_needed'
  | 'identity_method_not_yours'
  | 'identity_address_not_confirmed'
  | 'identity_address_from_request'
  | 'identity_code_wrong'
  | 'doubt_required'
  | 'mandate_needed'
  | 'access_first'
  | 'second_person'
  | 'not_approver'
  | 'not_extendable'
  | 'extended_before'
  | 'extension_too_late'
  | 'extension_officer_only'
  | 'extension_date'
  | 'already_waiting'
  | 'same_type'
  | 'not_retypable'
  | 'too_many_parts'
  | 'colleague_not_possible'
  | 'recipients_required'
  | 'recipient_not_possible'
  | 'nobody_to_tell'
  | 'not_restricted'
  | 'department_required'
  | 'date_required'
  | 'reason_required'
  | 'case_not_possible'
  | 'no_address'
  | 'only_the_requester'
  | 'received_in_future'
  | 'contact_required'
  | 'file_missing'
  | 'file_type'
  | 'file_not_portable'
  | 'file_name'
  | 'files_too_many'
  | 'files_attached';

/**
 * Something the law or the desk does not allow. Nothing was written. `field` is the field of the form it is about;
 * `possibleUntil` the civil date until which it was possible, where a date decides.
 */
export class RuleRefusedError extends Error {
  override readonly name = 'RuleRefusedError';
  readonly rule: Rule;
  readonly field: string | null;
  readonly possibleUntil: string | null;
  constructor(rule: Rule, field: string | null = null, possibleUntil: string | null = null) {
    super('a rule does not allow this');
    this.rule = rule;
    this.field = field;
    this.possibleUntil = possibleUntil;
  }
}
