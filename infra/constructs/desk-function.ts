import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { Settings } from '../settings.ts';
import { deskLogGroup } from './desk-log-group.ts';

type EnvSchema = z.ZodType<unknown, Readonly<Record<string, string>>>;

export interface DeskFunctionProps<Env extends EnvSchema> {
  readonly settings: Settings;
  /** Folder with `index.mjs`. */
  readonly bundle: string;
  /** The function's own schema of its whole environment: a missing or misspelt variable does not compile. */
  readonly env: Env;
  readonly environment: z.input<Env>;
  /** All the function may do, besides writing to its own log group. */
  readonly rights: readonly iam.PolicyStatement[];
  /** CPU comes with memory: what people wait for gets 1,024, the rest 512. */
  readonly memoryMegabytes: 512 | 1024;
  readonly timeoutSeconds: number;
  /** Keeps published versions when a newer one comes, so that an alias can be put back to them. */
  readonly keepVersions?: boolean;
}

/** A function of the desk: its own role with exactly the rights named, its own log group, JSON logs. */
export class DeskFunction<Env extends EnvSchema> extends Construct {
  readonly function: lambda.Function;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: DeskFunctionProps<Env>) {
    super(scope, id);
    const { settings } = props;
    this.logGroup = deskLogGroup(this, 'Logs', settings);
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        work: new iam.PolicyDocument({
          statements: [
            new iam.PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [this.logGroup.logGroupArn],
            }),
            ...props.rights,
          ],
        }),
      },
    });
    this.function = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(props.bundle),
      role,
      memorySize: props.memoryMegabytes,
      timeout: Duration.seconds(props.timeoutSeconds),
      // `__proto__` in a parsed body must not reach any prototype.
      environment: { ...props.environment, NODE_OPTIONS: '--disable-proto=delete' },
      logGroup: this.logGroup,
      ...(props.keepVersions === true && { currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN } }),
      loggingFormat: lambda.LoggingFormat.JSON,
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
    });
  }
}
