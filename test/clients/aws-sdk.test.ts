import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appCode } from '../support/authenticator-app.ts';
import { newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { awsCli } from './aws-cli.ts';
import { codeTo, confirmedPerson } from './people.ts';

// The AWS SDK as an application would use it: `endpoint` is the one thing that differs from AWS.

let system: System;
let cognito: CognitoIdentityProvider;
let administrator: CognitoIdentityProvider;
let ClientId: string;
let UserPoolId: string;

beforeAll(async () => {
  system = await startSystem();
  const { outputs } = system.runtime;
  ({ UserPoolClientId: ClientId, UserPoolId } = outputs);
  const settings = { region: outputs.Region, endpoint: outputs.CognitoEndpoint };
  cognito = new CognitoIdentityProvider(settings);
  administrator = new CognitoIdentityProvider({ ...settings, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
});

afterAll(async () => {
  cognito.destroy();
  administrator.destroy();
  await system.close();
});

function passwordAuth(USERNAME: string, PASSWORD: string) {
  return cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
}

async function signedIn(username: string, password: string) {
  const { AuthenticationResult } = await passwordAuth(username, password);
  const { AccessToken, RefreshToken } = AuthenticationResult ?? {};
  if (!AccessToken || !RefreshToken) throw new Error('Not signed in.');
  return { AccessToken, RefreshToken };
}

describe('the AWS SDK', () => {
  test('signs up, asks for the code again, confirms and signs in', async () => {
    const { username: Username, email } = newPerson();
    const Password = newPassword();
    const UserAttributes = [{ Name: 'email', Value: email }];
    const signedUp = await cognito.signUp({ ClientId, Username, Password, UserAttributes });
    expect(signedUp).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL' },
    });
    const first = await codeTo(system, email);
    await expect(cognito.signUp({ ClientId, Username, Password, UserAttributes })).rejects.toMatchObject({
      name: 'UsernameExistsException',
    });
    await expect(passwordAuth(Username, Password)).rejects.toMatchObject({ name: 'UserNotConfirmedException' });
    await cognito.resendConfirmationCode({ ClientId, Username });
    const second = await codeTo(system, email);
    if (first !== second) {
      const stale = cognito.confirmSignUp({ ClientId, Username, ConfirmationCode: first });
      await expect(stale).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await cognito.confirmSignUp({ ClientId, Username, ConfirmationCode: second });

    const { AccessToken } = await signedIn(email, Password);
    const user = await cognito.getUser({ AccessToken });
    expect(user.Username).toBe(Username);
    expect(user.UserAttributes).toEqual(
      expect.arrayContaining([
        { Name: 'sub', Value: signedUp.UserSub },
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ]),
    );
  });

  test('sets a new password for a forgotten one', async () => {
    const { username: Username, email, password } = await confirmedPerson(system);
    await cognito.forgotPassword({ ClientId, Username });
    const ConfirmationCode = await codeTo(system, email);
    const Password = newPassword();
    await cognito.confirmForgotPassword({ ClientId, Username, ConfirmationCode, Password });
    await expect(passwordAuth(Username, password)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await signedIn(Username, Password);
  });

  test('refreshes in both of the ways that Cognito has, revokes, and signs out everywhere', async () => {
    const { username, password } = await confirmedPerson(system);
    const { AccessToken, RefreshToken } = await signedIn(username, password);
    const AuthParameters = { REFRESH_TOKEN: RefreshToken };
    const one = await cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
    const other = await cognito.getTokensFromRefreshToken({ ClientId, RefreshToken });
    const tokens = [AccessToken, one.AuthenticationResult?.AccessToken, other.AuthenticationResult?.AccessToken];
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(await cognito.getUser({ AccessToken: token })).toMatchObject({ Username: username });

    await cognito.revokeToken({ ClientId, Token: RefreshToken });
    for (const token of tokens) {
      await expect(cognito.getUser({ AccessToken: token })).rejects.toMatchObject({
        name: 'NotAuthorizedException',
        message: 'Access Token has been revoked',
      });
    }
    const sessions = await Promise.all([signedIn(username, password), signedIn(username, password)]);
    await cognito.globalSignOut({ AccessToken: sessions[0].AccessToken });
    for (const session of sessions) {
      await expect(cognito.getUser({ AccessToken: session.AccessToken })).rejects.toMatchObject({
        name: 'NotAuthorizedException',
      });
    }
  });

  test('signs an invited user in by the password of the message, and chooses a new one', async () => {
    const { username: Username, email } = newPerson();
    await administrator.adminCreateUser({
      UserPoolId,
      Username,
      // Otherwise the user would have no password at all, since this pool also allows sign-in with a code.
      TemporaryPassword: newPassword(),
      UserAttributes: [{ Name: 'email', Value: email }],
      DesiredDeliveryMediums: ['EMAIL'],
    });
    const challenge = await passwordAuth(Username, await codeTo(system, email));
    expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const password = newPassword();
    const { AuthenticationResult } = await cognito.respondToAuthChallenge({
      ClientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: password },
    });
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' });
    await signedIn(Username, password);
  });

  test('signs in by a code of the mail that the user has chosen', async () => {
    const { username: USERNAME, email } = await confirmedPerson(system);
    const choice = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME } });
    expect(choice).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    });
    const sent = await cognito.respondToAuthChallenge({
      ClientId,
      ChallengeName: 'SELECT_CHALLENGE',
      Session: choice.Session,
      ChallengeResponses: { USERNAME, ANSWER: 'EMAIL_OTP' },
    });
    expect(sent).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL', CODE_DELIVERY_DESTINATION: `${email[0]}***@e***` },
    });
    const { AuthenticationResult } = await cognito.respondToAuthChallenge({
      ClientId,
      ChallengeName: 'EMAIL_OTP',
      Session: sent.Session,
      ChallengeResponses: { USERNAME, EMAIL_OTP_CODE: await codeTo(system, email) },
    });
    expect(await cognito.getUser({ AccessToken: AuthenticationResult?.AccessToken })).toMatchObject({ Username: USERNAME });
  });

  test('goes straight on from the confirmation to the sign-in, by their sessions', async () => {
    const { username: Username, email } = newPerson();
    const UserAttributes = [{ Name: 'email', Value: email }];
    const signedUp = await cognito.signUp({ ClientId, Username, Password: newPassword(), UserAttributes });
    const ConfirmationCode = await codeTo(system, email);
    const confirmed = await cognito.confirmSignUp({ ClientId, Username, ConfirmationCode, Session: signedUp.Session });
    const start = {
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: Username },
      Session: confirmed.Session,
    } as const;
    const { AuthenticationResult } = await cognito.initiateAuth(start);
    expect(await cognito.getUser({ AccessToken: AuthenticationResult?.AccessToken })).toMatchObject({ Username });
    await expect(cognito.initiateAuth(start)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  test('pairs an authenticator app and signs in by its code', async () => {
    const { username, password } = await confirmedPerson(system);
    const { AccessToken } = await signedIn(username, password);
    const { SecretCode = '' } = await cognito.associateSoftwareToken({ AccessToken });
    const wrong = cognito.verifySoftwareToken({ AccessToken, UserCode: appCode(SecretCode, 1000) });
    await expect(wrong).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' });
    const FriendlyDeviceName = 'telephone';
    const verified = await cognito.verifySoftwareToken({ AccessToken, UserCode: appCode(SecretCode), FriendlyDeviceName });
    expect(verified.Status).toBe('SUCCESS');
    await cognito.setUserMFAPreference({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await cognito.getUser({ AccessToken })).toMatchObject({
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    });

    const challenge = await passwordAuth(username, password);
    expect(challenge).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: FriendlyDeviceName },
    });
    const { AuthenticationResult } = await cognito.respondToAuthChallenge({
      ClientId,
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: challenge.Session,
      ChallengeResponses: { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: appCode(SecretCode, 1) },
    });
    expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer' });
  });
});

describe('the AWS CLI', () => {
  test('signs up, confirms, signs in, is read by an administrator, and signs out', { tags: ['exhaustive'] }, async () => {
    const aws = awsCli(system.runtime.outputs);
    const { username, email } = newPerson();
    const password = newPassword();
    const app = ['--client-id', ClientId];
    const attributes = ['--user-attributes', `Name=email,Value=${email}`];
    const signedUp = await aws('sign-up', ...app, '--username', username, '--password', password, ...attributes);
    expect(signedUp).toMatchObject({ UserConfirmed: false, CodeDeliveryDetails: { DeliveryMedium: 'EMAIL' } });
    await aws('confirm-sign-up', ...app, '--username', username, '--confirmation-code', await codeTo(system, email));
    const credentials = ['--auth-parameters', `USERNAME=${email},PASSWORD=${password}`];
    const query = ['--query', 'AuthenticationResult.AccessToken'];
    const token = await aws('initiate-auth', ...app, '--auth-flow', 'USER_PASSWORD_AUTH', ...credentials, ...query);
    const user = await aws('admin-get-user', '--user-pool-id', UserPoolId, '--username', username);
    expect(user).toMatchObject({ Username: username, UserStatus: 'CONFIRMED' });
    const bearer = ['--access-token', String(token)];
    expect(await aws('get-user', ...bearer)).toMatchObject({ Username: username });
    await aws('global-sign-out', ...bearer);
    await expect(aws('get-user', ...bearer)).rejects.toMatchObject({
      stderr: expect.stringContaining('NotAuthorizedException'),
    });
  });
});
