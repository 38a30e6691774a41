import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';

/** What an account and region have once, whatever the number of stages: sender domains, API Gateway's log role. */
export class AccountStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly senderDomains: readonly string[] }) {
    super(scope, id, props);
    for (const domain of props.senderDomains) {
      const identity = new EmailIdentity(this, `Sender-${domain}`, { identity: Identity.domain(domain) });
      for (const [index, { name, value }] of identity.dkimRecords.entries()) {
        new CfnOutput(this, `Dkim-${domain}-${index + 1}`, { value: `${name} CNAME ${value}` });
      }
      identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    const logRole = new iam.Role(this, 'ApiLogRole', {
      assumedBy: new iam.ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    new CfnAccount(this, 'ApiAccount', { cloudWatchRoleArn: logRole.roleArn }).applyRemovalPolicy(
      RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    );
    logRole.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}
