import * as z from 'zod';
import { keyRingEnv, limitsEnv, publicUrlEnv, rehearsalMailEnv, tableEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const dispatchOutboxEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...rehearsalMailEnv,
  STATE_MACHINE_ARN: z.string().min(1),
  MAIL_CONFIGURATION_SET: z.string().min(1),
});
