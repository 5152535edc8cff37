import { describe, expect, test } from 'vitest';
import { withAdaSignedIn } from '../../../support/cognito/people.ts';
import { createTestPool, refusal } from '../../../support/cognito/pool.ts';
import { refresh, signedIn } from '../../../support/cognito/sign-in.ts';

const refused = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('RevokeToken', () => {
  test('ends one sign-in and its access tokens, and may be repeated', async () => {
    const world = await withAdaSignedIn(createTestPool());
    const { cognito, clientId, tokens } = world;
    const other = await signedIn(world, 'ada');
    await cognito.revokeToken({ ClientId: clientId, Token: tokens.RefreshToken });
    await cognito.revokeToken({ ClientId: clientId, Token: tokens.RefreshToken });
    expect(await refusal(refresh(world, tokens.RefreshToken))).toEqual(refused('Refresh Token has been revoked'));
    expect(await refusal(cognito.getUser({ AccessToken: tokens.AccessToken }))).toEqual(refused('Access Token has been revoked'));
    await cognito.getUser({ AccessToken: other.AccessToken });
    await refresh(world, other.RefreshToken);
    await cognito.revokeToken({ ClientId: clientId, Token: 'nobody.knows.this.one.now' });
  });

  test('refuses other tokens, other clients and clients without revocation', async () => {
    const { cognito, clientId, userPoolId, pools, tokens } = await withAdaSignedIn(createTestPool());
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
    const world = await withAdaSignedIn(createTestPool());
    const { cognito } = world;
    const second = await signedIn(world, 'ada');
    await world.confirmedUser('eve');
    const eve = await signedIn(world, 'eve');
    await cognito.globalSignOut({ AccessToken: world.tokens.AccessToken });
    for (const { AccessToken, RefreshToken } of [world.tokens, second]) {
      expect(await refusal(cognito.getUser({ AccessToken }))).toEqual(refused('Access Token has been revoked'));
      expect(await refusal(cognito.globalSignOut({ AccessToken }))).toEqual(refused('Access Token has been revoked'));
      expect(await refusal(refresh(world, RefreshToken))).toEqual(refused('Refresh Token has been revoked'));
    }
    await cognito.getUser({ AccessToken: eve.AccessToken });
    // In the same second as the sign-out.
    await cognito.getUser({ AccessToken: (await signedIn(world, 'ada')).AccessToken });
  });
});
