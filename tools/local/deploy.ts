import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { DayLength } from './day-length.ts';
import { cdkEnvironment, type EngineAccess, type Environment } from './environment.ts';
import { LocalDeskError } from './local-desk-error.ts';
import { lastLines, runCommand } from './run-command.ts';

/** What the stacks of a deploy tell: by stack name, by output key. */
export const stackOutputsSchema = z.record(z.string(), z.record(z.string(), z.string()));
export type StackOutputs = Readonly<z.infer<typeof stackOutputsSchema>>;

export type DeployOptions = {
  readonly root: string;
  /** Folder of the logs, the synthesised app and the outputs. */
  readonly folder: string;
  readonly engine: EngineAccess;
  readonly day: DayLength;
  /** What the CDK context says besides. */
  readonly settings: Readonly<Record<string, string>>;
  readonly environment: Environment;
  readonly signal: AbortSignal;
};

/** Turns the CDK app into templates and bundles, without asking anything of the engine. */
export async function synthesise(options: DeployOptions): Promise<void> {
  const output = assemblyOf(options);
  await rm(output, { recursive: true, force: true });
  const settings = { ...options.settings, stage: 'local', day: options.day, engine: options.engine.endpoint };
  const context = Object.entries(settings).flatMap(([name, value]) => ['--context', `${name}=${value}`]);
  await cdk(options, 'synth', options.root, ['--quiet', '--no-version-reporting', '--output', output, ...context]);
}

/** Prepares the account of the engine for deploys. Run where there is no app, or the CDK would synthesise it first. */
export async function bootstrap(options: DeployOptions): Promise<void> {
  const { account, region } = options.engine;
  await cdk(options, 'bootstrap', options.folder, [`aws://${account}/${region}`]);
}

/**
 * Deploys what was synthesised.
 * @returns the outputs of the stacks that have any
 */
export async function deploy(options: DeployOptions): Promise<StackOutputs> {
  const outputs = join(options.folder, 'outputs.json');
  await rm(outputs, { force: true });
  await cdk(options, 'deploy', options.root, [
    '--all',
    '--app',
    assemblyOf(options),
    '--require-approval',
    'never',
    '--method',
    'direct',
    '--concurrency',
    '4',
    '--progress',
    'events',
    '--outputs-file',
    outputs,
  ]);
  return stackOutputsSchema.parse(JSON.parse(await readFile(outputs, 'utf8').catch(() => '{}')));
}

/**
 * The address of the REST API, without a slash at its end.
 * @throws LocalDeskError when no output gives it
 */
export function deskUrlIn(outputs: StackOutputs): string {
  const all = Object.values(outputs).flatMap((stack) => Object.entries(stack));
  const [, url] = all.find(([key]) => key === 'Url') ?? all.find(([key]) => key.includes('Url')) ?? [];
  if (url === undefined)
    throw new LocalDeskError('The stacks were deployed, but none has an output Url that says where the desk is.');
  return url.replace(/\/$/, '');
}

/** An output of the deployed stacks. @throws LocalDeskError when none has it */
export function outputIn(outputs: StackOutputs, name: string): string {
  const found = Object.values(outputs).find((stack) => stack[name] !== undefined)?.[name];
  if (found === undefined) throw new LocalDeskError(`The stacks were deployed, but none has an output ${name}.`);
  return found;
}

function assemblyOf(options: DeployOptions): string {
  return join(options.folder, 'cdk.out');
}

async function cdk(options: DeployOptions, command: string, cwd: string, args: readonly string[]): Promise<void> {
  const log = join(options.folder, `${command}.log`);
  const program = join(options.root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
  const result = await runCommand(
    {
      name: `cdk ${command}`,
      command: process.execPath,
      args: [program, command, '--no-notices', '--no-color', ...args],
      env: cdkEnvironment(options.environment, options.engine, options.root),
      cwd,
      log,
    },
    options.signal,
  );
  if (result.code === 0) return;
  throw new LocalDeskError(
    `cdk ${command} failed. The last it said (all of it is in ${log}):\n${lastLines(result.output)}`,
  );
}
