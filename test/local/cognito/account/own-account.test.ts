import { describe, expect, test } from 'vitest';
import { createTestPool, refusal } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

/**
 * What a user may do to their own account with nothing but an access token, each with input that the model lets
 * through.
 */
const calls = {
  ChangePassword: { PreviousPassword: 'Passw0rd! is right', ProposedPassword: 'An0ther one!' },
  UpdateUserAttributes: { UserAttributes: [{ Name: 'name', Value: 'Ada' }] },
  DeleteUserAttributes: { UserAttributeNames: ['name'] },
  GetUserAttributeVerificationCode: { AttributeName: 'email' },
  VerifyUserAttribute: { AttributeName: 'email', Code: '123456' },
  DeleteUser: {},
} as const;

const method = (operation: string) => `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;

describe.each(Object.entries(calls))('%s', (operation, input) => {
  const call = ({ cognito }: ReturnType<typeof createTestPool>, AccessToken: string) => {
    const run: unknown = Reflect.get(cognito, method(operation));
    if (typeof run !== 'function') throw new Error(`The SDK has no ${operation}.`);
    return run.call(cognito, { ...input, AccessToken }) as Promise<unknown>;
  };

  test('requires a valid access token', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    const { AccessToken, IdToken } = await signedIn(world, 'ada');
    const notAuthorized = (message: string) => ({ name: 'NotAuthorizedException', message });
    expect(await refusal(call(world, IdToken))).toEqual(notAuthorized('Invalid Access Token'));
    expect(await refusal(call(world, `${AccessToken.slice(0, -8)}AAAAAAAA`))).toEqual(
      notAuthorized('Could not verify signature for Access Token'),
    );
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    await world.cognito.adminDisableUser(named);
    expect(await refusal(call(world, AccessToken))).toEqual(notAuthorized('User is disabled.'));
    await world.cognito.adminEnableUser(named);
    expect(await refusal(call(world, AccessToken))).toEqual(notAuthorized('Access Token has been revoked'));
    const second = await signedIn(world, 'ada');
    world.clock.advance({ hours: 1 });
    expect(await refusal(call(world, second.AccessToken))).toEqual(notAuthorized('Access Token has expired'));
    expect((await world.cognito.adminGetUser(named)).Username).toBe('ada');
  });
});

describe('DeleteUser', () => {
  test('leaves nothing: not the tokens, not the name', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    const { AccessToken, RefreshToken } = await signedIn(world, 'ada');
    await world.cognito.deleteUser({ AccessToken });
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Invalid Access Token');
    const AuthParameters = { REFRESH_TOKEN: RefreshToken };
    const refresh = world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
    expect((await refusal(refresh)).message).toBe('Invalid Refresh Token');
    await world.confirmedUser('ada');
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Invalid Access Token');
  });
});
