import { Amplify } from 'aws-amplify';
import { type GraphQLQuery, generateClient } from 'aws-amplify/api';
import {
  autoSignIn,
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  fetchAuthSession,
  fetchMFAPreference,
  fetchUserAttributes,
  getCurrentUser,
  resetPassword,
  type SignInOutput,
  setUpTOTP,
  signIn,
  signOut,
  signUp,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { print } from 'graphql';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  AuthConfigDocument,
  type AuthConfigQuery,
  MeDocument,
  type MeQuery,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { appCode } from '../support/authenticator-app.ts';
import { refused, succeeded } from '../support/send.ts';
import { newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';
import { codeTo, confirmedPerson } from './people.ts';
import { type Recorder, startRecorder } from './recorder.ts';

// AWS's own client library, unmodified. It is configured as for a deployed stack, with one more setting: the address of
// Cognito.

let system: System;
let cognito: Recorder;

beforeAll(async () => {
  system = await startSystem();
  const { outputs } = system.runtime;
  cognito = await startRecorder(outputs.CognitoEndpoint);
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: outputs.UserPoolId,
        userPoolClientId: outputs.UserPoolClientId,
        userPoolEndpoint: cognito.url,
      },
    },
    API: {
      GraphQL: { endpoint: outputs.GraphQLUrl, region: outputs.Region, defaultAuthMode: 'apiKey', apiKey: outputs.ApiKey },
    },
  });
});

// One page has one user, and Amplify refuses a second sign-in.
afterEach(() => signOut());

afterAll(async () => {
  await cognito.close();
  await system.close();
});

const signedIn = { isSignedIn: true, nextStep: { signInStep: 'DONE' } } satisfies SignInOutput;

async function me(): Promise<MeQuery['me']> {
  const client = generateClient();
  const { data } = await client.graphql<GraphQLQuery<MeQuery>>({ query: print(MeDocument), authMode: 'userPool' });
  return data.me;
}

describe('aws-amplify', () => {
  test('signs up, confirms by the code of the message, signs in by SRP and reads the user with its token', async () => {
    const { username, email } = newPerson();
    const password = newPassword();
    const started = await signUp({ username, password, options: { userAttributes: { email } } });
    expect(started).toMatchObject({
      isSignUpComplete: false,
      nextStep: { signUpStep: 'CONFIRM_SIGN_UP', codeDeliveryDetails: { deliveryMedium: 'EMAIL', attributeName: 'email' } },
    });
    const confirmed = await confirmSignUp({ username, confirmationCode: await codeTo(system, email) });
    expect(confirmed).toMatchObject({ isSignUpComplete: true });
    const before = cognito.bodies.length;
    expect(await signIn({ username, password })).toEqual(signedIn);
    expect(await me()).toMatchObject({ username, email, emailVerified: true });
    // The default flow is SRP: the password stays here.
    for (const body of cognito.bodies.slice(before)) expect(body).not.toContain(password);
  });

  test('keeps the session: tokens, a refresh, the user and their attributes', async () => {
    const { username, email, password } = await confirmedPerson(system);
    await signIn({ username: email, password });
    const { tokens, userSub } = await fetchAuthSession();
    expect(tokens?.idToken?.payload).toMatchObject({ email, 'cognito:username': username });
    expect(tokens?.accessToken.payload).toMatchObject({ username, sub: userSub, token_use: 'access' });
    const refreshed = await fetchAuthSession({ forceRefresh: true });
    expect(refreshed.tokens?.accessToken.payload.jti).not.toBe(tokens?.accessToken.payload.jti);
    expect(await getCurrentUser()).toMatchObject({ username, userId: userSub });
    expect(await fetchUserAttributes()).toMatchObject({ email, email_verified: 'true', sub: userSub });
  });

  test('reads what the API key may, and is refused the rest', async () => {
    const client = generateClient();
    const { data } = await client.graphql<GraphQLQuery<AuthConfigQuery>>({ query: print(AuthConfigDocument) });
    expect(data.authConfig.flows).toContain('USER_SRP_AUTH');
    await expect(client.graphql({ query: print(MeDocument) })).rejects.toMatchObject({
      errors: [{ errorType: 'Unauthorized' }],
    });
  });

  test('is refused a wrong password', async () => {
    const { username } = await confirmedPerson(system);
    await expect(signIn({ username, password: newPassword() })).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  test('gives a new password for a temporary one', async () => {
    const { username, email } = newPerson();
    const temporaryPassword = newPassword();
    succeeded(await system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
    const challenged = await signIn({ username, password: temporaryPassword });
    expect(challenged.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
    expect(await confirmSignIn({ challengeResponse: newPassword() })).toEqual(signedIn);
    expect(await me()).toMatchObject({ username });
  });

  test('resets a forgotten password', async () => {
    const { username, email, password } = await confirmedPerson(system);
    expect(await resetPassword({ username })).toMatchObject({
      isPasswordReset: false,
      nextStep: { resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE', codeDeliveryDetails: { deliveryMedium: 'EMAIL' } },
    });
    const fresh = newPassword();
    await confirmResetPassword({ username, confirmationCode: await codeTo(system, email), newPassword: fresh });
    await expect(signIn({ username, password })).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    expect(await signIn({ username, password: fresh })).toEqual(signedIn);
  });

  test('signs out everywhere: the token that is out is dead for the API', async () => {
    const { username, password } = await confirmedPerson(system);
    await signIn({ username, password });
    const { tokens } = await fetchAuthSession();
    await signOut({ global: true });
    expect((await fetchAuthSession()).tokens).toBeUndefined();
    expect(refused(await system.send(MeDocument, {}, tokens?.accessToken.toString())).errorType).toBe('TOKEN_REVOKED');
  });

  test('signs in by a code of the mail, asked for at once', async () => {
    const { username, email } = await confirmedPerson(system);
    const sent = await signIn({ username, options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    expect(sent).toMatchObject({
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', codeDeliveryDetails: { destination: `${email[0]}***@e***` } },
    });
    expect(await confirmSignIn({ challengeResponse: await codeTo(system, email) })).toEqual(signedIn);
    expect(await me()).toMatchObject({ username, email });
  });

  test('signs up and in without any password', async () => {
    const { username, email } = newPerson();
    await signUp({ username, options: { userAttributes: { email } } });
    await confirmSignUp({ username, confirmationCode: await codeTo(system, email) });
    await signIn({ username, options: { authFlowType: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    expect(await confirmSignIn({ challengeResponse: await codeTo(system, email) })).toEqual(signedIn);
    expect(await me()).toMatchObject({ username, emailVerified: true });
  });

  test.each([
    ['EMAIL_OTP', 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE'],
    ['PASSWORD', 'CONFIRM_SIGN_IN_WITH_PASSWORD'],
    ['PASSWORD_SRP', 'CONFIRM_SIGN_IN_WITH_PASSWORD'],
  ] as const)('lets the user choose their first factor: %s', async (factor, signInStep) => {
    const { username, email, password } = await confirmedPerson(system);
    const choice = await signIn({ username, options: { authFlowType: 'USER_AUTH' } });
    expect(choice.nextStep).toEqual({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'],
    });
    const asked = await confirmSignIn({ challengeResponse: factor });
    expect(asked.nextStep.signInStep).toBe(signInStep);
    const challengeResponse = factor === 'EMAIL_OTP' ? await codeTo(system, email) : password;
    expect(await confirmSignIn({ challengeResponse })).toEqual(signedIn);
    expect(await me()).toMatchObject({ username });
  });

  test('proves the password by SRP within the flow of choice', async () => {
    const { username, password } = await confirmedPerson(system);
    const before = cognito.bodies.length;
    const options = { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD_SRP' } as const;
    expect(await signIn({ username, password, options })).toEqual(signedIn);
    for (const body of cognito.bodies.slice(before)) expect(body).not.toContain(password);
  });

  test('goes straight on from the confirmation to the sign-in', async () => {
    const { username, email } = newPerson();
    await signUp({ username, password: newPassword(), options: { userAttributes: { email }, autoSignIn: true } });
    const confirmed = await confirmSignUp({ username, confirmationCode: await codeTo(system, email) });
    expect(confirmed.nextStep.signUpStep).toBe('COMPLETE_AUTO_SIGN_IN');
    expect(await autoSignIn()).toEqual(signedIn);
    expect(await me()).toMatchObject({ username, emailVerified: true });
  });

  test('pairs an authenticator app and signs in by its code', async () => {
    const { username, password } = await confirmedPerson(system);
    await signIn({ username, password });
    const { sharedSecret } = await setUpTOTP();
    await expect(verifyTOTPSetup({ code: appCode(sharedSecret, 1000) })).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    await verifyTOTPSetup({ code: appCode(sharedSecret) });
    await updateMFAPreference({ totp: 'PREFERRED' });
    expect(await fetchMFAPreference()).toEqual({ preferred: 'TOTP', enabled: ['TOTP'] });
    await signOut();

    const challenged = await signIn({ username, password });
    expect(challenged.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE');
    expect(await confirmSignIn({ challengeResponse: appCode(sharedSecret, 1) })).toEqual(signedIn);
    expect((await me()).mfa).toEqual({ preferred: 'SOFTWARE_TOKEN_MFA', enabled: ['SOFTWARE_TOKEN_MFA'] });
  });
});
