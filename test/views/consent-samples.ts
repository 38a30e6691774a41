import { appendEvents, type ConsentEntry } from '../../domain/consents/consent-event.ts';
import type { ConsentRecord } from '../../domain/consents/consent-record.ts';
import type { TopicPreference } from '../../domain/consents/preferences.ts';
import {
  consentsGivenPage,
  signUpConfirmPage,
  signUpDeclinedPage,
  signUpDoneBeforePage,
} from '../../views/pages/consent-confirm-pages.ts';
import { signUpFormPage, signUpSentPage } from '../../views/pages/consent-form-page.ts';
import { preferencesPage, stoppedPage, unknownTokenPage } from '../../views/pages/consent-preference-pages.ts';
import { receiptPage } from '../../views/pages/consent-receipt-page.ts';
import { deskConsentsPage } from '../../views/pages/desk-consents-page.ts';
import type { PageContext } from '../../views/pages/page-context.ts';

const HASH = 'a'.repeat(64);
const RECORD_ID = '0f3a2b1c-4d5e-4f60-8a7b-9c0d1e2f3a4b';
const TOKEN = `k1.${'m'.repeat(43)}.nieuwsbrief.${'t'.repeat(22)}`;
const at = '2026-06-09T12:03:00.000Z';

/** A consent by the form that staff ended, or one of a list, in words somebody typed. */
function recordWith(topic: string, text: string, isImported: boolean): ConsentRecord {
  const subject = { recordId: RECORD_ID, contact: { kid: 'k1', mac: HASH }, topic, channel: 'email' } as const;
  const entries: readonly ConsentEntry[] = isImported
    ? [
        {
          type: 'imported',
          at,
          language: 'nl',
          evidence: { givenAt: at, source: text, wording: text, proof: null },
        },
      ]
    : [
        {
          type: 'requested',
          at,
          method: 'web',
          ageDeclared: 16,
          shown: { version: '2026-11', language: 'nl', text, sha256: HASH },
          notice: { noticeId: 'n', version: '1', sha256: HASH, url: 'https://www.example.nl/' },
        },
        { type: 'given', at, evidence: { tokenHash: HASH } },
        { type: 'reached_tool', at, ofSequence: 2 },
        {
          type: 'withdrawn',
          at,
          reason: 'withdrawn',
          through: 'staff',
          by: { kind: 'staff', staffId: 'anna-de-wit' },
          caseNumber: null,
        },
      ];
  return { ...subject, events: appendEvents(subject, [], entries) };
}

function preferencesWith(text: string): readonly TopicPreference[] {
  return [
    { topic: 'nieuwsbrief', isOn: false, record: recordWith('nieuwsbrief', text, false) },
    { topic: 'mailing', isOn: true, record: recordWith('mailing', text, true) },
    { topic: 'folders', isOn: false, record: undefined },
  ];
}

/** Every page about newsletters, with one text everywhere somebody's words can stand. */
export function consentPagesIn(context: PageContext, text = 'tekst'): readonly (readonly [string, string])[] {
  const topics = preferencesWith(text);
  const records = topics.flatMap(({ record }) => record ?? []);
  const none = topics.map(({ topic }) => ({ topic, isOn: false, record: undefined }));
  return [
    ['consents form', signUpFormPage(context, { formId: 'f-1' })],
    [
      'consents form with errors',
      signUpFormPage(context, {
        formId: 'f-1',
        values: { email: text, topics: [], isOldEnough: false },
        errors: [
          { field: 'topic', code: 'no_topic' },
          { field: 'email', code: 'email' },
          { field: 'age', code: 'too_young' },
          { field: 'form', code: 'sent_before' },
        ],
      }),
    ],
    ['consents asked', signUpSentPage(context)],
    ['consents to confirm', signUpConfirmPage(context)],
    ['consents given', consentsGivenPage(context, ['nieuwsbrief', 'mailing'])],
    ['consents chosen before', signUpDoneBeforePage(context, { at: null })],
    ['consents declined', signUpDeclinedPage(context)],
    ['preferences', preferencesPage(context, { token: TOKEN, topics, stopped: null })],
    ['preferences after a stop', preferencesPage(context, { token: TOKEN, topics, stopped: 'nieuwsbrief' })],
    ['preferences of nothing', preferencesPage(context, { token: TOKEN, topics: none, stopped: 'all' })],
    ['consents stopped', stoppedPage(context, { token: TOKEN, topic: 'nieuwsbrief' })],
    ['unknown token', unknownTokenPage(context)],
    ['consent proof', receiptPage(context, { token: TOKEN, records })],
    ['desk consents', deskConsentsPage(context, {})],
    ['desk consents with an error', deskConsentsPage(context, { wrong: text })],
    [
      'desk consents found',
      deskConsentsPage(context, { found: { email: 'eva@example.org', topics, mayStop: true, stopped: 'nieuwsbrief' } }),
    ],
    [
      'desk consents to look at',
      deskConsentsPage(context, { found: { email: 'eva@example.org', topics, mayStop: false, stopped: null } }),
    ],
  ];
}
