import { describe, expect, it } from 'vitest';
import type { Case, OpenCase } from '../../../domain/cases/case.ts';
import { verifyChain } from '../../../domain/cases/case-events.ts';
import { commitChange, retryOnConflict } from '../../../domain/cases/commit-change.ts';
import { TokenNotUsableError, VersionConflictError } from '../../../domain/errors.ts';
import { createDesk, type Desk } from '../../support/desk/memory-desk.ts';
import { submitConfirmed } from '../../support/desk/people.ts';

/** An open case of 9 June 2026 whose run sleeps until 11 June, nine o'clock. */
async function opened(): Promise<{ readonly desk: Desk; readonly current: OpenCase }> {
  const desk = createDesk({ start: '2026-06-09T12:03:00Z' });
  const { caseNumber } = await submitConfirmed(desk);
  const current = desk.caseOf(caseNumber);
  if (current.status !== 'open') throw new Error('confirmed cases are open');
  return { desk, current };
}
const commit = (desk: Desk, current: Case, next: Case) =>
  commitChange(
    desk.dependencies,
    current,
    {
      transition: next.status === 'closed' ? 'close' : 'take',
      next,
      entries: [{ type: 'case_taken', at: '2026-06-09T12:04:00.000Z', actor: { kind: 'desk' }, details: {} }],
    },
    desk.clock.now(),
  );

describe('a change of a case', () => {
  it('counts the version, chains its events and keeps the head', async () => {
    const { desk, current } = await opened();
    const stored = await commit(desk, current, current);
    expect(stored).toMatchObject({
      version: current.version + 1,
      lastEvent: { sequence: current.lastEvent.sequence + 1 },
    });
    expect(desk.caseOf(current.caseNumber)).toEqual(stored);
    expect(verifyChain(await desk.stores.cases.listEvents(current.caseNumber), stored.lastEvent)).toBeUndefined();
  });

  it('starts a new run when the next step comes before the present run wakes', async () => {
    const { desk, current } = await opened();
    const stored = await commit(desk, current, { ...current, wakesAt: '2026-06-20T07:00:00.000Z' });
    await desk.settle();
    expect(stored).toMatchObject({ clockRun: 2, wakesAt: null, nextStepAt: '2026-06-11T07:00:00.000Z' });
    expect([...desk.clocks.executions.keys()]).toEqual([`${current.caseNumber}-1`, `${current.caseNumber}-2`]);
    await desk.runTo('2026-06-11T07:00:00Z');
    expect(desk.caseOf(current.caseNumber).steps.map(({ step }) => step)).toEqual(['unclaimed']);
  });

  it('starts none when the present run wakes in time or too early', async () => {
    const { desk, current } = await opened();
    for (const wakesAt of ['2026-06-11T07:00:00.000Z', '2026-06-10T07:00:00.000Z', null]) {
      const now = desk.caseOf(current.caseNumber);
      expect(await commit(desk, now, { ...now, wakesAt })).toMatchObject({ clockRun: 1, wakesAt });
    }
  });

  it('never moves the receipt, and so no date', async () => {
    const { desk, current } = await opened();
    const stored = await commit(desk, current, current);
    expect(stored.receivedAt).toBe('2026-06-09T12:03:00.000Z');
  });

  it('is refused when somebody else changed the case meanwhile, and nothing of it is stored', async () => {
    const { desk, current } = await opened();
    await commit(desk, current, current);
    const before = desk.caseOf(current.caseNumber);
    await expect(commit(desk, current, { ...current, clockRun: 9 })).rejects.toThrow(VersionConflictError);
    expect(desk.caseOf(current.caseNumber)).toEqual(before);
  });
});

describe('trying again on conflict', () => {
  it('reads anew three times and then gives up', async () => {
    let attempts = 0;
    const fail = () => {
      attempts += 1;
      return Promise.reject(new VersionConflictError('P-1'));
    };
    await expect(retryOnConflict(fail)).rejects.toThrow(VersionConflictError);
    expect(attempts).toBe(4);
  });

  it('does not try again what failed otherwise', async () => {
    let attempts = 0;
    const fail = () => {
      attempts += 1;
      return Promise.reject(new TokenNotUsableError());
    };
    await expect(retryOnConflict(fail)).rejects.toThrow(TokenNotUsableError);
    expect(attempts).toBe(1);
  });
});
