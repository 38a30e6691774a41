import type { Temporal } from 'temporal-polyfill';
import type { Decision } from '../../domain/cases/decision.ts';
import type { RefusalLetter } from '../../domain/cases/decision-letter.ts';
import type { RefusalGround } from '../../domain/cases/refusal-grounds.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';
import { formatDate } from '../../domain/deadlines/format.ts';
import type { OrganisationProfile } from '../../domain/organisation.ts';
import { heading, list, type Block } from '../mails/blocks.ts';
import type { MailContext } from '../mails/mail-parts.ts';
import { groundWords } from './ground-words.ts';

/** What became of telling one recipient (GDPR art. 19). */
export type RecipientState = 'told' | 'confirmed' | 'failed' | 'impossible' | 'disproportionate';

/** All that the letter about one decided part says. Civil dates in case time. */
export interface DecisionLetterModel {
  readonly caseNumber: string;
  readonly requestType: RequestType;
  readonly outcome: Decision['outcome'];
  /** What staff wrote; empty for what the desk carried out itself. */
  readonly text: string;
  /** The written parts of a refusal, whole or partial; null without one. */
  readonly refusal: RefusalLetter | null;
  readonly ground: RefusalGround | null;
  readonly kept: readonly {
    readonly categoryName: string;
    readonly ground: RefusalGround;
    readonly until: Temporal.PlainDate;
  }[];
  /** Without confidential recipients: those are the privacy officer's to know. */
  readonly recipientsTold: readonly { readonly name: string; readonly state: RecipientState }[];
  readonly decidedOn: Temporal.PlainDate;
  readonly organisation: OrganisationProfile;
}

/** Data that are kept against an erasure, each with its reason and last day. */
export function keptBlocks({ kept }: DecisionLetterModel, context: MailContext): readonly Block[] {
  const { texts, language } = context;
  const { keptHeading, kept: line } = texts.letters;
  if (kept.length === 0) return [];
  return [
    heading(keptHeading),
    list(
      kept.map(({ categoryName, ground, until }) =>
        line(categoryName, formatDate(until, language), groundWords(ground, context).sentence),
      ),
    ),
  ];
}

/** Recipients that were told, with what became of it. */
export function toldBlocks({ recipientsTold }: DecisionLetterModel, { texts }: MailContext): readonly Block[] {
  const { toldHeading, states } = texts.letters;
  if (recipientsTold.length === 0) return [];
  return [heading(toldHeading), list(recipientsTold.map(({ name, state }) => `${name}: ${states[state]}`))];
}
