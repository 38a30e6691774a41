import { Duration, Stack } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface LogMetricProps {
  readonly logGroup: ILogGroup;
  /** Log lines that hold one of these words count; codes are those of functions/runtime/log.ts. */
  readonly anyOf?: readonly string[];
  /** Log lines that hold all of these words count. */
  readonly allOf?: readonly string[];
  /** How long is counted together; five minutes unless told otherwise. */
  readonly period?: Duration;
}

/** Counts log lines by the words in them. */
export function logMetric(scope: Construct, id: string, props: LogMetricProps): IMetric {
  return new MetricFilter(scope, id, {
    logGroup: props.logGroup,
    metricNamespace: Stack.of(scope).stackName,
    metricName: id,
    metricValue: '1',
    filterPattern:
      props.allOf === undefined
        ? FilterPattern.anyTerm(...(props.anyOf ?? []))
        : FilterPattern.allTerms(...props.allOf),
  }).metric({ period: props.period ?? Duration.minutes(5), statistic: 'Sum' });
}
