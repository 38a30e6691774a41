import { readFile } from 'node:fs/promises';
import { type DeskFile, deskFileSchema } from '../tools/local/desk-file.ts';
import { startLocalDesk } from '../tools/local/local-desk.ts';
import { fillDesk, type MeasuredDesk } from './desk/measured-desk.ts';
import { type Bench, type BenchResult, type Figure, tableOf } from './figure.ts';

const CASES = { open: 1000, unconfirmed: 100 };
const TARGET_MILLISECONDS = 1000;
const WARM_UP = 3;
const ROUNDS = 20;

/** One page of the desk, and how it is asked for in the nth round. */
interface MeasuredPage {
  readonly name: string;
  readonly open: (desk: MeasuredDesk, round: number) => Promise<Response>;
}

const get = ({ url, cookie }: MeasuredDesk, path: string) => fetch(`${url}${path}`, { headers: { cookie } });

const form = (action: string) => (desk: MeasuredDesk, round: number) =>
  fetch(`${desk.url}/desk/act?language=nl`, {
    method: 'POST',
    headers: { cookie: desk.cookie, origin: new URL(desk.url).origin },
    body: new URLSearchParams({
      act: action,
      caseNumber: numberOf(desk, round),
      ...(action === 'answer' && { on: '1' }),
    }),
  });

const PAGES: readonly MeasuredPage[] = [
  { name: 'overview', open: (desk) => get(desk, '/desk?language=nl') },
  { name: 'overview-last-page', open: (desk) => get(desk, '/desk?language=nl&page=20') },
  { name: 'overview-filtered', open: (desk) => get(desk, '/desk?language=nl&show=late&type=access') },
  { name: 'batch', open: (desk) => get(desk, '/desk/batch?language=nl&type=question') },
  { name: 'case', open: (desk, round) => get(desk, `/desk/cases/${numberOf(desk, round)}?language=nl`) },
  { name: 'answer-form', open: form('answer') },
  { name: 'extension-form', open: form('extend') },
  { name: 'intake', open: (desk) => get(desk, '/desk/intake?language=nl') },
];

function numberOf({ caseNumbers }: MeasuredDesk, round: number): string {
  return caseNumbers[round % caseNumbers.length] ?? '';
}

async function timesOf({ name, open }: MeasuredPage, desk: MeasuredDesk): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const began = performance.now();
    const answer = await open(desk, round);
    const text = await answer.text();
    const took = performance.now() - began;
    // A page that shows the form to sign in instead would be fast.
    if (answer.status !== 200 || text.includes('name="email" type="email"')) {
      throw new Error(`the page "${name}" answered ${answer.status}`);
    }
    if (round >= WARM_UP) times.push(took);
  }
  return times.toSorted((a, b) => a - b);
}

/** Measures the pages of a local desk, which is filled first. */
async function measureDesk(file: Pick<DeskFile, 'engine' | 'region' | 'url' | 'outputs'>): Promise<BenchResult> {
  const desk = await fillDesk(file, CASES);
  const rows: string[][] = [];
  const figures: Record<string, Figure> = {};
  for (const page of PAGES) {
    const times = await timesOf(page, desk);
    const p50 = Math.round(times[Math.floor(times.length / 2)] ?? 0);
    const max = Math.round(times.at(-1) ?? 0);
    rows.push([page.name, String(p50), String(max)]);
    figures[`desk-page-p50-${page.name}`] = { value: p50, unit: 'ms' };
    figures[`desk-page-max-${page.name}`] = {
      value: max,
      unit: 'ms',
      target: TARGET_MILLISECONDS,
      holds: max <= TARGET_MILLISECONDS,
    };
  }
  const heading = [`${CASES.open} open cases, ${CASES.unconfirmed} unconfirmed`, 'p50 ms', 'max ms'];
  return { table: tableOf([heading, ...rows]), figures };
}

export const DESK: Bench = {
  name: 'desk',
  about: `how long the pages of the desk take on the local engine with ${CASES.open} open cases, which it makes there`,
  run: async () => {
    // A desk that is up already saves the minute of bringing one up; the invented cases stay in it.
    const path = process.env['DESK_FILE'];
    if (path !== undefined) return measureDesk(deskFileSchema.parse(JSON.parse(await readFile(path, 'utf8'))));
    const desk = await startLocalDesk({ folder: '.local/bench', ports: 'free', day: 'real' });
    try {
      return await measureDesk(desk);
    } finally {
      await desk.stop();
    }
  },
};
