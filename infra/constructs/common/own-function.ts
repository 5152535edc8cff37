import { Duration, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../../settings/stage.ts';
import { logRetention } from './logs.ts';
import { removal } from './removal.ts';

export interface FunctionProps {
  readonly settings: Settings;
  /** Its name in the description of its role. */
  readonly name: string;
  /** The folder that holds its `index.js`. */
  readonly bundle: string;
  readonly description: string;
  /**
   * Seconds. Longer than the calls that it makes may take, and shorter than its caller waits: AppSync waits 30, Cognito
   * 5.
   * @see docs/aws-behaviour/appsync.md#appsync.limits.time
   */
  readonly timeoutSeconds: number;
  /** Concurrent calls that are reserved for it, which is also its limit. Default: it shares the account's. */
  readonly reservedConcurrency?: number | null;
  readonly environment: Readonly<Record<string, string>>;
  /** What it may do in AWS, besides writing its own log and traces. */
  readonly rights: readonly FunctionRight[];
}

export interface FunctionRight {
  readonly actions: readonly string[];
  readonly resource: string;
  /** By operator and key, as in an IAM policy. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A Lambda function with its own role and log group. */
export class OwnFunction extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, props: FunctionProps) {
    super(scope, id);
    const { settings } = props;
    const logGroup = new LogGroup(this, 'Log', {
      retention: logRetention(settings.retention.logDays),
      removalPolicy: removal(settings),
    });
    this.handler = new LambdaFunction(this, 'Handler', {
      description: props.description,
      // A fixed version, since NODEJS_LATEST can change with an upgrade of the CDK.
      // @see docs/aws-behaviour/lambda.md#lambda.runtime-pinned
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.bundle),
      memorySize: settings.functions.memoryMb,
      ...(props.reservedConcurrency && { reservedConcurrentExecutions: props.reservedConcurrency }),
      timeout: Duration.seconds(props.timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment: environment(props),
      logGroup,
      // @see docs/aws-behaviour/lambda.md#lambda.json-logs
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel[settings.functions.logLevel],
      role: this.role(props, logGroup),
    });
  }

  /** Replaces AWSLambdaBasicExecutionRole, which may write to every log group of the account. */
  private role({ name, rights }: FunctionProps, logGroup: LogGroup): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `The ${name} function`,
    });
    logGroup.grantWrite(role);
    for (const { actions, resource, conditions } of rights) {
      role.addToPolicy(
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: [...actions],
          resources: [resource],
          ...(conditions && { conditions }),
        }),
      );
    }
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources: its two actions require *.',
    });
    return role;
  }
}

function environment({ environment: own, settings }: FunctionProps): Record<string, string> {
  if (!settings.functions.sourceMaps) return { ...own };
  const options = [...(own['NODE_OPTIONS'] === undefined ? [] : [own['NODE_OPTIONS']]), '--enable-source-maps'];
  return { ...own, NODE_OPTIONS: options.join(' ') };
}
