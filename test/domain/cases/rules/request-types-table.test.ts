import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../../../domain/cases/case.ts';
import { partSchema } from '../../../../domain/cases/part.ts';
import { refusalGroundSchema } from '../../../../domain/cases/refusal-grounds.ts';
import {
  outcomeSchema,
  REQUEST_TYPE_RULES,
  refusalGroundsOf,
  type RequestType,
  requestTypeSchema,
} from '../../../../domain/cases/request-types.ts';
import { decidePart } from '../../../../domain/cases/use-cases/decide-part.ts';
import { instantText } from '../../../../domain/instants.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const DATA = 'granted nothing_held partly_granted refused';
const CHOICE = 'granted partly_granted refused';
const ALWAYS = 'gdpr_12_5_excessive gdpr_11_2_not_identifiable gdpr_23_1_d gdpr_23_1_i gdpr_23_1_j';
const ERASURE = [
  'gdpr_17_1_no_ground gdpr_17_3_a_expression gdpr_17_3_b_legal_duty gdpr_17_3_c_public_health gdpr_17_3_d_archive',
  'gdpr_17_3_e_legal_claim tax_law contract_running open_invoice dispute fraud suppression_entry',
  'proof_of_consent service_needed',
].join(' ');

/** The table of the law as a person wrote it down: level, extendable, told, right, outcomes, grounds of its own. */
const LAW: Readonly<Record<RequestType, readonly [string, boolean, string, boolean, string, string | null]>> = {
  access: ['L2', true, 'nobody', true, DATA, 'gdpr_15_4_others'],
  rectification: ['L2', true, 'recipients', true, DATA, 'gdpr_16_found_correct'],
  erasure: ['L2', true, 'recipients', true, DATA, ERASURE],
  portability: ['L2', true, 'nobody', true, DATA, 'gdpr_20_1_other_basis gdpr_20_4_others'],
  restriction: ['L1', true, 'recipients', true, DATA, 'gdpr_18_1_no_case'],
  objection: ['L1', true, 'nobody', true, CHOICE, 'gdpr_21_1_compelling gdpr_21_1_legal_claim'],
  automated_decision: ['L2', true, 'nobody', true, CHOICE, 'gdpr_22_1_no_such_decision'],
  marketing_objection: ['L0', false, 'mailing_tools', true, 'granted', null],
  consent_withdrawal: ['L0', false, 'mailing_tools', true, 'granted', null],
  question: ['L0', false, 'nobody', false, 'answered', null],
  complaint: ['L0', false, 'nobody', false, 'answered', null],
};
const words = (text: string) => text.split(' ').toSorted();
const validGrounds = (own: string | null) => (own === null ? [] : [...words(ALWAYS), ...words(own)].toSorted());
const PARTIAL_ONLY: ReadonlySet<string> = new Set(['gdpr_15_4_others', 'gdpr_20_4_others']);

describe('the table of request types', () => {
  it.each(requestTypeSchema.options)('%s has the rules of the law', (type) => {
    const rules = REQUEST_TYPE_RULES[type];
    const [level, extendable, told, isRight, outcomes, grounds] = LAW[type];
    expect([rules.identityLevel, rules.extendable, rules.told, rules.isRight]).toEqual([
      level,
      extendable,
      told,
      isRight,
    ]);
    expect(rules.hasStatutoryLimit).toBe(isRight);
    expect([...rules.outcomes].toSorted()).toEqual(words(outcomes));
    expect([...refusalGroundsOf(type)].toSorted()).toEqual(validGrounds(grounds));
    expect(rules.restrictsUntilDecided).toBe(type === 'objection');
    expect(rules.carriedOutAtOnce).toBe(type === 'marketing_objection' || type === 'consent_withdrawal');
  });

  it.each(requestTypeSchema.options)(
    'every outcome and ground of %s is allowed or refused as it says',
    async (type) => {
      const desk = createRuleDesk();
      const caseNumber = await desk.receiveConfirmed([type, 'question']);
      await desk.identify(caseNumber);
      // So that the ground of art. 11(2) is there.
      await desk.act(STAFF.officer, caseNumber, {
        action: 'ask_identity',
        doubt: 'signs_of_fraud',
        level: 'L3',
        text: 'Wie bent u?',
      });
      await desk.runTo(instantText(desk.dependencies.clock.now().add({ hours: 8 * 24 })));
      const current = desk.openCase(caseNumber);
      const act = { staffId: STAFF.handler, on: '1', tokenHash: null };
      // Nothing is stored, so that every attempt finds the same case.
      const reading = { ...desk.dependencies, cases: { ...desk.stores.cases, commit: async () => undefined } };
      const [, , , , outcomes, own] = LAW[type];
      for (const outcome of outcomeSchema.options) {
        for (const ground of [undefined, ...refusalGroundSchema.options]) {
          const refuses = outcome === 'refused' || outcome === 'partly_granted';
          const kept = ground !== undefined && words(ERASURE).includes(ground) && ground !== 'gdpr_17_1_no_ground';
          const expected = (() => {
            if (!words(outcomes).includes(outcome)) return 'outcome_not_possible';
            if (!refuses) return null;
            if (ground === undefined) return 'ground_required';
            if (!validGrounds(own).includes(ground)) return 'ground_not_valid';
            return outcome === 'refused' && PARTIAL_ONLY.has(ground) ? 'ground_partial_only' : null;
          })();
          const draft = {
            outcome,
            ground,
            text: 'Dit is ons antwoord.',
            personalData: false,
            scope: 'Alles.',
            facts: 'Daarom.',
            kept: kept ? [{ category: 'payment', until: '2027-01-01' }] : [],
          };
          const rule = await ruleOf(decidePart(reading, current, act, draft, desk.clock.now()));
          expect([outcome, ground, rule]).toEqual([outcome, ground, expected]);
        }
      }
    },
  );
});

const stored = (requestType: string, decision: object) => ({ partId: '1', requestType, decision, restriction: null });

describe('an absolute right', () => {
  const at = '2026-06-10T08:00:00.000Z';
  const by = { kind: 'staff', staffId: STAFF.handler } as const;
  const refusal = (ground: string) => ({
    ground,
    approvedBy: STAFF.teamLead,
    approvedAt: at,
    letterHash: 'a'.repeat(64),
    kept: [],
  });

  it.each(['marketing_objection', 'consent_withdrawal'])('%s does not parse as refused, whatever is stored', (type) => {
    for (const outcome of ['refused', 'partly_granted']) {
      for (const ground of refusalGroundSchema.options) {
        const decision = { outcome, decidedAt: at, decidedBy: by, refusal: refusal(ground) };
        expect(partSchema.safeParse(stored(type, decision)).success).toBe(false);
      }
    }
    for (const outcome of ['nothing_held', 'answered']) {
      const decision = { outcome, decidedAt: at, decidedBy: by };
      expect(partSchema.safeParse(stored(type, decision)).success).toBe(false);
      expect(partSchema.safeParse(stored(type, { ...decision, releasedBy: null })).success).toBe(false);
    }
    const granted = { outcome: 'granted', decidedAt: at, decidedBy: by, releasedBy: null };
    expect(partSchema.safeParse(stored(type, granted)).success).toBe(true);
    expect(partSchema.safeParse(stored(type, { ...granted, refusal: refusal('fraud') })).success).toBe(false);
  });

  it('is not asked for by a proposal either: one that is put into the table by hand is not carried out', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['marketing_objection']);
    const current = desk.openCase(caseNumber);
    const proposal = {
      kind: 'refusal',
      proposalId: '9',
      proposedBy: STAFF.handler,
      proposedAt: at,
      textId: '000009-1',
      partId: '1',
      outcome: 'refused',
      ground: 'gdpr_12_5_excessive',
      kept: [],
      personalData: false,
    };
    const forged = caseSchema.parse({ ...current, proposals: [proposal] });
    desk.stores.desk.cases.put(caseNumber, forged);
    desk.stores.desk.texts.put(`${caseNumber} 000009-1`, {
      schemaVersion: 1,
      caseNumber,
      textId: '000009-1',
      kind: 'draft',
      from: by,
      at,
      texts: { text: 'Nee.', scope: 'Alles.', facts: 'Daarom.' },
    });
    expect(await ruleOf(desk.approve(STAFF.officer, caseNumber))).toBe('outcome_not_possible');
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });
});

describe('a stored refusal', () => {
  const at = '2026-06-10T08:00:00.000Z';
  const decided = (changes: object = {}, refusalChanges: object = {}) => ({
    partId: '1',
    requestType: 'access',
    restriction: null,
    decision: {
      outcome: 'refused',
      decidedAt: at,
      decidedBy: { kind: 'staff', staffId: STAFF.handler },
      refusal: {
        ground: 'gdpr_12_5_excessive',
        approvedBy: STAFF.officer,
        approvedAt: at,
        letterHash: 'a'.repeat(64),
        kept: [],
        ...refusalChanges,
      },
      ...changes,
    },
  });

  it('parses when it is whole', () => {
    expect(partSchema.safeParse(decided()).success).toBe(true);
  });

  it.each([
    ['without its proof', { refusal: undefined }, {}],
    ['without a ground', {}, { ground: undefined }],
    ['on a ground of another type', {}, { ground: 'tax_law' }],
    ['without a second person', {}, { approvedBy: undefined }],
    ['approved by who decided it', {}, { approvedBy: STAFF.handler }],
    ['without its letter', {}, { letterHash: '' }],
    ['decided by the requester', { decidedBy: { kind: 'requester' } }, {}],
    ['decided by the desk itself', { decidedBy: { kind: 'desk' } }, {}],
    ['that claims to be withdrawn by staff', { outcome: 'withdrawn', refusal: undefined }, {}],
  ])('does not parse %s', (_how, changes, refusalChanges) => {
    expect(partSchema.safeParse(decided(changes, refusalChanges)).success).toBe(false);
  });
});
