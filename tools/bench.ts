import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { DESK } from '../bench/desk.ts';
import type { Bench, Figure } from '../bench/figure.ts';
import { RECOGNITION } from '../bench/recognition.ts';

const BENCHES: readonly Bench[] = [RECOGNITION, DESK];
const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'build', 'bench.json');

const HELP = `Measures what the desk does, prints a table of each bench, and writes build/bench.json.

Usage: npm run bench -- [--strict] [name ...]

${BENCHES.map(({ name, about }) => `  ${name}   ${about}`).join('\n')}
  --strict      exit with 1 if a figure is below its target
  --help        show this text

Without a name every bench runs. A figure is measured in that run or absent. What is below its target is told at
the end; without --strict the exit code is 0 all the same.`;

/** Runs benches by name, all of them if none is named. A strict run fails if a figure is below its target. */
async function run(names: readonly string[], isStrict: boolean): Promise<void> {
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
  const targeted = Object.values(figures).filter(({ holds }) => holds !== undefined).length;
  console.log(`${missed.length} of ${targeted} targets missed${missed.length === 0 ? '.' : ':'}`);
  for (const [name, { value, target }] of missed) console.log(`  ${name} is ${value}, below ${target}`);
  console.log(`${Object.keys(figures).length} figures: ${FILE}`);
  process.exitCode = isStrict && missed.length > 0 ? 1 : 0;
}

function asked(): { readonly help: boolean; readonly strict: boolean; readonly names: readonly string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        strict: { type: 'boolean', default: false },
      },
    });
    return { help: values.help, strict: values.strict, names: positionals };
  } catch {
    return undefined;
  }
}

const arguments_ = asked();
if (arguments_ === undefined) {
  console.error('Unknown option: give --help, --strict, or names of benches.');
  process.exitCode = 1;
} else if (arguments_.help) console.log(HELP);
else await run(arguments_.names, arguments_.strict);
