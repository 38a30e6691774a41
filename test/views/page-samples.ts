import { Temporal } from 'temporal-polyfill';
import { requestTypeSchema } from '../../domain/cases/request-types.ts';
import { ctTelecom } from '../../infra/organisations/ct-telecom.ts';
import { makeApiReference } from '../../infra/api-reference/make-api-reference.ts';
import { apiReferencePage } from '../../views/pages/api-reference-page.ts';
import { answersPage, collectPage } from '../../views/pages/collect-pages.ts';
import type { PageContext } from '../../views/pages/page-context.ts';
import { linkNotUsablePage, problemPage, type ProblemKind } from '../../views/pages/problem-pages.ts';
import { requestFormPage } from '../../views/pages/request-form-page.ts';
import { requestReceivedPage } from '../../views/pages/request-received-page.ts';
import { confirmedPage, confirmPage } from '../../views/pages/requester-pages.ts';
import { startPage } from '../../views/pages/start-page.ts';
import { CASE_NUMBER, CODE } from './mail-models.ts';
import { consentPagesIn } from './consent-samples.ts';
import { linkStatePagesIn } from './link-state-samples.ts';
import { requesterPagesIn } from './requester-samples.ts';
import { deskPagesIn } from './desk-samples.ts';

const promisedDate = Temporal.PlainDate.from('2026-07-07');
const apiReference = await makeApiReference(ctTelecom);

const problems: readonly ProblemKind[] = [
  'bad_request',
  'forbidden_origin',
  'not_found',
  'after_press',
  'too_many',
  'unavailable',
  'too_large',
];

export function contextIn(
  language: PageContext['language'],
  organisation: PageContext['organisation'] = ctTelecom,
): PageContext {
  return { organisation, publicUrl: 'https://desk.example.nl/live/', language };
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
        organisation: context.organisation,
      },
    ],
  });
}

/** Every page, by a name for the test report. */
export function allPages(context: PageContext): readonly (readonly [string, string])[] {
  return [
    ['start', startPage(context)],
    ['API reference', apiReferencePage(context, apiReference)],
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
    ...deskPagesIn(context),
    ['link not usable', linkNotUsablePage(context)],
    ...problems.map((kind) => [`problem: ${kind}`, problemPage(context, { kind })] as const),
  ];
}
