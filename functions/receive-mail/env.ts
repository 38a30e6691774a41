import * as z from 'zod';
import { caseClockEnv, inboundMailBucketEnv, keyRingEnv, limitsEnv, tableEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const receiveMailEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...caseClockEnv,
  ...inboundMailBucketEnv,
  INBOUND_MAIL_DOMAIN: z.hostname().toLowerCase(),
});
