import { describe, expect, it } from 'vitest';
import { CaseNumberTakenError, StoredItemInvalidError, VersionConflictError } from '../../../domain/errors.ts';
import { type Figures, NO_COUNTS } from '../../../domain/figures/figures.ts';
import {
  changeOf,
  closedCase,
  confirmRow,
  creationOf,
  openCase,
  submissionOf,
  testCaseNumber,
} from '../../support/fixtures/cases.ts';
import type { ContractDesk, MakeDesk } from './contract-desk.ts';

const MONTH = '2026-11';

function figuresOf(requestType: Figures['requestType'], days: string, more: Partial<Figures['counts']> = {}): Figures {
  const counts = { ...NO_COUNTS, closed: 1, onTime: 1, ...more };
  return { schemaVersion: 1, month: MONTH, requestType, counts, days: { [days]: 1 } };
}

/** The n-th case, closed with these figures. */
async function close(desk: ContractDesk, n: number, figures: readonly Figures[]): Promise<void> {
  const number = testCaseNumber(n);
  const open = openCase(number);
  await desk.intake.create(creationOf(open));
  await desk.cases.commit({ ...changeOf(open, ['case_closed'], closedCase(number)), figures });
}

export function describeFigures(name: string, makeDesk: MakeDesk): void {
  describe(`figures, ${name}`, () => {
    it('add up over closings, by month and type', async () => {
      const desk = await makeDesk();
      const october = { ...figuresOf('access', '003'), month: '2026-10' };
      await close(desk, 1, [figuresOf('access', '009'), figuresOf('question', '000')]);
      await close(desk, 2, [figuresOf('access', '009', { onTime: 0, extended: 1, refused: 1 }), october]);
      await close(desk, 3, [figuresOf('access', '120plus')]);

      expect(await desk.figures.listMonth(MONTH)).toEqual([
        {
          ...figuresOf('access', ''),
          counts: { ...NO_COUNTS, closed: 3, onTime: 2, extended: 1, refused: 1 },
          days: { '009': 2, '120plus': 1 },
        },
        figuresOf('question', '000'),
      ]);
      expect(await desk.figures.listMonth('2026-10')).toEqual([october]);
    });

    it('know of nothing in a month in which nothing was closed', async () => {
      const desk = await makeDesk();
      await close(desk, 1, [figuresOf('access', '009')]);

      expect(await desk.figures.listMonth('2026-12')).toEqual([]);
    });

    it('count every part of a type that one case closes', async () => {
      const desk = await makeDesk();
      await close(desk, 1, [
        figuresOf('erasure', '004'),
        figuresOf('erasure', '004', { withdrawn: 1 }),
        figuresOf('erasure', '012'),
      ]);

      expect(await desk.figures.listMonth(MONTH)).toEqual([
        {
          ...figuresOf('erasure', ''),
          counts: { ...NO_COUNTS, closed: 3, onTime: 3, withdrawn: 1 },
          days: { '004': 2, '012': 1 },
        },
      ]);
    });

    it('count cases that are closed as they come in', async () => {
      const desk = await makeDesk();
      const numbers = Array.from({ length: 12 }, (_, index) => testCaseNumber(index + 1));
      for (const number of numbers) {
        await desk.intake.create(
          creationOf(closedCase(number), { figures: [figuresOf('marketing_objection', '000')] }),
        );
      }

      const [found, ...others] = await desk.figures.listMonth(MONTH);
      expect(found?.counts).toEqual({ ...NO_COUNTS, closed: 12, onTime: 12 });
      expect(found?.days).toEqual({ '000': 12 });
      expect(others).toEqual([]);
    });

    it('count nothing of a change or a creation that is refused', async () => {
      const desk = await makeDesk();
      const number = testCaseNumber(1);
      const open = openCase(number);
      const figures = [figuresOf('access', '009')];
      await desk.intake.create(creationOf(open));
      const change = { ...changeOf(open, ['case_closed'], closedCase(number)), figures };
      await desk.cases.commit(change);

      await expect(desk.cases.commit(change)).rejects.toThrow(VersionConflictError);
      const taken = creationOf(closedCase(number), {
        submission: submissionOf(testCaseNumber(2)),
        outbox: [confirmRow(number, 'another-row')],
        figures,
      });
      await expect(desk.intake.create(taken)).rejects.toThrow(CaseNumberTakenError);
      expect(await desk.figures.listMonth(MONTH)).toEqual(figures);
    });

    it('raise when they do not parse', async () => {
      const desk = await makeDesk();
      await close(desk, 1, [figuresOf('access', '009')]);
      await desk.spoil({ kind: 'figures', month: MONTH, requestType: 'access' });

      await expect(desk.figures.listMonth(MONTH)).rejects.toThrow(StoredItemInvalidError);
    });
  });
}
