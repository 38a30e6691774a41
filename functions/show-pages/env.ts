import * as z from 'zod';
import { publicUrlEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const showPagesEnv = z.object({ ...publicUrlEnv });
