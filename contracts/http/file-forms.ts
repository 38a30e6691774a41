import * as z from 'zod';
import { fileIdSchema } from '../../domain/cases/answer-file.ts';
import { caseNumberSchema } from '../../domain/cases/case-number.ts';
import { maskCitizenNumbers } from '../../domain/cases/mask-citizen-number.ts';
import { partIdSchema } from '../../domain/cases/part.ts';
import { collectFormSchema } from './forms.ts';

/** `POST /collect/file`: link and code once more, and which file. */
export const collectFileFormSchema = collectFormSchema.extend({ fileId: fileIdSchema });

/** `POST /desk/files/open` and `/desk/files/remove`, besides the fields of the door. */
export const deskFileFormSchema = z.object({ fileId: fileIdSchema });

/** `POST /desk/files/attach`, besides the fields of the door. */
export const attachFileFormSchema = deskFileFormSchema.extend({
  name: z.string().max(200).default('').transform(maskCitizenNumbers),
});

/** `GET /desk/files/arrived`: what the address says that the store leads back to. No personal data. */
export const arrivedQuerySchema = z.object({ case: caseNumberSchema, part: partIdSchema, file: fileIdSchema });

/** `POST /desk/mail`: which one of what came by mail with a case, or joined it later. */
export const mailFileFormSchema = z.object({
  caseNumber: caseNumberSchema,
  file: z.union([
    z.literal('message').transform(() => ({ what: 'message' }) as const),
    z
      .string()
      .regex(/^[0-9]{1,2}$/)
      .transform((index) => ({ what: 'attachment', index: Number(index) }) as const),
    z
      .string()
      .regex(/^[0-9]{6}-[0-9]$/)
      .transform((textId) => ({ what: 'joined', textId }) as const),
  ]),
});
