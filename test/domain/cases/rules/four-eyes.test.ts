import { describe, expect, it } from 'vitest';
import { TokenNotUsableError } from '../../../../domain/errors.ts';
import { createRuleDesk, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

const REFUSAL = { outcome: 'refused', text: 'Nee.', scope: 'Alles.', facts: 'Daarom.' } as const;
const OF_A_LEAD = { ...REFUSAL, ground: 'gdpr_17_1_no_ground' } as const;
const OF_THE_OFFICER = { ...REFUSAL, ground: 'gdpr_12_5_excessive' } as const;

async function proposed(draft: typeof OF_A_LEAD | typeof OF_THE_OFFICER, by: keyof typeof STAFF = 'handler') {
  const desk = createRuleDesk();
  const caseNumber = await desk.receiveConfirmed(['erasure']);
  await desk.decide(STAFF[by], caseNumber, '1', draft);
  await desk.settle();
  return { desk, caseNumber };
}

describe('the second person of a refusal', () => {
  it.each([
    ['a lead', OF_A_LEAD, { colleague: false, deputy: false, teamLead: true, officer: true, director: true }],
    [
      'the officer',
      OF_THE_OFFICER,
      { colleague: false, deputy: false, teamLead: false, officer: true, director: true },
    ],
  ] as const)('is of the right role for a ground of %s', async (_whose, draft, may) => {
    for (const [who, allowed] of Object.entries(may) as [keyof typeof may, boolean][]) {
      const { desk, caseNumber } = await proposed(draft);
      expect([who, await ruleOf(desk.approve(STAFF[who], caseNumber))]).toEqual([who, allowed ? null : 'not_approver']);
      expect(desk.caseOf(caseNumber).status).toBe(allowed ? 'closed' : 'open');
    }
  });

  it.each(['handler', 'teamLead', 'officer', 'director'] as const)('is never the %s who proposed it', async (who) => {
    const { desk, caseNumber } = await proposed(OF_THE_OFFICER, who);
    expect(await ruleOf(desk.approve(STAFF[who], caseNumber))).toBe('second_person');
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });

  it('is never the data protection officer, who advises', async () => {
    const { desk, caseNumber } = await proposed(OF_A_LEAD);
    await expect(desk.approve(STAFF.protectionOfficer, caseNumber)).rejects.toThrow(TokenNotUsableError);
    expect(desk.openCase(caseNumber).parts[0]?.decision).toBeNull();
  });

  it('is the director when the officer is away, and the officer is the one asked otherwise', async () => {
    const here = await proposed(OF_THE_OFFICER);
    expect(here.desk.toldOf('approval_wanted')).toEqual([STAFF.officer]);

    const desk = createRuleDesk();
    await desk.away(STAFF.officer);
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.decide(STAFF.handler, caseNumber, '1', OF_THE_OFFICER);
    await desk.settle();
    expect(desk.toldOf('approval_wanted')).toEqual([STAFF.director]);
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber))).toBe('not_approver');
    await desk.approve(STAFF.director, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });

  it('is nobody the complaint is about', async () => {
    const { desk, caseNumber } = await proposed(OF_A_LEAD);
    await desk.act(STAFF.handler, caseNumber, { action: 'exclude', staffId: STAFF.teamLead });
    await expect(desk.approve(STAFF.teamLead, caseNumber)).rejects.toThrow(TokenNotUsableError);
    await desk.approve(STAFF.officer, caseNumber);
    expect(desk.caseOf(caseNumber).status).toBe('closed');
  });

  it('may send it back with a note, and without one not', async () => {
    const { desk, caseNumber } = await proposed(OF_A_LEAD);
    expect(await ruleOf(desk.approve(STAFF.teamLead, caseNumber, false, '  '))).toBe('reason_required');
    await desk.approve(STAFF.teamLead, caseNumber, false, 'De feiten ontbreken.');
    await desk.settle();
    expect(desk.openCase(caseNumber)).toMatchObject({ proposals: [], parts: [{ decision: null }] });
    expect(desk.toldOf('sent_back')).toEqual([STAFF.handler]);
  });

  it('does not decide what fell away: the requester withdrew it, or somebody approved it before', async () => {
    const { desk, caseNumber } = await proposed(OF_A_LEAD);
    const { proposalId } = desk.openCase(caseNumber).proposals[0] ?? {};
    await desk.approve(STAFF.teamLead, caseNumber);
    const again = desk.act(
      STAFF.officer,
      caseNumber,
      { action: 'approve', approved: true, note: '' },
      proposalId ?? null,
    );
    await expect(again).rejects.toThrow('done_before');
  });
});

describe('two people at once', () => {
  it('decide once: the second press finds that it was done', async () => {
    const { desk, caseNumber } = await proposed(OF_A_LEAD);
    const outcomes = await Promise.allSettled([
      desk.approve(STAFF.teamLead, caseNumber),
      desk.approve(STAFF.officer, caseNumber),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(desk.eventsOf(caseNumber).filter(({ type }) => type === 'part_decided')).toHaveLength(1);
    expect(
      desk.stores.desk.outbox.list().filter((row) => row.kind === 'mail' && row.mail.template === 'answer_ready'),
    ).toHaveLength(1);
  });
});
