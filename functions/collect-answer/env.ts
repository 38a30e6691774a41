import * as z from 'zod';
import { answerBucketEnv, tableEnv, limitsEnv, keyRingEnv, publicUrlEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const collectAnswerEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...answerBucketEnv,
});
