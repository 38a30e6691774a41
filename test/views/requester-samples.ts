import { Temporal } from 'temporal-polyfill';
import type { OwnCaseView } from '../../domain/cases/use-cases/requester/show-own-case.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { tooManyTriesPage } from '../../views/pages/problem-pages.ts';
import {
  openReportPage,
  reportedPage,
  type ReportModel,
  reportNotNeededPage,
  reportPage,
} from '../../views/pages/report-pages.ts';
import { requesterCaseFormPage } from '../../views/pages/requester-case-form-page.ts';
import { requesterCasePage, type RequesterCaseModel } from '../../views/pages/requester-case-page.ts';
import { confirmContactPage, contactConfirmedPage } from '../../views/pages/requester-contact-pages.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { requesterStage } from '../../domain/cases/requester-stage.ts';
import type { Case } from '../../domain/cases/case.ts';
import { collectPage } from '../../views/pages/collect-pages.ts';
import { closedCase, decidedBy, dismissedCase, openCase, partOf, unconfirmedCase } from '../support/fixtures/cases.ts';
import { sampleCase } from './staff-samples.ts';

const AT = '2026-06-09T12:03:00.000Z';
const date = Temporal.PlainDate.from('2026-07-07');

/** A case with something of everything its requester can see, and one text everywhere a person put one. */
function viewWith(text: string): OwnCaseView {
  const [part] = sampleCase.parts;
  if (part === undefined) throw new Error('the sample has parts');
  const common = { reason: 'Dat is vier weken later.', parts: [part], isOver: true, newDate: date };
  return {
    case: sampleCase,
    stage: 'question_to_you',
    dates: [
      { kind: 'promised', date, ground: null, ...common },
      { kind: 'extended', date: date.add({ days: 60 }), ground: 'complexity', ...common },
    ],
    extensionFacts: text,
    delayCause: text,
    questions: [
      { inquiryId: '1', kind: 'identity', askedAt: AT, text, doubt: 'name_differs', level: 'L2', codeSent: true },
      { inquiryId: '2', kind: 'clarification', askedAt: AT, text },
    ],
    messages: [
      { fromRequester: true, at: AT, text },
      { fromRequester: false, at: AT, text },
    ],
    recipients: [{ name: 'Bezorger B.V.', requestType: 'erasure', state: 'confirmed' }],
  };
}

/** A case about which nothing was written yet. */
function quietCase(context: PageContext, subject: Case): string {
  const { parts } = subject;
  const isDue = subject.status === 'open' || subject.status === 'unconfirmed';
  const promise = { kind: 'promised', date, ground: null, reason: 'Dat is vier weken later.', parts } as const;
  return requesterCasePage(context, {
    view: {
      case: subject,
      stage: requesterStage(subject),
      dates: isDue ? [{ ...promise, isOver: false, newDate: null }] : [],
      extensionFacts: '',
      delayCause: '',
      questions: [],
      messages: [],
      recipients: [],
    },
    key: { caseNumber: CASE_NUMBER, collectionCode: 'ABCD-EFGH-JKMN' },
  });
}

/** The page of a case with one text everywhere a person can put one. */
export function ownCaseWith(context: PageContext, text: string, more: Partial<RequesterCaseModel> = {}): string {
  return requesterCasePage(context, {
    view: viewWith(text),
    key: { caseNumber: text, collectionCode: text },
    values: { text, code: text, email: text, parts: ['1'] },
    ...more,
  });
}

/** What a recipient or a department is asked, with one text everywhere a person can put one. */
export function reportWith(
  context: PageContext,
  text: string,
  about: ReportModel['report']['about'] = { kind: 'search', name: text, requestTypes: ['access'] },
  error?: ReportModel['error'],
): string {
  const report = {
    outcome: 'open',
    case: sampleCase,
    taskId: '1',
    tokenHash: '',
    about,
    text,
    answerBy: date,
  } as const;
  return reportPage(context, {
    report,
    token: CODE,
    values: { as: text, text },
    ...(error !== undefined && { error }),
  });
}

/** The pages of people outside the desk about a case that is there, by a name for the test report. */
export function requesterPagesIn(context: PageContext): readonly (readonly [string, string])[] {
  const notice = { kind: 'recipient_notice', name: 'Bezorger B.V.', requestType: 'erasure' } as const;
  const at = Temporal.Instant.from(AT);
  return [
    ['case form', requesterCaseFormPage(context)],
    [
      'case form with an error',
      requesterCaseFormPage(context, {
        values: { caseNumber: CASE_NUMBER, collectionCode: '' },
        error: 'unknown',
        typed: 'tekst',
      }),
    ],
    ['own case', ownCaseWith(context, 'tekst')],
    ['own case after a press', ownCaseWith(context, 'tekst', { notice: 'withdrawn_before' })],
    ...(['text', 'code', 'parts', 'email', 'page'] as const).map(
      (field) =>
        [
          `own case with an error: ${field}`,
          ownCaseWith(context, 'tekst', { error: { field, message: 'not_possible' } }),
        ] as const,
    ),
    ['own case, not confirmed', quietCase(context, unconfirmedCase(CASE_NUMBER))],
    ['own case, worked on', quietCase(context, openCase(CASE_NUMBER))],
    ['own case, to collect', quietCase(context, closedCase(CASE_NUMBER, { collectedAt: null }))],
    ['own case, by post', quietCase(context, closedCase(CASE_NUMBER, { collectedAt: null, reachedBy: 'post' }))],
    ['own case, collected', quietCase(context, closedCase(CASE_NUMBER, { collectedAt: AT }))],
    [
      'own case, carried out at once',
      quietCase(
        context,
        closedCase(CASE_NUMBER, { parts: [partOf('1', 'marketing_objection', decidedBy({ kind: 'desk' }))] }),
      ),
    ],
    ['own case laid aside', quietCase(context, dismissedCase(CASE_NUMBER))],
    ['collect in another language', collectPage(context, { typed: { token: 'abc', collectionCode: 'ABCD' } })],
    ['too many tries', tooManyTriesPage(context, { typed: 'tekst' })],
    ['confirm contact', confirmContactPage(context)],
    ['confirmed contact', contactConfirmedPage(context, { before: null })],
    ['open report', openReportPage(context)],
    ['report of a department', reportWith(context, 'tekst')],
    ['report of a processor', reportWith(context, 'tekst', { ...notice, role: 'processor' }, 'as_required')],
    ['report of a controller', reportWith(context, 'tekst', { ...notice, role: 'controller' }, 'reason_required')],
    ['reported', reportedPage(context, { at, done: true })],
    ['reported not possible', reportedPage(context, { at, done: false })],
    ['report not needed', reportNotNeededPage(context, { caseNumber: CASE_NUMBER })],
  ];
}
