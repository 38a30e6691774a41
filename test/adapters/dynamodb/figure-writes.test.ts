import { describe, expect, it } from 'vitest';
import { figureWrites } from '../../../adapters/dynamodb/figures-store.ts';
import { newWriteId } from '../../../adapters/dynamodb/transaction.ts';
import { randomBytes } from '../../../adapters/system.ts';
import { type Figures, NO_COUNTS } from '../../../domain/figures/figures.ts';

const tables = { deskTable: 'desk' };
const figuresOf = (requestType: Figures['requestType'], day: string): Figures => ({
  schemaVersion: 1,
  month: '2026-11',
  requestType,
  counts: { ...NO_COUNTS, closed: 1, onTime: 1 },
  days: { [day]: 1 },
});
const itemsOf = (figures: readonly Figures[]) => {
  const writes = figureWrites(tables, newWriteId({ randomBytes }), figures);
  return writes.map(({ Key }) => Key?.['sk']?.S ?? '');
};

describe('the writes of figures', () => {
  it('are one for each type, since a transaction must not write an item twice', () => {
    const parts = ['004', '004', '009'].map((day) => figuresOf('access', day));
    expect(itemsOf([...parts, figuresOf('question', '001')])).toEqual(['TYPE#access#0', 'TYPE#question#0']);
  });

  it('hold nothing but a month, a type and numbers', () => {
    const writeId = newWriteId({ randomBytes });
    const [write] = figureWrites(tables, writeId, [figuresOf('access', '004')]);
    expect(write?.Key).toEqual({ pk: { S: 'FIGURES#2026-11' }, sk: { S: 'TYPE#access#0' } });
    expect(Object.values(write?.ExpressionAttributeNames ?? {}).toSorted()).toEqual(
      ['closed', 'days_004', 'month', 'onTime', 'requestType', 'schemaVersion'].toSorted(),
    );
    expect(JSON.stringify(write)).not.toContain(writeId);
  });

  it('spread what comes in crowds over several items, and only that', () => {
    const crowd = Array.from({ length: 100 }, () => figuresOf('marketing_objection', '000'));
    const objections = new Set(crowd.flatMap((one) => itemsOf([one])));
    const questions = new Set(crowd.flatMap((one) => itemsOf([{ ...one, requestType: 'question' }])));
    expect(objections.size).toBeGreaterThan(5);
    expect(questions.size).toBe(1);
  });
});
