import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, endpoint, refusal } from '../../../support/cognito/pool.ts';
import { createTriggerPool } from '../../../support/cognito/trigger-pool.ts';

const Scopes = [
  { ScopeName: 'read', ScopeDescription: 'See the planets' },
  { ScopeName: 'write', ScopeDescription: 'Move the planets' },
];

/** A pool with a resource server, and a client for a machine. */
async function withMachine(client: Record<string, unknown> = {}, world = createTestPool()) {
  const { cognito, userPoolId: UserPoolId, pools } = world;
  await cognito.createResourceServer({ UserPoolId, Identifier: 'https://solar.example.com', Name: 'Solar', Scopes });
  const ClientId = pools.provisionUserPoolClient('Machine', {
    UserPoolId,
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'],
    AllowedOAuthScopes: ['https://solar.example.com/read', 'https://solar.example.com/write'],
    AccessTokenValidity: 10,
    TokenValidityUnits: { AccessToken: 'minutes' },
    ...client,
  });
  const Secret = pools.userPoolClientSecret(ClientId) ?? '';
  const token = async (more: object = {}) => {
    const { ClientAuthenticationResult } = await cognito.getClientToken({ ClientId, Secret, ...more });
    return ClientAuthenticationResult?.AccessToken ?? '';
  };
  return { ...world, UserPoolId, ClientId, Secret, token };
}

describe('GetClientToken', () => {
  test('gives a machine an access token with its scopes, which the pool’s keys verify', async () => {
    const { cognito, pools, UserPoolId, ClientId, Secret, clock } = await withMachine();
    const { ClientAuthenticationResult } = await cognito.getClientToken({ ClientId, Secret });
    const { AccessToken = '', ...rest } = ClientAuthenticationResult ?? {};
    expect(rest).toEqual({ ExpiresIn: 600, TokenType: 'Bearer' });
    const now = Math.floor(clock.now() / 1000);
    const { payload } = await jwtVerify(AccessToken, createLocalJWKSet(pools.jwks(UserPoolId)), {
      issuer: `${endpoint}/${UserPoolId}`,
      currentDate: new Date(clock.now()),
    });
    expect(payload).toEqual({
      sub: ClientId,
      token_use: 'access',
      scope: 'https://solar.example.com/read https://solar.example.com/write',
      auth_time: now,
      iss: `${endpoint}/${UserPoolId}`,
      exp: now + 600,
      iat: now,
      version: 2,
      jti: expect.any(String),
      client_id: ClientId,
    });
  });

  test('gives the scopes that are asked for, and no others', async () => {
    const { cognito, ClientId, Secret, token } = await withMachine();
    expect(decodeJwt(await token({ Scopes: ['https://solar.example.com/write'] }))['scope']).toBe(
      'https://solar.example.com/write',
    );
    for (const foreign of ['https://solar.example.com/delete', 'openid', 'aws.cognito.signin.user.admin', 'lunar/read']) {
      expect(await refusal(cognito.getClientToken({ ClientId, Secret, Scopes: [foreign] }))).toEqual({
        name: 'InvalidParameterException',
        message: `Invalid scope requested: ${foreign}`,
      });
    }
  });

  test('leaves out a scope that its resource server has lost, until it is there again', async () => {
    const { cognito, UserPoolId, token } = await withMachine();
    const solar = { UserPoolId, Identifier: 'https://solar.example.com', Name: 'Solar' };
    await cognito.updateResourceServer({ ...solar, Scopes: Scopes.slice(1) });
    expect(decodeJwt(await token())['scope']).toBe('https://solar.example.com/write');
    expect(decodeJwt(await token({ Scopes: ['https://solar.example.com/read'] }))['scope']).toBe('');
    await cognito.updateResourceServer({ ...solar, Scopes });
    expect(decodeJwt(await token({ Scopes: ['https://solar.example.com/read'] }))['scope']).toBe(
      'https://solar.example.com/read',
    );
  });

  test('refuses a wrong secret, an unknown client and one without a secret alike', async () => {
    const { cognito, ClientId, Secret, clientId } = await withMachine();
    const refused = { name: 'NotAuthorizedException', message: 'Invalid client or secret' };
    const wrong = 'x'.repeat(51);
    expect(await refusal(cognito.getClientToken({ ClientId, Secret: wrong }))).toEqual(refused);
    expect(await refusal(cognito.getClientToken({ ClientId: 'nobody', Secret }))).toEqual(refused);
    expect(await refusal(cognito.getClientToken({ ClientId: clientId, Secret }))).toEqual(refused);
  });

  test('takes either of two secrets, and none that was deleted', async () => {
    const { cognito, UserPoolId, ClientId, Secret, token } = await withMachine();
    const { ClientSecretDescriptor } = await cognito.addUserPoolClientSecret({ UserPoolId, ClientId });
    const second = { Secret: ClientSecretDescriptor?.ClientSecretValue };
    await token();
    await token(second);
    const { ClientSecrets: [first] = [] } = await cognito.listUserPoolClientSecrets({ UserPoolId, ClientId });
    await cognito.deleteUserPoolClientSecret({ UserPoolId, ClientId, ClientSecretId: first?.ClientSecretId });
    await token(second);
    expect((await refusal(cognito.getClientToken({ ClientId, Secret }))).message).toBe('Invalid client or secret');
  });

  test('requires the flow, which excludes all flows of users, and at least one scope', async () => {
    const { cognito, ClientId, Secret } = await withMachine({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    expect(await refusal(cognito.getClientToken({ ClientId, Secret }))).toEqual({
      name: 'InvalidParameterException',
      message: 'CLIENT_TOKEN_AUTH flow not enabled for this client',
    });
    const flows = { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };
    await expect(withMachine(flows)).rejects.toThrow('cannot be enabled together with other authentication flows');
    await expect(withMachine({ GenerateSecret: false })).rejects.toThrow('needs an app client with a secret');
    const bare = await withMachine({ AllowedOAuthScopes: ['openid'] });
    expect((await refusal(bare.token())).name).toBe('InvalidParameterException');
  });

  test('gives a token that no operation of users accepts', async () => {
    const { cognito, token } = await withMachine();
    expect(await refusal(cognito.getUser({ AccessToken: await token() }))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Access Token does not have required scopes',
    });
  });
});

describe('PreTokenGeneration for a machine', () => {
  test('version 3 is called with the metadata, and changes claims and scopes', async () => {
    const pool = createTriggerPool({
      PreTokenGenerationV3: (event) => {
        event.response.claimsAndScopeOverrideDetails = {
          accessTokenGeneration: {
            claimsToAddOrOverride: { tenant: event.request.clientMetadata.tenant, sub: 'somebody', client_id: 'another' },
            scopesToAdd: ['lunar/read'],
            scopesToSuppress: ['https://solar.example.com/write'],
          },
          groupOverrideDetails: { groupsToOverride: ['admin'] },
        };
        return event;
      },
    });
    const { token, ClientId, UserPoolId } = await withMachine({}, pool);
    const claims = decodeJwt(await token({ ClientMetadata: { tenant: 'red' } }));
    expect(claims).toMatchObject({
      tenant: 'red',
      sub: ClientId,
      client_id: ClientId,
      scope: 'https://solar.example.com/read lunar/read',
    });
    expect(claims).not.toHaveProperty('cognito:groups');
    expect(pool.calls).toEqual([
      {
        version: '3',
        triggerSource: 'TokenGeneration_ClientCredentials',
        region: 'eu-west-1',
        userPoolId: UserPoolId,
        userName: ClientId,
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: ClientId },
        request: {
          userAttributes: {},
          groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
          scopes: ['https://solar.example.com/read', 'https://solar.example.com/write'],
          clientMetadata: { tenant: 'red' },
        },
        response: { claimsAndScopeOverrideDetails: null },
      },
    ]);
  });

  test('version 2 is not called', async () => {
    const pool = createTriggerPool({ PreTokenGenerationV2: (event) => event });
    const { token } = await withMachine({}, pool);
    await token();
    expect(pool.calls).toEqual([]);
  });
});
