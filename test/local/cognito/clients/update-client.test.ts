import { describe, expect, test } from 'vitest';
import { createTestPool, refusal } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

/** A pool with a client that has a secret and settings of its own. */
function settled() {
  const world = createTestPool(
    {},
    { ClientName: 'web', GenerateSecret: true, AuthSessionValidity: 5, RefreshTokenValidity: 7, WriteAttributes: ['email'] },
  );
  const named = { UserPoolId: world.userPoolId, ClientId: world.clientId };
  return { ...world, named, described: async () => (await world.cognito.describeUserPoolClient(named)).UserPoolClient };
}

describe('UpdateUserPoolClient', () => {
  test('replaces the settings: what is left out returns to its default, except for the name', async () => {
    const { cognito, named, described, clock } = settled();
    const before = await described();
    clock.advance({ minutes: 1 });
    const { UserPoolClient } = await cognito.updateUserPoolClient({ ...named, ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    expect(UserPoolClient).toEqual(await described());
    expect(UserPoolClient).toMatchObject({
      ClientName: 'web',
      ClientSecret: before?.ClientSecret,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      AuthSessionValidity: 3,
      RefreshTokenValidity: 30,
      CreationDate: before?.CreationDate,
      LastModifiedDate: new Date(clock.now()),
    });
    expect(UserPoolClient).not.toHaveProperty('WriteAttributes');
    expect(UserPoolClient).not.toHaveProperty('PreventUserExistenceErrors');
    await cognito.updateUserPoolClient({ ...named, ClientName: 'shop' });
    expect(await described()).toMatchObject({ ClientName: 'shop' });
  });

  test('what it changes counts from the next call on', async () => {
    const world = createTestPool();
    const { cognito, userPoolId: UserPoolId, clientId: ClientId } = world;
    await world.confirmedUser('ada');
    await signIn(world, 'ada');
    await cognito.updateUserPoolClient({ UserPoolId, ClientId, ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    expect(await refusal(signIn(world, 'ada'))).toEqual({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
  });

  test.each([
    [
      { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'USER_PASSWORD_AUTH'] as const },
      'InvalidParameterException',
      'ExplicitAuthFlows with and without the prefix ALLOW_ cannot be mixed.',
    ],
    [{ IdTokenValidity: 25 }, 'InvalidParameterException', 'Invalid range for token validity.'],
    [
      { WriteAttributes: ['custom:none'] },
      'InvalidParameterException',
      'Invalid write attributes specified while updating a client',
    ],
    [
      { ReadAttributes: ['custom:none'] },
      'InvalidParameterException',
      'Invalid read attributes specified while updating a client',
    ],
    [{ AllowedOAuthScopes: ['solar/read'] }, 'ScopeDoesNotExistException', 'Invalid scope requested: solar/read'],
    [
      { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] as const },
      'InvalidParameterException',
      'AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows.',
    ],
    [
      { AllowedOAuthFlows: ['client_credentials', 'code'] as const },
      'InvalidOAuthFlowException',
      'client_credentials flow can not be selected along with code flow or implicit flow.',
    ],
    [
      { AllowedOAuthFlows: ['client_credentials'] as const, AllowedOAuthScopes: ['openid'] },
      'InvalidOAuthFlowException',
      'openid is not supported with client_credentials flow.',
    ],
  ])('refuses %j as a new client would be refused, and leaves the client as it was', async (change, name, message) => {
    const { cognito, named, described } = settled();
    const before = await described();
    const { ExplicitAuthFlows, AllowedOAuthFlows, ...rest } = change as Record<string, unknown>;
    const lists = {
      ...(ExplicitAuthFlows !== undefined && { ExplicitAuthFlows: [...(ExplicitAuthFlows as ['ALLOW_USER_AUTH'])] }),
      ...(AllowedOAuthFlows !== undefined && { AllowedOAuthFlows: [...(AllowedOAuthFlows as ['code'])] }),
    };
    expect(await refusal(cognito.updateUserPoolClient({ ...named, ...rest, ...lists }))).toEqual({ name, message });
    expect(await described()).toEqual(before);
  });

  test('machines need a secret', async () => {
    const { cognito, userPoolId: UserPoolId, clientId: ClientId } = createTestPool();
    const named = { UserPoolId, ClientId };
    expect(await refusal(cognito.updateUserPoolClient({ ...named, AllowedOAuthFlows: ['client_credentials'] }))).toEqual({
      name: 'InvalidOAuthFlowException',
      message: 'client_credentials flow can not be selected if client does not have a client secret.',
    });
  });

  test('a client of another pool, and one that there is not', async () => {
    const { cognito, clientId: ClientId, userPoolId: UserPoolId, pools } = createTestPool();
    const other = pools.provisionUserPool('Other', {});
    const gone = { name: 'ResourceNotFoundException', message: `User pool client ${ClientId} does not exist.` };
    expect(await refusal(cognito.updateUserPoolClient({ UserPoolId: other, ClientId }))).toEqual(gone);
    await cognito.deleteUserPoolClient({ UserPoolId, ClientId });
    expect(await refusal(cognito.updateUserPoolClient({ UserPoolId, ClientId }))).toEqual(gone);
  });
});

describe('the session configuration of a client', () => {
  test('is an hour until it is set, and is not reset with the other settings', async () => {
    const { cognito, userPoolId: UserPoolId, clientId: ClientId } = createTestPool();
    const named = { UserPoolId, ClientId };
    const configured = async () => (await cognito.getUserPoolClientSessionConfiguration(named)).SSOSession;
    expect(await configured()).toEqual({ MaxValidityMinutes: 60 });
    await cognito.setUserPoolSessionConfiguration({
      UserPoolId,
      UserSessionTracking: 'ENABLED',
      TokenSession: { MaxPerUser: 3 },
    });
    const SSOSession = { MaxValidityMinutes: 0 };
    expect(await cognito.setUserPoolClientSessionConfiguration({ ...named, SSOSession })).toMatchObject({ ...named, SSOSession });
    await cognito.updateUserPoolClient(named);
    expect(await configured()).toEqual(SSOSession);
  });

  test('requires tracked sessions, a larger plan, and minutes within 90 days', async () => {
    const { cognito, userPoolId: UserPoolId, clientId: ClientId } = createTestPool();
    const set = (MaxValidityMinutes: number) =>
      refusal(cognito.setUserPoolClientSessionConfiguration({ UserPoolId, ClientId, SSOSession: { MaxValidityMinutes } }));
    expect((await set(10)).name).toBe('OperationNotEnabledException');
    expect((await set(129_601)).message).toContain('Member must have value less than or equal to 129600');
    await cognito.updateUserPool({ UserPoolId, UserPoolTier: 'LITE' });
    expect((await set(10)).name).toBe('FeatureUnavailableInTierException');
  });
});
