import type { Language } from '../languages.ts';
import type { CaseContent } from './case.ts';
import type { Representative } from './representation.ts';
import type { RequestType } from './request-types.ts';

/** How many things one request may hold. */
export const MAX_PARTS = 20;

/** What a person asks, already parsed: trimmed, normalised, within its limits. */
export interface RequestDraft {
  readonly language: Language;
  readonly requester: CaseContent['requester'];
  readonly parts: readonly { readonly requestType: RequestType; readonly text?: string | undefined }[];
  readonly message?: string | undefined;
  /** In which capacity the requester asks for somebody else, and for whom. */
  readonly onBehalfOf?: { readonly as: Representative; readonly name?: string | undefined } | undefined;
}
