import * as z from 'zod';
import {
  callerLimitEnv,
  caseClockEnv,
  inboundMailDomainEnv,
  keyRingEnv,
  limitsEnv,
  publicUrlEnv,
  tableEnv,
} from '../runtime/environment.ts';

/** The whole environment of this function. */
export const manageConsentsEnv = z.object({
  ...tableEnv,
  ...limitsEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...caseClockEnv,
  ...callerLimitEnv,
  ...inboundMailDomainEnv,
});
