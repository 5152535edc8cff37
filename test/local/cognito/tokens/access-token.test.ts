import { createHmac, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { withAdaSignedIn } from '../../../support/cognito/people.ts';
import { createTestPool, createTestPools, refusal } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

const refused = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('an access token', () => {
  test('reads its user', async () => {
    const { cognito, tokens, user } = await withAdaSignedIn(createTestPool());
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
    const { cognito, clock, tokens } = await withAdaSignedIn(createTestPool());
    clock.advance({ minutes: 59, seconds: 59 });
    await cognito.getUser({ AccessToken: tokens.AccessToken });
    clock.advance({ seconds: 1 });
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Access Token has expired'));
  });

  test('is refused with every character of it changed', async () => {
    const { cognito, tokens } = await withAdaSignedIn(createTestPool());
    const token = tokens.AccessToken;
    for (let at = 0; at < token.length; at++) {
      const other = token.charAt(at) === 'A' ? 'B' : 'A';
      const { name } = await refusal(cognito.getUser({ AccessToken: `${token.slice(0, at)}${other}${token.slice(at + 1)}` }));
      expect([at, name]).toEqual([at, 'NotAuthorizedException']);
    }
  });

  test('is refused when it is an ID token, forged, unsigned, signed with the public key, of another pool, or rubbish', async () => {
    const world = await withAdaSignedIn(createTestPool());
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
    const foreign = (await signedIn(otherPool, 'ada')).AccessToken;
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
    const { cognito, database, tokens } = await withAdaSignedIn(createTestPool());
    database.sql.exec('UPDATE user SET enabled = 0');
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('User is disabled.'));
    database.sql.exec('DELETE FROM user');
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Invalid Access Token'));
  });
});
