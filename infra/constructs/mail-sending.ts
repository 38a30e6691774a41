import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { differencesOf } from '../local-differences.ts';
import { senderDomain, type Settings } from '../settings.ts';

/** How the desk's mails leave, and the right to send them as the organisation and nobody else. */
export class MailSending extends Construct {
  readonly configurationSet: string;
  readonly sendRights: PolicyStatement;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const set = new CfnConfigurationSet(this, 'Set', {
      // Links open cases: none crosses the internet unencrypted. A server that knows no TLS is a bounce, and that is seen.
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
      reputationOptions: { reputationMetricsEnabled: true },
      sendingOptions: { sendingEnabled: true },
    });
    // The account's suppression list would swallow a letter the law asks for, and nobody would know.
    set.addPropertyOverride('SuppressionOptions.SuppressedReasons', []);
    this.configurationSet = set.ref;
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) => stack.formatArn({ service: 'ses', resource, resourceName });
    const { organisation } = settings;
    this.sendRights = new PolicyStatement({
      // A message built here counts as raw, and sending it by SendEmail needs the right to both.
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      ...(differencesOf(settings).pinMailSender
        ? {
            resources: [arn('identity', senderDomain(organisation)), arn('configuration-set', set.ref)],
            conditions: { StringEquals: { 'ses:FromAddress': organisation.mailFrom.address } },
          }
        : { resources: ['*'] }),
    });
  }
}
