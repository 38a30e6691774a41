import { describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { SettingsError } from '../../infra/settings-error.ts';
import { production, synthesiseDesk, textOf } from './support/synthesised-desk.ts';

describe('the organisation of a stage', () => {
  it('is CT Telecom unless another is named', () => {
    expect(readSettings({}).organisation.organisationId).toBe('ct-telecom');
    expect(readSettings({ organisation: 'harbour-energy' }).organisation.organisationId).toBe('harbour-energy');
  });

  it('is one that has a profile', () => {
    expect(() => readSettings({ organisation: 'nobody' })).toThrow(
      new SettingsError('Setting "organisation" must be one of ct-telecom, harbour-energy.'),
    );
  });

  it('brings its own mail domains', () => {
    const { senderDomains, inboundMailDomain } = readSettings({ organisation: 'harbour-energy' });
    expect(senderDomains).toEqual(['harbour-energy.example']);
    expect(inboundMailDomain).toBe('desk.harbour-energy.example');
  });
});

describe.each([
  ['local', { organisation: 'harbour-energy' }],
  ['production', { ...production, organisation: 'harbour-energy', inboundMailDomain: 'desk.harbour-energy.example' }],
])('the stacks of another organisation on stage %s', (_stage, context) => {
  const desk = synthesiseDesk(context);
  const { resources } = desk;
  const all = resources.map(({ Properties }) => JSON.stringify(Properties)).join('\n');

  it('send from its domain', () => {
    const identities = desk
      .ofType('AWS::SES::EmailIdentity')
      .map(({ Properties }) => textOf(Properties['EmailIdentity']));
    expect(identities).toEqual(['harbour-energy.example']);
  });

  it('hold nothing of the first', () => {
    expect(resources.length).toBeGreaterThan(100);
    expect(all).not.toMatch(/ct-?telecom|cttelecom|cleartalk/i);
  });
});
