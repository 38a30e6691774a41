import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { appendEvents, type ConsentEntry, withdrawnThroughSchema } from '../../../domain/consents/consent-event.ts';
import type { ConsentReceipt } from '../../../domain/consents/consent-receipt-schema.ts';
import { consentReceipt, type ReceiptContext } from '../../../domain/consents/consent-receipt.ts';
import type { ConsentRecord } from '../../../domain/consents/consent-record.ts';
import { suppressionReasonSchema } from '../../../domain/consents/suppression.ts';
import { findTopic, noticeOf, shownText } from '../../../domain/consents/wording.ts';
import type { Language } from '../../../domain/languages.ts';
import { ctTelecom } from '../../../infra/organisations/ct-telecom.ts';

const MAC = 'ab'.repeat(32);
const RECORD_ID = '3f2b8c1e-5d47-4a90-8b6f-0c9d1e2a7b54';
export const languages: readonly Language[] = ['nl', 'en'];

export function context(language: Language = 'nl'): ReceiptContext {
  return {
    organisation: ctTelecom,
    language,
    issuedAt: Temporal.Instant.from('2026-11-24T22:30:00Z'),
    stop: ({ topic }) => ({
      url: `https://desk.example.nl/unsubscribe/t.${topic}?language=${language}`,
      mailto: `mailto:unsubscribe@in.example.nl?subject=t.${topic}`,
    }),
    rightsUrl: `https://desk.example.nl/?language=${language}`,
  };
}

export function shown(topic: string, language: Language) {
  const known = findTopic(ctTelecom, topic);
  if (known === undefined) throw new Error('no such topic');
  return shownText(known, language);
}

const instant = (minute: number) =>
  Temporal.Instant.from('2026-06-09T12:00:00Z').add({ minutes: minute }).toString({ smallestUnit: 'millisecond' });

/** One thing that happens, as entries of the record. */
export type Step =
  | { readonly kind: 'sign_up'; readonly language: Language }
  | { readonly kind: 'import' }
  | {
      readonly kind: 'withdraw';
      readonly reason: (typeof suppressionReasonSchema.options)[number];
      readonly through: (typeof withdrawnThroughSchema.options)[number];
      readonly by: 'requester' | 'staff' | 'desk';
    }
  | { readonly kind: 'reached' };

function entriesOf(step: Step, topic: string, minute: number, sequence: number): readonly ConsentEntry[] {
  const at = instant(minute);
  switch (step.kind) {
    case 'sign_up':
      return [
        {
          type: 'requested',
          at,
          method: 'web',
          shown: shown(topic, step.language),
          notice: noticeOf(ctTelecom),
          ageDeclared: 16,
        },
        { type: 'given', at: instant(minute + 1), evidence: { tokenHash: 'cd'.repeat(32) } },
      ];
    case 'import':
      return [
        {
          type: 'imported',
          at,
          language: 'nl',
          evidence: {
            givenAt: '2019-03-01T09:00:00.000Z',
            source: 'Winkel in Leiden, formulier',
            wording: 'Ja, mail mij nieuws.',
            proof: null,
          },
        },
      ];
    case 'withdraw': {
      const by =
        step.by === 'staff' ? ({ kind: 'staff', staffId: 'anna-de-wit' } as const) : ({ kind: step.by } as const);
      return [{ type: 'withdrawn', at, reason: step.reason, through: step.through, by, caseNumber: null }];
    }
    case 'reached':
      return sequence === 0 ? [] : [{ type: 'reached_tool', at, ofSequence: sequence }];
  }
}

export function recordOf(steps: readonly Step[], topic = 'nieuwsbrief'): ConsentRecord {
  const subject = { recordId: RECORD_ID, contact: { kid: 'k1', mac: MAC }, topic, channel: 'email' as const };
  const entries: ConsentEntry[] = [];
  for (const [index, step] of steps.entries()) entries.push(...entriesOf(step, topic, index * 10, entries.length));
  return { ...subject, events: appendEvents(subject, [], entries) };
}

export const SIGN_UP: Step = { kind: 'sign_up', language: 'nl' };
export const WITHDRAW: Step = { kind: 'withdraw', reason: 'withdrawn', through: 'one_click', by: 'requester' };
export const first = (receipt: ConsentReceipt) => {
  const [record] = receipt['dpv:hasRecordOfActivity'];
  if (record === undefined) throw new Error('a receipt has a record');
  return record;
};
export const ofSteps = (steps: readonly Step[], language: Language = 'nl') =>
  first(consentReceipt([recordOf(steps)], context(language)));

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('sign_up' as const), language: fc.constantFrom(...languages) }),
  fc.constant<Step>({ kind: 'import' }),
  fc.record({
    kind: fc.constant('withdraw' as const),
    reason: fc.constantFrom(...suppressionReasonSchema.options),
    through: fc.constantFrom(...withdrawnThroughSchema.options),
    by: fc.constantFrom('requester' as const, 'staff' as const, 'desk' as const),
  }),
  fc.constant<Step>({ kind: 'reached' }),
);
/** A record begins with a consent, given here or elsewhere. */
export const anyHistory = fc
  .tuple(fc.constantFrom<Step>(SIGN_UP, { kind: 'import' }), fc.array(anyStep, { maxLength: 12 }))
  .map(([begin, rest]) => [begin].concat(rest));
