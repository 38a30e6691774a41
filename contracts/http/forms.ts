import * as z from 'zod';
import { caseNumberSchema } from '../../domain/cases/case-number.ts';
import { tokenSecretSchema } from '../../domain/desk/action-token.ts';
import { staffActionSchema } from '../../domain/desk/staff-actions.ts';
import { staffIdSchema } from '../../domain/organisation.ts';
import { manyLines } from './text.ts';

/** A pasted code may carry blanks around it. */
const token = z.string().trim().pipe(tokenSecretSchema);

/** `POST /confirm` and `/desk/sign-in`: the secret of a link, and nothing else. */
export const linkFormSchema = z.object({ token });

/** `POST /collect`. The code may be typed with or without dashes, in either case. */
export const collectFormSchema = z.object({ token, collectionCode: z.string().max(40).default('') });

const typedCode = z.string().max(100).default('');

/** `POST /case`: what stands on the receipt, as typed. */
export const ownCaseFormSchema = z.object({ caseNumber: typedCode, collectionCode: typedCode });

/** What a requester can do on the page of the own case. */
export const ownCaseActSchema = z.enum(['write', 'identity_code', 'withdraw', 'change_address', 'send_again']);
export type OwnCaseAct = z.infer<typeof ownCaseActSchema>;

/**
 * `POST /case/act`. Each form carries case number and code on; texts are parsed apart from it, so that a refused one can
 * be given back. Ticked parts are fields of their own, `part_<id>`; `all` stands for every part.
 */
export const ownCaseActFormSchema = ownCaseFormSchema.extend({
  act: ownCaseActSchema,
  text: z.string().default(''),
  code: typedCode,
  email: z.string().default(''),
  all: z.literal('on').optional(),
});

/** What a requester writes to the desk. */
export const requesterTextSchema = manyLines(10_000);

/** `POST /report/act`: what became of a task. */
export const reportFormSchema = z.object({
  token,
  as: z.enum(['done', 'cannot']).optional().catch(undefined),
  text: z.string().default(''),
});

/** What a recipient or a department writes about its task. */
export const reportTextSchema = manyLines(5000);

/** `POST /desk`. One that carries the secret of a sign-in link instead is a `linkFormSchema`. */
export const signInRequestFormSchema = z.object({
  email: z.string().max(254).default(''),
  /** The case to go on to. */
  caseNumber: caseNumberSchema.optional().catch(undefined),
});

/** `POST /desk/sign-out`, with the link of a mail that opens in another session only, if there is one. */
export const signOutFormSchema = z.object({ token: token.optional().catch(undefined) });

/**
 * How staff come to an action, posted to `/desk/act` and `/desk/decide`: the secret of a link, or what is meant, for a
 * session that may do it.
 */
export const staffDoorSchema = z.union([
  z.object({ token }).transform(({ token: secret }) => ({ kind: 'link' as const, secret })),
  z
    .object({ act: staffActionSchema, caseNumber: caseNumberSchema, on: z.string().max(10).optional() })
    .transform(({ act: action, caseNumber, on }) => ({ kind: 'desk' as const, action, caseNumber, on: on ?? null })),
]);

/** `POST /desk/absence`: somebody is away, or an absence ends early. */
export const absenceFormSchema = z.union([
  z.object({ end: staffIdSchema }),
  z.object({ staffId: staffIdSchema, from: z.iso.date(), until: z.iso.date() }),
]);
