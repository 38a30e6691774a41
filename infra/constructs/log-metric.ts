import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface LogMetricProps {
  readonly function: LambdaFunction;
  /** Codes of the log lines that count, as in functions/runtime/log.ts. */
  readonly codes: readonly string[];
}

/** Counts the log lines with one of these codes, per five minutes. */
export function logMetric(scope: Construct, id: string, props: LogMetricProps): IMetric {
  return new MetricFilter(scope, id, {
    logGroup: props.function.logGroup,
    metricNamespace: Stack.of(scope).stackName,
    metricName: id,
    metricValue: '1',
    filterPattern: FilterPattern.anyTerm(...props.codes),
  }).metric({ period: Duration.minutes(5), statistic: 'Sum' });
}
