import { expect, test } from 'vitest';
import { createTestPool, password } from '../../../support/cognito/pool.ts';

test('a user signs up, confirms with the code of the mail and signs in by username or verified address', async () => {
  const { cognito, clientId, codeFor } = createTestPool();
  const signedUp = await cognito.signUp({
    ClientId: clientId,
    Username: 'Ada',
    Password: password,
    UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
  });
  expect(signedUp.UserConfirmed).toBe(false);
  expect(signedUp.CodeDeliveryDetails).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' });
  await cognito.confirmSignUp({ ClientId: clientId, Username: 'ada', ConfirmationCode: codeFor('ada@example.com') });
  for (const USERNAME of ['ADA', 'Ada@example.com']) {
    const answer = await cognito.initiateAuth({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
    });
    expect(answer.AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
  }
});

test('an invited user signs in with the temporary password of the mail and chooses a new one', async () => {
  const { cognito, clientId, userPoolId, codeFor } = createTestPool();
  const created = await cognito.adminCreateUser({
    UserPoolId: userPoolId,
    Username: 'grace',
    UserAttributes: [
      { Name: 'email', Value: 'grace@example.com' },
      { Name: 'email_verified', Value: 'True' },
    ],
    DesiredDeliveryMediums: ['EMAIL'],
  });
  expect(created.User).toMatchObject({ Username: 'grace', Enabled: true, UserStatus: 'FORCE_CHANGE_PASSWORD' });
  const challenge = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: 'grace@example.com', PASSWORD: codeFor('grace@example.com') },
  });
  expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  expect(challenge.ChallengeParameters).toEqual({
    USER_ID_FOR_SRP: 'grace',
    requiredAttributes: '[]',
    userAttributes: JSON.stringify({ email: 'grace@example.com', email_verified: 'true' }),
  });
  const done = await cognito.respondToAuthChallenge({
    ClientId: clientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: challenge.Session,
    ChallengeResponses: { USERNAME: 'grace', NEW_PASSWORD: password },
  });
  expect(done.AuthenticationResult?.AccessToken).toBeDefined();
});
