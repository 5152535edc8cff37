import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { signIn } from '../../../support/cognito/sign-in.ts';

describe('a client with a secret', () => {
  const hash = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64');

  test('must prove it in every operation', async () => {
    const world = createTestPool({}, { GenerateSecret: true });
    const { cognito, clientId, userPoolId, codeFor } = world;
    const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });
    const secret = UserPoolClient?.ClientSecret ?? '';
    expect(secret).toMatch(/^[a-z0-9]{51}$/);
    const SecretHash = hash(secret, `ada${clientId}`);
    const request = {
      ClientId: clientId,
      Username: 'ada',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    };
    const absent = {
      name: 'NotAuthorizedException',
      message: `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
    };
    const bad = { name: 'NotAuthorizedException', message: `Unable to verify secret hash for client ${clientId}` };
    expect(await refusal(cognito.signUp(request))).toEqual(absent);
    expect(await refusal(cognito.signUp({ ...request, SecretHash: hash(secret, `eve${clientId}`) }))).toEqual(bad);
    await cognito.signUp({ ...request, SecretHash });
    const named = { ClientId: clientId, Username: 'ada' };
    expect(await refusal(cognito.resendConfirmationCode(named))).toEqual(absent);
    expect(await refusal(cognito.confirmSignUp({ ...named, ConfirmationCode: '1' }))).toEqual(absent);
    expect(await refusal(cognito.forgotPassword(named))).toEqual(absent);
    expect(await refusal(cognito.confirmForgotPassword({ ...named, ConfirmationCode: '1', Password: password }))).toEqual(absent);
    await cognito.confirmSignUp({ ...named, SecretHash, ConfirmationCode: codeFor('ada@example.com') });
    expect(await refusal(signIn(world, 'ada', password))).toEqual(absent);
    expect(await refusal(signIn(world, 'ada', password, { SECRET_HASH: 'x' }))).toEqual(bad);
    // The hash is made of the name as typed.
    expect(await refusal(signIn(world, 'ADA', password, { SECRET_HASH: SecretHash }))).toEqual(bad);
    const { AuthenticationResult } = await signIn(world, 'ada', password, { SECRET_HASH: SecretHash });
    const RefreshToken = AuthenticationResult?.RefreshToken ?? '';
    const refresh = (AuthParameters: Record<string, string>) =>
      cognito.initiateAuth({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken, ...AuthParameters },
      });
    expect(await refusal(refresh({}))).toEqual(absent);
    expect((await refresh({ SECRET_HASH: SecretHash })).AuthenticationResult?.AccessToken).toBeDefined();
    const renew = (change: object) => cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken, ...change });
    expect((await refusal(renew({}))).message).toBe(`Client ${clientId} is configured for secret but secret was not received`);
    expect(await refusal(renew({ ClientSecret: 'x'.repeat(51) }))).toEqual(bad);
    expect((await renew({ ClientSecret: secret })).AuthenticationResult?.AccessToken).toBeDefined();
    const revoke = (change: object) => cognito.revokeToken({ ClientId: clientId, Token: RefreshToken, ...change });
    expect((await refusal(revoke({}))).name).toBe('UnauthorizedException');
    await revoke({ ClientSecret: secret });
  });
});
