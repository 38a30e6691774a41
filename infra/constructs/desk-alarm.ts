import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface AlarmDefinition {
  /** Also the name of its page under docs/runbooks/. */
  readonly name: string;
  /** What it means for the people who wrote to the desk. */
  readonly impact: string;
  /** One alarm each, named after it: what counts together still rings apart. */
  readonly metrics: Readonly<Record<string, IMetric>>;
  /** Each rings at `atLeast` and above, or below `fewerThan`; silence of the metric is then an alarm too. */
  readonly rings: { readonly atLeast: number } | { readonly fewerThan: number };
  /** In a row, each of the metric's period; 1 unless told otherwise. */
  readonly periods?: number;
}

/** Alarms that say whom it hurts and where the page for it is. */
export class DeskAlarm extends Construct {
  constructor(scope: Construct, id: string, props: AlarmDefinition & { readonly topic: ITopic }) {
    super(scope, id);
    const { name, impact, rings } = props;
    const action = new SnsAction(props.topic);
    for (const [part, metric] of Object.entries(props.metrics)) {
      const alarm = new Alarm(this, part, {
        alarmName: `${Stack.of(this).stackName}-${name}-${part}`,
        alarmDescription: `${impact} Runbook: docs/runbooks/${name}.md`,
        metric,
        evaluationPeriods: props.periods ?? 1,
        ...thresholdOf(rings),
      });
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
  }
}

function thresholdOf(rings: AlarmDefinition['rings']) {
  return 'atLeast' in rings
    ? {
        threshold: rings.atLeast,
        comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }
    : {
        threshold: rings.fewerThan,
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
      };
}
