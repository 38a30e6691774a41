import * as z from 'zod';
import { tableEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const recordMailEventsEnv = z.object({ ...tableEnv });
