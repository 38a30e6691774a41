import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bundlesIn, type FunctionBundles } from '../../../infra/bundle-functions.ts';
import { buildDesk } from '../../../infra/desk-app.ts';
import type { DeskStacks } from '../../../infra/desk-stacks.ts';
import { functionNames } from '../../../infra/function-names.ts';
import { readSettings, type Settings } from '../../../infra/settings.ts';

/** A resource as the template has it. */
export interface Resource {
  readonly id: string;
  readonly stack: keyof DeskStacks;
  readonly Type: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- templates are as deep and as loose as CloudFormation
  readonly Properties: Record<string, any>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string | readonly string[];
}

export interface SynthesisedDesk {
  readonly settings: Settings;
  readonly stacks: DeskStacks;
  readonly resources: readonly Resource[];
  /** Resources of a type, all stacks. */
  ofType(type: string): readonly Resource[];
  /** The one resource of a type whose logical id contains this. */
  one(type: string, idPart: string): Resource;
}

export const production = {
  stage: 'production',
  account: '111111111111',
  alarmMail: 'alarms@example.org',
} as const;

/** Does something with an app and functions that do nothing; what it writes is gone afterwards. */
export function inNewApp<Made>(
  options: { readonly builtinCloudFormationValidation: boolean },
  work: (app: App, bundles: FunctionBundles) => Made,
): Made {
  const folder = mkdtempSync(join(tmpdir(), 'desk-infra-'));
  try {
    for (const name of functionNames) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}';\n`);
    }
    const app = new App({ context: featureFlags, outdir: join(folder, 'out'), analyticsReporting: false, ...options });
    return work(app, bundlesIn(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { context: featureFlags } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
  context: Record<string, unknown>;
};

const synthesised = new Map<string, SynthesisedDesk>();

/** The stacks of a stage as they would be deployed, with functions that do nothing; made once per settings. */
export function synthesiseDesk(context: Readonly<Record<string, unknown>>): SynthesisedDesk {
  const key = JSON.stringify(context);
  const known = synthesised.get(key) ?? synthesiseSettings(readSettings(context));
  synthesised.set(key, known);
  return known;
}

/** The same from settings that no context says, such as another organisation. */
export function synthesiseSettings(settings: Settings): SynthesisedDesk {
  const { stacks, resources } = inNewApp({ builtinCloudFormationValidation: false }, (app, bundles) => {
    const built = buildDesk(app, settings, bundles);
    return { stacks: built, resources: resourcesOf(built) };
  });
  const ofType = (type: string) => resources.filter((resource) => resource.Type === type);
  return {
    settings,
    stacks,
    resources,
    ofType,
    one: (type, idPart) => {
      const [found, ...more] = ofType(type).filter(({ id }) => id.includes(idPart));
      if (found === undefined || more.length > 0) throw new Error(`not exactly one ${type} named ${idPart}`);
      return found;
    },
  };
}

function resourcesOf(stacks: DeskStacks): readonly Resource[] {
  return (Object.entries(stacks) as [keyof DeskStacks, Stack][]).flatMap(([stack, built]) => {
    const template = Template.fromStack(built).toJSON() as {
      Resources: Record<string, Omit<Resource, 'id' | 'stack'>>;
    };
    return Object.entries(template.Resources).map(([id, resource]) =>
      Object.assign(resource, { id, stack, Properties: resource.Properties ?? {} }),
    );
  });
}

/** A value of the template with its references written as text: `<DeskTable.Arn>/index/gsi1`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', ''] as const] = Object.entries(value);
  if (name === 'Ref') return `<${String(argument)}>`;
  if (name === 'Fn::GetAtt') return `<${(argument as string[]).join('.')}>`;
  if (name === 'Fn::Join') return textOf((argument as [string, unknown[]])[1]);
  if (name === 'Fn::ImportValue') return `<${textOf(argument)}>`;
  return JSON.stringify(value);
}

export interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}

export const actionsOf = (statement: Statement): readonly string[] => [statement.Action].flat() as readonly string[];
export const targetsOf = (statement: Statement): readonly string[] => [statement.Resource].flat().map(textOf);

/** Every statement of a role: those in it and those of policies attached to it. */
export function statementsOf(desk: SynthesisedDesk, role: Resource): readonly Statement[] {
  const inline = (role.Properties['Policies'] ?? []) as { PolicyDocument: { Statement: Statement[] } }[];
  const attached = desk
    .ofType('AWS::IAM::Policy')
    .filter((policy) => policy.stack === role.stack && textOf(policy.Properties['Roles']).includes(`<${role.id}>`));
  return [
    ...inline.flatMap((policy) => policy.PolicyDocument.Statement),
    ...attached.flatMap((policy) => policy.Properties['PolicyDocument'].Statement as Statement[]),
  ];
}

/** The role of a function. */
export function roleOf(desk: SynthesisedDesk, lambda: Resource): Resource {
  const [id] = lambda.Properties['Role']['Fn::GetAtt'] as [string];
  return desk.one('AWS::IAM::Role', id);
}

/** Logical ids of the functions start with these. */
export const FUNCTION_IDS = {
  'public-api': 'WebFunctionsPublicApiFunction',
  'manage-consents': 'WebFunctionsManageConsentsFunction',
  'subscriber-api': 'WebFunctionsSubscriberApiFunction',
  'collect-answer': 'WebFunctionsCollectAnswerFunction',
  'staff-desk': 'WebFunctionsStaffDeskFunction',
  'show-pages': 'WebFunctionsShowPagesFunction',
  'advance-case': 'WorkFunctionsAdvanceCaseFunction',
  'dispatch-outbox': 'DispatcherDispatchOutboxFunction',
  'record-mail-events': 'MailEventsRecordMailEventsFunction',
  'receive-mail': 'InboundMailReceiveMailFunction',
  sweep: 'WorkFunctionsSweepFunction',
} as const;
