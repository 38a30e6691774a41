import type { Temporal } from 'temporal-polyfill';
import type { Case, CaseContent } from '../cases/case.ts';
import type { CaseText } from '../cases/case-text.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { LetterContext } from './built-mail.ts';
import type { LinkMaker } from './link-maker.ts';
import { linkToPage } from './links.ts';
import type { MailModel } from './mail-model.ts';

/** What the models of mails to a requester are made from. */
export interface RequesterSubject {
  readonly context: LetterContext;
  readonly subject: Case;
  readonly requester: CaseContent['requester'];
  readonly texts: readonly CaseText[];
  readonly dates: Deadlines;
  readonly links: LinkMaker;
  readonly wallNow: Temporal.Instant;
}

/** A model with the address it goes to. */
export interface AddressedModel {
  /** Null when the requester has no e-mail address. */
  readonly to: string | null;
  readonly model: MailModel;
}

/** What was written into one field of a form; empty when the text is gone or has no such field. */
export function writtenIn(texts: readonly CaseText[], textId: string, field: string): string {
  return texts.find((text) => text.textId === textId)?.texts[field] ?? '';
}

/** Where the requester sees the case and answers, in the language of the case. */
export function caseUrlOf({ context, subject }: Pick<RequesterSubject, 'context' | 'subject'>): string {
  return linkToPage(context.publicUrl, 'case', subject.language);
}
