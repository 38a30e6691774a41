import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { buildDesk } from '../../infra/desk-app.ts';
import { acceptedFindings, acceptedWithoutFirewall } from '../../infra/nag-suppressions.ts';
import { readSettings } from '../../infra/settings.ts';
import { inNewApp, production } from './support/synthesised-desk.ts';

const accepted = [...acceptedFindings, ...acceptedWithoutFirewall];

/** Findings as rule and path, of a desk in which these findings are accepted. */
function findings(
  context: Readonly<Record<string, unknown>>,
  accept?: typeof accepted,
): readonly (readonly [string, string])[] {
  const { violations } = inNewApp({ builtinCloudFormationValidation: false }, (app, bundles) => {
    buildDesk(app, readSettings(context), bundles, accept);
    return new AwsSolutionsChecks().validateScope(app);
  });
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath = '' }) => [ruleName, constructPath] as const),
  );
}

describe('CloudFormation', () => {
  it('has nothing to say against the templates', () => {
    const report = inNewApp({ builtinCloudFormationValidation: true }, (app, bundles) => {
      buildDesk(app, readSettings(production), bundles);
      return JSON.parse(readFileSync(join(app.synth().directory, 'validation-report.json'), 'utf8')) as unknown;
    });
    expect(report).toMatchObject({ pluginReports: [] });
  });
});

describe('cdk-nag', () => {
  it.each([
    ['production', production],
    ['production behind the firewall', { ...production, webFirewall: 'true' }],
    ['test', { stage: 'test', account: '111111111111' }],
  ])('has no open findings: %s', (_stage, context) => {
    expect(findings(context)).toEqual([]);
  });

  it('would find something for each finding that is accepted, so none is accepted for nothing', () => {
    const open = findings(production, []);
    const needless = accepted.filter(
      ({ rule, resources }) =>
        !open.some(([found, path]) => found === rule && resources.test(path.slice(path.indexOf('/') + 1))),
    );
    expect(needless).toEqual([]);
  });

  it('is answered with a reason, in a sentence', () => {
    for (const { reason } of accepted) expect(reason).toMatch(/^.{40,}\.$/s);
  });
});
