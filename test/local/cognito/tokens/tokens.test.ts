import { createHmac, generateKeyPairSync } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, endpoint, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';

async function signIn({ cognito, clientId }: TestPool, USERNAME = 'ada') {
  const { AuthenticationResult } = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: password },
  });
  const { AccessToken = '', IdToken = '', RefreshToken = '', ExpiresIn } = AuthenticationResult ?? {};
  return { AccessToken, IdToken, RefreshToken, ExpiresIn };
}

async function signedIn(pool = {}, client = {}) {
  const world = createTestPool(pool, client);
  const user = await world.confirmedUser('ada');
  return { ...world, user, tokens: await signIn(world) };
}

const refresh = ({ cognito, clientId }: TestPool, RefreshToken: string) =>
  cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken });
const refused = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('the tokens', () => {
  test('hold Cognito’s claims and no others, each signed with its own key', async () => {
    const { userPoolId, clientId, pools, user, tokens } = await signedIn();
    const jwks = createLocalJWKSet({ keys: pools.jwks(userPoolId).keys.map((key) => ({ ...key, kty: 'RSA' })) });
    const currentDate = new Date('2026-03-01T12:00:00Z');
    const [access, id] = [
      await jwtVerify(tokens.AccessToken, jwks, { currentDate }),
      await jwtVerify(tokens.IdToken, jwks, { currentDate }),
    ];
    const uuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const common = {
      sub: user.sub,
      iss: `${endpoint}/${userPoolId}`,
      event_id: uuid,
      auth_time: 1_772_366_400,
      iat: 1_772_366_400,
      exp: 1_772_370_000,
      jti: uuid,
      origin_jti: uuid,
      acr: 'urn:cognito:loa:1',
      amr: ['pwd'],
    };
    expect(access.payload).toEqual({
      ...common,
      client_id: clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      username: 'ada',
    });
    expect(id.payload).toEqual({
      ...common,
      aud: clientId,
      token_use: 'id',
      'cognito:username': 'ada',
      email: 'ada@example.com',
      email_verified: true,
    });
    expect(access.payload['origin_jti']).toBe(id.payload['origin_jti']);
    expect(access.payload.jti).not.toBe(id.payload.jti);
    for (const { protectedHeader } of [access, id]) expect(Object.keys(protectedHeader).sort()).toEqual(['alg', 'kid']);
    expect(access.protectedHeader.kid).not.toBe(id.protectedHeader.kid);
  });

  test('have the address as an object, which is a string everywhere else', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada', { address: '1 Main Street', name: 'Ada' });
    const { AccessToken, IdToken } = await signIn(world);
    const { address, name } = decodeJwt(IdToken);
    expect({ address, name }).toEqual({ address: { formatted: '1 Main Street' }, name: 'Ada' });
    const { UserAttributes } = await world.cognito.getUser({ AccessToken });
    expect(UserAttributes).toContainEqual({ Name: 'address', Value: '1 Main Street' });
  });

  test('live as long as the client says, in its units', async () => {
    const validity = {
      AccessTokenValidity: 10,
      IdTokenValidity: 1,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'days' },
    };
    const { tokens } = await signedIn({}, validity);
    const life = (token: string) => (decodeJwt(token).exp ?? 0) - (decodeJwt(token).iat ?? 0);
    expect([tokens.ExpiresIn, life(tokens.AccessToken), life(tokens.IdToken)]).toEqual([600, 600, 86_400]);
  });

  test('show only what the client may read', async () => {
    const world = await signedIn(
      { Schema: [{ Name: 'team', AttributeDataType: 'String' }] },
      { ReadAttributes: ['custom:team'] },
    );
    world.database.sql.exec(`UPDATE user SET attributes = json_set(attributes, '$."custom:team"', 'red')`);
    const { IdToken, AccessToken } = await signIn(world);
    expect(decodeJwt(IdToken)).toMatchObject({ 'custom:team': 'red' });
    expect(decodeJwt(IdToken)).not.toHaveProperty('email');
    expect(decodeJwt(AccessToken)).not.toHaveProperty('custom:team');
    const { UserAttributes } = await world.cognito.getUser({ AccessToken });
    expect(UserAttributes).toEqual([
      { Name: 'sub', Value: world.user.sub },
      { Name: 'custom:team', Value: 'red' },
    ]);
  });

  test('name the sub where users sign in with an address', async () => {
    const world = createTestPool({ AliasAttributes: [], UsernameAttributes: ['email'] });
    const { sub } = await world.confirmedUser('ada@example.com', {});
    const { AccessToken, IdToken } = await signIn(world, 'ada@example.com');
    expect([decodeJwt(AccessToken)['username'], decodeJwt(IdToken)['cognito:username']]).toEqual([sub, sub]);
  });

  test('have no origin without revocation', async () => {
    const { tokens } = await signedIn({}, { EnableTokenRevocation: false });
    for (const token of [tokens.AccessToken, tokens.IdToken]) {
      expect(decodeJwt(token)).not.toHaveProperty('origin_jti');
      expect(decodeJwt(token)).not.toHaveProperty('jti');
    }
  });

  test('come with a refresh token in five parts that nobody can read', async () => {
    const { RefreshToken } = (await signedIn()).tokens;
    expect(RefreshToken).toMatch(/^eyJjdHki[\w-]+(?:\.[\w-]+){4}$/);
    expect(decodeProtectedHeader(RefreshToken)).toEqual({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
  });
});

describe('refreshing', () => {
  test('gives new tokens of the same sign-in, by either operation', async () => {
    const world = await signedIn();
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
    const world = await signedIn();
    world.clock.advance({ days: 30 });
    expect(await refusal(refresh(world, world.tokens.RefreshToken))).toEqual(refused('Refresh Token has expired'));
    const short = await signedIn({}, { RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'minutes' } });
    short.clock.advance({ minutes: 59 });
    await refresh(short, short.tokens.RefreshToken);
    short.clock.advance({ minutes: 1 });
    expect(await refusal(refresh(short, short.tokens.RefreshToken))).toEqual(refused('Refresh Token has expired'));
  });

  test('refuses a token of another client, a made-up one, and one changed by a character', async () => {
    const world = await signedIn();
    const { RefreshToken } = world.tokens;
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    const changed = `${RefreshToken.slice(0, -1)}${RefreshToken.endsWith('A') ? 'B' : 'A'}`;
    for (const call of [refresh({ ...world, clientId }, RefreshToken), refresh(world, changed), refresh(world, 'a.b.c.d.e')]) {
      expect(await refusal(call)).toEqual(refused('Invalid Refresh Token'));
    }
  });

  test('refuses a disabled user and one who is gone', async () => {
    const world = await signedIn();
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

  test('gives a new refresh token each time; the old one lives on for the grace period, then its use is reported', async () => {
    const world = await signedIn({}, rotating);
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
    const world = await signedIn({}, rotating);
    world.clock.advance({ days: 29 });
    const { AuthenticationResult } = await refresh(world, world.tokens.RefreshToken);
    world.clock.advance({ days: 1 });
    expect(await refusal(refresh(world, AuthenticationResult?.RefreshToken ?? ''))).toEqual(refused('Refresh Token has expired'));
  });

  test('is not for InitiateAuth', async () => {
    const { cognito, clientId, tokens } = await signedIn({}, rotating);
    const AuthParameters = { REFRESH_TOKEN: tokens.RefreshToken };
    expect(await refusal(cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }))).toEqual({
      name: 'UnsupportedOperationException',
      message: 'This API does not support refresh token rotation',
    });
  });

  test('revoking any refresh token of the sign-in ends all of them', async () => {
    const world = await signedIn({}, rotating);
    const { AuthenticationResult } = await refresh(world, world.tokens.RefreshToken);
    await world.cognito.revokeToken({ ClientId: world.clientId, Token: world.tokens.RefreshToken });
    expect(await refusal(refresh(world, AuthenticationResult?.RefreshToken ?? ''))).toEqual(
      refused('Refresh Token has been revoked'),
    );
  });
});

describe('RevokeToken', () => {
  test('ends one sign-in and its access tokens, and may be repeated', async () => {
    const world = await signedIn();
    const { cognito, clientId, tokens } = world;
    const other = await signIn(world);
    await cognito.revokeToken({ ClientId: clientId, Token: tokens.RefreshToken });
    await cognito.revokeToken({ ClientId: clientId, Token: tokens.RefreshToken });
    expect(await refusal(refresh(world, tokens.RefreshToken))).toEqual(refused('Refresh Token has been revoked'));
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Access Token has been revoked'));
    await cognito.getUser({ AccessToken: other.AccessToken });
    await refresh(world, other.RefreshToken);
    await cognito.revokeToken({ ClientId: clientId, Token: 'nobody.knows.this.one.now' });
  });

  test('refuses other tokens, other clients and clients without revocation', async () => {
    const { cognito, clientId, userPoolId, pools, tokens } = await signedIn();
    for (const Token of [tokens.AccessToken, tokens.IdToken]) {
      expect((await refusal(cognito.revokeToken({ ClientId: clientId, Token }))).name).toBe('UnsupportedTokenTypeException');
    }
    const second = pools.provisionUserPoolClient('Second', { UserPoolId: userPoolId });
    expect((await refusal(cognito.revokeToken({ ClientId: second, Token: tokens.RefreshToken }))).name).toBe(
      'UnauthorizedException',
    );
    const third = pools.provisionUserPoolClient('Third', { UserPoolId: userPoolId, EnableTokenRevocation: false });
    expect((await refusal(cognito.revokeToken({ ClientId: third, Token: tokens.RefreshToken }))).name).toBe(
      'UnsupportedOperationException',
    );
  });
});

describe('GlobalSignOut', () => {
  test('ends every sign-in so far, and none after, for this user alone', async () => {
    const world = await signedIn();
    const { cognito } = world;
    const second = await signIn(world);
    await world.confirmedUser('eve');
    const eve = await signIn(world, 'eve');
    await cognito.globalSignOut({ AccessToken: world.tokens.AccessToken });
    for (const { AccessToken, RefreshToken } of [world.tokens, second]) {
      expect(await refusal(cognito.getUser({ AccessToken }))).toEqual(refused('Access Token has been revoked'));
      expect(await refusal(cognito.globalSignOut({ AccessToken }))).toEqual(refused('Access Token has been revoked'));
      expect(await refusal(refresh(world, RefreshToken))).toEqual(refused('Refresh Token has been revoked'));
    }
    await cognito.getUser({ AccessToken: eve.AccessToken });
    // In the same second as the sign-out.
    await cognito.getUser({ AccessToken: (await signIn(world)).AccessToken });
  });
});

describe('an access token', () => {
  test('reads its user', async () => {
    const { cognito, tokens, user } = await signedIn();
    const answer = await cognito.getUser({ AccessToken: tokens.AccessToken });
    expect(answer.Username).toBe('ada');
    expect(answer.UserAttributes).toEqual([
      { Name: 'sub', Value: user.sub },
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ]);
    expect(answer).not.toHaveProperty('UserMFASettingList');
  });

  test('expires', async () => {
    const { cognito, clock, tokens } = await signedIn();
    clock.advance({ minutes: 59, seconds: 59 });
    await cognito.getUser({ AccessToken: tokens.AccessToken });
    clock.advance({ seconds: 1 });
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Access Token has expired'));
  });

  test('is refused with every character of it changed', async () => {
    const { cognito, tokens } = await signedIn();
    const token = tokens.AccessToken;
    for (let at = 0; at < token.length; at++) {
      const other = token.charAt(at) === 'A' ? 'B' : 'A';
      const { name } = await refusal(cognito.getUser({ AccessToken: `${token.slice(0, at)}${other}${token.slice(at + 1)}` }));
      expect([at, name]).toEqual([at, 'NotAuthorizedException']);
    }
  });

  test('is refused when it is an ID token, forged, unsigned, signed with the public key, of another pool, or rubbish', async () => {
    const world = await signedIn();
    const { cognito, userPoolId, pools, tokens } = world;
    const claims = decodeJwt(tokens.AccessToken);
    const { kid = '' } = decodeProtectedHeader(tokens.AccessToken);
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const jwk = pools.jwks(userPoolId).keys.find((key) => key['kid'] === kid);
    const hs256 = `${encode({ alg: 'HS256', kid })}.${encode(claims)}`;
    const [header, , signature] = tokens.AccessToken.split('.');
    const invalid = 'Invalid Access Token';
    const unverified = 'Could not verify signature for Access Token';
    const other = createTestPools();
    const otherPool = createTestPool({}, {}, other);
    await otherPool.confirmedUser('ada');
    const foreign = (await signIn(otherPool)).AccessToken;
    for (const [token, message] of [
      [tokens.IdToken, invalid],
      [tokens.RefreshToken, invalid],
      ['nonsense', invalid],
      ['a.b.c', invalid],
      [foreign, invalid],
      [`${encode({ alg: 'none', kid })}.${encode(claims)}.`, invalid],
      [`${hs256}.${createHmac('sha256', JSON.stringify(jwk)).update(hs256).digest('base64url')}`, invalid],
      [await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(forger), unverified],
      [await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'mine' }).sign(forger), unverified],
      [`${header}.${encode({ ...claims, username: 'eve' })}.${signature}`, unverified],
    ] as const) {
      expect([token, await refusal(cognito.getUser({ AccessToken: token }))]).toEqual([token, refused(message)]);
    }
  });

  test('is refused once its user is disabled or gone', async () => {
    const { cognito, database, tokens } = await signedIn();
    database.sql.exec('UPDATE user SET enabled = 0');
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('User is disabled.'));
    database.sql.exec('DELETE FROM user');
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Invalid Access Token'));
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
