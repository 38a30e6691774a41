import type { Temporal } from 'temporal-polyfill';
import type { CaseStatus } from '../cases/case.ts';
import type { Inbound } from '../cases/inbound.ts';
import type { StepId } from '../cases/step-id.ts';
import type { ExtensionGround } from '../cases/extension.ts';
import type { IdentityDoubt, IdentityLevel } from '../cases/identity.ts';
import type { Proposal } from '../cases/proposal.ts';
import type { TaskKind } from '../cases/task.ts';
import type { StaffAction } from '../desk/staff-actions.ts';
import type { StaffNotice } from './outbox-row.ts';
import type { RequestType } from '../cases/request-types.ts';
import type { MonthlyReport } from '../figures/monthly-report.ts';
import type { Language } from '../languages.ts';
import type { StaffRole } from '../organisation.ts';
import type { StaffCase } from './staff-case.ts';

/** Where the requester has the collection code from: the page after sending, or staff, who tell it beside the mail. */
export type CodeSource = 'submission' | 'staff';

/** One link of a staff mail: what can be done now by its addressee. */
export interface StaffLink {
  readonly action: StaffAction;
  /** The type of the part it is about, for actions on a part. */
  readonly requestType: RequestType | null;
  readonly url: string;
}

/** A staff case with what its addressee can do now: the most usual first (take, then an answer for each open part). */
export interface StaffCaseWithLinks extends StaffCase {
  readonly status: CaseStatus;
  readonly links: readonly StaffLink[];
  /** The case on the desk, behind the sign-in. */
  readonly deskUrl: string;
}

export interface UnconfirmedCaseWithLinks extends StaffCase {
  /** What came as a mail, with the kind of its sender; null for what came another way. */
  readonly mail: Pick<Inbound, 'sender' | 'readable'> | null;
  readonly acceptUrl: string;
  readonly dismissUrl: string;
}

/** One consent as its receipt tells it. */
export interface ConsentedTopic {
  readonly name: string;
  /** The words agreed to, literally, and in which language they were shown. */
  readonly text: string;
  readonly version: string;
  readonly givenAt: Temporal.Instant;
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
      /** Holds nothing that anybody typed in (rule R5). */
      readonly template: 'confirm_consent';
      readonly requestedAt: Temporal.Instant;
      readonly topics: readonly { readonly name: string; readonly description: string }[];
      readonly confirmUrl: string;
      readonly confirmUntil: Temporal.Instant;
    }
  | {
      readonly template: 'consent_receipt';
      readonly topics: readonly ConsentedTopic[];
      /** The page where each topic can be stopped and the receipt be had again. */
      readonly preferencesUrl: string;
      readonly noticeUrl: string;
    }
  | {
      readonly template: 'consent_withdrawn';
      /** Names; none: everything. */
      readonly topics: readonly string[];
      readonly stoppedOn: Temporal.PlainDate;
      readonly signUpUrl: string;
    }
  | { readonly template: 'to_customer_service'; readonly caseNumber: string; readonly receivedAt: Temporal.Instant }
  | {
      readonly template: 'acknowledgement';
      readonly caseNumber: string;
      /** Null while nobody has looked at who wrote. */
      readonly requesterName: string | null;
      readonly receivedAt: Temporal.Instant;
      readonly requestTypes: readonly RequestType[];
      readonly promisedDate: Temporal.PlainDate;
      /** One sentence on how the promised date was reckoned, in the language of the mail. */
      readonly reckoning: string;
      readonly caseUrl: string;
      readonly codeFrom: CodeSource;
    }
  | {
      readonly template: 'answer_ready';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly codeFrom: CodeSource;
      readonly collectUrl: string;
      /** The last day on which the link works. */
      readonly collectUntil: Temporal.PlainDate;
    }
  | {
      readonly template: 'promise_missed';
      readonly caseNumber: string;
      readonly requesterName: string;
      /** The parts that are late: undecided, and not extended in time. */
      readonly requestTypes: readonly RequestType[];
      /** The date that was missed: the promised one, or that of an extension. */
      readonly promisedDate: Temporal.PlainDate;
      /** As staff entered them; without them a named person calls. */
      readonly delay: { readonly cause: string; readonly until: Temporal.PlainDate | null } | null;
    }
  | {
      readonly template: 'inquiry';
      readonly caseNumber: string;
      readonly requesterName: string;
      /** Why who somebody is is asked, and how sure the desk has to be; null for a clarification. */
      readonly identity: { readonly doubt: IdentityDoubt; readonly level: IdentityLevel } | null;
      /** What staff wrote; empty when the fixed words say enough. */
      readonly question: string;
      readonly reminder: boolean;
      readonly promisedDate: Temporal.PlainDate;
      /** Where the requester answers, with case number and collection code. */
      readonly caseUrl: string;
    }
  | {
      /** To an address that was on file, with nothing but the code. */
      readonly template: 'identity_code';
      readonly caseNumber: string;
      readonly code: string;
      readonly caseUrl: string;
    }
  | {
      readonly template: 'message';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly text: string;
      readonly caseUrl: string;
    }
  | {
      readonly template: 'extension_letter';
      readonly caseNumber: string;
      readonly requesterName: string;
      /** The parts that take longer, those that keep their promise, and those that are decided already. */
      readonly extendedTypes: readonly RequestType[];
      readonly otherTypes: readonly RequestType[];
      readonly readyTypes: readonly RequestType[];
      readonly ground: ExtensionGround;
      readonly facts: string;
      readonly until: Temporal.PlainDate;
      readonly promisedDate: Temporal.PlainDate;
      /** One sentence on how the new date was reckoned, in the language of the mail. */
      readonly reckoning: string;
      readonly promiseMissed: boolean;
      readonly caseUrl: string;
    }
  | {
      readonly template: 'retyped';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly to: RequestType;
      readonly reason: string;
      readonly promisedDate: Temporal.PlainDate;
      readonly caseUrl: string;
    }
  | {
      readonly template: 'restriction_lifting';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly requestType: RequestType;
      readonly caseUrl: string;
    }
  | {
      readonly template: 'answer_reminder';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly codeFrom: CodeSource;
      readonly collectUrl: string;
      readonly collectUntil: Temporal.PlainDate;
    }
  | {
      readonly template: 'withdrawal_confirmed';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly withdrawnTypes: readonly RequestType[];
      /** What is still worked on. */
      readonly openTypes: readonly RequestType[];
    }
  | {
      readonly template: 'case_reopened';
      readonly caseNumber: string;
      readonly requesterName: string;
      readonly requestTypes: readonly RequestType[];
      readonly caseUrl: string;
    }
  | {
      readonly template: 'confirm_contact';
      readonly caseNumber: string;
      readonly confirmUrl: string;
      /** The last day on which the link works. */
      readonly confirmUntil: Temporal.PlainDate;
    }
  | { readonly template: 'contact_changed'; readonly caseNumber: string; readonly changedOn: Temporal.PlainDate }
  | {
      /** To a recipient of data (GDPR art. 19). Who it is about stands on the page behind the link, not in the mail. */
      readonly template: 'recipient_notice';
      readonly caseNumber: string;
      readonly recipientName: string;
      readonly role: 'processor' | 'controller';
      readonly requestType: RequestType;
      readonly answerBy: Temporal.PlainDate;
      readonly reportUrl: string;
      readonly reminder: boolean;
    }
  | {
      readonly template: 'search_request';
      readonly caseNumber: string;
      readonly departmentName: string;
      readonly requestTypes: readonly RequestType[];
      readonly answerBy: Temporal.PlainDate;
      readonly reportUrl: string;
      readonly reminder: boolean;
    }
  | {
      readonly template: 'staff_notice';
      readonly staffName: string;
      readonly role: StaffRole;
      readonly notice: StaffNotice;
      /** What it is about, where that is a part, a task or a proposal: its kind, in no words of people. */
      readonly about: {
        readonly proposal: Proposal['kind'] | null;
        readonly task: TaskKind | null;
        /** The last day of the term a letter of the authority set. */
        readonly until: Temporal.PlainDate | null;
      } | null;
      /** Names of data categories that expire before the promised date, for `expiring_data`, each with its date. */
      readonly expiring: readonly { readonly name: string; readonly on: Temporal.PlainDate }[];
      readonly subject: StaffCaseWithLinks;
    }
  | {
      readonly template: 'staff_new_case';
      readonly staffName: string;
      readonly role: StaffRole;
      readonly subject: StaffCaseWithLinks;
    }
  | {
      readonly template: 'staff_step';
      readonly staffName: string;
      /** Everyone on the ladder reads words of their own. */
      readonly role: StaffRole;
      readonly step: StepId;
      /** The kind of the task the rung is about, for rungs of tasks. */
      readonly task: TaskKind | null;
      readonly subject: StaffCaseWithLinks;
    }
  | {
      readonly template: 'staff_unconfirmed';
      readonly staffName: string;
      readonly cases: readonly UnconfirmedCaseWithLinks[];
    }
  | { readonly template: 'staff_figures'; readonly staffName: string; readonly report: MonthlyReport }
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
