import { Duration } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Settings } from '../settings/stage.ts';

export interface FiguresProps {
  readonly settings: Settings;
  readonly api: GraphqlApi;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** Our own functions, by name: each prints a line for a call, `resolvers/log.ts`. */
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** The triggers of the user pool, by name: whoever wrote them knows what they print. */
  readonly triggers: Readonly<Record<string, LambdaFunction>>;
  /** The dimension of the metrics of the web ACL, where there is one. */
  readonly webAcl: string | null;
}

const period = Duration.minutes(5);

/**
 * What is worth watching, as metrics: those that AWS keeps, and those that are counted from the lines of our own functions. A function answers for
 * its own faults (`INTERNAL`, `UNAVAILABLE`), so that Lambda takes such a call for a good one: its metric `Errors` alone would miss nearly all.
 */
export class Figures extends Construct {
  /** By the name of a function: calls that crashed, timed out or were answered with a fault. */
  readonly errors: Readonly<Record<string, IMetric>>;
  readonly throttles: Readonly<Record<string, IMetric>>;
  readonly requests: IMetric;
  readonly serverErrors: IMetric;
  readonly clientErrors: IMetric;
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99', IMetric>>;
  readonly signIns: Readonly<Record<'accepted' | 'refused', IMetric>>;
  readonly cognito: readonly IMetric[];
  readonly webAcl: readonly IMetric[];

  constructor(scope: Construct, id: string, { settings, api, pool, client, functions, triggers, webAcl }: FiguresProps) {
    super(scope, id);
    const namespace = settings.naming.stackName;
    const count = (name: string, handler: LambdaFunction, pattern: string): Metric =>
      // Without dimensions, which a filter with a default value may not have; the namespace is the stage's own.
      new MetricFilter(this, name, {
        logGroup: handler.logGroup,
        filterPattern: FilterPattern.literal(pattern),
        metricNamespace: namespace,
        metricName: name,
        defaultValue: 0,
      }).metric({ period, statistic: 'Sum', label: name });

    this.errors = {
      ...mapped(functions, (handler, name) => {
        const faults = count(`${name}Faults`, handler, '{ $.code = "INTERNAL" || $.code = "UNAVAILABLE" }');
        return new MathExpression({
          // Named apart, as a graph shows several.
          expression: `FILL(crashes${name}, 0) + FILL(faults${name}, 0)`,
          usingMetrics: { [`crashes${name}`]: handler.metricErrors({ period }), [`faults${name}`]: faults },
          period,
          label: name,
        });
      }),
      ...mapped(withoutRefusers(triggers), (handler, name) => handler.metricErrors({ period, label: name })),
    };
    this.throttles = mapped({ ...functions, ...triggers }, (handler, name) => handler.metricThrottles({ period, label: name }));

    const { User: user } = functions;
    if (user === undefined) throw new Error('There is no function that signs users in.');
    const step = '($.field = "login" || $.field = "respondToChallenge")';
    this.signIns = {
      accepted: count('SignInStepsAccepted', user, `{ ${step} && $.outcome = "ok" }`),
      refused: count('SignInsRefused', user, `{ ${step} && ($.code = "INVALID_CREDENTIALS" || $.code = "CODE_MISMATCH") }`),
    };

    const ofApi = (metricName: string, statistic: string): Metric =>
      new Metric({
        namespace: 'AWS/AppSync',
        metricName,
        dimensionsMap: { GraphQLAPIId: api.apiId },
        period,
        statistic,
        label: statistic === 'Sum' ? metricName : statistic,
      });
    this.requests = ofApi('Requests', 'Sum');
    this.serverErrors = ofApi('5XXError', 'Sum');
    this.clientErrors = ofApi('4XXError', 'Sum');
    this.latency = { p50: ofApi('Latency', 'p50'), p95: ofApi('Latency', 'p95'), p99: ofApi('Latency', 'p99') };

    const { userPoolId: UserPool } = pool;
    const { userPoolClientId: UserPoolClient } = client;
    this.cognito = ['SignUpSuccesses', 'SignInSuccesses', 'TokenRefreshSuccesses', 'SignUpThrottles', 'SignInThrottles'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/Cognito',
          metricName,
          dimensionsMap: { UserPool, UserPoolClient },
          period,
          statistic: 'Sum',
          label: metricName,
        }),
    );
    this.webAcl =
      webAcl === null
        ? []
        : ['AllowedRequests', 'BlockedRequests', 'CountedRequests'].map(
            (metricName) =>
              new Metric({
                namespace: 'AWS/WAFV2',
                metricName,
                dimensionsMap: { WebACL: webAcl, Region: api.stack.region, Rule: 'ALL' },
                period,
                statistic: 'Sum',
                label: metricName,
              }),
          );
  }
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From, name: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** The triggers but those that refuse somebody by failing, which is no fault of theirs. */
function withoutRefusers(triggers: FiguresProps['triggers']): FiguresProps['triggers'] {
  return Object.fromEntries(Object.entries(triggers).filter(([name]) => name !== 'PreSignUp' && name !== 'PreAuthentication'));
}
