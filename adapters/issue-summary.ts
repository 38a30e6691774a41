import type * as z from 'zod';

/** What is wrong with a value, as codes and paths: the messages of the parser could hold what people wrote. */
export function issueSummary(error: z.ZodError): Error {
  return new Error(error.issues.map((issue) => `${issue.code} at ${issue.path.join('.')}`).join('; '));
}
