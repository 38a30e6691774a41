import type { HolidayCalendar } from '../deadlines/calendar.ts';
import type { ActionToken } from '../desk/action-token.ts';
import type { Language } from '../languages.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { CaseReader, FiguresReader, KeyRing, RandomBytes } from '../ports.ts';
import type { MailModel } from './mail-model.ts';

/** What a mail is built from. */
export interface MailContext {
  readonly cases: CaseReader;
  readonly figures: FiguresReader;
  /** Makes the codes that show who somebody is. */
  readonly keys: KeyRing;
  readonly organisation: OrganisationProfile;
  readonly calendar: HolidayCalendar;
  readonly randomBytes: RandomBytes;
  readonly publicUrl: string;
  /** Where staff mails of a rehearsal go instead of to the people themselves; null sends them to the people. */
  readonly rehearsalMailDomain: string | null;
}

/** A mail ready to be rendered and sent, with the tokens its links need. */
export interface BuiltMail {
  readonly to: string;
  readonly language: Language;
  readonly model: MailModel;
  readonly tokens: readonly ActionToken[];
  /** Whether it belongs to a rehearsal. */
  readonly rehearsal: boolean;
  /** Keyed hash to count by, when the mail goes to an address nobody has confirmed yet. */
  readonly unconfirmedContact: string | null;
}
