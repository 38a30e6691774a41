import * as z from 'zod';
import {
  answerBucketEnv,
  caseClockEnv,
  inboundMailBucketEnv,
  keyRingEnv,
  limitsEnv,
  publicUrlEnv,
  tableEnv,
} from '../runtime/environment.ts';

/** The whole environment of this function. */
export const staffDeskEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...caseClockEnv,
  ...answerBucketEnv,
  ...inboundMailBucketEnv,
});
