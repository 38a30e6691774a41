import * as z from 'zod';
import { tableEnv, limitsEnv, publicUrlEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const staffDeskEnv = z.object({ ...tableEnv, ...limitsEnv, ...publicUrlEnv });
