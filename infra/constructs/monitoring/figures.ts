import { Duration } from 'aws-cdk-lib';
import type { GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface FiguresProps {
  /** The namespace of the metrics that are counted from the logs; nothing else in the account and Region may use it. */
  readonly namespace: string;
  readonly api: GraphqlApi;
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** The names of the providers of a federation. */
  readonly providers: readonly string[];
  /** Our own functions, by name. Each prints a line per call, see `resolvers/serve/log.ts`. */
  readonly functions: Readonly<Record<string, LambdaFunction>>;
  /** The triggers of the user pool, by name. What they print is up to their authors. */
  readonly triggers: Readonly<Record<string, LambdaFunction>>;
  /** The dimension of the metrics of the web ACL, if there is one. */
  readonly webAcl: string | null;
  readonly accountTable: Table | null;
}

const period = Duration.minutes(5);
/** An hour, since a site that sends few messages has few failures in five minutes, even if none is delivered. */
const deliveryPeriod = Duration.hours(1);

/**
 * What is worth watching, as metrics: AWS's own, and those counted from the log lines of our functions. A function
 * answers even if it is at fault (`INTERNAL`, `UNAVAILABLE`), so Lambda counts such a call as successful, and Lambda's
 * metric `Errors` alone would miss nearly all faults.
 */
export class Figures extends Construct {
  /** By name of a function: calls that crashed, timed out or were answered with a fault. */
  readonly errors: Readonly<Record<string, IMetric>>;
  readonly throttles: Readonly<Record<string, IMetric>>;
  /**
   * By name of one of our functions: the duration that 95% of its calls stay below. One figure for the whole API would
   * mostly show the language model.
   */
  readonly durations: Readonly<Record<string, IMetric>>;
  readonly requests: IMetric;
  readonly serverErrors: IMetric;
  readonly clientErrors: IMetric;
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99', IMetric>>;
  readonly signIns: Readonly<Record<'accepted' | 'refused', IMetric>>;
  /** Messages that could not be sent. */
  readonly deliveryFailures: IMetric;
  readonly cognito: readonly IMetric[];
  /**
   * Calls that Cognito throttled. `counted` is Cognito's own metric, which covers only some operations; `met` is ours,
   * which covers only calls of this API.
   */
  readonly cognitoThrottles: Readonly<Record<'counted' | 'met', IMetric>>;
  readonly webAcl: readonly IMetric[];
  /**
   * Calls of the account table that failed in DynamoDB, and those that it throttled; null if there is no such table.
   */
  readonly accountTable: Readonly<Record<'errors' | 'throttles', IMetric>> | null;

  constructor(
    scope: Construct,
    id: string,
    { namespace, api, pool, client, providers, functions, triggers, webAcl, accountTable }: FiguresProps,
  ) {
    super(scope, id);
    const countIn = (name: string, handlers: Readonly<Record<string, LambdaFunction>>, pattern: string): Metric => {
      for (const [owner, { logGroup }] of Object.entries(handlers)) {
        new MetricFilter(this, Object.keys(handlers).length === 1 ? name : `${name}${owner}`, {
          logGroup,
          filterPattern: FilterPattern.literal(pattern),
          // Without dimensions, which a filter with a default value may not have. The namespace belongs to this API
          // only.
          metricNamespace: namespace,
          metricName: name,
          defaultValue: 0,
        });
      }
      return new Metric({ namespace, metricName: name, period, statistic: 'Sum', label: name });
    };
    const count = (name: string, handler: LambdaFunction, pattern: string): Metric => countIn(name, { [name]: handler }, pattern);

    this.errors = {
      ...mapped(functions, (handler, name) => {
        const faults = count(`${name}Faults`, handler, '{ $.message.code = "INTERNAL" || $.message.code = "UNAVAILABLE" }');
        return new MathExpression({
          // The ids contain the name, since a graph shows several functions.
          expression: `FILL(crashes${name}, 0) + FILL(faults${name}, 0)`,
          usingMetrics: { [`crashes${name}`]: handler.metricErrors({ period }), [`faults${name}`]: faults },
          period,
          label: name,
        });
      }),
      ...mapped(withoutRefusers(triggers), (handler, name) => handler.metricErrors({ period, label: name })),
    };
    this.durations = mapped(functions, (handler, name) => handler.metricDuration({ period, statistic: 'p95', label: name }));
    this.throttles = mapped({ ...functions, ...triggers }, (handler, name) => handler.metricThrottles({ period, label: name }));

    const { User: user } = functions;
    if (user === undefined) throw new Error('There is no function that signs users in.');
    const step = '($.message.field = "login" || $.message.field = "respondToChallenge")';
    this.signIns = {
      accepted: count('SignInStepsAccepted', user, `{ ${step} && $.message.outcome = "ok" }`),
      refused: count(
        'SignInsRefused',
        user,
        `{ ${step} && ($.message.code = "INVALID_CREDENTIALS" || $.message.code = "CODE_MISMATCH") }`,
      ),
    };

    const callingCognito = Object.fromEntries(Object.entries(functions).filter(([name]) => name !== 'Gpt'));
    // The triggers of `examples/` print such a line too.
    this.deliveryFailures = countIn(
      'DeliveryFailures',
      { ...callingCognito, ...triggers },
      '{ $.message.code = "CODE_DELIVERY_FAILED" }',
    ).with({
      period: deliveryPeriod,
    });

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
    const { userPoolClientId } = client;
    const ofPool = (metricName: string, UserPoolClient = userPoolClientId): Metric =>
      new Metric({
        namespace: 'AWS/Cognito',
        metricName,
        dimensionsMap: { UserPool, UserPoolClient },
        period,
        statistic: 'Sum',
        label: UserPoolClient === admin ? `${metricName} (${admin})` : metricName,
      });
    const ofProviders = (metricName: string): Metric[] =>
      providers.map((IdentityProvider) =>
        ofPool(metricName).with({
          dimensionsMap: { UserPool, UserPoolClient: userPoolClientId, IdentityProvider },
          label: `${metricName} (${IdentityProvider})`,
        }),
      );
    const federations = ofProviders('FederationThrottles');
    const throttles = {
      signUps: ofPool('SignUpThrottles'),
      adminSignUps: ofPool('SignUpThrottles', admin),
      signIns: ofPool('SignInThrottles'),
      refreshes: ofPool('TokenRefreshThrottles'),
      // An alarm compares the sum of ten metrics at most. The quota of federations is that of the whole account, so the
      // other providers are throttled at the same time.
      ...Object.fromEntries(federations.slice(0, 6).map((metric, index) => [`federations${index}`, metric])),
    };
    this.cognito = [
      ofPool('SignUpSuccesses'),
      ofPool('SignUpSuccesses', admin),
      ofPool('SignInSuccesses'),
      ofPool('TokenRefreshSuccesses'),
      ...ofProviders('FederationSuccesses'),
      ...Object.values(throttles),
    ];
    this.cognitoThrottles = {
      counted: new MathExpression({
        expression: Object.keys(throttles)
          .map((name) => `FILL(${name}, 0)`)
          .join(' + '),
        usingMetrics: throttles,
        period,
        label: 'Throttled by Cognito',
      }),
      // Without an exception of Cognito's, it was a limit of our own: `resolvers/limits`.
      met: countIn('CognitoThrottles', callingCognito, '{ $.message.code = "TOO_MANY_REQUESTS" && $.message.cognito = "*" }'),
    };
    this.accountTable = accountTable && {
      errors: sumOf(
        'System errors',
        mapped(calledOfTable, (Operation) => ofTable(accountTable, 'SystemErrors', { Operation })),
      ),
      throttles: sumOf('Throttled', {
        reads: ofTable(accountTable, 'ReadThrottleEvents'),
        writes: ofTable(accountTable, 'WriteThrottleEvents'),
      }),
    };
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

/**
 * The app client under which Cognito reports the metrics of AdminCreateUser, which creates users with an invitation or
 * a temporary password.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/metrics-for-cognito-user-pools.html
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.limits.metrics
 */
const admin = 'Admin';

/** The DynamoDB operations that the functions call on the account table. DynamoDB counts each separately. */
const calledOfTable = {
  gets: 'GetItem',
  puts: 'PutItem',
  updates: 'UpdateItem',
  deletions: 'DeleteItem',
  queries: 'Query',
};

function ofTable({ tableName: TableName }: Table, metricName: string, dimensions: Readonly<Record<string, string>> = {}): Metric {
  const dimensionsMap = { TableName, ...dimensions };
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, period, statistic: 'Sum' });
}

/** DynamoDB has data for such a metric only in minutes in which there was something to count. */
function sumOf(label: string, usingMetrics: Readonly<Record<string, IMetric>>): MathExpression {
  const expression = `SUM([${Object.keys(usingMetrics).map((name) => `FILL(${name}, 0)`)}])`;
  return new MathExpression({ expression, usingMetrics, period, label });
}

function mapped<From, To>(record: Readonly<Record<string, From>>, change: (value: From, name: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** The triggers, except those that refuse somebody by failing, since that is not a fault. */
function withoutRefusers(triggers: FiguresProps['triggers']): FiguresProps['triggers'] {
  return Object.fromEntries(Object.entries(triggers).filter(([name]) => name !== 'PreSignUp' && name !== 'PreAuthentication'));
}
