import { describe, expect, test } from 'vitest';
import { createAppClient } from '../../../resolvers/aws/app-client.ts';
import { createCognito } from '../../../resolvers/aws/cognito.ts';
import { NoAnswer } from '../../../resolvers/aws/no-answer.ts';
import { createSign } from '../../../resolvers/aws/sign.ts';
import { exception, stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

const aws = { region: 'eu-central-1', endpoint: 'http://cognito.test' };
const login = ['InitiateAuth', { ClientId: '1example', AuthFlow: 'USER_PASSWORD_AUTH' }] as const;
const me = ['GetUser', { AccessToken: 'a.b.c' }] as const;
const user = success({ Username: 'ann', UserAttributes: [] });
const pause = async () => undefined;

describe('an answer', () => {
  test('is the operation’s own output, with the id of the request', async () => {
    const { handle } = stubWire({ ...user, headers: { ...user.headers, 'x-amzn-requestid': 'r-1' } });
    expect(await createCognito(aws, { post: inProcess(handle) }).send(...me)).toEqual({
      Username: 'ann',
      UserAttributes: [],
      $metadata: expect.objectContaining({ httpStatusCode: 200, requestId: 'r-1' }),
    });
  });

  test('that is an exception is the SDK’s, by its name', async () => {
    const refusal = exception('NotAuthorizedException', 'Incorrect username or password.');
    const { handle, sent } = stubWire({ ...refusal, headers: { ...refusal.headers, 'x-amzn-requestid': 'r-1' } });
    await expect(createCognito(aws, { post: inProcess(handle), pause }).send(...login)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
      $fault: 'client',
      $metadata: { httpStatusCode: 400, requestId: 'r-1' },
    });
    expect(sent).toHaveLength(1);
  });
});

describe('a second attempt', () => {
  test.each([
    ['a throttled call', exception('TooManyRequestsException', 'Too many requests')],
    ['a 5xx, where the call may be carried out twice', exception('InternalErrorException', 'Something bad', 500)],
  ])('follows %s', async (_, first) => {
    const { handle, sent } = stubWire(first, user);
    await createCognito(aws, { post: inProcess(handle), pause }).send(...me);
    expect(sent).toHaveLength(2);
  });

  test('follows a connection that failed, for every call', async () => {
    let attempts = 0;
    const post = async () => {
      attempts += 1;
      throw new NoAnswer('The connection failed.', { sent: false });
    };
    await expect(createCognito(aws, { post, pause }).send(...login)).rejects.toThrow('The connection failed.');
    expect(attempts).toBe(2);
  });

  test('does not follow a limit by the hour, which is no throttling', async () => {
    const { handle, sent } = stubWire(exception('LimitExceededException', 'Attempt limit exceeded'));
    await expect(createCognito(aws, { post: inProcess(handle), pause }).send(...login)).rejects.toThrow('Attempt limit');
    expect(sent).toHaveLength(1);
  });

  test('has the time that the first has left, of 10 s for both', async () => {
    const clock = { ms: 0 };
    const timeouts: number[] = [];
    const post = async (_: unknown, __: unknown, timeoutMs: number) => {
      timeouts.push(timeoutMs);
      clock.ms += 4_000;
      throw new NoAnswer('The connection failed.', { sent: false });
    };
    await createCognito(aws, { post, pause, now: () => clock.ms })
      .send(...me)
      .catch(() => undefined);
    expect(timeouts).toEqual([10_000, 6_000]);
  });

  test('is not begun once the time is up', async () => {
    const clock = { ms: 0 };
    let attempts = 0;
    const post = async () => {
      attempts += 1;
      clock.ms += 9_950;
      throw new NoAnswer('The connection failed.', { sent: false });
    };
    await createCognito(aws, { post, pause, now: () => clock.ms })
      .send(...me)
      .catch(() => undefined);
    expect(attempts).toBe(1);
  });
});

describe('a request', () => {
  const credentials = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'a-session' };

  test('of a user’s own is sent unsigned, to the one endpoint that was given', async () => {
    const { handle, sent } = stubWire(success({}));
    const sign = createSign('cognito-idp', aws, credentials);
    const input = { ClientId: '1example', Username: 'ann', Password: 'x' };
    await createCognito(aws, { post: inProcess(handle), sign }).send('SignUp', input);
    expect(sent[0]?.headers).toMatchObject({
      host: 'cognito.test',
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
    });
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  });

  test.each([
    ['eu-central-1', 'cognito-idp.eu-central-1.amazonaws.com'],
    ['cn-north-1', 'cognito-idp.cn-north-1.amazonaws.com.cn'],
  ])("without an endpoint of one's own goes to that of %s", async (region, host) => {
    const { handle, sent } = stubWire(success({}));
    await createCognito({ region, endpoint: null }, { post: inProcess(handle) }).send(...login);
    expect(sent[0]?.headers['host']).toBe(host);
  });

  test('of an operation without a row does not compile', () => {
    const cognito = createCognito(aws, { post: inProcess(stubWire(success({})).handle) });
    // @ts-expect-error: nobody has decided whether it may be sent again.
    return cognito.send('DescribeResourceServer', { UserPoolId: 'eu-central-1_Test', Identifier: 'api' });
  });
});

describe('createAppClient', () => {
  const caller = { sourceIp: '192.0.2.1' };

  test('names a client without a secret by its id alone', () => {
    const client = createAppClient({ clientId: '1example', clientSecret: null, passesCallerAddress: false });
    expect([client('ann', caller), client.forToken]).toEqual([{ ClientId: '1example' }, { ClientId: '1example' }]);
  });

  test('proves a secret for each user, and shows it where a token is meant', () => {
    const client = createAppClient({ clientId: '1example', clientSecret: 'secret', passesCallerAddress: false });
    // printf %s ann1example | openssl dgst -sha256 -hmac secret -binary | base64
    expect(client('ann', caller)).toEqual({ ClientId: '1example', SecretHash: 'IhYnVyTNlbLDWaLAAbUbClkJUSDQVssOXopcFMPPbsY=' });
    expect(client.forToken).toEqual({ ClientId: '1example', ClientSecret: 'secret' });
  });

  test("tells the caller's address where the app client takes it, and there is one", () => {
    const client = createAppClient({ clientId: '1example', clientSecret: null, passesCallerAddress: true });
    expect(client('ann', caller)).toEqual({ ClientId: '1example', UserContextData: { IpAddress: '192.0.2.1' } });
    expect(client('ann', { sourceIp: null })).toEqual({ ClientId: '1example' });
    expect(client.forToken).toEqual({ ClientId: '1example' });
  });
});
