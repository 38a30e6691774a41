import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { Language } from '../../domain/languages.ts';
import { heading, list, paragraph, type Block } from '../mails/blocks.ts';
import type { MailContext } from '../mails/mail-parts.ts';

/** What is known of a part when its draft is made. Civil dates of the organisation, in case time. */
export interface DraftFacts {
  readonly caseNumber: string;
  readonly requesterName: string;
  readonly receivedDate: Temporal.PlainDate;
  /** Decides which recipients the answer names. */
  readonly today: Temporal.PlainDate;
  /** Nothing was found about this person; it means something for rights over data only. */
  readonly nothingHeld?: boolean;
  /** Since when advertising has stopped or consent is withdrawn. */
  readonly carriedOutDate?: Temporal.PlainDate;
  /** Since when the data stand still, for a restriction and for an objection until it is decided. */
  readonly frozenSince?: Temporal.PlainDate;
  /** Ids of the recipients that were told (GDPR art. 19); none told is an empty list. */
  readonly recipientsTold?: readonly string[];
}

export interface DraftContext extends MailContext {
  readonly facts: DraftFacts;
}

/** A question with its answer below. */
export function section(question: string, ...answers: readonly (string | Block)[]): readonly Block[] {
  return [heading(question), ...answers.map((answer) => (typeof answer === 'string' ? paragraph(answer) : answer))];
}

/** The date, or the gap to write it in. */
export function dateOrGap(date: Temporal.PlainDate | undefined, { language, texts }: DraftContext): string {
  return date === undefined ? texts.drafts.dateGap : formatDate(date, language);
}

/** Which recipients were told; confidential ones, and those no longer in the register, are left out. */
export function toldSection({ organisation, texts, facts }: DraftContext): readonly Block[] {
  const { toldHeading, told, toldNobody, toldGap } = texts.drafts;
  const { recipientsTold } = facts;
  if (recipientsTold === undefined) return section(toldHeading, toldGap);
  const names = organisation.recipients
    .filter(({ recipientId, confidential }) => !confidential && recipientsTold.includes(recipientId))
    .map(({ name }) => name);
  return names.length === 0 ? section(toldHeading, toldNobody) : section(toldHeading, told, list(names));
}

/** What things of a register are called in one language. */
export function namesOf(
  entries: readonly { readonly name: Readonly<Record<Language, string>> }[],
  language: Language,
): readonly string[] {
  return entries.map(({ name }) => name[language]);
}
