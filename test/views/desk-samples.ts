import { Temporal } from 'temporal-polyfill';
import { actionDonePage, doneByPage } from '../../views/pages/action-result-pages.ts';
import { batchDonePage, deskBatchPage } from '../../views/pages/desk-batch-page.ts';
import { deskCasePage } from '../../views/pages/desk-case-page.ts';
import { intakeDonePage, intakePage } from '../../views/pages/desk-intake-page.ts';
import { deskOverviewPage } from '../../views/pages/desk-overview-page.ts';
import { deskPage, openActionPage, signedInPage, signInPage, signInSentPage } from '../../views/pages/desk-pages.ts';
import { mailFileGonePage } from '../../views/pages/mail-file-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { staffActionPage } from '../../views/pages/staff-action-page.ts';
import { CASE_NUMBER } from './mail-models.ts';
import { actions, mailViewWith, manyRows, onOf, overviewModel, staffModelWith, viewWith } from './staff-samples.ts';

const promisedDate = Temporal.PlainDate.from('2026-07-07');
const at = Temporal.Instant.from('2026-06-09T12:03:00Z');

/** Every page of the desk of the staff, in every state, by a name for the test report. */
export function deskPagesIn(context: PageContext): readonly (readonly [string, string])[] {
  return [
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
      'desk overview of many',
      deskOverviewPage(context, {
        ...overviewModel,
        rows: [...manyRows(120), ...overviewModel.rows.slice(1)],
        unreadable: 1,
        filter: { show: 'all', type: null, page: 2 },
      }),
    ],
    [
      'desk overview without a match',
      deskOverviewPage(context, { ...overviewModel, filter: { show: 'late', type: 'access', page: 1 } }),
    ],
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
  ];
}
