import * as z from 'zod';
import { tokenSecretSchema } from '../../domain/desk/action-token.ts';
import { manyLines } from './text.ts';

/** A pasted code may carry blanks around it. */
const token = z.string().trim().pipe(tokenSecretSchema);

/** `POST /confirm`, `/desk/sign-in` and `/desk/act`: the secret of a link, and nothing else. */
export const linkFormSchema = z.object({ token });

/** `POST /collect`. The code may be typed with or without dashes, in either case. */
export const collectFormSchema = z.object({ token, collectionCode: z.string().max(40).default('') });

/** `POST /desk`. */
export const signInRequestFormSchema = z.object({ email: z.string().max(254).default('') });

const LONGEST_ANSWER = 20_000;

/** An answer as it is stored. Parsed apart from its form, so that a refused text can be given back. */
export const answerTextSchema = manyLines(LONGEST_ANSWER).optional();

/** `POST /desk/decide`. What an action needs beyond the link is asked for by the page. */
export const decideFormSchema = z.object({
  token,
  text: z.string().optional(),
  ground: z.enum(['spam', 'test', 'duplicate', 'no_request']).optional().catch(undefined),
});
