import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoOperation } from '../../../resolvers/aws/repetition.ts';
import type { CommandsOf } from '../../../resolvers/aws/send.ts';
import type { AdminField } from '../../../resolvers/call/fields.ts';
import type { Field, FieldOperation } from '../../../resolvers/call/operation.ts';

export type Args<F extends Field> = Parameters<FieldOperation<F, never>>[0];

const password = 'Correct-horse-1';
const deviceKey = 'eu-central-1_f0f0f0f0-f0f0-40f0-80f0-f0f0f0f0f0f0';
const user = { username: 'ann', code: '123456' };

/**
 * Calls that may be carried out twice are sent again. Of the others, callers may repeat some without harm, even if the
 * first call was carried out.
 */
type Kind = 'sent again' | 'sent once, may be repeated' | 'sent once';

export interface Call<F extends Field> {
  readonly args: Args<F>;
  readonly operation: CognitoOperation;
  readonly kind: Kind;
  /** The part of the message that says what to do. */
  readonly advice?: RegExp;
  /** Whether the stage is one without the table of the account. */
  readonly keepsNothing?: boolean;
}

/**
 * Every field that calls Cognito, except those for administrators, which first check the caller. A missing field does
 * not compile.
 */
export const calls = {
  me: { args: {}, operation: 'GetUser', kind: 'sent again' },
  recoveryCodes: { args: {}, operation: 'GetUser', kind: 'sent again' },
  generateRecoveryCodes: { args: {}, operation: 'GetUser', kind: 'sent again' },
  activity: { args: {}, operation: 'GetUser', kind: 'sent again' },
  myData: { args: {}, operation: 'GetUser', kind: 'sent again' },
  linkedIdentities: { args: {}, operation: 'GetUser', kind: 'sent again' },
  unlinkIdentity: { args: { input: { providerName: 'Google' } }, operation: 'GetUser', kind: 'sent again' },
  setUserMfaPreference: {
    args: { input: { softwareToken: { enabled: true } } },
    operation: 'SetUserMFAPreference',
    kind: 'sent again',
  },
  startWebAuthnRegistration: { args: {}, operation: 'StartWebAuthnRegistration', kind: 'sent again' },
  revokeToken: { args: { input: { refreshToken: 'token' } }, operation: 'RevokeToken', kind: 'sent again' },
  login: {
    args: { input: { username: 'ann', password } },
    operation: 'InitiateAuth',
    kind: 'sent once, may be repeated',
    advice: /Try again/,
  },
  forgotPassword: {
    args: { input: { username: 'ann' } },
    operation: 'ForgotPassword',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  resendConfirmationCode: {
    args: { input: { username: 'ann' } },
    operation: 'ResendConfirmationCode',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  refreshTokens: {
    args: { input: { refreshToken: 'token' } },
    operation: 'GetTokensFromRefreshToken',
    kind: 'sent once, may be repeated',
    advice: /sign in/,
  },
  signUp: {
    args: { input: { username: 'ann', email: 'ann@example.com', password } },
    operation: 'SignUp',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  confirmSignUp: {
    args: { input: { ...user, password } },
    operation: 'ConfirmSignUp',
    kind: 'sent once',
    advice: /try to sign in/,
  },
  confirmForgotPassword: {
    args: { input: { ...user, password } },
    operation: 'ConfirmForgotPassword',
    kind: 'sent once',
    advice: /try to sign in with it/,
  },
  respondToChallenge: {
    args: { input: { name: 'SMS_MFA', session: 's', ...user } },
    operation: 'RespondToAuthChallenge',
    kind: 'sent once',
    advice: /Start again with `login`/,
  },
  associateSoftwareToken: { args: {}, operation: 'AssociateSoftwareToken', kind: 'sent once', advice: /Start again/ },
  verifySoftwareToken: {
    args: { input: { code: '123456' } },
    operation: 'VerifySoftwareToken',
    kind: 'sent once',
    advice: /may be set up/,
  },
  completeWebAuthnRegistration: {
    args: { input: { credential: {} } },
    operation: 'CompleteWebAuthnRegistration',
    kind: 'sent once',
    advice: /may be registered/,
  },
  confirmDevice: {
    args: {
      input: { deviceKey, passwordVerifier: 'AAAA', salt: 'AAAA' },
    },
    operation: 'ConfirmDevice',
    kind: 'sent once',
    advice: /may be confirmed/,
  },
  authFactors: { args: {}, operation: 'GetUserAuthFactors', kind: 'sent again' },
  devices: { args: {}, operation: 'ListDevices', kind: 'sent again' },
  device: { args: { key: deviceKey }, operation: 'GetDevice', kind: 'sent again' },
  passkeys: { args: {}, operation: 'ListWebAuthnCredentials', kind: 'sent again' },
  sessions: { args: {}, operation: 'ListUserSessions', kind: 'sent again' },
  updateDeviceStatus: {
    args: { input: { deviceKey, remembered: true } },
    operation: 'UpdateDeviceStatus',
    kind: 'sent again',
  },
  updateUserAttributes: {
    args: { input: { attributes: [{ name: 'email', value: 'ann@example.com' }] } },
    operation: 'UpdateUserAttributes',
    kind: 'sent once, may be repeated',
    advice: /Look at the account/,
  },
  getUserAttributeVerificationCode: {
    args: { input: { name: 'email' } },
    operation: 'GetUserAttributeVerificationCode',
    kind: 'sent once, may be repeated',
    advice: /Wait for the code/,
  },
  changePassword: {
    args: { input: { previousPassword: password, newPassword: password } },
    operation: 'ChangePassword',
    kind: 'sent once',
    advice: /try to sign in with it/,
  },
  deleteUserAttributes: {
    args: { input: { names: ['nickname'] } },
    operation: 'DeleteUserAttributes',
    kind: 'sent once',
    advice: /Look at the account/,
  },
  verifyUserAttribute: {
    args: { input: { name: 'email', code: '123456' } },
    operation: 'VerifyUserAttribute',
    kind: 'sent once',
    advice: /may be verified/,
  },
  deleteUser: { args: {}, operation: 'DeleteUser', kind: 'sent once', advice: /may be deleted/, keepsNothing: true },
  forgetDevice: { args: { input: { deviceKey } }, operation: 'ForgetDevice', kind: 'sent once', advice: /list of devices/ },
  deleteWebAuthnCredential: {
    args: { input: { credentialId: 'AAAA' } },
    operation: 'DeleteWebAuthnCredential',
    kind: 'sent once',
    advice: /list of passkeys/,
  },
  revokeUserSession: {
    args: { input: { sessionId: 'tknm5k9p2q7r4s8t1v6w3x0y5z2b' } },
    operation: 'RevokeUserSession',
    kind: 'sent once',
    advice: /list of sessions/,
  },
  recoverAccess: {
    args: { input: { username: 'ann', password, recoveryCode: '0000-0000-0000' } },
    operation: 'AdminInitiateAuth',
    kind: 'sent once, may be repeated',
    advice: /Try again/,
  },
  globalSignOut: { args: {}, operation: 'GlobalSignOut', kind: 'sent once', advice: /may have ended/ },
} as const satisfies {
  readonly [F in Exclude<Field, 'gpt' | 'authConfig' | 'exchangeAuthorizationCode' | 'signOutUrl' | AdminField>]: Call<F>;
};

type Begun = (typeof calls)[keyof typeof calls]['operation'] | 'AdminCreateUser';

const pool = { UserPoolId: 'eu-central-1_example' };
const whose = { ...pool, Username: 'ann' };
const group = { ...pool, GroupName: 'staff' };

interface LaterCall<O extends CognitoOperation> {
  readonly input: CommandsOf<typeof sdk, O>[O]['input'];
  readonly kind: Exclude<Kind, 'sent once, may be repeated'>;
}

/** Every operation that is not the first call of a field. A missing one does not compile. */
export const later: { readonly [O in Exclude<CognitoOperation, Begun>]: LaterCall<O> } = {
  AdminGetUser: { input: whose, kind: 'sent again' },
  AdminListDevices: { input: whose, kind: 'sent again' },
  AdminUserGlobalSignOut: { input: whose, kind: 'sent again' },
  AdminSetUserPassword: { input: { ...whose, Password: password }, kind: 'sent again' },
  AdminSetUserMFAPreference: { input: whose, kind: 'sent again' },
  AdminDeleteSoftwareToken: { input: whose, kind: 'sent again' },
  AdminEnableUser: { input: whose, kind: 'sent again' },
  AdminDisableUser: { input: whose, kind: 'sent again' },
  AdminConfirmSignUp: { input: whose, kind: 'sent once' },
  AdminDeleteUser: { input: whose, kind: 'sent once' },
  AdminResetUserPassword: { input: whose, kind: 'sent once' },
  AdminUpdateUserAttributes: {
    input: { ...whose, UserAttributes: [] },
    kind: 'sent once',
  },
  AdminGetUserAuthFactors: { input: whose, kind: 'sent again' },
  AdminListGroupsForUser: { input: whose, kind: 'sent again' },
  AdminListUserSessions: { input: whose, kind: 'sent again' },
  AdminRevokeUserSession: { input: { ...whose, SessionId: 'tkn1' }, kind: 'sent once' },
  AdminAddUserToGroup: { input: { ...whose, ...group }, kind: 'sent again' },
  AdminRemoveUserFromGroup: { input: { ...whose, ...group }, kind: 'sent again' },
  ListUsers: { input: pool, kind: 'sent again' },
  ListUsersInGroup: { input: group, kind: 'sent again' },
  ListGroups: { input: pool, kind: 'sent again' },
  CreateGroup: { input: group, kind: 'sent once' },
  UpdateGroup: { input: group, kind: 'sent again' },
  DeleteGroup: { input: group, kind: 'sent once' },
  AdminLinkProviderForUser: {
    input: { ...pool, SourceUser: {}, DestinationUser: {} },
    kind: 'sent once',
  },
  AdminDisableProviderForUser: { input: { ...pool, User: {} }, kind: 'sent once' },
  AdminForgetDevice: { input: { ...whose, DeviceKey: deviceKey }, kind: 'sent once' },
};
