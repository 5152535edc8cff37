import { CognitoIdentityProvider, UserNotFoundException } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import * as actions from '../../../../local/cognito/actions/index.ts';
import { operations } from '../../../../local/cognito/wire/operations.ts';
import { listen } from '../../../../local/http/http.ts';
import { createTestPool, createTestPools, endpoint, password, refusal } from '../../../support/cognito/pool.ts';

const { pools, userPoolId, clientId } = createTestPool();

function post(target: string, body: unknown, headers: Record<string, string> = {}) {
  return pools.handle({
    method: 'POST',
    url: '/',
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress: '127.0.0.1',
  });
}

const call = (operation: string, body: unknown, headers = {}) =>
  post(`AWSCognitoIdentityProviderService.${operation}`, body, headers);
const get = (url: string) => pools.handle({ method: 'GET', url, headers: {}, body: '', remoteAddress: '127.0.0.1' });
const signed = { authorization: 'AWS4-HMAC-SHA256 Credential=local' };

describe('the wire protocol', () => {
  test('a refusal is status 400 with type and text in body and headers', async () => {
    const response = await call('InitiateAuth', { ClientId: 'unknown', AuthFlow: 'USER_PASSWORD_AUTH' });
    expect(response.status).toBe(400);
    expect(JSON.parse(String(response.body))).toEqual({
      __type: 'ResourceNotFoundException',
      message: 'User pool client unknown does not exist.',
    });
    expect(response.headers).toMatchObject({
      'content-type': 'application/x-amz-json-1.1',
      'x-amzn-errortype': 'ResourceNotFoundException:',
      'x-amzn-errormessage': 'User pool client unknown does not exist.',
      'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
    });
  });

  test.each(['{', '', 'undefined', '[1', '\u0000'])('a body that is not JSON is refused: %j', async (body) => {
    const response = await call('InitiateAuth', body);
    expect([response.status, JSON.parse(String(response.body))]).toEqual([
      400,
      { __type: 'SerializationException', message: 'The request body is not JSON.' },
    ]);
  });

  test.each([
    ['[]', 'LIST_VALUE can not be converted to a Structure'],
    ['null', 'NULL_VALUE can not be converted to a Structure'],
    ['"x"', 'STRING_VALUE can not be converted to a Structure'],
    ['{"ClientId":1}', 'NUMBER_VALUE can not be converted to a String'],
    ['{"ClientId":{}}', 'STRUCTURE_VALUE can not be converted to a String'],
    ['{"AuthParameters":[]}', 'LIST_VALUE can not be converted to a Map'],
    ['{"AuthParameters":{"USERNAME":true}}', 'BOOLEAN_VALUE can not be converted to a String'],
  ])('a wrong type wins over every violation: %s', async (body, message) => {
    const response = await call('InitiateAuth', body);
    expect(JSON.parse(String(response.body))).toEqual({ __type: 'SerializationException', message });
  });

  test.each([
    '',
    'InitiateAuth',
    'AWSCognitoIdentityProviderService.Nonsense',
    'AWSCognitoIdentityProviderService.constructor',
    'S3.Get',
  ])('an unknown target is an unknown operation: %j', async (target) => {
    const response = await post(target, {});
    expect([response.status, JSON.parse(String(response.body)).__type]).toEqual([400, 'UnknownOperationException']);
  });

  test('every operation of the SDK is known, and every one without an action is refused by name', async () => {
    const names = Object.getOwnPropertyNames(CognitoIdentityProvider.prototype)
      .filter((name) => !/^(?:constructor|paginate|waitUntil)/.test(name))
      .map((name) => name.charAt(0).toUpperCase() + name.slice(1));
    expect(Object.keys(operations).sort()).toEqual(names.sort());
    expect(Object.keys(operations)).toEqual(expect.arrayContaining(Object.keys(actions)));
    for (const name of names.filter((name) => !Object.hasOwn(actions, name))) {
      const response = await call(name, {}, signed);
      expect([name, response.status, JSON.parse(String(response.body))]).toEqual([
        name,
        501,
        { __type: 'NotImplementedException', message: `${name} is not implemented by the embedded user pool.` },
      ]);
    }
  });

  test('every implemented operation checks its input, and an administrator must sign', async () => {
    for (const name of Object.keys(actions)) {
      const required = !['ListUserPoolClients'].includes(name);
      const iam = Object.entries(operations).some(([operation, authorization]) => operation === name && authorization === 'iam');
      const type = async (headers: Record<string, string>) => JSON.parse(String((await call(name, {}, headers)).body)).__type;
      if (required) expect([name, await type(signed)]).toEqual([name, 'InvalidParameterException']);
      if (iam) expect([name, await type({})]).toEqual([name, 'MissingAuthenticationTokenException']);
    }
  });

  test('violations are counted, joined and do not echo secrets', async () => {
    const attributes = [{ Name: 'email', Value: 'a@b.c' }, { Value: 'x' }];
    const request = { ClientId: 'a b', Username: '', Password: ' secret-word ', UserAttributes: attributes };
    const { __type, message } = JSON.parse(String((await call('SignUp', request)).body));
    expect(__type).toBe('InvalidParameterException');
    expect(message).toBe(
      "5 validation errors detected: Value 'a b' at 'clientId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+]+; " +
        "Value '' at 'username' failed to satisfy constraint: Member must have length greater than or equal to 1; " +
        "Value '' at 'username' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+; " +
        "Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$; " +
        "Value null at 'userAttributes.2.member.name' failed to satisfy constraint: Member must not be null",
    );
  });

  test.each([
    [
      'InitiateAuth',
      { ClientId: 'x', AuthFlow: 'NONSENSE' },
      "Value 'NONSENSE' at 'authFlow' failed to satisfy constraint: Member must satisfy enum value set: [",
    ],
    ['InitiateAuth', { ClientId: 'x'.repeat(129), AuthFlow: 'USER_AUTH' }, 'Member must have length less than or equal to 128'],
    [
      'RespondToAuthChallenge',
      { ClientId: 'x', ChallengeName: 'SMS_MFA', Session: 'short' },
      "Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20",
    ],
    [
      'GetUser',
      { AccessToken: 'not a token' },
      "Value at 'accessToken' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9-_=.]+",
    ],
    [
      'ConfirmForgotPassword',
      { ClientId: 'x', Username: 'x', ConfirmationCode: '1', Password: 'abc' },
      "Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
    ],
    [
      'SignUp',
      {
        ClientId: 'x',
        Username: 'x',
        UserAttributes: 'x'
          .repeat(3)
          .split('')
          .map(() => ({ Name: 'n'.repeat(33) })),
      },
      '3 validation errors detected: ',
    ],
  ])('%s refuses what breaks the model', async (operation, request, part) => {
    const { __type, message } = JSON.parse(String((await call(operation, request)).body));
    expect([__type, message]).toEqual(['InvalidParameterException', expect.stringContaining(part)]);
  });

  test('unknown members and null members count as absent', async () => {
    const request = { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: null, Unknown: 1 };
    const { message } = JSON.parse(String((await call('InitiateAuth', request)).body));
    expect(message).toBe('Missing required parameter USERNAME');
  });

  test('the SDK can call it over HTTP, and gets the modelled exceptions', async () => {
    const tooLarge = { status: 413, headers: {}, body: '' };
    const { port, close } = await listen(pools.handle, { port: 0, bodyLimitBytes: 1_000_000, tooLarge });
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const cognito = new CognitoIdentityProvider({ region: 'eu-west-1', endpoint: `http://localhost:${port}`, credentials });
    try {
      expect((await cognito.describeUserPool({ UserPoolId: userPoolId })).UserPool?.CreationDate).toBeInstanceOf(Date);
      await expect(cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'nobody' })).rejects.toBeInstanceOf(
        UserNotFoundException,
      );
      // The text repeats the name, which no header has room for.
      const Username = 'n'.repeat(100_000);
      expect(await refusal(cognito.signUp({ ClientId: clientId, Username, Password: password }))).toEqual({
        name: 'InvalidParameterException',
        message: `1 validation error detected: Value '${Username}' at 'username' failed to satisfy constraint: Member must have length less than or equal to 128`,
      });
    } finally {
      cognito.destroy();
      await close();
    }
  });

  test('a browser may call from anywhere', async () => {
    const response = await pools.handle({ method: 'OPTIONS', url: '/', headers: {}, body: '', remoteAddress: '127.0.0.1' });
    expect(response).toMatchObject({
      status: 200,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, POST, OPTIONS' },
    });
  });

  test('an error that is not a refusal is reported as internal, without its text', async () => {
    const seen: unknown[] = [];
    const { pools, database } = createTestPools(undefined, { onInternalError: (error) => seen.push(error) });
    database.close();
    const response = await pools.handle({
      method: 'POST',
      url: '/',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' },
      body: JSON.stringify({ ClientId: 'x', AuthFlow: 'USER_PASSWORD_AUTH' }),
      remoteAddress: '127.0.0.1',
    });
    expect([response.status, JSON.parse(String(response.body))]).toEqual([
      500,
      { __type: 'InternalErrorException', message: 'Something went wrong' },
    ]);
    expect(seen).toHaveLength(1);
  });
});

describe('the published documents', () => {
  test('JWKS has two keys with different ids', async () => {
    const response = await get(`/${userPoolId}/.well-known/jwks.json`);
    expect(response.headers['access-control-allow-origin']).toBe('*');
    const { keys } = JSON.parse(String(response.body));
    const key = {
      alg: 'RS256',
      e: 'AQAB',
      kid: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      kty: 'RSA',
      n: expect.any(String),
      use: 'sig',
    };
    expect(keys).toEqual([key, key]);
    expect(keys[0].kid).not.toBe(keys[1].kid);
    expect(pools.jwks(userPoolId)).toEqual({ keys });
  });

  test('discovery names the issuer and its keys', async () => {
    const document = JSON.parse(String((await get(`/${userPoolId}/.well-known/openid-configuration`)).body));
    expect(document).toMatchObject({
      issuer: `${endpoint}/${userPoolId}`,
      jwks_uri: `${endpoint}/${userPoolId}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      subject_types_supported: ['public'],
    });
    expect(pools.issuer(userPoolId)).toBe(document.issuer);
  });

  test.each([
    '/',
    '/eu-west-1_unknown00/.well-known/jwks.json',
    `/${userPoolId}/.well-known/constructor`,
    `/${userPoolId}/jwks.json`,
  ])('%s is not found', async (url) => expect((await get(url)).status).toBe(404));

  test('asking for the keys of an unknown pool throws', () => {
    expect(() => pools.jwks('eu-west-1_unknown00')).toThrow('User pool eu-west-1_unknown00 does not exist.');
  });
});

describe('a page in the browser', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('with %j never administers, even with a signature', async (marks) => {
    const response = await call('ListUserPools', { MaxResults: 60 }, { ...signed, ...marks });
    expect(JSON.parse(String(response.body))).toEqual({
      __type: 'AccessDeniedException',
      message: 'No page in a browser may call an operation that wants AWS credentials.',
    });
  });

  test('may call what a user may', async () => {
    const response = await call(
      'SignUp',
      { ClientId: clientId, Username: 'page', Password: 'Passw0rd! is right' },
      { origin: 'http://localhost:5173' },
    );
    expect(response.status).toBe(200);
  });
});

test('a password of any length is judged in no time', async () => {
  const { cognito, clientId: ClientId } = createTestPool();
  const Password = `${'a'.repeat(200_000)}\n`;
  // Quadratic work on it would outlast the test.
  await expect(cognito.signUp({ ClientId, Username: 'long', Password })).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
