import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { App, Stack } from 'aws-cdk-lib';
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CognitoGraphqlApi } from '../../../../infra/constructs/cognito-graphql-api.ts';
import { resources } from '../../../../infra/template/template.ts';
import { type Runtime, startRuntime } from '../../../../local/runtime.ts';
import { createCaller } from '../../../support/caller.ts';
import { devWith } from '../../../support/infra/everything.ts';
import { takes } from '../../../support/infra/filter-pattern.ts';
import { code, context, templateOf } from '../../../support/infra/stack.ts';
import { exception, stubWire } from '../../../support/resolvers/stub-wire.ts';

const template = templateOf(devWith({ monitoring: { alarms: { emails: ['ops@example.com'] } } }));
const filters = resources(template, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => Properties);
const patternOf = (metric: string): string =>
  filters.find(({ MetricTransformations: [{ MetricName }] }) => MetricName === metric)?.['FilterPattern'];

/** What the deployed code prints, run by the local runtime: one line for each call. */
const printed: string[] = [];
let runtime: Runtime;

/** JSON of the API's own shape. */
type Json = ReturnType<typeof JSON.parse>;

async function send(query: string, input: object): Promise<{ readonly answer: Json; readonly line: string }> {
  const before = printed.length;
  const { GraphQLUrl, ApiKey } = runtime.outputs;
  const response = await fetch(GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': ApiKey },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const lines = printed.slice(before);
  expect(lines).toHaveLength(1);
  return { answer: await response.json(), line: lines[0] ?? '' };
}

const login =
  'mutation ($input: LoginInput!) { login(input: $input) { __typename ... on EmailOtpChallenge { name username session } } }';
const respond = 'mutation ($input: RespondToChallengeInput!) { respondToChallenge(input: $input) { __typename } }';
const forgot = 'mutation ($input: ConfirmForgotPasswordInput!) { confirmForgotPassword(input: $input) }';
const password = 'Passw0rd! is right';

beforeAll(async () => {
  const assembly = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'cdk.out');
  // The local runtime puts the name of the function before what it prints.
  const log = (line: string) => void printed.push(line.slice(line.indexOf(' ') + 1));
  runtime = await startRuntime({ assembly, dataDir: ':memory:', port: 0, cognitoPort: 0, log });
  const { Region, CognitoEndpoint, UserPoolId } = runtime.outputs;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProvider({ region: Region, endpoint: CognitoEndpoint, credentials });
  const UserAttributes = [
    { Name: 'email', Value: 'ada@example.com' },
    { Name: 'email_verified', Value: 'true' },
  ];
  await cognito.adminCreateUser({ UserPoolId, Username: 'ada', UserAttributes, MessageAction: 'SUPPRESS' });
  await cognito.adminSetUserPassword({ UserPoolId, Username: 'ada', Password: password, Permanent: true });
});
afterAll(() => runtime?.close());

describe('the count of refused sign-ins, over the very lines that the function prints', () => {
  const refused = (line: string) => takes(patternOf('SignInsRefused'), line);
  const accepted = (line: string) => takes(patternOf('SignInStepsAccepted'), line);

  test('takes a wrong password, and an unknown user', async () => {
    for (const username of ['ada', 'nobody']) {
      const { answer, line } = await send(login, { username, password: 'Passw0rd! is wrong' });
      expect(answer.errors[0].errorType).toBe('INVALID_CREDENTIALS');
      expect({ refused: refused(line), accepted: accepted(line) }).toEqual({ refused: true, accepted: false });
    }
  });

  test('takes a wrong code', async () => {
    const begun = await send(login, { username: 'ada', flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' });
    const { name, username, session } = begun.answer.data.login;
    expect({ name, refused: refused(begun.line), accepted: accepted(begun.line) }).toEqual({
      name: 'EMAIL_OTP',
      refused: false,
      accepted: true,
    });
    const sent = /\d{6,8}/.exec(runtime.inbox.messages({ to: 'ada@example.com' })[0]?.body ?? '')?.[0] ?? '';
    const code = sent.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
    const { answer, line } = await send(respond, { name, username, session, code });
    expect(answer.errors[0].errorType).toBe('CODE_MISMATCH');
    expect(refused(line)).toBe(true);
  });

  test('ignores a successful sign-in, an invalid input, and another field with a wrong code', async () => {
    const { answer, line } = await send(login, { username: 'ada', password });
    expect(answer.data.login.__typename).toBe('Tokens');
    expect({ refused: refused(line), accepted: accepted(line) }).toEqual({ refused: false, accepted: true });
    const invalid = await send(respond, { name: 'EMAIL_OTP', username: 'ada', session: 'x'.repeat(40) });
    expect(invalid.answer.errors[0].errorType).toBe('INVALID_INPUT');
    expect(refused(invalid.line) || accepted(invalid.line)).toBe(false);
    const other = await send(forgot, { username: 'ada', code: '000000', password });
    expect(other.answer.errors).toHaveLength(1);
    expect(refused(other.line) || accepted(other.line)).toBe(false);
  });
});

describe('the count of faults', () => {
  test.each([
    ['a fault that nobody foresaw', exception('BrandNewException', 'x'), 'INTERNAL', true],
    ['a Cognito that fails', exception('InternalErrorException', 'x', 500), 'UNAVAILABLE', true],
    ['a wrong password', exception('NotAuthorizedException', 'Incorrect username or password.'), 'INVALID_CREDENTIALS', false],
  ])('%s', async (_, thrown, code, counts) => {
    const { call, lines } = createCaller({ cognito: stubWire(thrown).handle });
    const answer = await call('login', { input: { username: 'ada', password } as never });
    expect(answer).toMatchObject({ error: { code } });
    expect(lines).toHaveLength(1);
    for (const name of ['User', 'Account', 'Recovery', 'SignUp', 'Gpt'])
      expect(takes(patternOf(`${name}Faults`), lines[0] ?? '')).toBe(counts);
  });
});

describe('what can be counted of messages and of limits', () => {
  test.each([
    ['a message that cannot go out', exception('CodeDeliveryFailureException', 'x'), 'DeliveryFailures'],
    [
      "the day's last mail",
      exception('LimitExceededException', 'Exceeded daily email limit for the operation or the account.'),
      'DeliveryFailures',
    ],
    ['a role that may not send', exception('InvalidSmsRoleAccessPolicyException', 'x'), 'DeliveryFailures'],
    ['a call that is throttled', exception('TooManyRequestsException', 'Rate exceeded'), 'CognitoThrottles'],
    ['a wrong password', exception('NotAuthorizedException', 'Incorrect username or password.'), 'SignInsRefused'],
    ["a user's own limit", exception('LimitExceededException', 'Attempt limit exceeded, please try after some time.'), null],
  ])('%s', async (_, thrown, metric) => {
    const { call, lines } = createCaller({ cognito: stubWire(thrown).handle });
    expect(await call('login', { input: { username: 'ada', password } as never })).toHaveProperty('error');
    // The SDK tries a throttled call once more; it is one call of ours.
    expect(lines).toHaveLength(1);
    const metrics = ['DeliveryFailures', 'CognitoThrottles', 'SignInsRefused'];
    expect(metrics.filter((name) => takes(patternOf(name), lines[0] ?? ''))).toEqual(metric === null ? [] : [metric]);
  });

  test('is counted in the triggers too, which print such a line', () => {
    const onboarding = { entry: 'examples/triggers/onboarding/post-confirmation.lambda.ts' };
    const settings = devWith({ monitoring: { dashboard: true }, triggers: { postConfirmation: onboarding } });
    const logs = resources(templateOf(settings), 'AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      Properties['MetricTransformations'][0].MetricName === 'DeliveryFailures' ? [Properties['LogGroupName'].Ref] : [],
    );
    expect(logs).toEqual([
      expect.stringMatching(/^AuthUserFunctionLog/),
      expect.stringMatching(/^AuthAccountFunctionLog/),
      expect.stringMatching(/^AuthRecoveryFunctionLog/),
      expect.stringMatching(/^AuthSignUpFunctionLog/),
      expect.stringMatching(/^AuthAdminFunctionLog/),
      expect.stringMatching(/^AuthTriggersPostConfirmationLog/),
    ]);
    const line = '{"level":"ERROR","message":{"text":"not sent","code":"CODE_DELIVERY_FAILED"}}';
    expect(takes(patternOf('DeliveryFailures'), line)).toBe(true);
  });
});

describe('two APIs of the same settings', () => {
  const settings = devWith({ monitoring: { dashboard: true }, protection: { webAcl: {} } });
  const app = (): App => new App({ context, builtinCloudFormationValidation: false });
  /**
   * What an API names for the whole account and Region: the namespace of its metrics, and the metric of its web ACL.
   */
  const namesOf = (api: CognitoGraphqlApi): string[] => {
    const names = api.node.findAll().flatMap((each): string[] => {
      if (each instanceof CfnMetricFilter) {
        const transformations: Json[] = Stack.of(api).resolve(each.metricTransformations);
        return transformations.map(({ metricNamespace }) => metricNamespace);
      }
      return each instanceof CfnWebACL ? [Stack.of(api).resolve(each.visibilityConfig).metricName] : [];
    });
    expect(names.length).toBeGreaterThan(5);
    return [...new Set(names)];
  };

  test('in one stack count apart', () => {
    const stack = new Stack(app(), 'Two');
    const apis = ['Shop', 'Staff'].map((id) => new CognitoGraphqlApi(stack, id, { settings, code }));
    expect(apis.map(namesOf)).toEqual([[expect.stringMatching(/^Two-Shop-\w+$/)], [expect.stringMatching(/^Two-Staff-\w+$/)]]);
  });

  test('in two stacks count apart, whatever the length of their names, and a name is one that WAF takes', () => {
    const scope = app();
    const names = ['One', 'All', 'x'.repeat(128)].flatMap((stackName, index) =>
      namesOf(new CognitoGraphqlApi(new Stack(scope, `Stack${index}`, { stackName }), 'Auth', { settings, code })),
    );
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^(?!All$|Default_Action$)[\w-]{1,128}$/);
  });
});

test('each filter reads the log of its own function, into a metric of the stack', () => {
  const logs = filters.map(({ LogGroupName, MetricTransformations: [{ MetricName, MetricNamespace, DefaultValue }] }) => ({
    log: LogGroupName.Ref.replace(/Log[0-9A-F]{8}$/, ''),
    MetricName,
    MetricNamespace,
    DefaultValue,
  }));
  const common = { MetricNamespace: expect.stringMatching(/^CognitoGraphqlDev-Auth-\w+$/), DefaultValue: 0 };
  expect(logs).toEqual([
    { log: 'AuthUserFunction', MetricName: 'UserFaults', ...common },
    { log: 'AuthAccountFunction', MetricName: 'AccountFaults', ...common },
    { log: 'AuthRecoveryFunction', MetricName: 'RecoveryFaults', ...common },
    { log: 'AuthSignUpFunction', MetricName: 'SignUpFaults', ...common },
    { log: 'AuthAdminFunction', MetricName: 'AdminFaults', ...common },
    { log: 'AuthGptFunction', MetricName: 'GptFaults', ...common },
    { log: 'AuthUserFunction', MetricName: 'SignInStepsAccepted', ...common },
    { log: 'AuthUserFunction', MetricName: 'SignInsRefused', ...common },
    { log: 'AuthUserFunction', MetricName: 'DeliveryFailures', ...common },
    { log: 'AuthAccountFunction', MetricName: 'DeliveryFailures', ...common },
    { log: 'AuthRecoveryFunction', MetricName: 'DeliveryFailures', ...common },
    { log: 'AuthSignUpFunction', MetricName: 'DeliveryFailures', ...common },
    { log: 'AuthAdminFunction', MetricName: 'DeliveryFailures', ...common },
    { log: 'AuthUserFunction', MetricName: 'CognitoThrottles', ...common },
    { log: 'AuthAccountFunction', MetricName: 'CognitoThrottles', ...common },
    { log: 'AuthRecoveryFunction', MetricName: 'CognitoThrottles', ...common },
    { log: 'AuthSignUpFunction', MetricName: 'CognitoThrottles', ...common },
    { log: 'AuthAdminFunction', MetricName: 'CognitoThrottles', ...common },
  ]);
});
