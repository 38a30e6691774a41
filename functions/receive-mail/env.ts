import * as z from 'zod';
import { inboundMailBucketEnv } from '../runtime/environment.ts';

/** The whole environment of this function. */
export const receiveMailEnv = z.object({ ...inboundMailBucketEnv });
