import { createHmac } from 'node:crypto';
import { CompactSign, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { accessClaims, apiKey, createPoolKey, createTestApi, idClaims, issuer, poolMode, resolver, userPoolId } from '../api.ts';

const query = '{ hello }';
const identity = [
  resolver('Query.hello', 'return { operation: "Invoke", payload: ctx.identity };', 'return JSON.stringify(ctx.result);'),
];

/** AppSync prints a 401 as Jackson does. */
const refusal = (message: string): string =>
  `{\n  "errors" : [ {\n    "errorType" : "UnauthorizedException",\n    "message" : "${message}"\n  } ]\n}`;
const notProvided = refusal('Valid authorization header not provided.');

describe('an API with a user pool and an API key', () => {
  test('refuses a request without a credential, in the shape of AppSync', async () => {
    const { send } = await createTestApi();
    const response = await send({ query }, {});
    expect(response.status).toBe(401);
    expect(response.text).toBe(notProvided);
    expect(response.headers).toMatchObject({
      'content-type': 'application/json;charset=UTF-8',
      'x-amzn-errortype': 'UnauthorizedException',
      'access-control-allow-origin': '*',
      'access-control-expose-headers': expect.stringContaining('x-amzn-ErrorType'),
    });
  });

  test.each(['', 'da2-wrong', `${apiKey} `, apiKey.slice(0, -1), apiKey.toUpperCase()])('refuses the API key %j', async (key) => {
    const { send } = await createTestApi();
    const response = await send({ query }, { 'x-api-key': key });
    expect(response.status).toBe(401);
    expect(response.text).toBe(refusal('You are not authorized to make this call.'));
  });

  test('knows nobody by the API key', async () => {
    const { send, invoked } = await createTestApi({ resolvers: identity });
    await send({ query });
    expect(invoked).toEqual([null]);
  });

  test.each(['', 'Bearer ', 'bearer '])('takes an access token after %j, and tells who calls', async (scheme) => {
    const { send, sign, invoked } = await createTestApi({ resolvers: identity });
    const token = await sign({ 'cognito:groups': ['admin', 'staff'] });
    expect((await send({ query }, { authorization: `${scheme}${token}` })).status).toBe(200);
    expect(JSON.stringify(invoked[0])).toBe(
      JSON.stringify({
        claims: { ...accessClaims, 'cognito:groups': ['admin', 'staff'] },
        defaultAuthStrategy: 'ALLOW',
        groups: ['admin', 'staff'],
        issuer,
        sourceIp: ['127.0.0.1'],
        sub: accessClaims.sub,
        username: 'alice',
      }),
    );
  });

  test('takes an ID token, whose user name is another claim', async () => {
    const { send, sign, invoked } = await createTestApi({ resolvers: identity });
    await send({ query }, { authorization: await sign(idClaims) });
    expect(invoked).toMatchObject([{ username: 'alice', groups: null, claims: { token_use: 'id', aud: 'web' } }]);
  });

  test('lists the addresses of proxies before that of the peer', async () => {
    const { send, sign, invoked } = await createTestApi({ resolvers: identity });
    await send({ query }, { authorization: await sign(), 'x-forwarded-for': '203.0.113.7, 198.51.100.2' });
    expect(invoked).toMatchObject([{ sourceIp: ['203.0.113.7', '198.51.100.2', '127.0.0.1'] }]);
  });

  test('looks at the API key only, where both are sent', async () => {
    const { send, sign, invoked } = await createTestApi({ resolvers: identity });
    expect((await send({ query }, { 'x-api-key': apiKey, authorization: await sign() })).status).toBe(200);
    expect(invoked).toEqual([null]);
    expect((await send({ query }, { 'x-api-key': 'wrong', authorization: await sign() })).status).toBe(401);
  });

  test('refuses a token from the second that it expires', async () => {
    const { send, sign, clock } = await createTestApi();
    const authorization = await sign();
    clock.now = accessClaims.exp * 1000 - 1;
    expect((await send({ query }, { authorization })).status).toBe(200);
    clock.now = accessClaims.exp * 1000;
    const response = await send({ query }, { authorization });
    expect(response.status).toBe(401);
    expect(response.text).toBe(refusal('Token has expired.'));
  });

  test('takes new keys of the pool without a restart', async () => {
    const api = await createTestApi();
    const next = await createPoolKey('key-2');
    expect((await api.send({ query }, { authorization: await next.sign() })).text).toBe(notProvided);
    Object.assign(api.key.jwk, next.jwk);
    expect((await api.send({ query }, { authorization: await next.sign() })).status).toBe(200);
  });
});

describe('a forged token', () => {
  test.each(['garbage', 'a.b.c', '..', 'e30.e30.', `e30.${Buffer.from('null').toString('base64url')}.e30`, 'x'.repeat(100_000)])(
    '%.40s is refused',
    async (authorization) => {
      const { send } = await createTestApi();
      const response = await send({ query }, { authorization });
      expect(response.status).toBe(401);
      expect(response.text).toBe(notProvided);
    },
  );

  test('that says alg none is refused, signed or not', async () => {
    const { send, sign } = await createTestApi();
    const [, payload, signature] = (await sign()).split('.');
    for (const alg of ['none', 'None', 'NONE']) {
      const header = Buffer.from(JSON.stringify({ alg, kid: 'key-1' })).toString('base64url');
      for (const end of ['', signature]) {
        expect((await send({ query }, { authorization: `${header}.${payload}.${end}` })).text).toBe(notProvided);
      }
    }
  });

  test('that is signed with the public key as a shared secret is refused', async () => {
    const { send, sign, key } = await createTestApi();
    const [, payload] = (await sign()).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'HS256', kid: 'key-1' })).toString('base64url');
    const signature = createHmac('sha256', JSON.stringify(key.jwk)).update(`${header}.${payload}`).digest('base64url');
    expect((await send({ query }, { authorization: `${header}.${payload}.${signature}` })).text).toBe(notProvided);
  });

  test('that is signed by a key of its own, or under another algorithm, is refused', async () => {
    const { send } = await createTestApi();
    const stranger = await createPoolKey();
    const { privateKey } = await generateKeyPair('PS256');
    const pss = await new SignJWT(accessClaims).setProtectedHeader({ alg: 'PS256', kid: 'key-1' }).sign(privateKey);
    for (const authorization of [await stranger.sign(), pss])
      expect((await send({ query }, { authorization })).text).toBe(notProvided);
  });

  test('that differs in one byte is refused, wherever the byte is', async () => {
    const { send, sign } = await createTestApi();
    const token = await sign();
    const places = [...Array(token.length).keys()].filter((at) => at % 7 === 0 && token[at] !== '.');
    for (const at of [...places, token.length - 1]) {
      const changed = `${token.slice(0, at)}${neighbour(token.charAt(at))}${token.slice(at + 1)}`;
      expect((await send({ query }, { authorization: changed })).status).toBe(401);
    }
    for (const padded of [`${token}==`, `${token.slice(0, -4)} ${token.slice(-4)}`]) {
      expect((await send({ query }, { authorization: padded })).status).toBe(401);
    }
  });

  test('of another pool is refused, also when its signature is good', async () => {
    const { send, sign } = await createTestApi();
    const authorization = await sign({ iss: 'http://localhost:4001/local_other' });
    expect((await send({ query }, { authorization })).text).toBe(notProvided);
  });

  test.each([
    { token_use: 'refresh' },
    { token_use: undefined },
    { exp: undefined },
    { sub: undefined },
    { nbf: accessClaims.exp },
    { token_use: 'id' },
  ])('with the claims %j is refused', async (claims) => {
    const { send, sign } = await createTestApi();
    expect((await send({ query }, { authorization: await sign(claims) })).status).toBe(401);
  });

  test('whose payload is signed and no JSON is refused', async () => {
    const { send } = await createTestApi();
    const { privateKey } = await generateKeyPair('RS256');
    const authorization = await new CompactSign(Buffer.from('[]'))
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(privateKey);
    expect((await send({ query }, { authorization })).text).toBe(notProvided);
  });
});

describe('the client of a token', () => {
  test('is compared with the whole pattern, in the claim of its kind', async () => {
    const { send, sign } = await createTestApi({ userPool: { appIdClientRegex: 'web|app' } });
    for (const [claims, status] of [
      [{ client_id: 'web' }, 200],
      [{ client_id: 'app' }, 200],
      [{ client_id: 'webapp' }, 401],
      [{ client_id: 'other', aud: 'web' }, 401],
      [{ ...idClaims, aud: 'web' }, 200],
      [{ ...idClaims, aud: 'other', client_id: 'web' }, 401],
    ] as const) {
      expect((await send({ query }, { authorization: await sign(claims) })).status).toBe(status);
    }
  });

  test('that is not allowed gets the words of AppSync', async () => {
    const { send, sign } = await createTestApi({ userPool: { appIdClientRegex: 'app' } });
    expect((await send({ query }, { authorization: await sign() })).text).toBe(refusal('Unauthorized'));
  });
});

describe('a signed request', () => {
  const signature =
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/appsync/aws4_request, SignedHeaders=host;x-amz-date, Signature=0f';

  test('gets the answer of a caller without permission for every field, and nothing runs', async () => {
    const { send, invoked } = await createTestApi({ resolvers: identity });
    for (const query of ['{ hello }', '{ __typename }', 'not even a query']) {
      const response = await send({ query }, { authorization: signature });
      expect(response.status).toBe(401);
      expect(response.text).toBe(refusal('Permission denied'));
      expect(response.headers['x-amzn-errortype']).toBe('UnauthorizedException');
    }
    expect(invoked).toEqual([]);
  });

  test('is no token where the API does not have the mode', async () => {
    const { send } = await createTestApi({ defaultMode: poolMode, additionalModes: [{ type: 'API_KEY' }] });
    expect((await send({ query }, { authorization: signature })).text).toBe(notProvided);
  });
});

describe('an API with one mode', () => {
  test('says what is wrong with a token', async () => {
    const { send, sign } = await createTestApi({ defaultMode: poolMode, additionalModes: [] });
    expect((await send({ query }, {})).text).toBe(refusal('You are not authorized to make this call.'));
    expect((await send({ query }, { authorization: 'garbage' })).text).toBe(refusal('Unable to parse JWT token.'));
    expect((await send({ query }, { 'x-api-key': apiKey })).status).toBe(401);
    expect((await send({ query }, { authorization: await sign(), 'x-api-key': 'whatever' })).status).toBe(200);
  });

  test('may be the API key', async () => {
    const { send, sign } = await createTestApi({ defaultMode: { type: 'API_KEY' }, additionalModes: [] });
    expect((await send({ query })).status).toBe(200);
    expect((await send({ query }, { authorization: await sign() })).status).toBe(401);
  });
});

test('two pools are kept apart by issuer, and the second has no default action', async () => {
  const other = { ...poolMode, userPoolId: 'local_other', defaultAction: 'DENY' } as const;
  const { send, sign, invoked } = await createTestApi({ defaultMode: other, additionalModes: [poolMode], resolvers: identity });
  await send({ query }, { authorization: await sign({ iss: 'http://localhost:4001/local_other' }) });
  await send({ query }, { authorization: await sign() });
  expect(invoked).toMatchObject([
    { issuer: 'http://localhost:4001/local_other', defaultAuthStrategy: 'DENY' },
    { issuer: `http://localhost:4001/${userPoolId}`, defaultAuthStrategy: 'ALLOW' },
  ]);
});

/** The next sign of base64url: as the last character, one whose decoded bytes may well be the same. */
function neighbour(sign: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const at = alphabet.indexOf(sign);
  return alphabet.charAt(at % 2 === 0 ? at + 1 : at - 1);
}
