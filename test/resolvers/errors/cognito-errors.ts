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
  // The domain of the pool is asked, whose answers are no exceptions (`pool-domain.ts`).
  exchangeAuthorizationCode: [],
  signOutUrl: [],
  globalSignOut: ['GlobalSignOut'],
  me: ['GetUser', 'AdminGetUser'],
  linkedIdentities: ['GetUser', 'AdminGetUser'],
  unlinkIdentity: ['GetUser', 'AdminGetUser', 'GetUserAuthFactors', 'AdminDisableProviderForUser'],
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
  myData: ['GetUser', 'AdminGetUser', 'GetUserAuthFactors', 'ListWebAuthnCredentials', 'ListDevices', 'ListUserSessions'],
  // It tells nothing of what Cognito refuses (`proof.ts`).
  recoverAccess: [],
  // Who calls is asked first of all, and the head of the schema tells what comes of it (`administrator.ts`).
  users: ['ListUsers'],
  user: ['AdminGetUser', 'AdminGetUserAuthFactors', 'AdminListGroupsForUser', 'AdminListUserSessions', 'AdminListDevices'],
  groups: ['ListGroups'],
  groupMembers: ['ListUsersInGroup'],
  createGroup: ['CreateGroup'],
  updateGroup: ['UpdateGroup'],
  deleteGroup: ['DeleteGroup'],
  adminListUserSessions: ['AdminGetUser', 'AdminListUserSessions'],
  adminListActivity: ['AdminGetUser'],
  adminCreateUser: ['AdminCreateUser'],
  adminConfirmSignUp: ['AdminGetUser', 'AdminConfirmSignUp'],
  adminEnableUser: ['AdminGetUser', 'AdminEnableUser'],
  adminDisableUser: ['AdminGetUser', 'ListUsersInGroup', 'AdminDisableUser'],
  adminDeleteUser: ['AdminGetUser', 'ListUsersInGroup', 'AdminDeleteUser'],
  adminResetUserPassword: ['AdminGetUser', 'AdminResetUserPassword'],
  // What follows a new password answers with a refusal of its own (`shut-out.ts`).
  adminSetUserPassword: ['AdminGetUser', 'AdminSetUserPassword'],
  adminUpdateUserAttributes: ['AdminGetUser', 'AdminUpdateUserAttributes'],
  adminUserGlobalSignOut: ['AdminGetUser', 'AdminUserGlobalSignOut'],
  adminSetUserMfaPreference: ['AdminGetUser', 'AdminSetUserMFAPreference'],
  adminDeleteSoftwareToken: ['AdminGetUser', 'AdminDeleteSoftwareToken'],
  adminResetRecoveryCodes: ['AdminGetUser'],
  adminRevokeUserSession: ['AdminGetUser', 'AdminRevokeUserSession'],
  adminLinkProviderForUser: ['AdminGetUser', 'AdminLinkProviderForUser'],
  adminDisableProviderForUser: ['AdminGetUser', 'AdminDisableProviderForUser'],
  adminForgetDevice: ['AdminGetUser', 'AdminForgetDevice'],
  adminAddUserToGroup: ['AdminGetUser', 'AdminAddUserToGroup'],
  adminRemoveUserFromGroup: ['AdminGetUser', 'ListUsersInGroup', 'AdminRemoveUserFromGroup'],
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
