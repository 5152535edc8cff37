import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { withAdaSignedIn } from '../../../support/cognito/people.ts';
import { createTestPool, endpoint } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

describe('the tokens', () => {
  test('hold Cognito’s claims and no others, each signed with its own key', async () => {
    const { userPoolId, clientId, pools, user, tokens } = await withAdaSignedIn(createTestPool());
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
    const { AccessToken, IdToken } = await signedIn(world, 'ada');
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
    const { tokens } = await withAdaSignedIn(createTestPool({}, validity));
    const life = (token: string) => (decodeJwt(token).exp ?? 0) - (decodeJwt(token).iat ?? 0);
    expect([tokens.ExpiresIn, life(tokens.AccessToken), life(tokens.IdToken)]).toEqual([600, 600, 86_400]);
  });

  test('show only what the client may read', async () => {
    const world = await withAdaSignedIn(
      createTestPool({ Schema: [{ Name: 'team', AttributeDataType: 'String' }] }, { ReadAttributes: ['custom:team'] }),
    );
    world.database.sql.exec(`UPDATE user SET attributes = json_set(attributes, '$."custom:team"', 'red')`);
    const { IdToken, AccessToken } = await signedIn(world, 'ada');
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
    const { AccessToken, IdToken } = await signedIn(world, 'ada@example.com');
    expect([decodeJwt(AccessToken)['username'], decodeJwt(IdToken)['cognito:username']]).toEqual([sub, sub]);
  });

  test('have no origin without revocation', async () => {
    const { tokens } = await withAdaSignedIn(createTestPool({}, { EnableTokenRevocation: false }));
    for (const token of [tokens.AccessToken, tokens.IdToken]) {
      expect(decodeJwt(token)).not.toHaveProperty('origin_jti');
      expect(decodeJwt(token)).not.toHaveProperty('jti');
    }
  });

  test('come with a refresh token in five parts that nobody can read', async () => {
    const { RefreshToken } = (await withAdaSignedIn(createTestPool())).tokens;
    expect(RefreshToken).toMatch(/^eyJjdHki[\w-]+(?:\.[\w-]+){4}$/);
    expect(decodeProtectedHeader(RefreshToken)).toEqual({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' });
  });
});
