import type { WebFunctionName } from '../contracts/http/routes.ts';

/** The functions of the desk; each has its folder under `functions/`. */
export const functionNames = [
  'public-api',
  'manage-consents',
  'subscriber-api',
  'collect-answer',
  'staff-desk',
  'show-pages',
  'advance-case',
  'dispatch-outbox',
  'record-mail-events',
  'receive-mail',
  'sweep',
] as const;
export type FunctionName = WebFunctionName | (typeof functionNames)[number];
