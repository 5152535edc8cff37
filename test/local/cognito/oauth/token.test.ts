import { createHash } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  body,
  callback,
  codeOf,
  createOAuthPool,
  exchange,
  oauthClient,
  send,
  tokensOf,
  withDomain,
} from '../../../support/cognito/oauth.ts';
import { withAda } from '../../../support/cognito/people.ts';
import { endpoint, refusal } from '../../../support/cognito/pool.ts';
import { answering, createTriggerPool } from '../../../support/cognito/trigger-pool.ts';

const world = await withAda(createOAuthPool(), { email: 'ada@example.com', email_verified: 'true', name: 'Ada' });
const { pools, userPoolId: UserPoolId, clientId, clock, cognito } = world;
const clientWith = (key: string, more: Record<string, unknown>) =>
  pools.provisionUserPoolClient(key, { UserPoolId, ...oauthClient, ...more });
const refused = (error: string) => ({ status: 400, body: JSON.stringify({ error }) });

describe('a code', () => {
  test('gives tokens with the granted scopes, their claims and the nonce, which nobody may keep', async () => {
    const authTime = Math.floor(clock.now() / 1000);
    const code = await codeOf(world, { nonce: 'n-1' });
    clock.advance({ minutes: 4, seconds: 59 });
    const response = await exchange(world, code);
    expect(response).toMatchObject({
      status: 200,
      headers: {
        'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
        pragma: 'no-cache',
        'access-control-allow-origin': '*',
      },
    });
    const { access_token, id_token, refresh_token, ...rest } = body(response);
    expect(rest).toEqual({ expires_in: 3600, token_type: 'Bearer' });
    expect(refresh_token).toEqual(expect.any(String));
    const keys = createLocalJWKSet(pools.jwks(UserPoolId));
    const options = { issuer: `${endpoint}/${UserPoolId}`, currentDate: new Date(clock.now()) };
    const { payload: access } = await jwtVerify(access_token, keys, options);
    expect(access).toMatchObject({
      client_id: clientId,
      scope: 'openid email',
      version: 2,
      auth_time: authTime,
      username: 'ada',
      token_use: 'access',
    });
    expect(access).not.toHaveProperty('aud');
    const { payload: id } = await jwtVerify(id_token, keys, { ...options, audience: clientId });
    const hash = createHash('sha256').update(access_token).digest().subarray(0, 16).toString('base64url');
    expect(id).toMatchObject({ nonce: 'n-1', at_hash: hash, email: 'ada@example.com', email_verified: true, sub: access.sub });
    expect(id).not.toHaveProperty('name');
  });

  test.each([
    ['with another verifier', { code_verifier: 'another-verifier-of-this-test-which-is-long-enough' }, 'invalid_grant'],
    ['without the verifier', { code_verifier: undefined }, 'invalid_grant'],
    ['with the challenge as verifier', { code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
    ['for another redirect URI of the client', { redirect_uri: 'http://localhost:4000/app/' }, 'invalid_grant'],
    ['for a foreign redirect URI', { redirect_uri: 'https://evil.example.com/back' }, 'unauthorized_client'],
    ['without a redirect URI', { redirect_uri: undefined }, 'invalid_request'],
    ['by another client', { client_id: clientWith('Thief', {}) }, 'invalid_grant'],
    ['by an unknown client', { client_id: 'nobody' }, 'invalid_client'],
    ['by nobody', { client_id: undefined }, 'invalid_request'],
    [
      'by a client whose code flow is off',
      { client_id: clientWith('Off', { AllowedOAuthFlows: ['implicit'] }) },
      'unauthorized_client',
    ],
    ['that was made up', { code: '00000000-0000-4000-8000-000000000000' }, 'invalid_grant'],
    ['that is missing', { code: undefined }, 'invalid_request'],
    ['under another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['without a grant type', { grant_type: undefined }, 'invalid_request'],
  ])('%s is refused', async (_, change, error) => {
    expect(await exchange(world, await codeOf(world), change)).toMatchObject(refused(error));
  });

  test('is spent by a wrong attempt of its client, but not by another client', async () => {
    const code = await codeOf(world);
    await exchange(world, code, { client_id: clientWith('Thief', {}) });
    expect((await exchange(world, code)).status).toBe(200);
    const other = await codeOf(world);
    await exchange(world, other, { code_verifier: undefined });
    expect(await exchange(world, other)).toMatchObject(refused('invalid_grant'));
  });

  test('works once, also for two requests at a time; the second ends what the first got', async () => {
    const code = await codeOf(world, { scope: 'openid aws.cognito.signin.user.admin' });
    const answers = await Promise.all([exchange(world, code), exchange(world, code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 400]);
    const { access_token: AccessToken } = body(answers.find(({ status }) => status === 200) ?? answers[0]);
    expect(await refusal(cognito.getUser({ AccessToken }))).toMatchObject({ message: 'Access Token has been revoked' });
  });

  test('expires after five minutes', async () => {
    const code = await codeOf(world);
    clock.advance({ minutes: 5 });
    expect(await exchange(world, code)).toMatchObject(refused('invalid_grant'));
  });

  test('is worth nothing after a global sign-out, and for a disabled user', async () => {
    const named = { UserPoolId, Username: 'ada' };
    const [first, second] = [await codeOf(world), await codeOf(world)];
    await cognito.adminDisableUser(named);
    expect(await exchange(world, first)).toMatchObject(refused('invalid_grant'));
    await cognito.adminEnableUser(named);
    await cognito.adminUserGlobalSignOut(named);
    expect(await exchange(world, second)).toMatchObject(refused('invalid_grant'));
  });

  test('of a request without PKCE takes no verifier: somebody may have removed the challenge', async () => {
    const without = { code_challenge: undefined, code_challenge_method: undefined };
    expect(await exchange(world, await codeOf(world, without))).toMatchObject(refused('invalid_grant'));
    expect((await exchange(world, await codeOf(world, without), { code_verifier: undefined })).status).toBe(200);
  });

  test('is refused in JSON, and with a parameter that is there twice', async () => {
    const form = `grant_type=authorization_code&client_id=${clientId}&client_id=${clientId}`;
    expect(await send(world, '/oauth2/token', { form })).toMatchObject(refused('invalid_request'));
    const json = { form: {}, headers: { 'content-type': 'application/json' } };
    expect(await send(world, '/oauth2/token', json)).toMatchObject(refused('invalid_request'));
    expect((await send(world, `/oauth2/token?code=x`)).status).toBe(405);
  });

  test('is looked for in linear time among a hundred thousand other parameters', async () => {
    const others = Array.from({ length: 100_000 }, (_, index) => `p${index}`).join('&');
    const form = `grant_type=authorization_code&client_id=${clientId}&code=a&redirect_uri=${callback}&${others}`;
    expect(await send(world, '/oauth2/token', { form })).toMatchObject(refused('invalid_grant'));
  });

  test('is in no stored byte', async () => {
    const code = await codeOf(world);
    const rows = world.database.sql.prepare('SELECT hash, sealed_grant FROM authorization_code').all();
    expect(rows.length).toBeGreaterThan(0);
    const stored = rows.flatMap(Object.values).map((value) => Buffer.from(value).toString('latin1'));
    expect(stored.join()).not.toContain(code);
    expect(stored.join()).not.toContain(callback);
  });
});

describe('scopes', () => {
  test('without any, all of the client; an ID token only with openid', async () => {
    const tokens = await tokensOf(world, { scope: undefined });
    expect(decodeJwt(tokens.access_token)['scope']).toBe('openid email profile aws.cognito.signin.user.admin');
    expect(decodeJwt(tokens.id_token)).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
    const { id_token, access_token } = await tokensOf(world, { scope: 'aws.cognito.signin.user.admin' });
    expect(id_token).toBeUndefined();
    expect(await cognito.getUser({ AccessToken: access_token })).toMatchObject({ Username: 'ada' });
  });

  test('openid alone shows all that the client may read', async () => {
    const { id_token, access_token } = await tokensOf(world, { scope: 'openid' });
    expect(decodeJwt(id_token)).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
    expect(await refusal(cognito.getUser({ AccessToken: access_token }))).toMatchObject({
      message: 'Access Token does not have required scopes',
    });
  });

  test('one with an attribute that the client may not read gives no tokens', async () => {
    const client_id = clientWith('Blind', { ReadAttributes: ['email'] });
    expect(await exchange(world, await codeOf(world, { client_id }), { client_id })).toMatchObject(refused('invalid_grant'));
  });

  test('a resource becomes the audience of the access token', async () => {
    const { access_token, refresh_token } = await tokensOf(world, { resource: 'https://api.example.com' });
    expect(decodeJwt(access_token).aud).toBe('https://api.example.com');
    const form = { grant_type: 'refresh_token', client_id: clientId, refresh_token };
    expect(decodeJwt(body(await send(world, '/oauth2/token', { form })).access_token).aud).toBe('https://api.example.com');
  });
});

describe('a refresh token', () => {
  const renew = (refresh_token: string, more: Record<string, string> = {}) =>
    send(world, '/oauth2/token', { form: { grant_type: 'refresh_token', client_id: clientId, refresh_token, ...more } });

  test('keeps the scopes, at this endpoint and by the operations of the API', async () => {
    const { refresh_token, access_token } = await tokensOf(world, { nonce: 'n-1' });
    clock.advance({ hours: 2 });
    const { refresh_token: none, ...tokens } = body(await renew(refresh_token, { scope: 'openid profile' }));
    expect(none).toBeUndefined();
    const { AuthenticationResult } = await cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken: refresh_token });
    const first = decodeJwt(access_token);
    for (const [access, id] of [
      [tokens.access_token, tokens.id_token],
      [AuthenticationResult?.AccessToken, AuthenticationResult?.IdToken],
    ]) {
      const { auth_time, origin_jti } = first;
      expect(decodeJwt(access)).toMatchObject({ scope: 'openid email', version: 2, auth_time, origin_jti });
      expect(decodeJwt(id)).toMatchObject({ email: 'ada@example.com' });
      expect(decodeJwt(id)).not.toHaveProperty('name');
      expect(decodeJwt(id)).not.toHaveProperty('nonce');
    }
  });

  test.each([
    ['made up', () => 'made-up', {}, 'invalid_grant'],
    ['of another client', (token: string) => token, { client_id: clientWith('Thief', {}) }, 'invalid_grant'],
    ['missing', () => '', {}, 'invalid_request'],
    [
      'for a client without OAuth',
      (token: string) => token,
      { client_id: clientWith('No', { AllowedOAuthFlowsUserPoolClient: false }) },
      'unauthorized_client',
    ],
  ])('%s is refused', async (_, change, more, error) => {
    const { refresh_token } = await tokensOf(world);
    expect(body(await renew(change(refresh_token), more))).toMatchObject({ error });
  });

  test('ends with RevokeToken and with a global sign-out', async () => {
    const revoked = await tokensOf(world);
    await cognito.revokeToken({ ClientId: clientId, Token: revoked.refresh_token });
    expect(body(await renew(revoked.refresh_token))).toMatchObject({ error: 'invalid_grant' });
    const { access_token, refresh_token } = await tokensOf(world, { scope: 'openid aws.cognito.signin.user.admin' });
    await cognito.globalSignOut({ AccessToken: access_token });
    expect(body(await renew(refresh_token))).toMatchObject({ error: 'invalid_grant' });
  });

  test('rotates, and may not be used again', async () => {
    const rotating = await withAda(
      createOAuthPool({
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      }),
    );
    const { refresh_token } = await tokensOf(rotating);
    const form = { grant_type: 'refresh_token', client_id: rotating.clientId, refresh_token };
    const next = body(await send(rotating, '/oauth2/token', { form }));
    expect(next.refresh_token).not.toBe(refresh_token);
    expect(body(await send(rotating, '/oauth2/token', { form }))).toMatchObject({ error: 'invalid_grant' });
    const again = await send(rotating, '/oauth2/token', { form: { ...form, refresh_token: next.refresh_token } });
    expect(decodeJwt(body(again).access_token)['scope']).toBe('openid email');
  });
});

describe('sessions of users', () => {
  test('a sign-in is one of them, and can be ended', async () => {
    const tracked = await withAda(createOAuthPool());
    await tracked.cognito.setUserPoolSessionConfiguration({
      UserPoolId: tracked.userPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 1 },
    });
    const first = await tokensOf(tracked);
    const second = await tokensOf(tracked);
    const { Sessions = [] } = await tracked.cognito.adminListUserSessions({ UserPoolId: tracked.userPoolId, Username: 'ada' });
    expect(Sessions).toMatchObject([{ ClientId: tracked.clientId }]);
    const renew = (refresh_token: string) =>
      send(tracked, '/oauth2/token', { form: { grant_type: 'refresh_token', client_id: tracked.clientId, refresh_token } });
    expect([(await renew(first.refresh_token)).status, (await renew(second.refresh_token)).status]).toEqual([400, 200]);
  });
});

describe('PreTokenGeneration', () => {
  const enriching = answering({
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: { scopesToAdd: ['solar/read'] },
      idTokenGeneration: { claimsToAddOrOverride: { plan: 'gold', nonce: 'forged' } },
    },
  });

  test('runs when the user comes back, with the scopes, and changes the tokens of the code', async () => {
    const pool = await withAda(withDomain(createTriggerPool({ PreTokenGenerationV2: enriching }, {}, oauthClient)));
    const code = await codeOf(pool, { nonce: 'n-1' });
    expect(pool.calls).toMatchObject([{ triggerSource: 'TokenGeneration_HostedAuth', request: { scopes: ['openid', 'email'] } }]);
    const { access_token, id_token, refresh_token } = body(await exchange(pool, code));
    expect(pool.calls).toHaveLength(1);
    expect(decodeJwt(access_token)['scope']).toBe('openid email solar/read');
    expect(decodeJwt(id_token)).toMatchObject({ plan: 'gold', nonce: 'n-1' });
    const form = { grant_type: 'refresh_token', client_id: pool.clientId, refresh_token };
    const renewed = body(await send(pool, '/oauth2/token', { form }));
    expect(pool.calls[1]).toMatchObject({
      triggerSource: 'TokenGeneration_RefreshTokens',
      request: { scopes: ['openid', 'email'] },
    });
    expect(decodeJwt(renewed.access_token)['scope']).toBe('openid email solar/read');
    pool.set('PreTokenGenerationV2', 'throws');
    await expect(codeOf(pool)).rejects.toThrow('There is no code.');
    expect(await send(pool, '/oauth2/token', { form })).toMatchObject({
      status: 400,
      body: JSON.stringify({ error: 'invalid_grant', error_description: 'PreTokenGeneration failed with error Members only.' }),
    });
  });
});

test('pages may call the endpoint, and send a header', async () => {
  const headers = { origin: 'https://app.example.com', 'access-control-request-method': 'POST' };
  expect(await send(world, '/oauth2/token', { method: 'OPTIONS', headers })).toMatchObject({
    status: 204,
    headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': expect.stringContaining('authorization') },
  });
});
