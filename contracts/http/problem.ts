import * as z from 'zod';

/** Stable names of everything that can be wrong with a call; `type` of a problem is `urn:privacy-desk:problem:<kind>`. */
export const problemKindSchema = z.enum([
  'malformed-body',
  'invalid-body',
  'idempotency-key-missing',
  'idempotency-key-reused',
  'body-too-large',
  'unsupported-media-type',
  'foreign-origin',
  'not-found',
  'link-over',
  'method-not-allowed',
  'too-many-requests',
  'unavailable',
]);
export type ProblemKind = z.infer<typeof problemKindSchema>;

/** RFC 9457 problem details. `errors` point into the body (RFC 6901) and never repeat what was sent. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

const PROBLEMS: Readonly<
  Record<ProblemKind, { readonly status: number; readonly title: string; readonly detail: string }>
> = {
  'malformed-body': { status: 400, title: 'Malformed body', detail: 'The body is not well-formed JSON in UTF-8.' },
  'invalid-body': {
    status: 422,
    title: 'Invalid body',
    detail: 'Some fields are missing, unknown or not as the API describes them.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'Idempotency-Key missing',
    detail: 'Send a header Idempotency-Key of 1 to 255 printable ASCII characters, new for each request.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Idempotency-Key reused',
    detail: 'This Idempotency-Key came with another body before. Use a new key for a new request.',
  },
  'body-too-large': { status: 413, title: 'Body too large', detail: 'A body may hold 64 KiB at most.' },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send the body as application/json.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Foreign origin',
    detail: 'A form can only be sent from the pages of this desk.',
  },
  'not-found': { status: 404, title: 'Not found', detail: 'There is nothing at this address.' },
  'link-over': { status: 410, title: 'Link over', detail: 'This link opens nothing any more.' },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not know this method; the Allow header names those it knows.',
  },
  'too-many-requests': { status: 429, title: 'Too many requests', detail: 'Try again later, or write or call us.' },
  unavailable: {
    status: 503,
    title: 'Unavailable',
    detail:
      'Send the same request again, with the same Idempotency-Key: it is stored once, whether or not this one was.',
  },
};

/** Errors shown at most, so that a body of any size gets a small answer. */
const ERRORS_SHOWN = 10;
/** A pointer is as long as the deepest documented path; what is longer points at the caller's own names. */
const LONGEST_POINTER = 80;

/** The problem of a kind, with the zod issues it came from. Names of unknown fields are not repeated. */
export function problemOf(kind: ProblemKind, issues: readonly z.core.$ZodIssue[] = []): Problem {
  const problem = { type: `urn:privacy-desk:problem:${kind}`, ...PROBLEMS[kind] };
  if (issues.length === 0) return problem;
  const errors = issues
    .slice(0, ERRORS_SHOWN)
    .map((issue) => ({ pointer: pointerOf(issue.path).slice(0, LONGEST_POINTER), code: codeOf(issue) }));
  return { ...problem, errors };
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function codeOf(issue: z.core.$ZodIssue): string {
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : issue.code;
  return typeof code === 'string' ? code : issue.code;
}
