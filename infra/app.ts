import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle-functions.ts';
import { buildDesk } from './desk-app.ts';
import { SettingsError } from './settings-error.ts';
import { contextNames, readSettings } from './settings.ts';

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

try {
  const app = new App();
  const context = Object.fromEntries(contextNames.map((name) => [name, app.node.tryGetContext(name)]));
  const settings = readSettings(context, process.env['CDK_DEFAULT_ACCOUNT']);
  const bundles = await bundleFunctions(
    { sources: folder('functions'), output: folder('build/functions') },
    settings.organisation,
  );
  buildDesk(app, settings, bundles);
  if (settings.stage === 'local') {
    // The engine checks templates itself, and what it cannot do is left out: no use in a start that takes twice as long.
    process.env['CDK_VALIDATION'] = 'false';
  } else {
    const { AwsSolutionsChecks } = await import('cdk-nag');
    // Before synthesis: afterwards references between stacks have other names than the accepted findings.
    const { violations } = new AwsSolutionsChecks().validateScope(app);
    if (violations.length > 0) throw new SettingsError(openFindings(violations));
  }
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** What keeps a stage from being deployed, a line each. */
function openFindings(
  violations: readonly {
    readonly ruleName: string;
    readonly description: string;
    readonly violatingResources: readonly { readonly constructPath?: string }[];
  }[],
): string {
  const lines = violations.flatMap(({ ruleName, description, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => `${ruleName} ${constructPath}: ${description}`),
  );
  return ['cdk-nag has findings that are not accepted in infra/nag-suppressions.ts:', ...lines].join('\n');
}
