import { Temporal } from 'temporal-polyfill';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { actionDonePage, doneByPage } from '../../views/pages/action-result-pages.ts';
import { answersPage, collectPage } from '../../views/pages/collect-pages.ts';
import { deskPage, openActionPage, signedInPage, signInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { linkNotUsablePage, problemPage, type ProblemKind } from '../../views/pages/problem-pages.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { confirmedPage, confirmPage, requestReceivedPage } from '../../views/pages/requester-pages.ts';
import { staffActionPage, type StaffAction, type StaffActionModel } from '../../views/pages/staff-action-page.ts';
import { startPage } from '../../views/pages/start-page.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';

const promisedDate = Temporal.PlainDate.from('2026-07-07');
const at = Temporal.Instant.from('2026-06-09T12:03:00Z');

export const actions: readonly StaffAction[] = ['take', 'accept', 'dismiss', 'answer'];
const problems: readonly ProblemKind[] = [
  'bad_request',
  'forbidden_origin',
  'not_found',
  'too_many',
  'unavailable',
  'too_large',
];

export function contextIn(language: PageContext['language']): PageContext {
  return { organisation: ctTelecom, publicUrl: 'https://desk.example.nl/live/', language };
}

/** A request form sent back with one text everywhere a person can put one. */
export function formWith(context: PageContext, text: string): string {
  return requestFormPage(context, {
    idempotencyKey: 'k-1',
    values: {
      name: text,
      email: text,
      phone: text,
      relation: text,
      requestTypes: ['access', text],
      texts: Object.fromEntries(requestTypeSchema.options.map((type) => [type, text])),
      message: text,
    },
    errors: [{ field: 'email', message: 'email' }],
  });
}

export function staffModelWith(action: StaffAction, text: string): StaffActionModel {
  return {
    action,
    token: CODE,
    subject: {
      caseNumber: CASE_NUMBER,
      status: 'open',
      receivedAt: at,
      promisedDate,
      statutoryDate: promisedDate.add({ days: 2 }),
      workingDaysLeft: 5,
      assigneeName: null,
    },
    content: {
      schemaVersion: 1,
      caseNumber: CASE_NUMBER,
      requester: { name: text, email: text, phone: text, relation: 'customer' },
      message: text,
      partTexts: { '1': text },
    },
    parts: [
      { partId: '1', requestType: 'access', decidedOn: null },
      { partId: '2', requestType: 'marketing_objection', decidedOn: Temporal.PlainDate.from('2026-06-09') },
    ],
    events: [
      { at, what: 'request_received' },
      { at, what: 'request_confirmed' },
    ],
    partId: '1',
    text,
  };
}

export function answersWith(context: PageContext, text: string): string {
  return answersPage(context, {
    caseNumber: CASE_NUMBER,
    answers: [{ requestType: 'access', text, decidedOn: promisedDate }],
    closedOn: promisedDate,
  });
}

/** Every page, by a name for the test report. */
export function allPages(context: PageContext): readonly (readonly [string, string])[] {
  return [
    ['start', startPage(context)],
    ['form', requestFormPage(context, { idempotencyKey: 'k-1' })],
    ['form with date', requestFormPage(context, { idempotencyKey: 'k-1', promisedDateToday: promisedDate })],
    ['form with errors', formWith(context, 'tekst')],
    ...[true, false].map(
      (confirmationNeeded) =>
        [
          `received, to confirm: ${confirmationNeeded}`,
          requestReceivedPage(context, {
            caseNumber: CASE_NUMBER,
            collectionCode: 'ABCD-EFGH-JKMN',
            promisedDate,
            confirmationNeeded,
          }),
        ] as const,
    ),
    ['confirm', confirmPage(context)],
    ['confirmed', confirmedPage(context, { caseNumber: CASE_NUMBER, promisedDate })],
    ['collect', collectPage(context)],
    ['collect again', collectPage(context, { error: 'wrong_code', token: CODE })],
    ['collect no more', collectPage(context, { error: 'too_many_tries' })],
    ['answers', answersWith(context, 'Wij hebben uw naam en adres.')],
    ['desk', deskPage(context)],
    ['sign-in sent', signInSentPage(context)],
    ['sign-in', signInPage(context)],
    ['signed in', signedInPage(context)],
    ['open action', openActionPage(context)],
    ...actions.flatMap((action) => [
      [`staff ${action}`, staffActionPage(context, staffModelWith(action, 'tekst'))] as const,
      [`done by: ${action}`, doneByPage(context, { what: action, byName: 'Anna de Wit', at })] as const,
      [`done: ${action}`, actionDonePage(context, { caseNumber: CASE_NUMBER, action, nextStep: 'nothing' })] as const,
    ]),
    [
      'staff answer with an error',
      staffActionPage(context, { ...staffModelWith('answer', ''), error: 'text_required' }),
    ],
    [
      'staff dismiss with an error',
      staffActionPage(context, { ...staffModelWith('dismiss', ''), error: 'ground_required' }),
    ],
    ['link not usable', linkNotUsablePage(context)],
    ...problems.map((kind) => [`problem: ${kind}`, problemPage(context, { kind })] as const),
  ];
}
