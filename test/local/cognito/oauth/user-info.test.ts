import { describe, expect, test } from 'vitest';
import { body, createOAuthPool, send, tokensOf } from '../../../support/cognito/oauth.ts';
import { withAda } from '../../../support/cognito/people.ts';
import { createTestPool, endpoint } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

const world = await withAda(createOAuthPool(), { email: 'ada@example.com', email_verified: 'true', name: 'Ada' });
const { clientId: client_id, userPoolId, clock, cognito } = world;
const ask = (token: string, method = 'GET') =>
  send(world, '/oauth2/userInfo', { method, headers: { authorization: `Bearer ${token}` } });

const invalid = 'Access token is expired, disabled, or deleted, or the user has globally signed out.';

describe('/oauth2/userInfo', () => {
  test.each([
    ['openid email', { email: 'ada@example.com', email_verified: 'true' }],
    ['openid profile', { email: 'ada@example.com', email_verified: 'true', name: 'Ada' }],
    ['openid', { email: 'ada@example.com', email_verified: 'true', name: 'Ada' }],
  ])('shows what the scopes %s show, as texts', async (scope, attributes) => {
    const { access_token } = await tokensOf(world, { scope });
    for (const method of ['GET', 'POST']) {
      const response = await ask(access_token, method);
      expect(response).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': '*', pragma: 'no-cache' } });
      expect(body(response)).toEqual({ sub: expect.any(String), username: 'ada', ...attributes });
    }
  });

  test('refuses tokens of another kind, of another time and of nobody', async () => {
    const { access_token, id_token } = await tokensOf(world);
    const noOpenId = await tokensOf(world, { scope: 'aws.cognito.signin.user.admin' });
    const byApi = await signedIn(world, 'ada');
    const openId = 'Access token does not contain openid scope';
    for (const [token, description] of [
      [noOpenId.access_token, openId],
      [byApi.AccessToken, openId],
      [id_token, invalid],
      [`${access_token.slice(0, -4)}AAAA`, invalid],
      ['rubbish', invalid],
    ] as const) {
      const response = await ask(token);
      expect(response).toMatchObject({
        status: 401,
        headers: { 'www-authenticate': `error="invalid_token", error_description="${description}"` },
      });
      expect(body(response)).toEqual({ error: 'invalid_token', error_description: description });
    }
    const missing = { error: 'invalid_request', error_description: 'Bad OAuth2 request at UserInfo Endpoint' };
    expect(body(await send(world, '/oauth2/userInfo'))).toEqual(missing);
    clock.advance({ hours: 1 });
    expect((await ask(access_token)).status).toBe(401);
    const later = await tokensOf(world);
    await cognito.adminUserGlobalSignOut({ UserPoolId: userPoolId, Username: 'ada' });
    expect(body(await ask(later.access_token))).toMatchObject({ error_description: invalid });
  });
});

describe('/oauth2/revoke', () => {
  const revoke = (form: Record<string, string>) => send(world, '/oauth2/revoke', { form });

  test('ends a refresh token and what came of it', async () => {
    const { access_token, refresh_token: token } = await tokensOf(world);
    for (let time = 1; time <= 2; time += 1) expect(await revoke({ client_id, token })).toMatchObject({ status: 200, body: '' });
    expect((await ask(access_token)).status).toBe(401);
    expect(await revoke({ client_id, token: 'unknown' })).toMatchObject({ status: 200 });
  });

  test('refuses what is no refresh token of the client', async () => {
    const { access_token, refresh_token } = await tokensOf(world);
    const other = world.pools.provisionUserPoolClient('Other', { UserPoolId: userPoolId });
    const off = world.pools.provisionUserPoolClient('Off', { UserPoolId: userPoolId, EnableTokenRevocation: false });
    for (const [form, error] of [
      [{ client_id }, 'invalid_request'],
      [{ client_id, token: access_token }, 'unsupported_token_type'],
      [{ client_id: other, token: refresh_token }, 'unauthorized_client'],
      [{ client_id: off, token: refresh_token }, 'invalid_request'],
      [{ client_id: 'nobody', token: refresh_token }, 'invalid_client'],
    ] as const) {
      expect(await revoke({ ...form })).toMatchObject({ status: 400, body: JSON.stringify({ error }) });
    }
    expect((await ask(access_token)).status).toBe(200);
  });
});

test('the discovery document names the endpoints of a pool with a domain', async () => {
  const documentOf = async (pool: typeof world) => body(await send(pool, `/${pool.userPoolId}/.well-known/openid-configuration`));
  expect(await documentOf(world)).toMatchObject({
    issuer: `${endpoint}/${userPoolId}`,
    authorization_endpoint: `${endpoint}/oauth2/authorize`,
    token_endpoint: `${endpoint}/oauth2/token`,
    userinfo_endpoint: `${endpoint}/oauth2/userInfo`,
    revocation_endpoint: `${endpoint}/oauth2/revoke`,
    end_session_endpoint: `${endpoint}/logout`,
  });
  expect(await documentOf(createTestPool())).not.toHaveProperty('token_endpoint');
});
