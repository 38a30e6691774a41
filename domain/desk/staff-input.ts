import type { DismissalGround } from '../cases/case.ts';
import type { DecisionDraft } from '../cases/check-decision.ts';
import type { CodeChannel } from '../cases/collection-code.ts';
import type { ExtensionGround } from '../cases/extension.ts';
import type { IdentityDoubt, IdentityLevel, IdentityMethod } from '../cases/identity.ts';
import type { RequestType } from '../cases/request-types.ts';

/** How staff may say that a task has ended. */
export type TaskEnd = 'done' | 'confirmed' | 'failed' | 'impossible' | 'disproportionate' | 'cancelled';

/** What staff filled in for each action; dates are civil dates (`YYYY-MM-DD`). */
export type StaffInput =
  | { readonly action: 'take' }
  /** Opens the page of the files; what happens there has doors of its own. */
  | { readonly action: 'attach_file' }
  /** `requestTypes`: what a mail asks, where that is not what the desk proposed. */
  | { readonly action: 'accept'; readonly requestTypes?: readonly RequestType[] | undefined }
  | { readonly action: 'mandate_seen' }
  | { readonly action: 'lift_restriction' }
  | { readonly action: 'dismiss'; readonly ground: DismissalGround }
  | {
      readonly action: 'answer';
      readonly draft: DecisionDraft;
      /** How the person was recognised, recorded in the same transaction; absent when that was done before. */
      readonly identityMethod?: IdentityMethod | undefined;
      /** Ticked lines of the checklist of contents, and why others are not in the answer. */
      readonly ticked: readonly string[];
      readonly explained: Readonly<Record<string, string>>;
    }
  | { readonly action: 'approve'; readonly approved: boolean; readonly note: string }
  | { readonly action: 'hand_over'; readonly to: string }
  | {
      readonly action: 'ask_identity';
      readonly doubt: IdentityDoubt;
      readonly level: IdentityLevel;
      readonly text: string;
    }
  | { readonly action: 'send_identity_code'; readonly address: string }
  | { readonly action: 'record_identity'; readonly method: IdentityMethod }
  | { readonly action: 'ask_clarification'; readonly text: string }
  | { readonly action: 'message'; readonly text: string }
  | {
      readonly action: 'extend';
      readonly ground: ExtensionGround;
      readonly facts: string;
      readonly until: string;
    }
  /** Why the promise will be, or was, missed, and the new date if there is one: for the apology. */
  | { readonly action: 'explain_delay'; readonly text: string; readonly until: string | null }
  | { readonly action: 'retype'; readonly to: RequestType; readonly reason: string }
  | { readonly action: 'add_part'; readonly to: RequestType }
  | { readonly action: 'tell_recipients'; readonly recipientIds: readonly string[]; readonly text: string }
  | { readonly action: 'search'; readonly departmentId: string; readonly text: string; readonly until: string }
  | { readonly action: 'remind_me'; readonly date: string }
  | { readonly action: 'authority_letter'; readonly until: string; readonly text: string }
  /** `through`: how the code is passed on. */
  | { readonly action: 'issue_code'; readonly through: CodeChannel }
  | { readonly action: 'end_task'; readonly as: TaskEnd; readonly reason: string }
  | { readonly action: 'exclude'; readonly staffId: string }
  | { readonly action: 'link_case'; readonly caseNumber: string }
  | { readonly action: 'wrong_recipient'; readonly text: string }
  | { readonly action: 'reopen'; readonly text: string };
export type StaffInputOf<Action extends StaffInput['action']> = Extract<StaffInput, { action: Action }>;
