import * as z from 'zod';

/** What a case keeps of the mail it came as; what was written is in its content, the message itself in the store. */
export const inboundSchema = z.strictObject({
  objectKey: z.string().min(1).max(200),
  /** Whether its text could be read; the message is kept whole either way. */
  readable: z.boolean(),
  /** What its sender looks like by its headers and the provider's verdict. */
  sender: z.enum(['person', 'machine', 'spam']),
  /** Whether an acknowledgement left before staff looked at it. */
  acknowledged: z.boolean(),
  /** Whether the mailings it wants stopped were stopped, and that was told, when it came in. */
  stoppedMailings: z.boolean(),
});
export type Inbound = z.infer<typeof inboundSchema>;

/** One file that came with a mail: kept as it is and never opened. */
export const mailAttachmentSchema = z.strictObject({
  fileName: z.string().min(1).max(300),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Told from the content; null for what is not offered to staff, and is in the message only. */
  mediaType: z.string().max(100).nullable(),
  /** Where it is kept; null with the media type. */
  objectKey: z.string().max(250).nullable(),
});
export type MailAttachment = z.infer<typeof mailAttachmentSchema>;

export const mailContentSchema = z.strictObject({
  subject: z.string(),
  attachments: z.array(mailAttachmentSchema).max(100),
});
export type MailContent = z.infer<typeof mailContentSchema>;
