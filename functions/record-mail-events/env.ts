import * as z from 'zod';
import { caseClockEnv, keyRingEnv, tableEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const recordMailEventsEnv = z.object({ ...tableEnv, ...keyRingEnv, ...caseClockEnv });
