import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { Field } from '../../../resolvers/call/operation.ts';

/** What each field asks of Cognito. */
export const commands: Readonly<Record<Exclude<Field, 'authConfig' | 'gpt'>, readonly string[]>> = {
  signUp: ['SignUp', 'AdminCreateUser'],
  confirmSignUp: ['ConfirmSignUp'],
  resendConfirmationCode: ['ResendConfirmationCode'],
  login: ['InitiateAuth'],
  respondToChallenge: ['RespondToAuthChallenge'],
  forgotPassword: ['ForgotPassword'],
  confirmForgotPassword: ['ConfirmForgotPassword'],
  refreshTokens: ['GetTokensFromRefreshToken'],
  revokeToken: ['RevokeToken'],
  globalSignOut: ['GlobalSignOut'],
  me: ['GetUser'],
  associateSoftwareToken: ['AssociateSoftwareToken'],
  verifySoftwareToken: ['VerifySoftwareToken'],
  setUserMfaPreference: ['SetUserMFAPreference'],
  confirmDevice: ['ConfirmDevice'],
  startWebAuthnRegistration: ['StartWebAuthnRegistration'],
  completeWebAuthnRegistration: ['CompleteWebAuthnRegistration'],
  deleteWebAuthnCredential: ['DeleteWebAuthnCredential'],
  passkeys: ['ListWebAuthnCredentials'],
  authFactors: ['GetUserAuthFactors'],
  devices: ['ListDevices'],
  device: ['GetDevice'],
  updateDeviceStatus: ['UpdateDeviceStatus'],
  forgetDevice: ['ForgetDevice'],
  sessions: ['ListUserSessions'],
  revokeUserSession: ['RevokeUserSession'],
  // What follows a new password answers with a refusal of its own (`shut-out.ts`).
  changePassword: ['ChangePassword'],
  updateUserAttributes: ['UpdateUserAttributes'],
  deleteUserAttributes: ['DeleteUserAttributes'],
  getUserAttributeVerificationCode: ['GetUserAttributeVerificationCode'],
  verifyUserAttribute: ['VerifyUserAttribute'],
  deleteUser: ['DeleteUser'],
  recoveryCodes: ['GetUser'],
  generateRecoveryCodes: ['GetUser'],
  activity: ['GetUser'],
  myData: ['GetUser', 'GetUserAuthFactors', 'ListWebAuthnCredentials', 'ListDevices', 'ListUserSessions'],
  // It tells nothing of what Cognito refuses (`proof.ts`).
  recoverAccess: [],
};

/** The exceptions of an operation, which only the documentation of the SDK names. */
export function thrownBy(command: string): string[] {
  const path = `node_modules/@aws-sdk/client-cognito-identity-provider/dist-types/commands/${command}Command.d.ts`;
  const documented = readFileSync(path, 'utf8').matchAll(/@throws \{@link (\w+Exception)\} \((?:client|server) fault\)/g);
  return Array.from(documented, ([, name = '']) => name);
}

/** What the SDK throws when Cognito refuses. */
export function cognitoError(name: string, message: string, httpStatusCode = 400): Error {
  const fault = httpStatusCode >= 500 ? 'server' : 'client';
  return new sdk.CognitoIdentityProviderServiceException({ name, message, $fault: fault, $metadata: { httpStatusCode } });
}
