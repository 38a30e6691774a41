import { requestTypeSchema } from '../domain/cases/request-types.ts';
import { tableOf, type Bench, type BenchResult, type Figure } from './figure.ts';
import { readLetters, type Half, type ReadLetter } from './letters.ts';

const RECALL = 0.9;
const PRECISION = 0.7;
/** A letter that nobody notices may cost a person a right; a wrong proposal costs staff one press. */
const SHARE_TARGETS: ReadonlyMap<string, number> = new Map([
  ['noticed', 0.97],
  ['left-alone', 0.8],
]);
/** A machine carries it out. */
const STOPS_PRECISION = 1;

/** How many letters ask for something, how many were found to, and how many of these do. */
interface Count {
  readonly asked: number;
  readonly found: number;
  readonly right: number;
}

/** Counts over letters; no letter is named, so that the figures of the unseen half teach nothing about its letters. */
function count(
  letters: readonly ReadLetter[],
  asks: (read: ReadLetter) => boolean,
  finds: (read: ReadLetter) => boolean,
): Count {
  return {
    asked: letters.filter(asks).length,
    found: letters.filter(finds).length,
    right: letters.filter((read) => asks(read) && finds(read)).length,
  };
}

/** The part of the letters asking that were found; 1 if none asks. */
export function recallOf({ asked, right }: Count): number {
  return asked === 0 ? 1 : right / asked;
}

/** The part of the letters found that ask; 1 if none was found. */
export function precisionOf({ found, right }: Count): number {
  return found === 0 ? 1 : right / found;
}

/** What the recognition of rights makes of a half of the letters: per right, over all rights, and for stopping mailings. */
export function countsOf(letters: readonly ReadLetter[]): ReadonlyMap<string, Count> {
  const rights = requestTypeSchema.options.map((right) => {
    const finds = ({ recognised }: ReadLetter) => recognised.parts.some(({ requestType }) => requestType === right);
    return [right.replaceAll('_', '-'), count(letters, ({ letter }) => letter.asks.includes(right), finds)] as const;
  });
  const sum = (what: keyof Count) => rights.reduce((total, [, counted]) => total + counted[what], 0);
  const stops = count(
    letters,
    ({ letter }) => letter.stopsMailings,
    ({ recognised }) => recognised.stopsMailings,
  );
  return new Map([
    ...rights,
    ['all-rights', { asked: sum('asked'), found: sum('found'), right: sum('right') }],
    ['stops-mailings', stops],
  ]);
}

/** A part of the letters. */
interface Share {
  readonly of: number;
  readonly are: number;
}

/**
 * Whole letters. `noticed`: of those that ask for a right, those in which at least one of their rights was found.
 * `left-alone`: of those that ask for none, those without any proposal.
 */
function sharesOf(letters: readonly ReadLetter[]): ReadonlyMap<string, Share> {
  const asking = letters.filter(({ letter }) => letter.asks.length > 0);
  const others = letters.filter(({ letter }) => letter.asks.length === 0);
  const noticed = asking.filter(({ letter, recognised }) =>
    recognised.parts.some(({ requestType }) => letter.asks.includes(requestType)),
  );
  const leftAlone = others.filter(({ recognised }) => recognised.parts.length === 0);
  return new Map([
    ['noticed', { of: asking.length, are: noticed.length }],
    ['left-alone', { of: others.length, are: leftAlone.length }],
  ]);
}

function valueOf({ of, are }: Share): number {
  return of === 0 ? 1 : are / of;
}

function figure(value: number, target: number | undefined): Figure {
  const rounded = Math.round(value * 1000) / 1000;
  return { value: rounded, unit: 'ratio', ...(target === undefined ? {} : { target, holds: value >= target }) };
}

function targetsOf(name: string): { readonly recall?: number; readonly precision?: number } {
  return name === 'stops-mailings' ? { precision: STOPS_PRECISION } : { recall: RECALL, precision: PRECISION };
}

async function measure(half: Half): Promise<BenchResult> {
  const letters = await readLetters(half);
  const counts = [...countsOf(letters)];
  const figures = counts.flatMap(([name, counted]): [string, Figure][] => {
    const { recall, precision } = targetsOf(name);
    return [
      [`recognition-${half}-recall-${name}`, figure(recallOf(counted), recall)],
      [`recognition-${half}-precision-${name}`, figure(precisionOf(counted), precision)],
    ];
  });
  const rows = counts.map(([name, counted]) => {
    const { asked, found } = counted;
    return [name, `${asked}`, `${found}`, recallOf(counted).toFixed(2), precisionOf(counted).toFixed(2)];
  });
  const heading = [`${half} (${letters.length} letters)`, 'asked', 'found', 'recall', 'precision'];
  const shares = [...sharesOf(letters)];
  const shareFigures = shares.map(([name, share]): [string, Figure] => [
    `recognition-${half}-${name}`,
    figure(valueOf(share), SHARE_TARGETS.get(name)),
  ]);
  const shareRows = shares.map(([name, share]) => [name, `${share.of}`, `${share.are}`, valueOf(share).toFixed(2)]);
  const table = [
    tableOf([heading, ...rows]),
    tableOf([['whole letters', 'of these', 'are', 'share'], ...shareRows]),
  ].join('\n\n');
  return { table, figures: letters.length === 0 ? {} : Object.fromEntries([...figures, ...shareFigures]) };
}

export const RECOGNITION: Bench = {
  name: 'recognition',
  about: 'which rights letters ask for: recall and precision per right, for letters seen and not seen by the rules',
  run: async () => {
    const halves = [await measure('seen'), await measure('unseen')];
    return {
      table: halves.map(({ table }) => table).join('\n\n'),
      figures: Object.assign({}, ...halves.map(({ figures }) => figures)),
    };
  },
};
