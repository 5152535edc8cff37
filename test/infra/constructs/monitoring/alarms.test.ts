import { describe, expect, test } from 'vitest';
import { named, only, resources, type Template } from '../../../../infra/template/template.ts';
import { devWith } from '../../../support/infra/everything.ts';
import { code, stackOf, templateOf } from '../../../support/infra/stack.ts';

const dev = templateOf(devWith({}));
const template = templateOf(
  devWith({
    monitoring: {
      alarms: {
        emails: ['ops@example.com', 'cto@example.com'],
        functionErrors: 4,
        latencyMs: 900,
        gptLatencyMs: 9000,
        deliveryFailures: 2,
        signInFailures: 70,
      },
    },
  }),
);
const alarm = (name: string, from: Template = template) =>
  named(from, 'AWS::CloudWatch::Alarm', `AuthSurroundingsAlarms${name}`).Properties;
const own = expect.stringMatching(/^CognitoGraphqlDev-Auth-\w+$/);
/** JSON of CloudFormation's own shape. */
type Json = ReturnType<typeof JSON.parse>;
const topicId = resources(template, 'AWS::SNS::Topic')[0]?.[0];

describe('without alarms and dashboard', () => {
  test('there are no resources of CloudWatch, SNS and KMS', () => {
    const types = new Set(Object.values(dev.Resources).map(({ Type }) => Type));
    for (const type of [
      'AWS::CloudWatch::Alarm',
      'AWS::CloudWatch::Dashboard',
      'AWS::Logs::MetricFilter',
      'AWS::SNS::Topic',
      'AWS::KMS::Key',
    ]) {
      expect(types).not.toContain(type);
    }
  });
});

describe('the alarms', () => {
  test.each(['User', 'Account', 'Recovery', 'SignUp', 'Admin', 'Gpt'])(
    'on %s count crashes and the faults that it answers for',
    (name) => {
      const { Metrics, Threshold } = alarm(`${name}Errors`);
      expect(Threshold).toBe(4);
      expect(Metrics[0].Expression).toBe(`FILL(crashes${name}, 0) + FILL(faults${name}, 0)`);
      expect(
        Metrics.slice(1).map(({ Id, MetricStat }: { Id: string; MetricStat: { Metric: object } }) => [Id, MetricStat.Metric]),
      ).toEqual([
        [`crashes${name}`, expect.objectContaining({ Namespace: 'AWS/Lambda', MetricName: 'Errors' })],
        [`faults${name}`, { Namespace: own, MetricName: `${name}Faults` }],
      ]);
      expect(alarm(`${name}Throttles`)).toMatchObject({
        Threshold: 4,
        Metrics: [{ MetricStat: { Metric: { MetricName: 'Throttles' } } }],
      });
    },
  );

  test('on AppSync count its own errors', () => {
    const Dimensions = [{ Name: 'GraphQLAPIId', Value: { 'Fn::GetAtt': ['AuthGraphqlApiE2AB0265', 'ApiId'] } }];
    const metric = (name: string) => ({ Namespace: 'AWS/AppSync', MetricName: name, Dimensions });
    expect(alarm('ServerErrors')).toMatchObject({
      Threshold: 4,
      EvaluationPeriods: 1,
      Metrics: [{ MetricStat: { Metric: metric('5XXError'), Stat: 'Sum', Period: 300 } }],
    });
  });

  test.each([
    ['User', 900],
    ['Account', 900],
    ['Recovery', 900],
    ['SignUp', 900],
    ['Gpt', 9000],
  ])('on %s look at its slowest call but one in twenty for a quarter of an hour', (name, Threshold) => {
    const Dimensions = [{ Name: 'FunctionName', Value: { Ref: expect.stringContaining(`Auth${name}Function`) } }];
    expect(alarm(`${name}Latency`)).toMatchObject({
      Threshold,
      EvaluationPeriods: 3,
      Metrics: [
        { MetricStat: { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Duration', Dimensions }, Stat: 'p95', Period: 300 } },
      ],
    });
  });

  test('do not watch the latency of the whole API, since the language model dominates it', () => {
    expect(JSON.stringify(resources(template, 'AWS::CloudWatch::Alarm'))).not.toContain('"MetricName":"Latency"');
  });

  test('on messages that cannot be sent look at an hour', () => {
    expect(alarm('DeliveryFailures')).toMatchObject({
      Threshold: 2,
      Metrics: [{ MetricStat: { Metric: { Namespace: own, MetricName: 'DeliveryFailures' }, Stat: 'Sum', Period: 3600 } }],
    });
  });

  test("on Cognito's throttling look at every kind that it counts, those of AdminCreateUser too, and at every call of ours", () => {
    const { Metrics, Threshold } = alarm('CognitoThrottles');
    expect(Threshold).toBe(4);
    expect(Metrics[0].Expression).toBe('FILL(signUps, 0) + FILL(adminSignUps, 0) + FILL(signIns, 0) + FILL(refreshes, 0)');
    const counted = Metrics.slice(1).map(({ MetricStat: { Metric } }: { MetricStat: { Metric: Json } }) => [
      Metric.MetricName,
      Metric.Dimensions.find(({ Name }: { Name: string }) => Name === 'UserPoolClient').Value,
    ]);
    const client = { Ref: expect.stringMatching(/^AuthUsers.*Client/) };
    expect(counted).toEqual([
      ['SignUpThrottles', client],
      ['SignUpThrottles', 'Admin'],
      ['SignInThrottles', client],
      ['TokenRefreshThrottles', client],
    ]);
    expect(alarm('ThrottledByCognito')).toMatchObject({
      Threshold: 4,
      Metrics: [{ MetricStat: { Metric: { Namespace: own, MetricName: 'CognitoThrottles' }, Stat: 'Sum' } }],
    });
  });

  test('on that throttling look at each provider of a federation too, up to the ten figures that an alarm can add up', () => {
    const oidc = ['Aa1', 'Bb2', 'Cc3', 'Dd4', 'Ee5', 'Ff6', 'Gg7'].map((name) => ({
      name,
      issuer: 'https://login.acme.example',
      clientId: 'one',
      clientSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:login-AbCdEf',
    }));
    const federation = { callbackUrls: ['https://acme.example/'], providers: { oidc } };
    const federated = templateOf(devWith({ federation, monitoring: { alarms: { emails: ['ops@example.com'] } } }));
    const { Metrics } = alarm('CognitoThrottles', federated);
    const of = Metrics.slice(1).flatMap(({ MetricStat: { Metric } }: { MetricStat: { Metric: Json } }) =>
      Metric.Dimensions.flatMap(({ Name, Value }: Json) =>
        Name === 'IdentityProvider' ? [`${Metric.MetricName} ${Value}`] : [],
      ),
    );
    expect(of).toEqual(['Aa1', 'Bb2', 'Cc3', 'Dd4', 'Ee5', 'Ff6'].map((name) => `FederationThrottles ${name}`));
    expect(Metrics).toHaveLength(1 + 10);
  });

  test('on the account table count what DynamoDB fails and throttles, where there is such a table', () => {
    const { Metrics: failed, Threshold } = alarm('AccountTableErrors');
    expect(Threshold).toBe(4);
    expect(failed[0].Expression).toBe('SUM([FILL(gets, 0),FILL(puts, 0),FILL(updates, 0),FILL(deletions, 0),FILL(queries, 0)])');
    const TableName = { Ref: resources(template, 'AWS::DynamoDB::Table').find(([id]) => id.includes('AccountTable'))?.[0] };
    const ofOperation = (Value: string) => ({
      Namespace: 'AWS/DynamoDB',
      MetricName: 'SystemErrors',
      Dimensions: [
        { Name: 'Operation', Value },
        { Name: 'TableName', Value: TableName },
      ],
    });
    const metrics = (all: Json[]) => all.slice(1).map(({ MetricStat: { Metric } }) => Metric);
    expect(metrics(failed)).toEqual(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'].map(ofOperation));
    const { Metrics: throttled } = alarm('AccountTableThrottles');
    expect(throttled[0].Expression).toBe('SUM([FILL(reads, 0),FILL(writes, 0)])');
    expect(metrics(throttled)).toEqual(
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((MetricName) => ({
        Namespace: 'AWS/DynamoDB',
        MetricName,
        Dimensions: [{ Name: 'TableName', Value: TableName }],
      })),
    );
    const without = templateOf(
      devWith({
        monitoring: { alarms: { emails: ['ops@example.com'] } },
        activity: null,
        mfa: { recoveryCodes: false },
        protection: { messageLimits: null, attemptLimits: null },
        gpt: null,
      }),
    );
    expect(resources(without, 'AWS::CloudWatch::Alarm')).toHaveLength(20);
  });

  test('watch every operation of the account table that a function may call', () => {
    const [tableId = ''] = resources(template, 'AWS::DynamoDB::Table').find(([id]) => id.includes('AccountTable')) ?? [];
    const allowed = resources(template, 'AWS::IAM::Policy')
      .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
      .filter(({ Resource }: Json) => JSON.stringify(Resource).includes(tableId))
      .flatMap(({ Action }: Json) => Action)
      .map((action: string) => action.replace('dynamodb:', ''));
    const watched = alarm('AccountTableErrors')
      ['Metrics'].slice(1)
      .map(({ MetricStat: { Metric } }: Json) => Metric.Dimensions[0].Value);
    expect(new Set(watched)).toEqual(new Set(allowed));
  });

  test('on refused sign-ins', () => {
    expect(alarm('SignInsRefused')).toMatchObject({
      Threshold: 70,
      Metrics: [{ MetricStat: { Metric: { Namespace: own, MetricName: 'SignInsRefused' }, Stat: 'Sum' } }],
    });
  });

  test('do not start without calls, and notify the topic when they start and when they end', () => {
    const alarms = resources(template, 'AWS::CloudWatch::Alarm');
    expect(alarms).toHaveLength(25);
    for (const [, { Properties }] of alarms) {
      expect(Properties).toMatchObject({
        TreatMissingData: 'notBreaching',
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        AlarmActions: [{ Ref: topicId }],
        OKActions: [{ Ref: topicId }],
      });
      expect(Properties).not.toHaveProperty('AlarmName');
    }
  });

  test('watch the triggers too, where there are any', () => {
    const trigger = { entry: 'triggers/own.ts' };
    const settings = devWith({
      monitoring: { alarms: { emails: ['ops@example.com'] } },
      triggers: { postConfirmation: trigger },
    });
    const { stack } = stackOf(settings, new Date(), { ...code, triggers: { postConfirmation: code.functions.user } });
    const watched = stack.node.findAll().map(({ node }) => node.path);
    expect(watched).toContainEqual(expect.stringMatching(/\/Alarms\/PostConfirmationErrors$/));
    expect(watched).toContainEqual(expect.stringMatching(/\/Alarms\/PostConfirmationThrottles$/));
  });
});

describe('the topic', () => {
  test('accepts messages only over TLS, encrypted with a key that CloudWatch may use', () => {
    const [keyId] = resources(template, 'AWS::KMS::Key').map(([id]) => id);
    expect(only(template, 'AWS::SNS::Topic').Properties['KmsMasterKeyId']).toEqual({ 'Fn::GetAtt': [keyId, 'Arn'] });
    const { KeyPolicy, EnableKeyRotation } = only(template, 'AWS::KMS::Key').Properties;
    expect(EnableKeyRotation).toBe(true);
    expect(KeyPolicy.Statement).toContainEqual({
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: '*',
    });
    expect(only(template, 'AWS::SNS::TopicPolicy').Properties['PolicyDocument'].Statement).toMatchObject([
      { Effect: 'Deny', Action: 'sns:Publish', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('has the addresses, each of which is itself whatever its place', () => {
    const subscriptions = (emails: string[]) =>
      Object.fromEntries(resources(templateOf(devWith({ monitoring: { alarms: { emails } } })), 'AWS::SNS::Subscription'));
    const both = subscriptions(['ops@example.com', 'cto@example.com']);
    expect(Object.values(both).map(({ Properties }) => [Properties['Protocol'], Properties['Endpoint']])).toEqual([
      ['email', 'ops@example.com'],
      ['email', 'cto@example.com'],
    ]);
    const [[id, one] = ['', null]] = Object.entries(subscriptions(['cto@example.com']));
    expect(both[id]).toEqual(one);
  });

  test('may be an existing one; then neither a topic nor a key is created', () => {
    const topicArn = 'arn:aws:sns:eu-central-1:123456789012:oncall';
    const given = templateOf(devWith({ monitoring: { alarms: { topicArn } } }));
    expect(resources(given, 'AWS::SNS::Topic')).toEqual([]);
    expect(resources(given, 'AWS::KMS::Key')).toEqual([]);
    expect(alarm('ServerErrors', given)['AlarmActions']).toEqual([topicArn]);
  });
});

describe('the dashboard', () => {
  test('shows the figures, under a name of its own', () => {
    const shown = templateOf(devWith({ monitoring: { dashboard: true }, protection: { webAcl: {} } }));
    const { Properties } = only(shown, 'AWS::CloudWatch::Dashboard');
    expect(Properties).not.toHaveProperty('DashboardName');
    const parts: unknown[] = Properties['DashboardBody']['Fn::Join'][1];
    const { widgets } = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));
    expect(widgets.map(({ properties }: { properties: { title: string } }) => properties.title)).toEqual([
      'Requests',
      'Latency',
      'Steps of a sign-in',
      'Cognito',
      'Duration of functions (p95)',
      'Messages that could not be sent',
      'Errors of functions',
      'Throttled calls of functions',
      'Account table',
      'Web ACL',
    ]);
    expect(resources(shown, 'AWS::CloudWatch::Alarm')).toEqual([]);
  });

  test('shows no web ACL if there is none', () => {
    const shown = templateOf(devWith({ monitoring: { dashboard: true } }));
    expect(JSON.stringify(only(shown, 'AWS::CloudWatch::Dashboard').Properties)).not.toContain('WAFV2');
  });
});
