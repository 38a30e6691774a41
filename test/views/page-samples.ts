import { Temporal } from 'temporal-polyfill';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { actionDonePage, doneByPage } from '../../views/pages/action-result-pages.ts';
import { answersPage, collectPage } from '../../views/pages/collect-pages.ts';
import { batchDonePage, deskBatchPage } from '../../views/pages/desk-batch-page.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { intakeDonePage, intakePage } from '../../views/pages/desk-intake-page.ts';
import { deskOverviewPage } from '../../views/pages/desk-overview-page.ts';
import { deskPage, openActionPage, signedInPage, signInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import { mailFileGonePage } from '../../views/pages/mail-file-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { linkNotUsablePage, problemPage, type ProblemKind } from '../../views/pages/problem-pages.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { requestReceivedPage } from '../../views/pages/request-received-page.ts';
import { confirmedPage, confirmPage } from '../../views/pages/requester-pages.ts';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { startPage } from '../../views/pages/start-page.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { consentPagesIn } from './consent-samples.ts';
import { linkStatePagesIn } from './link-state-samples.ts';
import { requesterPagesIn } from './requester-samples.ts';
import { actions, mailViewWith, onOf, overviewModel, staffModelWith, viewWith } from './staff-samples.ts';

const promisedDate = Temporal.PlainDate.from('2026-07-07');
const at = Temporal.Instant.from('2026-06-09T12:03:00Z');

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
      onBehalfAs: text,
      onBehalfName: text,
    },
    errors: [{ field: 'email', message: 'email' }],
  });
}

export function answersWith(context: PageContext, text: string): string {
  return answersPage(context, {
    caseNumber: CASE_NUMBER,
    closedOn: promisedDate,
    language: 'nl',
    letters: [
      {
        caseNumber: CASE_NUMBER,
        requestType: 'access',
        outcome: 'granted',
        text,
        refusal: null,
        ground: null,
        kept: [],
        recipientsTold: [],
        decidedOn: promisedDate,
        organisation: ctTelecom,
      },
    ],
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
    ['confirmed', confirmedPage(context, { caseNumber: CASE_NUMBER, promisedDate, before: null })],
    ['collect', collectPage(context)],
    ['collect again', collectPage(context, { error: 'wrong_code', token: CODE })],
    ['collect no more', collectPage(context, { error: 'too_many_tries' })],
    ['answers', answersWith(context, 'Wij hebben uw naam en adres.')],
    ...requesterPagesIn(context),
    ...consentPagesIn(context),
    ...linkStatePagesIn(context),
    ['desk', deskPage(context)],
    ['sign-in sent', signInSentPage(context)],
    ['sign-in', signInPage(context)],
    ['signed in', signedInPage(context)],
    ['open action', openActionPage(context)],
    ...actions.flatMap((action) => [
      [`staff ${action}`, staffActionPage(context, staffModelWith(action, 'tekst'))] as const,
      [
        `done by: ${action}`,
        doneByPage(context, { what: action, caseNumber: CASE_NUMBER, byName: 'Anna de Wit', at }),
      ] as const,
      [`done: ${action}`, actionDonePage(context, { caseNumber: CASE_NUMBER, action, nextStep: 'nothing' })] as const,
    ]),
    [
      'done: a new code',
      actionDonePage(context, {
        caseNumber: CASE_NUMBER,
        action: 'issue_code',
        nextStep: 'pass_code_on',
        newCode: { code: 'ABCD-EFGH-JKMN', through: 'letter' },
      }),
    ],
    [
      'done: accepted without a code',
      actionDonePage(context, {
        caseNumber: CASE_NUMBER,
        action: 'accept',
        nextStep: 'case_opened',
        noCodeYet: true,
      }),
    ],
    [
      'staff answer with an error',
      staffActionPage(context, {
        ...staffModelWith('answer', ''),
        problem: { kind: 'rule', rule: 'text_required', field: 'text', possibleUntil: null },
      }),
    ],
    [
      'staff dismiss with an error',
      staffActionPage(context, {
        ...staffModelWith('dismiss', ''),
        problem: { kind: 'form', code: 'field_required', field: 'ground' },
      }),
    ],
    [
      'desk case',
      deskCasePage(context, {
        view: viewWith('tekst'),
        actions: actions.map((action) => ({ action, on: onOf(action), requestType: null })),
        related: [CASE_NUMBER],
      }),
    ],
    ...(['person', 'machine', 'spam'] as const).map(
      (sender) =>
        [
          `desk case of a mail: ${sender}`,
          deskCasePage(context, {
            view: mailViewWith('tekst', { sender, readable: sender === 'person' }),
            actions: (['accept', 'dismiss'] as const).map((action) => ({ action, on: null, requestType: null })),
            related: [],
          }),
        ] as const,
    ),
    ...(['accept', 'dismiss'] as const).map(
      (action) =>
        [
          `staff ${action} of a mail`,
          staffActionPage(context, {
            ...staffModelWith(action, 'tekst'),
            view: mailViewWith('tekst'),
            values: null,
            ...(action === 'accept' && {
              problem: { kind: 'rule', rule: 'type_required', field: 'type_access', possibleUntil: null },
            }),
          }),
        ] as const,
    ),
    ['done: mail gone', mailFileGonePage(context, CASE_NUMBER)],
    ['desk overview', deskOverviewPage(context, overviewModel)],
    ['desk overview of nothing', deskOverviewPage(context, { ...overviewModel, rows: [], absences: [] })],
    [
      'desk overview with errors',
      deskOverviewPage(context, { ...overviewModel, wrongNumber: 'x', absence: { error: 'already_over', values: {} } }),
    ],
    [
      'desk batch',
      deskBatchPage(context, { requestType: 'question', rows: overviewModel.rows.slice(0, 1), values: {} }),
    ],
    [
      'desk batch with an error',
      deskBatchPage(context, {
        requestType: 'question',
        rows: overviewModel.rows.slice(0, 1),
        values: { text: 'tekst' },
        problem: { kind: 'form', code: 'field_required', field: 'cases' },
      }),
    ],
    ['desk batch of nothing', deskBatchPage(context, { requestType: 'complaint', rows: [], values: {} })],
    [
      'done batch',
      batchDonePage(context, [
        { caseNumber: CASE_NUMBER, refused: null },
        { caseNumber: CASE_NUMBER, refused: 'case_not_possible' },
      ]),
    ],
    ['intake', intakePage(context, { formId: 'f-1', values: {}, requestTypes: [], errors: [] })],
    [
      'intake with errors',
      intakePage(context, {
        formId: 'f-1',
        values: { name: 'tekst' },
        requestTypes: ['access'],
        errors: [
          { field: 'email', code: 'contact_required' },
          { field: 'requestTypes', code: 'field_required' },
        ],
      }),
    ],
    [
      'done intake',
      intakeDonePage(context, { caseNumber: CASE_NUMBER, collectionCode: 'ABCD-EFGH-JKMN', promisedDate }),
    ],
    ['link not usable', linkNotUsablePage(context)],
    ...problems.map((kind) => [`problem: ${kind}`, problemPage(context, { kind })] as const),
  ];
}
