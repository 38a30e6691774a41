import { describe, expect, it } from 'vitest';
import { letterHashOf, refusalLetter } from '../../../../domain/cases/decision-letter.ts';
import { ctTelecom } from '../../../../infra/organisations/ct-telecom.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const REFUSED = {
  outcome: 'refused',
  ground: 'gdpr_17_1_no_ground',
  text: 'Wij verwijderen uw gegevens niet.',
  scope: 'Uw hele account.',
  facts: 'Uw abonnement loopt nog.',
} as const;

async function erasureCase(language: 'nl' | 'en' = 'nl') {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['erasure'], { language });
  return { desk, caseNumber };
}

describe('a refusal', () => {
  it.each([
    ['ground', { ground: undefined }, 'ground_required'],
    ['scope', { scope: undefined }, 'scope_required'],
    ['more than blanks for a scope', { scope: ' \n\t' }, 'scope_required'],
    ['facts', { facts: undefined }, 'facts_required'],
    ['more than blanks for facts', { facts: '   ' }, 'facts_required'],
    ['words for the requester', { text: ' ' }, 'text_required'],
    ['a ground of its own type', { ground: 'gdpr_15_4_others' }, 'ground_not_valid'],
    ['an end date for data that are kept', { ground: 'tax_law' }, 'kept_required'],
    [
      'an end date that lies ahead',
      { ground: 'tax_law', kept: [{ category: 'payment', until: '2026-06-09' }] },
      'kept_required',
    ],
    [
      'no kept data where the ground keeps none',
      { kept: [{ category: 'payment', until: '2027-01-01' }] },
      'kept_required',
    ],
  ] as const)('is impossible without %s', async (_what, changes, rule) => {
    const { desk, caseNumber } = await erasureCase();
    for (const outcome of ['refused', 'partly_granted'] as const) {
      await desk.identify(caseNumber).catch(() => undefined);
      expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', { ...REFUSED, outcome, ...changes }))).toBe(rule);
    }
    expect(desk.openCase(caseNumber).proposals).toEqual([]);
  });

  it('is only a proposal until a second person approves it', async () => {
    const { desk, caseNumber } = await erasureCase();
    await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
    expect(desk.openCase(caseNumber).proposals).toHaveLength(1);
    expect(desk.stores.desk.answers.list()).toEqual([]);
    await desk.approve(STAFF.teamLead, caseNumber);
    expect(desk.caseOf(caseNumber).parts[0]?.decision).toMatchObject({
      outcome: 'refused',
      decidedBy: { staffId: STAFF.handler },
      refusal: { ground: 'gdpr_17_1_no_ground', approvedBy: STAFF.teamLead },
    });
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });

  it.each(['nl', 'en'] as const)(
    'reads scope, facts, authority and court in the language of the case: %s',
    async (language) => {
      const { desk, caseNumber } = await erasureCase(language);
      await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
      await desk.approve(STAFF.teamLead, caseNumber);
      const [answer] = desk.stores.desk.answers.list();
      const { name, postalAddress, phone, website } = ctTelecom.supervisoryAuthority;
      expect(answer?.refusal).toMatchObject({ scope: REFUSED.scope, facts: REFUSED.facts });
      for (const part of [name, postalAddress, phone, website]) expect(answer?.refusal?.authority).toContain(part);
      expect(answer?.refusal?.court).toBe(ctTelecom.courtSentence[language]);
      expect(answer?.refusal?.court).toContain(language === 'nl' ? 'verzoekschrift' : 'petition');
    },
  );

  it('keeps a hash that changes with every part of its letter', async () => {
    const { desk, caseNumber } = await erasureCase();
    await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
    await desk.approve(STAFF.teamLead, caseNumber);
    const letter = refusalLetter(ctTelecom, 'nl', REFUSED);
    const decision = desk.caseOf(caseNumber).parts[0]?.decision;
    const stored =
      decision !== null && decision !== undefined && 'refusal' in decision ? decision.refusal.letterHash : '';
    expect(stored).toBe(letterHashOf(letter, REFUSED.text));
    for (const key of ['scope', 'facts', 'authority', 'court'] as const) {
      expect(letterHashOf({ ...letter, [key]: `${letter[key]}.` }, REFUSED.text)).not.toBe(stored);
    }
    expect(letterHashOf(letter, `${REFUSED.text}.`)).not.toBe(stored);
  });

  it('is judged anew when it is approved: what the case has become counts', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure', 'question']);
    await desk.decide(STAFF.handler, caseNumber, '1', {
      ...REFUSED,
      ground: 'tax_law',
      kept: [{ category: 'payment', until: '2026-06-20' }],
    });
    // The end date has come before the approval.
    desk.clock.moveTo('2026-06-20T10:00:00Z');
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('kept_required');
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });
});

describe('a decision', () => {
  it('is not made twice, nor while a proposal about the part waits', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure', 'question']);
    await desk.decide(STAFF.handler, caseNumber, '1', REFUSED);
    expect(await ruleOf(desk.decide(STAFF.colleague, caseNumber, '1', REFUSED))).toBe('already_waiting');
    await desk.approve(STAFF.teamLead, caseNumber);
    expect(await ruleOf(desk.decide(STAFF.handler, caseNumber, '1', REFUSED))).toBe('case_not_possible');
  });

  it('"we hold nothing about you" stands on its own, without a refusal and its second person', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.decide(STAFF.handler, caseNumber, '1', { outcome: 'nothing_held', text: 'Wij hebben niets van u.' });
    expect(desk.caseOf(caseNumber).parts[0]?.decision).toMatchObject({ outcome: 'nothing_held' });
  });

  it('that releases personal data waits for a second look', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    await desk.identify(caseNumber);
    await desk.decide(STAFF.handler, caseNumber, '1', { personalData: true });
    expect(desk.caseOf(caseNumber).status).toBe('open');
    expect(await ruleOf(desk.approve(STAFF.handler, caseNumber))).toBe('second_person');
    await desk.approve(STAFF.colleague, caseNumber);
    expect(desk.caseOf(caseNumber).parts[0]?.decision).toMatchObject({
      outcome: 'granted',
      releasedBy: STAFF.colleague,
    });
  });

  it('goes nowhere while its checklist has a line that is neither ticked nor explained, or a gap is open', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['question']);
    const answer = (text: string, ticked: readonly string[], explained = {}) =>
      desk.act(
        STAFF.handler,
        caseNumber,
        { action: 'answer', draft: { outcome: 'answered', text, personalData: false }, ticked, explained },
        '1',
      );
    expect(await ruleOf(answer('Een antwoord.', ['answer_first', 'authority']))).toBe('contents_missing');
    expect(await ruleOf(answer('Een antwoord.', ['answer_first', 'authority'], { statement_link: ' ' }))).toBe(
      'contents_missing',
    );
    expect(await ruleOf(answer('Beste [naam].', ['answer_first', 'authority', 'statement_link']))).toBe('gaps_open');
    await answer('Een antwoord.', ['answer_first', 'authority'], { statement_link: 'Past hier niet.' });
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });
});
