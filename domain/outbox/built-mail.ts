import type { HolidayCalendar } from '../deadlines/calendar.ts';
import type { ActionToken } from '../desk/action-token.ts';
import type { Language } from '../languages.ts';
import type { OrganisationProfile } from '../organisation.ts';
import type { CaseReader, FiguresReader, KeyRing, OutgoingMail, RandomBytes } from '../ports.ts';
import type { ConsentReader } from '../consents/ports.ts';
import type { InboundMailReader } from '../inbound-mail/ports.ts';
import type { MailModel } from './mail-model.ts';

/** What a letter about a case is built from, however it leaves. */
export interface LetterContext {
  readonly cases: CaseReader;
  /** Makes the codes that show who somebody is. */
  readonly keys: KeyRing;
  readonly organisation: OrganisationProfile;
  readonly calendar: HolidayCalendar;
  readonly randomBytes: RandomBytes;
  readonly publicUrl: string;
}

/** What a mail is built from. */
export interface MailContext extends LetterContext {
  readonly figures: FiguresReader;
  readonly consents: ConsentReader;
  readonly inboundMail: InboundMailReader;
  /** Where mail reaches the desk itself, as a domain; null while it takes in none. */
  readonly inboundMailDomain: string | null;
  /** Where staff mails of a rehearsal go instead of to the people themselves; null sends them to the people. */
  readonly rehearsalMailDomain: string | null;
  /** Whether everything on this stage is a rehearsal. */
  readonly rehearsing: boolean;
}

/** A mail ready to be rendered and sent, with the tokens its links need. */
export interface BuiltMail extends Pick<OutgoingMail, 'replyTo' | 'unsubscribe' | 'attached'> {
  readonly to: string;
  readonly language: Language;
  readonly model: MailModel;
  readonly tokens: readonly ActionToken[];
  /** Whether it belongs to a rehearsal. */
  readonly rehearsal: boolean;
  /** Keyed hash to count by, when the mail goes to an address nobody has confirmed yet. */
  readonly unconfirmedContact: string | null;
  /** Sent only when the last one of its kind is at least so long ago. */
  readonly coolDown?: { readonly subject: string; readonly seconds: number };
}
