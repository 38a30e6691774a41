/** Every line the desk can log, by its code. Lines carry ids and codes only: see LogFields. */
const LOG_LINES = {
  REQUEST_SUBMITTED: { level: 'info', sentence: 'A request was stored.' },
  SIGN_UP_STORED: { level: 'info', sentence: 'A sign-up was stored.' },
  CONSENT_WITHDRAWN: { level: 'info', sentence: 'Somebody stopped mails.' },
  CALL_REFUSED: { level: 'info', sentence: 'A call was refused.' },
  CALL_FAILED: { level: 'error', sentence: 'A call failed; its caller may send it again.' },
  CASE_ADVANCED: { level: 'info', sentence: 'The workflow asked what comes next.' },
  OUTBOX_ROW_DISPATCHED: { level: 'info', sentence: 'An outbox row was worked on.' },
  OUTBOX_REDRIVEN: { level: 'info', sentence: 'Unsent outbox rows were looked for.' },
  LATE_CASE_CAUGHT_UP: { level: 'error', sentence: 'A rung was more than an hour late and was done by the watchdog.' },
  REHEARSAL_CAUGHT_UP: { level: 'info', sentence: 'A rung of a rehearsal was late and was done by the watchdog.' },
  LATE_CASE_FAILED: { level: 'error', sentence: 'A late case could not be brought up to date.' },
  EXECUTION_RESTARTED: { level: 'error', sentence: 'A workflow execution had stopped and was started anew.' },
  UNCONFIRMED_REPORTED: { level: 'info', sentence: 'The digest of unconfirmed requests was ordered.' },
  BOUNCE_RECORDED: { level: 'info', sentence: 'A mail did not arrive, and its case knows.' },
  COMPLAINT_RECORDED: { level: 'info', sentence: 'The reader of a mail called it spam.' },
  MAIL_EVENT_UNKNOWN: { level: 'info', sentence: 'What the provider told was about a mail of no outbox row.' },
  MAIL_EVENT_IGNORED: { level: 'info', sentence: 'What the provider told of a mail asks for nothing.' },
  MAIL_RECEIVED: { level: 'info', sentence: 'A mail that came in was taken in.' },
  MAIL_NOTICE_IGNORED: { level: 'info', sentence: 'What the provider told was not about a mail that came in.' },
  SIGN_UPS_PURGED: { level: 'info', sentence: 'Sign-ups nobody confirmed were taken away.' },
  CLOSED_CASES_FOLLOWED_UP: { level: 'info', sentence: 'What was due for closed cases was done.' },
  FIGURES_ORDERED: { level: 'info', sentence: 'The figures of the month before were ordered.' },
  SUBSCRIBERS_IMPORTED: { level: 'info', sentence: 'Lines of an earlier list were taken over.' },
  WEBHOOK_GIVEN_UP: { level: 'error', sentence: 'The newsletter tool did not take a call for three days.' },
  OUTBOX_REVIVED: { level: 'info', sentence: 'Rows that were given up are due again.' },
  TASK_FAILED: { level: 'error', sentence: 'A task failed; its caller tries again.' },
} as const;
type LogCode = keyof typeof LOG_LINES;

/** All that a line may carry. No names, addresses, texts, bodies, events or error messages, not even for debugging. */
interface LogFields {
  readonly caseNumber?: string;
  readonly outboxId?: string;
  /** A mail that came in, as the provider numbers it: no header of the mail. */
  readonly mailId?: string;
  readonly executionName?: string;
  readonly outcome?: string;
  readonly step?: string | null;
  readonly route?: string;
  readonly status?: number;
  readonly errorCode?: string;
  readonly count?: number;
}

/** Writes one line. Lambda's JSON log format keeps the object as it is and adds time, level and request id. */
export function log(code: LogCode, fields: LogFields = {}): void {
  const { level, sentence } = LOG_LINES[code];
  const line = { code, sentence, ...fields };
  if (level === 'error') console.error(line);
  else console.info(line);
}
