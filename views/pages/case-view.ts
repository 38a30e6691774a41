import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../domain/cases/actor.ts';
import type { Answer, Case, CaseContent } from '../../domain/cases/case.ts';
import type { CaseEvent } from '../../domain/cases/case-events.ts';
import type { CaseText } from '../../domain/cases/case-text.ts';
import type { HolidayCalendar } from '../../domain/deadlines/calendar.ts';
import { findStaff, type OrganisationProfile, type StaffMember } from '../../domain/organisation.ts';
import type { StaffCase } from '../../domain/outbox/staff-case.ts';
import type { Texts } from '../texts/nl.ts';

/** A whole case as one member of staff sees it. Holds personal data: for that person's session only. */
export interface CaseView {
  readonly case: Case;
  readonly content: CaseContent;
  /** In order of writing. */
  readonly texts: readonly CaseText[];
  readonly answers: readonly Answer[];
  /** In order. */
  readonly events: readonly CaseEvent[];
  readonly member: StaffMember;
  /** Its number, types, dates and handler. */
  readonly staffCase: StaffCase;
  /** Now, in case time. */
  readonly at: Temporal.Instant;
  readonly calendar: HolidayCalendar;
}

/** Who somebody of the staff is, to stand inside a sentence. */
export function staffName(staffId: string, organisation: OrganisationProfile, texts: Texts): string {
  return findStaff(organisation, staffId)?.name ?? texts.words.formerColleague;
}

/** Who did something, to stand inside a sentence. */
export function actorName(actor: Actor, organisation: OrganisationProfile, texts: Texts): string {
  switch (actor.kind) {
    case 'staff':
      return staffName(actor.staffId, organisation, texts);
    case 'requester':
      return texts.deskWords.theRequester;
    case 'desk':
      return texts.deskWords.theDesk;
  }
}

/** Recipients whose names only the privacy officer and the director may see (UAVG art. 41). */
export function mayKnowConfidential({ role }: StaffMember): boolean {
  return role === 'privacy_officer' || role === 'director';
}

/** The text with an id; undefined when it was erased. */
export function textOf({ texts }: Pick<CaseView, 'texts'>, textId: string): CaseText | undefined {
  return texts.find((text) => text.textId === textId);
}
