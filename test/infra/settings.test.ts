import { describe, expect, it } from 'vitest';
import { readSettings } from '../../infra/settings.ts';
import { SettingsError } from '../../infra/settings-error.ts';

const account = '111111111111';
const production = { stage: 'production', account, alarmMail: 'alarms@example.org' };

describe('settings of a stage', () => {
  it.each([
    [{ stage: 'prod' }, 'Setting "stage" must be one of local, test, production.'],
    [{ stage: 'production' }, 'Stage production needs its AWS account said out loud: -c account=<12 digits>.'],
    [{ ...production, account: '12345' }, 'Setting "account" must be the 12 digits of an AWS account.'],
    [
      { ...production, account: '000000000000' },
      'Stage production needs its AWS account said out loud: -c account=<12 digits>.',
    ],
    [{ stage: 'production', account }, 'Stage production needs somebody to wake: -c alarmMail=<address>.'],
    [{ ...production, alarmMail: 'nobody' }, 'Setting "alarmMail" must be a mail address.'],
    [{ ...production, day: '10' }, 'Stage production lives in real time: leave out -c day.'],
    [
      { ...production, engine: 'http://127.0.0.1:4566' },
      'Stage production is deployed to AWS and knows no local engine: leave out -c engine.',
    ],
    [{ ...production, region: 'Ireland' }, 'Setting "region" must be an AWS region such as eu-west-1.'],
    [
      { ...production, rehearsalPrincipals: 'everybody' },
      'Setting "rehearsalPrincipals" must be ARNs of roles or users.',
    ],
    [{ stage: 'test' }, 'Stage test needs an AWS account: sign in to one, or give -c account=<12 digits>.'],
    [{ stage: 'local', account }, 'Stage local is this machine and has no AWS account: leave out -c account.'],
    [{ stage: 'local', day: 'short' }, 'Setting "day" must be "real" or a number of seconds from 0.1 to 86400.'],
    [{ stage: 'local', day: '0' }, 'Setting "day" must be "real" or a number of seconds from 0.1 to 86400.'],
    [
      { ...production, publicUrl: 'http://privacy.example.org' },
      'Setting "publicUrl" must be an address such as https://privacy.example.org.',
    ],
    [
      { ...production, rehearsalMailDomain: 'not a domain' },
      'Setting "rehearsalMailDomain" must be a mail domain such as rehearsal.example.org.',
    ],
    [
      { ...production, inboundMailDomain: 'privacy@example.org' },
      'Setting "inboundMailDomain" must be a mail domain such as desk.example.org.',
    ],
    [
      { ...production, requestsPerCallerAnHour: '1.5' },
      'Setting "requestsPerCallerAnHour" must be a whole number from 1.',
    ],
    [
      { ...production, newsletterPrincipals: 'mailer' },
      'Setting "newsletterPrincipals" must be ARNs of roles or users.',
    ],
    [
      { ...production, newsletterWebhook: 'http://newsletter.example.org' },
      'Setting "newsletterWebhook" must be an address such as https://newsletter.example.org/hooks.',
    ],
    [
      { ...production, newsletterWebhook: 'http://127.0.0.1:9000' },
      'Stage production calls the newsletter tool by https only: -c newsletterWebhook=https://...',
    ],
    [{ ...production, webFirewall: 'perhaps' }, 'Setting "webFirewall" must be true or false.'],
    [{ ...production, monthlyBudgetDollars: 'little' }, 'Setting "monthlyBudgetDollars" must be a number of dollars.'],
    [{ stage: 'local', engine: 'localhost' }, 'Setting "engine" must be an address such as http://127.0.0.1:4566.'],
  ])('refuses %j with one sentence', (context, sentence) => {
    expect(() => readSettings(context)).toThrow(new SettingsError(sentence));
  });

  it('takes the stage from the account behind the credentials when none is named', () => {
    expect(readSettings({}).stage).toBe('local');
    expect(readSettings({}, '000000000000').stage).toBe('local');
    expect(readSettings({}, account)).toMatchObject({ stage: 'test', account, region: 'eu-west-1' });
  });

  it('never takes the account of production from the credentials', () => {
    expect(() => readSettings({ stage: 'production' }, account)).toThrow(SettingsError);
  });

  it('keeps data and lives in real time on production only', () => {
    expect(readSettings(production)).toMatchObject({ keepData: true, caseDaySeconds: 'real', rehearsalPrincipals: [] });
    expect(readSettings({ stage: 'test', account, day: '20' })).toMatchObject({ keepData: false, caseDaySeconds: 20 });
    expect(readSettings({ stage: 'local' })).toMatchObject({ keepData: false, caseDaySeconds: 10 });
    expect(readSettings({ stage: 'local', day: 'real' })).toMatchObject({ caseDaySeconds: 'real' });
  });

  it('drops the slash at the end of addresses', () => {
    expect(readSettings({ ...production, publicUrl: 'https://privacy.example.org/' }).publicUrl).toBe(
      'https://privacy.example.org',
    );
  });

  it('receives mail where told, and on this machine at a subdomain of the sender', () => {
    expect(readSettings({}).inboundMailDomain).toBe('desk.cttelecom.nl');
    expect(readSettings(production).inboundMailDomain).toBeUndefined();
    expect(readSettings({ ...production, inboundMailDomain: 'Mail.Example.org' }).inboundMailDomain).toBe(
      'mail.example.org',
    );
  });

  it('lets nobody on production read the lists of subscribers unless named, and the account elsewhere', () => {
    const role = `arn:aws:iam::${account}:role/newsletter`;
    expect(readSettings(production).newsletterPrincipals).toEqual([]);
    expect(readSettings({ ...production, newsletterPrincipals: role }).newsletterPrincipals).toEqual([role]);
    expect(readSettings({ stage: 'test', account }).newsletterPrincipals).toBe('account');
    expect(readSettings({ stage: 'local' }).newsletterPrincipals).toBe('account');
  });

  it('calls no newsletter tool unless one is named, and by plain HTTP only on this machine', () => {
    expect(readSettings(production).newsletterWebhook).toBeUndefined();
    const newsletterWebhook = 'http://127.0.0.1:9000/hooks';
    expect(readSettings({ stage: 'local', newsletterWebhook }).newsletterWebhook).toBe(newsletterWebhook);
  });

  it('reads the names of who may rehearse from a list', () => {
    const [first, second] = [`arn:aws:iam::${account}:role/rehearse`, `arn:aws:iam::${account}:user/someone`];
    const named = { rehearsalPrincipals: `${first}, ${second}`, rehearsalMailDomain: 'rehearsal.example.org' };
    expect(readSettings({ ...production, ...named }).rehearsalPrincipals).toEqual([first, second]);
  });
});
