import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../../../domain/cases/case.ts';
import { caseTextSchema } from '../../../../domain/cases/case-text.ts';
import { sendAgain } from '../../../../domain/cases/use-cases/requester/send-again.ts';
import { writeToDesk } from '../../../../domain/cases/use-cases/requester/write-to-desk.ts';
import { submitRequest } from '../../../../domain/cases/use-cases/submit-request.ts';
import { parseStaffForm } from '../../../../contracts/http/staff-forms.ts';
import { createRuleDesk, type RuleDesk, refusalOf, ruleOf, STAFF } from '../../../support/desk/rule-desk.ts';

/** What the store reads back: an item that does not parse is a case nobody can work on any more. */
const isReadable = (desk: RuleDesk, caseNumber: string) => caseSchema.safeParse(desk.caseOf(caseNumber)).success;

/** A letter that arrived years ago and was found today. */
async function typedIn(desk: RuleDesk, receivedAt: string, email?: string): Promise<string> {
  const { caseNumber } = await submitRequest(desk.dependencies, {
    draft: {
      language: 'nl',
      requester: { name: 'Jan', ...(email === undefined ? { postalAddress: 'Dorpsstraat 1' } : { email }) },
      parts: [{ requestType: 'access' }],
      message: 'Graag.',
    },
    receivedThrough: 'letter',
    rehearsal: null,
    typedIn: { staffId: STAFF.handler, receivedAt, reason: 'found_in_ticket' },
    idempotencyKey: `typed-${receivedAt}-${email ?? ''}`,
  });
  return caseNumber;
}

describe('a case that was left for years', () => {
  it('climbs its ladder in changes that fit into one transaction', async () => {
    const desk = createRuleDesk('2026-06-09T12:03:00Z');
    const caseNumber = await typedIn(desk, '2019-06-09T12:03:00.000Z', 'jan@example.org');
    await desk.settle();
    const events = desk.eventsOf(caseNumber);
    expect(events.length).toBeLessThan(60);
    expect(events.at(-1)).toMatchObject({
      type: 'step_done',
      details: { step: expect.stringMatching(/^still_open_/) },
    });
    const done = events.length;
    await desk.runTo('2026-06-24T12:00:00Z');
    // And from then on a week apart.
    expect(desk.eventsOf(caseNumber)).toHaveLength(done + 3);
  });
});

describe('what grows with a case', () => {
  it('never makes it unreadable by questions', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    for (let n = 1; n <= 25; n += 1) {
      await refusalOf(desk.act(STAFF.handler, caseNumber, { action: 'ask_clarification', text: 'Wat bedoelt u?' }));
      await writeToDesk({ ...desk.dependencies }, desk.openCase(caseNumber), 'Dit.');
    }
    expect(isReadable(desk, caseNumber)).toBe(true);
  });

  it('never makes it unreadable by tasks', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    const outcomes = new Set<string | null>();
    for (let n = 1; n <= 220; n += 1) {
      outcomes.add(await ruleOf(desk.act(STAFF.handler, caseNumber, { action: 'remind_me', date: '2026-06-20' })));
    }
    expect(isReadable(desk, caseNumber)).toBe(true);
    expect(outcomes).toEqual(new Set([null, 'case_not_possible']));
  });

  it('never makes it unreadable by letters to post that the person asks for again', async () => {
    const desk = createRuleDesk();
    const caseNumber = await typedIn(desk, '2026-06-09T12:00:00.000Z');
    const again = desk.dependencies;
    for (let day = 0; day < 50; day += 1) {
      for (let n = 0; n < 3; n += 1) await refusalOf(sendAgain(again, desk.openCase(caseNumber)));
      desk.clock.moveTo(desk.clock.now().add({ hours: 24 }).toString());
    }
    expect(isReadable(desk, caseNumber)).toBe(true);
    // One that lies there and was not posted yet is not printed twice.
    const letters = desk.caseOf(caseNumber).tasks.filter(({ kind }) => kind === 'post_letter');
    expect(letters).toHaveLength(1);
  });

  it('never makes it unreadable by links to other cases', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['access']);
    for (let n = 1; n <= 55; n += 1) {
      const other = await desk.receive(['question']);
      await refusalOf(desk.act(STAFF.handler, caseNumber, { action: 'link_case', caseNumber: other.caseNumber }));
      expect(isReadable(desk, other.caseNumber)).toBe(true);
    }
    expect(isReadable(desk, caseNumber)).toBe(true);
  });

  it('never makes a text unreadable, whatever its letters', () => {
    const text = '😀'.repeat(20_000);
    const input = parseStaffForm('answer', { text, outcome: 'granted' }, undefined);
    if (input.action !== 'answer') throw new Error('an answer');
    const stored = {
      schemaVersion: 1,
      caseNumber: 'P-00000-00000',
      textId: '000002-1',
      kind: 'draft',
      from: { kind: 'desk' },
      at: '2026-06-09T12:03:00.000Z',
      texts: { text: input.draft.text },
    };
    const issues = caseTextSchema.safeParse(stored).error?.issues.map(({ path }) => path[0]) ?? [];
    expect(issues).not.toContain('texts');
  });
});

describe('data kept against an erasure', () => {
  it('come back on a day of this age', async () => {
    const desk = createRuleDesk();
    const caseNumber = await desk.receiveConfirmed(['erasure']);
    await desk.identify(caseNumber);
    const category = desk.dependencies.organisation.dataCategories[0]?.categoryId ?? '';
    const refused = (until: string) =>
      desk.decide(STAFF.handler, caseNumber, '1', {
        outcome: 'partly_granted',
        ground: 'tax_law',
        scope: 'Facturen.',
        facts: 'Bewaarplicht.',
        kept: [{ category, until }],
      });
    expect(await ruleOf(refused('9999-12-31'))).toBe('kept_required');
    await refused('2033-12-31');
    await desk.approve(STAFF.teamLead, caseNumber);
    expect(isReadable(desk, caseNumber)).toBe(true);
  });
});
