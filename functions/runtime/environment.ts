import * as z from 'zod';

/** Variables several functions share; each function's env.ts names the ones it needs, and the stacks supply exactly those. */
export const tableEnv = { DESK_TABLE: z.string().min(1), LEDGER_TABLE: z.string().min(1) };
export const limitsEnv = { LIMITS_TABLE: z.string().min(1) };
export const keyRingEnv = { KEY_RING_SECRET_ARN: z.string().min(1) };
export const answerBucketEnv = { ANSWER_BUCKET: z.string().min(1) };
/** Where SES puts the mails that come in. */
export const inboundMailBucketEnv = { INBOUND_MAIL_BUCKET: z.string().min(1) };
/** Where mail reaches the desk itself; empty while it takes in none. */
export const inboundMailDomainEnv = {
  INBOUND_MAIL_DOMAIN: z.union([z.literal('').transform(() => null), z.hostname().toLowerCase()]),
};
export const callerLimitEnv = {
  /** Requests one caller may send in an hour. */
  REQUESTS_PER_CALLER_AN_HOUR: z
    .string()
    .regex(/^[1-9][0-9]*$/)
    .transform(Number),
};
export const publicUrlEnv = { PUBLIC_URL: z.url() };
/** The mail domain rehearsals stay within; empty on a stage where everything is a rehearsal. */
export const rehearsalMailEnv = {
  REHEARSAL_MAIL_DOMAIN: z.union([z.literal('').transform(() => null), z.hostname().toLowerCase()]),
};
/** `real`, or how many seconds one day of a rehearsal lasts: the clock of every case the public makes on this stage. */
export const caseClockEnv = { CASE_DAY_SECONDS: z.union([z.literal('real'), z.string().regex(/^[0-9]+(\.[0-9]+)?$/)]) };
