import { type App, CliCredentialsStackSynthesizer, DefaultStackSynthesizer, Tags } from 'aws-cdk-lib';
import type { FunctionBundles } from './bundle-functions.ts';
import { differencesOf } from './local-differences.ts';
import { acceptedFindingsOf, acknowledgeFindings } from './nag-suppressions.ts';
import type { Settings } from './settings.ts';
import type { DeskStacks } from './desk-stacks.ts';
import { AccountStack } from './stacks/account-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { DeskStack } from './stacks/desk-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

/** Publishes with the credentials of whoever deploys. */
class CallersCredentials extends CliCredentialsStackSynthesizer {
  // Both are optional in one of the library's own types and undefined in another; there is no such role here.
  override get lookupRole(): string {
    return '';
  }

  override get cloudFormationExecutionRole(): string {
    return '';
  }

  override get bootstrapQualifier(): string {
    return super.bootstrapQualifier ?? DefaultStackSynthesizer.DEFAULT_QUALIFIER;
  }
}

/** Builds the stacks of one stage: what an account has once, and what each stage has to itself. */
export function buildDesk(
  app: App,
  settings: Settings,
  bundles: FunctionBundles,
  accepted = acceptedFindingsOf(settings),
): DeskStacks {
  const { stage, account, region, keepData } = settings;
  const common = () => ({
    env: { account, region },
    terminationProtection: keepData,
    ...(differencesOf(settings).bootstrapRoles ? {} : { synthesizer: new CallersCredentials() }),
  });
  const name = (part: string) => `PrivacyDesk-${stage}-${part}`;
  const accountStack = new AccountStack(app, 'PrivacyDesk-Account', {
    ...common(),
    // Shared by stages, so it must look the same whichever of them deploys it.
    terminationProtection: differencesOf(settings).bootstrapRoles,
    senderDomains: settings.senderDomains,
    tellDkimRecords: differencesOf(settings).dkimRecords,
    receivesMail: differencesOf(settings).receivesMail,
  });
  const data = new DataStack(app, name('Data'), { ...common(), settings });
  const desk = new DeskStack(app, name('Desk'), { ...common(), settings, data, bundles });
  const watch = new WatchStack(app, name('Watch'), { ...common(), settings, data, desk });
  // The stage of the API writes a log, which needs the account's role; its receipt rule is one of the account's set.
  desk.addStackDependency(accountStack);
  for (const stack of [data, desk, watch]) {
    Tags.of(stack).add('application', 'privacy-desk');
    Tags.of(stack).add('stage', stage);
  }
  const stacks = { account: accountStack, data, desk, watch };
  acknowledgeFindings(stacks, accepted);
  return stacks;
}
