import { Temporal } from 'temporal-polyfill';
import type { StaffAction } from '../../domain/desk/staff-actions.ts';
import type { StaffCaseWithLinks, StaffLink } from '../../domain/outbox/mail-model.ts';
import type { StaffCase } from '../../domain/outbox/staff-case.ts';
import type { RequestType } from '../../domain/cases/request-types.ts';

/** What all samples are about: one made-up case. */
export const CASE_NUMBER = 'P-7K3Q9-M2XCD';
export const REQUESTER_NAME = 'Wilhelmina Achterberg';
/** A secret of a link, for no link that ever was. */
export const CODE = 'q7Zb3LrTn0eWvXk2MhYd9PfGs5JuAiC8oBxNt1RlEwQ';
export const CASE_URL = 'https://desk.example.nl/case?language=nl';

export const received = Temporal.Instant.from('2026-06-09T12:03:00Z');
export const date = (text: string) => Temporal.PlainDate.from(text);

/** A link to a page, with a secret that differs by its first character. */
export function linkTo(page: string, first = 'q'): string {
  return `https://desk.example.nl${page}?language=nl#${first}${CODE.slice(1)}`;
}

const FIRST_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz';

function links(...actions: readonly (readonly [StaffAction, RequestType | null])[]): readonly StaffLink[] {
  return actions.map(([action, requestType], index) => ({
    action,
    requestType,
    url: linkTo('/desk/act', FIRST_CHARACTERS[index]),
  }));
}

export const staffCase: StaffCase = {
  caseNumber: CASE_NUMBER,
  requestTypes: ['access', 'complaint'],
  receivedDate: date('2026-06-09'),
  promisedDate: date('2026-07-07'),
  extendedUntil: null,
  statutoryDate: date('2026-07-09'),
  workingDaysLeft: 5,
  assigneeName: null,
};

/** An open case nobody has taken, with what a handler can do. */
export const openCase: StaffCaseWithLinks = {
  ...staffCase,
  status: 'open',
  links: links(
    ['take', null],
    ['answer', 'access'],
    ['answer', 'complaint'],
    ['hand_over', null],
    ['ask_identity', null],
    ['ask_clarification', null],
    ['message', null],
    ['extend', null],
    ['remind_me', null],
  ),
  deskUrl: `https://desk.example.nl/desk/cases/${CASE_NUMBER}?language=nl`,
};

/** The same case in somebody's hands. */
export const takenCase: StaffCaseWithLinks = {
  ...openCase,
  assigneeName: 'Anna de Wit',
  links: openCase.links.filter(({ action }) => action !== 'take'),
};

/** The same case after it was closed. */
export const closedCase: StaffCaseWithLinks = {
  ...takenCase,
  status: 'closed',
  links: links(['end_task', null], ['tell_recipients', 'erasure'], ['message', null]),
};

/** The case of whoever is only told. */
export const toldCase: StaffCaseWithLinks = { ...takenCase, links: [] };
