import type { Scenario } from './scenario.ts';
import { answeredInWeekOne } from './scenarios/answered-in-week-one.ts';
import { byPhone } from './scenarios/by-phone.ts';
import { deputyStandsIn } from './scenarios/deputy-stands-in.ts';
import { extendedInTime } from './scenarios/extended-in-time.ts';
import { extensionBounced } from './scenarios/extension-bounced.ts';
import { extensionTooLate } from './scenarios/extension-too-late.ts';
import { identityAnswered } from './scenarios/identity-answered.ts';
import { identityNeverAnswered } from './scenarios/identity-never-answered.ts';
import { letterByMail } from './scenarios/letter-by-mail.ts';
import { mailLoop } from './scenarios/mail-loop.ts';
import { marketingObjection } from './scenarios/marketing-objection.ts';
import { newsletter } from './scenarios/newsletter.ts';
import { neverConfirmed } from './scenarios/never-confirmed.ts';
import { nobodyReacts } from './scenarios/nobody-reacts.ts';
import { overChristmas } from './scenarios/over-christmas.ts';
import { nightOfTheClocks, overSummerTime } from './scenarios/over-summer-time.ts';
import { partlyRefused } from './scenarios/partly-refused.ts';
import { recipientsTold } from './scenarios/recipients-told.ts';
import { remindedThenAnswered } from './scenarios/reminded-then-answered.ts';
import { withdrawalByMail } from './scenarios/withdrawal-by-mail.ts';

/** Every life that is rehearsed. */
export const scenarios: readonly Scenario[] = [
  answeredInWeekOne,
  remindedThenAnswered,
  nobodyReacts,
  marketingObjection,
  overChristmas,
  overSummerTime,
  nightOfTheClocks,
  neverConfirmed,
  extendedInTime,
  extensionTooLate,
  extensionBounced,
  identityAnswered,
  identityNeverAnswered,
  partlyRefused,
  recipientsTold,
  byPhone,
  deputyStandsIn,
  newsletter,
  withdrawalByMail,
  letterByMail,
  mailLoop,
];
