import * as z from 'zod';
import {
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
  /** Requests one caller may send in an hour. */
  REQUESTS_PER_CALLER_AN_HOUR: z
    .string()
    .regex(/^[1-9][0-9]*$/)
    .transform(Number),
});
