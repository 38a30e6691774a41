import * as z from 'zod';
import {
  caseClockEnv,
  inboundMailBucketEnv,
  inboundMailDomainEnv,
  keyRingEnv,
  limitsEnv,
  publicUrlEnv,
  rehearsalMailEnv,
  tableEnv,
} from '../runtime/environment.ts';

/** The whole environment of this function. */
export const dispatchOutboxEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...rehearsalMailEnv,
  ...caseClockEnv,
  ...inboundMailBucketEnv,
  ...inboundMailDomainEnv,
  STATE_MACHINE_ARN: z.string().min(1),
  MAIL_CONFIGURATION_SET: z.string().min(1),
  /** Where the newsletter tool is called; empty while none is connected. */
  NEWSLETTER_WEBHOOK: z.union([z.literal('').transform(() => null), z.url()]),
  WEBHOOK_SECRET_ARN: z.string().min(1),
});
