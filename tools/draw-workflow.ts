import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod';

const FILE = new URL('../state-machines/case-clock.asl.json', import.meta.url);
const DOCUMENT = new URL('../docs/workflow.md', import.meta.url);

const stateSchema = z.object({
  Type: z.string(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).optional(),
  Catch: z.array(z.object({ Next: z.string() })).optional(),
});
const stateMachineSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
type State = z.infer<typeof stateSchema>;

/** Draws a state machine, the parsed ASL file, as a mermaid diagram in a Markdown fence. */
export function drawWorkflow(definition: unknown): string {
  const machine = stateMachineSchema.parse(definition);
  const states = Object.entries(machine.States);
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map(([name]) => `  state "${name}" as ${idOf(name)}`),
    `  [*] --> ${idOf(machine.StartAt)}`,
    ...states.flatMap(([name, state]) => arrowsOf(state).map((arrow) => `  ${idOf(name)} --> ${arrow}`)),
    '```',
  ].join('\n');
}

/** The document with its one diagram replaced. Throws MissingDiagramError when it has none. */
export function withDiagram(document: string, diagram: string): string {
  const fence = /```mermaid\n[\s\S]*?\n```/;
  if (!fence.test(document)) throw new MissingDiagramError();
  return document.replace(fence, () => diagram);
}

export class MissingDiagramError extends Error {
  override readonly name = 'MissingDiagramError';
}

function arrowsOf(state: State): readonly string[] {
  if (state.Type === 'Succeed' || state.Type === 'Fail') return ['[*]'];
  return [
    ...(state.Choices ?? []).map((choice) => `${idOf(choice.Next)}: ${wordOf(choice.Condition)}`),
    ...present(state.Default).map((target) => `${idOf(target)}: anything else`),
    ...present(state.Next).map(idOf),
    ...(state.Catch ?? []).map((each) => `${idOf(each.Next)}: keeps failing`),
  ];
}

/** The value a condition compares with: all a reader needs beside the question the state asks. */
function wordOf(condition: string): string {
  return /'([^']*)'/.exec(condition)?.[1]?.replaceAll('_', ' ') ?? condition;
}

function idOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replaceAll(/_$/g, '');
}

function present(target: string | undefined): readonly string[] {
  return target === undefined ? [] : [target];
}

async function main(): Promise<void> {
  const definition: unknown = JSON.parse(await readFile(FILE, 'utf8'));
  await writeFile(DOCUMENT, withDiagram(await readFile(DOCUMENT, 'utf8'), drawWorkflow(definition)));
}

if (import.meta.main) await main();
