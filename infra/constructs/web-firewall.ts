import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

const visibility = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples hold whole requests: addresses, and what people wrote.
  sampledRequestsEnabled: false,
});

/** A mail provider sends the one-click requests of all its readers from few addresses, and is never held up (RFC 8058). */
const elsewhere = {
  notStatement: {
    statement: {
      byteMatchStatement: {
        fieldToMatch: { uriPath: {} },
        positionalConstraint: 'CONTAINS',
        searchString: '/unsubscribe/',
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
  },
};

/** Rate and reputation rules only: rules that read the body would stop long letters. */
export class WebFirewall extends Construct {
  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const list = new CfnWebACL(this, 'Rules', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('all'),
      rules: [
        {
          name: 'rate',
          priority: 0,
          action: { block: {} },
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: 600,
              evaluationWindowSec: 300,
              scopeDownStatement: elsewhere,
            },
          },
          visibilityConfig: visibility('rate'),
        },
        {
          name: 'reputation',
          priority: 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: 'AWSManagedRulesAmazonIpReputationList',
              scopeDownStatement: elsewhere,
            },
          },
          visibilityConfig: visibility('reputation'),
        },
      ],
    });
    new CfnWebACLAssociation(this, 'BeforeApi', { resourceArn: stage.stageArn, webAclArn: list.attrArn });
  }
}
