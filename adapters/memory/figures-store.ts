import { type FigureIncrement, sumByType } from '../../domain/figures/figures.ts';
import type { FiguresReader } from '../../domain/ports.ts';
import { type MemoryDesk, memoryKeys } from './memory-desk.ts';

/** Figures in memory. */
export function createMemoryFiguresReader(desk: Pick<MemoryDesk, 'figures'>): FiguresReader {
  return { listMonth: async (month) => desk.figures.list().filter((figures) => figures.month === month) };
}

/** Adds to the figures, as part of a change that was not refused. */
export function addFigures(desk: Pick<MemoryDesk, 'figures'>, figures: readonly FigureIncrement[]): void {
  for (const one of figures) {
    const key = memoryKeys.figures(one);
    const before = desk.figures.find(key);
    for (const sum of sumByType(before === undefined ? [one] : [before, one])) desk.figures.put(key, sum);
  }
}
