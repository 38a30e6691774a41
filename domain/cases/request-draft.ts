import type { Language } from '../languages.ts';
import type { CaseContent } from './case.ts';
import type { RequestType } from './request-types.ts';

/** What a person asks, already parsed: trimmed, normalised, within its limits. */
export interface RequestDraft {
  readonly language: Language;
  readonly requester: CaseContent['requester'];
  readonly parts: readonly { readonly requestType: RequestType; readonly text?: string | undefined }[];
  readonly message?: string | undefined;
}
