import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { withAdaSignedIn } from '../../../support/cognito/people.ts';
import { createTestPool, password, refusal, refusals } from '../../../support/cognito/pool.ts';
import { refresh } from '../../../support/cognito/sign-in.ts';

const refused = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('refreshing', () => {
  test('gives new tokens of the same sign-in, by either operation', async () => {
    const world = await withAdaSignedIn(createTestPool());
    const { cognito, clientId, clock, tokens } = world;
    clock.advance({ hours: 5 });
    const byFlow = await cognito.initiateAuth({
      ClientId: clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
    });
    const byCall = await refresh(world, tokens.RefreshToken);
    const first = decodeJwt(tokens.AccessToken);
    for (const { AuthenticationResult } of [byFlow, byCall]) {
      expect(AuthenticationResult).not.toHaveProperty('RefreshToken');
      const claims = decodeJwt(AuthenticationResult?.AccessToken ?? '');
      expect(claims).toMatchObject({
        auth_time: first['auth_time'],
        origin_jti: first['origin_jti'],
        iat: (first.iat ?? 0) + 5 * 3600,
      });
      expect(claims.jti).not.toBe(first.jti);
      await expect(cognito.getUser({ AccessToken: AuthenticationResult?.AccessToken })).resolves.toBeDefined();
    }
  });

  test('ends after thirty days, or when the client says', async () => {
    const world = await withAdaSignedIn(createTestPool());
    world.clock.advance({ days: 30 });
    expect(await refusal(refresh(world, world.tokens.RefreshToken))).toEqual(refused('Refresh Token has expired'));
    const short = await withAdaSignedIn(
      createTestPool({}, { RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' } }),
    );
    short.clock.advance({ minutes: 59 });
    await refresh(short, short.tokens.RefreshToken);
    short.clock.advance({ minutes: 1 });
    expect(await refusal(refresh(short, short.tokens.RefreshToken))).toEqual(refused('Refresh Token has expired'));
  });

  test('refuses a token of another client, a made-up one, and one changed by a character', async () => {
    const world = await withAdaSignedIn(createTestPool());
    const { RefreshToken } = world.tokens;
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    const changed = `${RefreshToken.slice(0, -1)}${RefreshToken.endsWith('A') ? 'B' : 'A'}`;
    for (const told of await refusals([
      refresh({ ...world, clientId }, RefreshToken),
      refresh(world, changed),
      refresh(world, 'a.b.c.d.e'),
    ])) {
      expect(told).toEqual(refused('Invalid Refresh Token'));
    }
  });

  test('refuses a disabled user and one who is gone', async () => {
    const world = await withAdaSignedIn(createTestPool());
    world.database.sql.exec('UPDATE user SET enabled = 0');
    expect(await refusal(refresh(world, world.tokens.RefreshToken))).toEqual(refused('Refresh Token has been revoked'));
    world.database.sql.exec('DELETE FROM user');
    expect(await refusal(refresh(world, world.tokens.RefreshToken))).toEqual(refused('Invalid Refresh Token'));
  });
});

describe('rotation', () => {
  const rotating = {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
  };

  test('issues a new refresh token each time; the old one works during the grace period, then its use is reported', async () => {
    const world = await withAdaSignedIn(createTestPool({}, rotating));
    const old = world.tokens.RefreshToken;
    const { AuthenticationResult } = await refresh(world, old);
    const next = AuthenticationResult?.RefreshToken ?? '';
    expect(next).not.toBe(old);
    world.clock.advance({ seconds: 9.999 });
    await refresh(world, old);
    world.clock.advance({ seconds: 0.001 });
    expect((await refusal(refresh(world, old))).name).toBe('RefreshTokenReuseException');
    await refresh(world, next);
  });

  test('never makes the sign-in live longer', async () => {
    const world = await withAdaSignedIn(createTestPool({}, rotating));
    world.clock.advance({ days: 29 });
    const { AuthenticationResult } = await refresh(world, world.tokens.RefreshToken);
    world.clock.advance({ days: 1 });
    expect(await refusal(refresh(world, AuthenticationResult?.RefreshToken ?? ''))).toEqual(refused('Refresh Token has expired'));
  });

  test('is not for InitiateAuth', async () => {
    const { cognito, clientId, tokens } = await withAdaSignedIn(createTestPool({}, rotating));
    const AuthParameters = { REFRESH_TOKEN: tokens.RefreshToken };
    expect(await refusal(cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }))).toEqual({
      name: 'UnsupportedOperationException',
      message: 'This API does not support refresh token rotation',
    });
  });

  test('revoking any refresh token of the sign-in ends all of them', async () => {
    const world = await withAdaSignedIn(createTestPool({}, rotating));
    const { AuthenticationResult } = await refresh(world, world.tokens.RefreshToken);
    await world.cognito.revokeToken({ ClientId: world.clientId, Token: world.tokens.RefreshToken });
    expect(await refusal(refresh(world, AuthenticationResult?.RefreshToken ?? ''))).toEqual(
      refused('Refresh Token has been revoked'),
    );
  });
});

test('a refresh token that has expired is known for one for a while', async () => {
  const { cognito, clientId, clock, confirmedUser, pools } = createTestPool();
  await confirmedUser('ada');
  const initiate = (AuthFlow: 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH', AuthParameters: Record<string, string>) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow, AuthParameters });
  const { AuthenticationResult } = await initiate('USER_PASSWORD_AUTH', { USERNAME: 'ada', PASSWORD: password });
  const refresh = () => refusal(initiate('REFRESH_TOKEN_AUTH', { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' }));
  clock.advance({ days: 36 });
  expect((await refresh()).message).toBe('Refresh Token has expired');
  clock.advance({ days: 3 });
  pools.purge();
  expect((await refresh()).message).toBe('Invalid Refresh Token');
});
