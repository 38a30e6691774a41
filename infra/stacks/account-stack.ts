import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnReceiptRuleSet, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { RECEIPT_RULE_SET } from '../receipt-rule.ts';

export interface AccountStackProps extends StackProps {
  readonly senderDomains: readonly string[];
  /** Whether the outputs name what to publish in DNS for each domain. */
  readonly tellDkimRecords: boolean;
  /** Whether SES receives mail here. */
  readonly receivesMail: boolean;
}

/**
 * What an account and region have once, whatever the number of stages: sender domains, the set of the rules by which mail
 * is received, API Gateway's log role.
 */
export class AccountStack extends Stack {
  constructor(scope: Construct, id: string, props: AccountStackProps) {
    super(scope, id, props);
    for (const domain of props.senderDomains) {
      const identity = new EmailIdentity(this, `Sender-${domain}`, { identity: Identity.domain(domain) });
      const records = props.tellDkimRecords ? identity.dkimRecords : [];
      for (const [index, { name, value }] of records.entries()) {
        new CfnOutput(this, `Dkim-${domain}-${index + 1}`, { value: `${name} CNAME ${value}` });
      }
      identity.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
    }
    if (props.receivesMail) {
      // Empty until the stages put their rules in, and without effect until somebody makes it the active one.
      new CfnReceiptRuleSet(this, 'ReceiptRules', { ruleSetName: RECEIPT_RULE_SET }).applyRemovalPolicy(
        RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      );
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
