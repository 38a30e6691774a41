import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
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
    Validations.of(app).addPlugins(new AwsSolutionsChecks());
  }
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
