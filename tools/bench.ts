import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import type { Bench, Figure } from '../bench/figure.ts';
import { RECOGNITION } from '../bench/recognition.ts';

const BENCHES: readonly Bench[] = [RECOGNITION];
const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'build', 'bench.json');

const HELP = `Measures what the desk does, prints a table of each bench, and writes build/bench.json.

Usage: npm run bench -- [name ...]

${BENCHES.map(({ name, about }) => `  ${name}   ${about}`).join('\n')}
  --help        show this text

Without a name every bench runs. A figure is measured in that run or absent. The exit code is 1 if a figure
does not hold its target.`;

/** Runs benches by name, all of them if none is named. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    console.error(`There is no bench "${unknown}": ${BENCHES.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  const figures: Record<string, Figure> = {};
  for (const bench of BENCHES.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const result = await bench.run();
    console.log(`${result.table}\n`);
    Object.assign(figures, result.figures);
  }
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, `${JSON.stringify(figures, null, 2)}\n`);
  const missed = Object.entries(figures).filter(([, { holds }]) => holds === false);
  for (const [name, { value, target }] of missed) console.log(`Below its target: ${name} is ${value}, not ${target}.`);
  console.log(`${Object.keys(figures).length} figures: ${FILE}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function asked(): { readonly help: boolean; readonly names: readonly string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    });
    return { help: values.help, names: positionals };
  } catch {
    return undefined;
  }
}

const arguments_ = asked();
if (arguments_ === undefined) {
  console.error('Unknown option: give --help, or names of benches.');
  process.exitCode = 1;
} else if (arguments_.help) console.log(HELP);
else await run(arguments_.names);
