import * as z from 'zod';
import {
  callerLimitEnv,
  rehearsalMailEnv,
  tableEnv,
  limitsEnv,
  keyRingEnv,
  publicUrlEnv,
  caseClockEnv,
} from '../runtime/environment.ts';

/** The whole environment of this function. */
export const publicApiEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...caseClockEnv,
  ...rehearsalMailEnv,
  ...callerLimitEnv,
});
