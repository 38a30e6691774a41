import type { Temporal } from 'temporal-polyfill';
import type { StepId } from '../cases/ladder.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { Language } from '../languages.ts';
import type { StaffCase } from './staff-case.ts';

/** A staff case with the links of one addressee. A link is null when that action is not open to this person now. */
export interface StaffCaseWithLinks extends StaffCase {
  readonly takeUrl: string | null;
  readonly answers: readonly { readonly partId: string; readonly requestType: RequestType; readonly url: string }[];
}

export interface UnconfirmedCaseWithLinks extends StaffCase {
  readonly acceptUrl: string;
  readonly dismissUrl: string;
}

/** All that a mail says, ready for its words: dates are Amsterdam civil dates of case time, links are whole URLs. */
export type MailModel =
  | {
      readonly template: 'confirm_request';
      readonly caseNumber: string;
      readonly promisedDate: Temporal.PlainDate;
      readonly confirmUrl: string;
    }
  | {
      readonly template: 'marketing_stopped';
      readonly caseNumber: string;
      readonly stoppedOn: Temporal.PlainDate;
      /** Whether other parts or a message remain to be read, so that another mail follows. */
      readonly moreToCome: boolean;
    }
  | {
      readonly template: 'acknowledgement';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly receivedAt: Temporal.Instant;
      readonly requestTypes: readonly RequestType[];
      readonly promisedDate: Temporal.PlainDate;
      /** One sentence on how the promised date was reckoned, in the language of the mail. */
      readonly reckoning: string;
    }
  | {
      readonly template: 'answer_ready';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly collectUrl: string;
      /** The last day on which the link works. */
      readonly collectUntil: Temporal.PlainDate;
    }
  | {
      readonly template: 'promise_missed';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly requestTypes: readonly RequestType[];
      readonly promisedDate: Temporal.PlainDate;
    }
  | { readonly template: 'staff_new_case'; readonly staffName: string; readonly subject: StaffCaseWithLinks }
  | {
      readonly template: 'staff_step';
      readonly staffName: string;
      readonly step: StepId;
      readonly subject: StaffCaseWithLinks;
    }
  | {
      readonly template: 'staff_unconfirmed';
      readonly staffName: string;
      readonly cases: readonly UnconfirmedCaseWithLinks[];
    }
  | {
      readonly template: 'staff_sign_in';
      readonly staffName: string;
      readonly signInUrl: string;
      readonly validMinutes: number;
    };

/** The words of a mail, still without envelope. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Turns a model into words; `rehearsal` marks subject and body as an exercise. Pure. */
export type MailRenderer = (model: MailModel, language: Language, rehearsal: boolean) => MailWords;
