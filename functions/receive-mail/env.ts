import * as z from 'zod';
import {
  caseClockEnv,
  inboundMailBucketEnv,
  inboundMailDomainEnv,
  keyRingEnv,
  limitsEnv,
  tableEnv,
} from '../runtime/environment.ts';

/** The whole environment of this function. */
export const receiveMailEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...caseClockEnv,
  ...inboundMailBucketEnv,
  ...inboundMailDomainEnv,
});
