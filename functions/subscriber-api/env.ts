import * as z from 'zod';
import { inboundMailDomainEnv, keyRingEnv, publicUrlEnv, tableEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const subscriberApiEnv = z.object({
  ...tableEnv,
  ...keyRingEnv,
  ...publicUrlEnv,
  ...inboundMailDomainEnv,
});
