import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { DeskAlarm } from '../constructs/desk-alarm.ts';
import { differencesOf } from '../local-differences.ts';
import type { Settings } from '../settings.ts';
import { alarmsOf } from './watch-alarms.ts';
import type { DataStack } from './data-stack.ts';
import type { DeskStack } from './desk-stack.ts';

export interface WatchStackProps extends StackProps {
  readonly settings: Settings;
  readonly data: DataStack;
  readonly desk: DeskStack;
}

/** Tells a person when the desk cannot keep its promise by itself. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { settings, data, desk } = props;
    const differences = differencesOf(settings);
    const topic = new Topic(this, 'Alarms', {
      displayName: `privacy-desk ${settings.stage}`,
      masterKey: data.key,
      enforceSSL: differences.refusePlainHttp,
    });
    // A topic with a policy of its own no longer lets the account's alarms publish by default.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (settings.alarmMail !== undefined) topic.addSubscription(new EmailSubscription(settings.alarmMail));

    for (const alarm of alarmsOf(this, desk)) new DeskAlarm(this, alarm.name, { ...alarm, topic });

    const { alarmMail } = settings;
    if (differences.budget && settings.monthlyBudgetDollars !== undefined && alarmMail !== undefined) {
      new CfnBudget(this, 'Budget', {
        budget: {
          budgetType: 'COST',
          timeUnit: 'MONTHLY',
          budgetLimit: { amount: settings.monthlyBudgetDollars, unit: 'USD' },
        },
        // A forecast takes weeks of history; until then the money spent has to do.
        notificationsWithSubscribers: ['FORECASTED', 'ACTUAL'].map((notificationType) => ({
          notification: {
            notificationType,
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
            thresholdType: 'PERCENTAGE',
          },
          subscribers: [{ subscriptionType: 'EMAIL', address: alarmMail }],
        })),
      });
    }
  }
}
