import { createServer, type RequestListener } from 'node:http';
import { GetUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { environmentCredentials, sdkSettings } from '../../resolvers/aws.ts';
import { createAppClient, createCognito } from '../../resolvers/cognito.ts';
import { toFailure } from '../../resolvers/errors.ts';
import { wire } from '../caller.ts';
import { exception, stubWire, success } from './stub-wire.ts';

const aws = { region: 'eu-central-1', endpoint: 'http://cognito.test' };
const login = () => new InitiateAuthCommand({ ClientId: '1example', AuthFlow: 'USER_PASSWORD_AUTH' });

/** What a client sees after a call over this wire. */
async function outcome(handle: Parameters<typeof wire>[0]) {
  const cognito = createCognito(aws, { requestHandler: wire(handle) });
  return cognito.send(login()).then(
    () => null,
    (error: unknown) => toFailure('login', error),
  );
}

describe('the retries', () => {
  const throttled = exception('TooManyRequestsException', 'Too many requests');
  const broken = exception('InternalErrorException', 'Something bad', 500);

  test.each([
    ['a throttled call', throttled],
    ['a 5xx', broken],
  ])('try once more after %s', async (_, first) => {
    const { handle, sent } = stubWire(first, success({}));
    expect(await outcome(handle)).toBeNull();
    expect(sent).toHaveLength(2);
  });

  test.each([
    ['a throttled call', throttled, 'TOO_MANY_REQUESTS'],
    ['a 5xx', broken, 'UNAVAILABLE'],
  ])('end after the second %s', async (_, answer, code) => {
    const { handle, sent } = stubWire(answer);
    expect(await outcome(handle)).toMatchObject({ code, retryable: true });
    expect(sent).toHaveLength(2);
  });

  test.each([
    ['a refusal', exception('NotAuthorizedException', 'Incorrect username or password.'), 'INVALID_CREDENTIALS'],
    [
      'a limit by the hour, which the SDK takes for throttling',
      exception('LimitExceededException', 'Attempt limit exceeded'),
      'TOO_MANY_ATTEMPTS',
    ],
  ])('do not follow %s', async (_, answer, code) => {
    const { handle, sent } = stubWire(answer);
    expect(await outcome(handle)).toMatchObject({ code });
    expect(sent).toHaveLength(1);
  });

  test('follow a connection that broke', async () => {
    let calls = 0;
    const handle = async () => {
      calls += 1;
      if (calls === 1) throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      return success({});
    };
    expect(await outcome(handle)).toBeNull();
    expect(calls).toBe(2);
  });
});

async function withServer<T>(listener: RequestListener, use: (endpoint: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  try {
    return await use(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('the time-outs', () => {
  test('end the wait for a server that never answers, once and for all', async () => {
    let requests = 0;
    const failure = await withServer(
      () => {
        requests += 1;
      },
      async (endpoint) => {
        const settings = sdkSettings({ region: 'eu-central-1', endpoint });
        const cognito = createCognito(
          { ...aws, endpoint },
          { requestHandler: { ...settings.requestHandler, requestTimeout: 50 } },
        );
        return toFailure('login', await cognito.send(login()).catch((error: unknown) => error));
      },
    );
    expect(failure).toEqual({
      code: 'UNAVAILABLE',
      message: 'Cognito did not answer in time. Try again.',
      cognito: null,
      retryable: true,
      field: null,
    });
    expect(requests).toBe(1);
  });

  test('nest: two attempts end before the function does, which has 27 seconds', () => {
    const { maxAttempts, requestHandler } = sdkSettings(aws);
    expect(maxAttempts * (requestHandler.connectionTimeout + requestHandler.requestTimeout)).toBeLessThan(27_000 - 1_000);
  });

  test('are not needed where nobody listens', async () => {
    const closed = await withServer(
      () => undefined,
      async (endpoint) => endpoint,
    );
    const cognito = createCognito({ ...aws, endpoint: closed });
    expect(toFailure('login', await cognito.send(login()).catch((error: unknown) => error))).toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});

test('a page in the place of an answer is UNAVAILABLE', async () => {
  const page = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad Gateway</h1>' };
  expect(await outcome(async () => page)).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
});

test('a user’s own operations are sent unsigned, to the one endpoint that was given', async () => {
  const { handle, sent } = stubWire(success({ Username: 'ann', UserAttributes: [] }));
  const cognito = createCognito(aws, { requestHandler: wire(handle) });
  await cognito.send(new GetUserCommand({ AccessToken: 'a.b.c' }));
  expect(sent[0]?.headers).toMatchObject({ host: 'cognito.test', 'x-amz-target': 'AWSCognitoIdentityProviderService.GetUser' });
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test("without an endpoint of one's own it is the region's", async () => {
  const { handle, sent } = stubWire(success({}));
  const cognito = createCognito({ region: 'eu-central-1', endpoint: null }, { requestHandler: wire(handle) });
  await cognito.send(login());
  expect(sent[0]?.headers['host']).toBe('cognito-idp.eu-central-1.amazonaws.com');
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

describe('environmentCredentials', () => {
  const env = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };

  test('are those that Lambda gives', () => {
    expect(environmentCredentials(env)).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' });
    expect(environmentCredentials({ ...env, AWS_SESSION_TOKEN: undefined })).toEqual({
      accessKeyId: 'AKIA',
      secretAccessKey: 'secret',
    });
  });

  test.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])('need %s', (name) => {
    expect(() => environmentCredentials({ ...env, [name]: undefined })).toThrow(`The environment variable ${name} is missing.`);
  });
});
