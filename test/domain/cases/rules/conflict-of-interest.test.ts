import { describe, expect, it } from 'vitest';
import { addPart } from '../../../../domain/cases/use-cases/add-part.ts';
import { decidePart } from '../../../../domain/cases/use-cases/decide-part.ts';
import { proposeExtension } from '../../../../domain/cases/use-cases/propose-extension.ts';
import { retypePart } from '../../../../domain/cases/use-cases/retype-part.ts';
import { TokenNotUsableError } from '../../../../domain/errors.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

describe('whoever a complaint is about', () => {
  it('gets nothing of the ladder any more, and the deputy who stands in does', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['complaint']);
    await desk.act(STAFF.handler, caseNumber, { action: 'take' });
    await desk.act(STAFF.colleague, caseNumber, { action: 'exclude', staffId: STAFF.handler }).catch(() => undefined);
    await desk.act(STAFF.officer, caseNumber, { action: 'exclude', staffId: STAFF.handler }).catch(() => undefined);
    expect(desk.openCase(caseNumber)).toMatchObject({ assignee: null, excludedStaff: [STAFF.handler] });
    await desk.settle();
    const before = desk.mails.length;
    await desk.runTo('2026-07-20T12:00:00Z');
    const reached = desk.mails.slice(before).flatMap(({ order }) => ('staffId' in order ? [order.staffId] : []));
    expect(reached).not.toContain(STAFF.handler);
    expect(reached).toContain(STAFF.colleague);
  });

  it.each(['teamLead', 'officer', 'director'] as const)(
    'is skipped on the ladder as the %s, and somebody stands in',
    async (who) => {
      const desk = createRuleDesk();
      const caseNumber = await desk.receiveConfirmed(['complaint']);
      await desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId: STAFF[who] });
      await desk.settle();
      const before = desk.mails.length;
      await desk.runTo('2026-07-20T12:00:00Z');
      const later = desk.mails.slice(before).flatMap(({ order }) => ('staffId' in order ? [order] : []));
      expect(later.map(({ staffId }) => staffId)).not.toContain(STAFF[who]);
      for (const step of ['five_days_left', 'two_days_left', 'target_day', 'promise_missed']) {
        const told = later.flatMap((order) =>
          order.template === 'staff_step' && order.step === step ? [order.staffId] : [],
        );
        expect([step, told.length > 0]).toEqual([step, true]);
      }
    },
  );

  it('opens nothing with a link from before, nor from the desk', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['complaint']);
    await desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId: STAFF.colleague });
    for (const attempt of [desk.act, desk.actByLink]) {
      await expect(attempt(STAFF.colleague, caseNumber, { action: 'take' })).rejects.toThrow(TokenNotUsableError);
      await expect(attempt(STAFF.colleague, caseNumber, { action: 'message', text: 'Dag.' })).rejects.toThrow(
        TokenNotUsableError,
      );
    }
    expect(desk.openCase(caseNumber).assignee).toBeNull();
  });

  it('is not handed the case, nor excluded twice, nor somebody unknown', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['complaint']);
    const exclude = (staffId: string) => desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId });
    await exclude(STAFF.colleague);
    expect(await ruleOf(exclude(STAFF.colleague))).toBe('colleague_not_possible');
    expect(await ruleOf(exclude('niemand'))).toBe('colleague_not_possible');
    for (const to of [STAFF.colleague, STAFF.protectionOfficer, 'niemand']) {
      expect(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'hand_over', to }))).toBe(
        'colleague_not_possible',
      );
    }
  });

  it('loses what they proposed', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure', 'complaint']);
    const draft = { outcome: 'refused', ground: 'gdpr_17_1_no_ground', scope: 'Alles.', facts: 'Daarom.' } as const;
    await desk.decide(STAFF.handler, caseNumber, '1', draft);
    await desk.act(STAFF.officer, caseNumber, { action: 'exclude', staffId: STAFF.handler });
    expect(desk.openCase(caseNumber).proposals).toEqual([]);
  });
});

describe('a use case itself', () => {
  it.each([
    ['somebody the complaint is about', STAFF.colleague],
    ['the data protection officer, who advises', STAFF.protectionOfficer],
    ['somebody who is not in the profile', 'niemand-hier'],
  ])('decides nothing for %s', async (_who, staffId) => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access', 'question']);
    await desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId: STAFF.colleague });
    const current = desk.openCase(caseNumber);
    const act = { staffId, on: '2', tokenHash: null };
    const now = desk.clock.now();
    const { dependencies } = desk;
    const attempts = {
      decide: () =>
        decidePart(dependencies, current, act, { outcome: 'answered', text: 'Ja.', personalData: false }, now),
      extend: () =>
        proposeExtension(
          dependencies,
          current,
          act,
          { ground: 'complexity', facts: 'Veel.', until: '2026-08-01' },
          now,
        ),
      retype: () => retypePart(dependencies, current, act, { to: 'access', reason: '' }, now),
      add: () => addPart(dependencies, current, act, 'erasure', now),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      expect([name, await ruleOf(attempt())]).toEqual([name, 'colleague_not_possible']);
    }
    expect(desk.openCase(caseNumber).version).toBe(current.version);
  });
});
