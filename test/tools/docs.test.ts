import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { routes } from '../../contracts/http/routes.ts';
import { REFUSAL_GROUNDS, refusalGroundSchema } from '../../domain/cases/refusal-grounds.ts';
import { REQUEST_TYPE_RULES, requestTypeSchema } from '../../domain/cases/request-types.ts';
import { contextNames } from '../../infra/settings.ts';
import { scenarios } from '../../tools/rehearse/scenarios.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MADE = new Set(['node_modules', 'build', 'cdk.out', '.local', '.git', 'coverage']);
const DOCUMENTS = globSync('**/*.md', { cwd: ROOT, exclude: (path) => MADE.has(path) }).toSorted();

const read = (document: string) => readFileSync(join(ROOT, document), 'utf8');
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const withoutFences = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');
/** First cells of a document's table rows, as code without its backticks. */
const firstCells = (document: string) => matches(read(document), /^\| `([^`]+)` /gm);

/** Cells of the rows under a heading, but for the second one, which is prose; without backticks. */
function tableUnder(document: string, heading: string): readonly (readonly string[])[] {
  const section = read(document).split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = matches(section, /^\| (`[^\n]+) \|$/gm).map((row) => row.replaceAll('`', '').split(/ +\| +/));
  return rows.map((cells) => cells.map((cell) => cell.trim()).filter((_, place) => place !== 1));
}

const yesOrNo = (is: boolean) => (is ? 'yes' : 'no');

/** The anchor a heading gets on the pages of a repository. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function brokenLinks(document: string): readonly string[] {
  const links = matches(withoutFences(read(document)), /\]\(([^)\s]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
  return links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? document : join(dirname(document), path);
    if (!existsSync(join(ROOT, target))) return true;
    if (anchor === undefined) return false;
    return !matches(withoutFences(read(target)), /^#+ (.+)$/gm)
      .map(anchorOf)
      .includes(anchor);
  });
}

const OUR_ROOMS = /^(?:domain|contracts|adapters|views|functions|state-machines|infra|tools|bench|test|docs|\.ci)\//;

/** Paths in code spans that start with a room of ours; patterns and places to fill in are none. */
function missingPaths(document: string): readonly string[] {
  const spans = matches(withoutFences(read(document)), /`([^`\n]+)`/g);
  const paths = spans.filter((span) => OUR_ROOMS.test(span) && /^[\w./-]+$/.test(span));
  return paths.filter((path) => !existsSync(join(ROOT, path)));
}

function unknownScripts(document: string): readonly string[] {
  const named = matches(read(document), /(?:`|^)npm (?:run (?:--silent )?)?([a-z][a-z:-]*)/gm);
  const npmItself = new Set(['ci', 'install']);
  return named.filter((name) => !npmItself.has(name) && !Object.hasOwn(manifest.scripts, name));
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links to nothing that is not there', (document) => {
    expect(brokenLinks(document)).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names no file that is not there', (document) => {
    expect(missingPaths(document)).toEqual([]);
  });

  it.each(DOCUMENTS)('%s names no npm script that is not there', (document) => {
    expect(unknownScripts(document)).toEqual([]);
  });

  it('name only checks that npm test knows', () => {
    const help = execFileSync(process.execPath, [join(ROOT, 'tools', 'test.ts'), '--help'], { encoding: 'utf8' });
    const known = /^Checks: (.+)$/m.exec(help)?.[1]?.split(', ') ?? [];
    const named = DOCUMENTS.flatMap((document) => matches(read(document), /npm test -- ([a-z][a-z-]*)/g));
    expect(named).not.toEqual([]);
    expect(known).toEqual(expect.arrayContaining(named));
  });

  it('list every address with the function that serves it and who may call', () => {
    const listed = [...read('docs/security.md').matchAll(/^\| `((?:GET|POST) \S+)` +\| `([a-z-]+)` +\| (\w+) +\|$/gm)];
    const served = routes.map(({ method, path, servedBy, caller }) => `${method} ${path} ${servedBy} ${caller}`);
    expect(listed.map(([, address, servedBy, caller]) => `${address} ${servedBy} ${caller}`)).toEqual(served);
  });

  it('list every setting', () => {
    const listed = firstCells('docs/deploying.md');
    expect(listed.toSorted()).toEqual(contextNames.toSorted());
  });

  it('give every type of request the rules it has', () => {
    expect(tableUnder('docs/request-types.md', 'Rules of each type')).toEqual(
      requestTypeSchema.options.map((type) => {
        const rules = REQUEST_TYPE_RULES[type];
        return [
          type,
          rules.identityLevel,
          yesOrNo(rules.hasStatutoryLimit),
          yesOrNo(rules.extendable),
          rules.told,
          rules.outcomes.join(', '),
          yesOrNo(rules.carriedOutAtOnce),
          yesOrNo(rules.restrictsUntilDecided),
        ];
      }),
    );
  });

  it('give every ground for a refusal the rules it has', () => {
    const all = Math.max(...refusalGroundSchema.options.map((ground) => REFUSAL_GROUNDS[ground].requestTypes.length));
    expect(tableUnder('docs/request-types.md', 'Refusals')).toEqual(
      refusalGroundSchema.options.map((ground) => {
        const { requestTypes, partialOnly, keepsUntil, approvers } = REFUSAL_GROUNDS[ground];
        return [
          ground,
          requestTypes.length === all ? 'every right that can be refused' : requestTypes.join(', '),
          yesOrNo(partialOnly),
          yesOrNo(keepsUntil),
          approvers.join(', '),
        ];
      }),
    );
  });

  it('count the lives that are rehearsed', () => {
    expect(read('README.md')).toContain(`# ${scenarios.length} whole lives`);
  });

  it('number the decisions one after the other', () => {
    const decisions = DOCUMENTS.filter((document) => /^docs\/adr\/\d/.test(document));
    const numbers = decisions.map((document) => Number(basename(document).slice(0, 4)));
    expect(numbers).toEqual(decisions.map((_, index) => index + 1));
    for (const [index, document] of decisions.entries()) {
      expect(read(document)).toMatch(
        new RegExp(`^# ${index + 1}\\. .+\\n\\n## What\\n[^]+\\n## Why\\n[^]+\\n## Consequences\\n`),
      );
    }
  });
});
