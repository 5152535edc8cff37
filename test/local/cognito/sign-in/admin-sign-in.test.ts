import type { AuthFlowType, ContextDataType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { appCode } from '../../../support/authenticator-app.ts';
import { createMfaPool, enrolApp, finish } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';
import { srpAnswers } from '../../../support/cognito/srp-client.ts';
import { createSrpSession } from '../../../support/srp.ts';

const begin = (
  { cognito, clientId, userPoolId }: TestPool,
  AuthParameters: Record<string, string> = { USERNAME: 'ada', PASSWORD: password },
  AuthFlow: AuthFlowType = 'ADMIN_USER_PASSWORD_AUTH',
) => cognito.adminInitiateAuth({ UserPoolId: userPoolId, ClientId: clientId, AuthFlow, AuthParameters });

async function withAda(): Promise<TestPool> {
  const world = createMfaPool();
  await world.confirmedUser('ada', { phone_number: '+441234567890' });
  return world;
}

describe('AdminInitiateAuth', () => {
  test.each(['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const)('signs in by %s', async (flow) => {
    const world = await withAda();
    const { AuthenticationResult } = await begin(world, { USERNAME: 'ada', PASSWORD: password }, flow);
    const AuthParameters = { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' };
    const refreshed = await begin(world, AuthParameters, 'REFRESH_TOKEN_AUTH');
    expect(refreshed.AuthenticationResult?.AccessToken).toBeDefined();
    const wrong = { USERNAME: 'ada', PASSWORD: 'Wrong passw0rd!' };
    expect((await refusal(begin(world, wrong, flow))).message).toBe('Incorrect username or password.');
  });

  test('takes the caller in the form of a signed call, of which four members are required', async () => {
    const world = await withAda();
    const signIn = (ContextData: ContextDataType) =>
      world.cognito.adminInitiateAuth({
        UserPoolId: world.userPoolId,
        ClientId: world.clientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'ada', PASSWORD: password },
        ContextData,
      });
    const HttpHeaders = [{ headerName: 'User-Agent', headerValue: 'vitest' }];
    const caller = { IpAddress: '192.0.2.1', ServerName: 'AppSync', ServerPath: '/graphql', HttpHeaders };
    expect((await signIn(caller)).AuthenticationResult).toBeDefined();
    for (const name of Object.keys(caller)) {
      expect((await refusal(signIn({ ...caller, [name]: undefined }))).name).toBe('InvalidParameterException');
    }
  });

  test('begins the user’s own flows too, but for the plain password', async () => {
    const world = await withAda();
    const session = createSrpSession('ada', password, world.userPoolId);
    const response = await begin(world, { USERNAME: 'ada', SRP_A: session.largeA }, 'USER_SRP_AUTH');
    const { AuthenticationResult } = await world.cognito.adminRespondToAuthChallenge({
      UserPoolId: world.userPoolId,
      ClientId: world.clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: srpAnswers(world, { session, response }),
    });
    expect(AuthenticationResult).toBeDefined();
    expect((await refusal(begin(world, undefined, 'USER_PASSWORD_AUTH'))).message).toBe('Initiate Auth method not supported.');
  });

  test('is refused where the client has it off, for another pool’s client, and for nobody', async () => {
    const world = createTestPool();
    expect(await refusal(begin(world))).toEqual({
      name: 'InvalidParameterException',
      message: 'Auth flow not enabled for this client',
    });
    const other = await withAda();
    expect((await refusal(begin({ ...other, clientId: world.clientId }))).name).toBe('ResourceNotFoundException');
    expect((await refusal(begin({ ...other, userPoolId: 'eu-west-1_nowhere00' }))).name).toBe('ResourceNotFoundException');
    const unknown = { USERNAME: 'nobody', PASSWORD: password };
    expect((await refusal(begin(other, unknown))).message).toBe('Incorrect username or password.');
  });
});

describe('AdminRespondToAuthChallenge', () => {
  test('goes on with a sign-in, whichever operation began it, in its own pool', async () => {
    const world = await withAda();
    const secret = await enrolApp(world, 'ada');
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    await world.cognito.adminSetUserMFAPreference({ ...named, SoftwareTokenMfaSettings: { Enabled: true } });
    world.clock.advance({ seconds: 30 });
    const answer = (Session: string | undefined, UserPoolId = world.userPoolId) =>
      world.cognito.adminRespondToAuthChallenge({
        UserPoolId,
        ClientId: world.clientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session,
        ChallengeResponses: { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: appCode(secret, 0, world.clock.now()) },
      });
    const { Session } = await signIn(world, 'ada');
    const otherId = world.pools.provisionUserPool('Other', {});
    expect((await refusal(answer(Session, otherId))).name).toBe('ResourceNotFoundException');
    expect((await answer(Session)).AuthenticationResult).toBeDefined();
    const { trail } = await finish(world, await begin(world), { username: 'ada', secret });
    expect(trail).toEqual(['SOFTWARE_TOKEN_MFA']);
  });
});
