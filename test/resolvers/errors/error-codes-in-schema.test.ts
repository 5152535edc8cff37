import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import type { AuthErrorCode } from '../../../resolvers/generated/schema.ts';
import { cognitoError, commands, thrownBy } from './cognito-errors.ts';
import { texts } from './cognito-texts.ts';

describe('the lists in schema.graphql', () => {
  /** What every operation can give: the head of the schema tells it. */
  const common: readonly AuthErrorCode[] = ['FORBIDDEN', 'INTERNAL', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'];

  const token = ['ACCESS_TOKEN_REQUIRED', 'TOKEN_EXPIRED', 'TOKEN_INVALID', 'TOKEN_REVOKED'] as const;

  /** What an operation refuses by itself, and what the texts that others share with it tell. */
  const further: Readonly<Record<keyof typeof commands, readonly AuthErrorCode[]>> = {
    signUp: ['INVALID_INPUT', 'NOT_ENABLED', 'PASSWORD_POLICY', 'CAPTCHA_REQUIRED'],
    confirmSignUp: ['INVALID_INPUT', 'PASSWORD_POLICY'],
    resendConfirmationCode: ['INVALID_INPUT', 'CAPTCHA_REQUIRED'],
    login: ['INVALID_INPUT', 'ACCESS_TOKEN_REQUIRED', 'CAPTCHA_REQUIRED'],
    respondToChallenge: ['INVALID_INPUT', 'PASSWORD_POLICY', 'TOO_MANY_ATTEMPTS', 'USER_DISABLED', 'CAPTCHA_REQUIRED'],
    forgotPassword: ['INVALID_INPUT', 'USER_DISABLED', 'CAPTCHA_REQUIRED'],
    confirmForgotPassword: ['INVALID_INPUT', 'PASSWORD_POLICY', 'USER_DISABLED'],
    refreshTokens: ['INVALID_INPUT'],
    revokeToken: ['INVALID_INPUT'],
    exchangeAuthorizationCode: ['CODE_EXPIRED', 'INVALID_INPUT', 'NOT_ENABLED'],
    signOutUrl: ['INVALID_INPUT', 'NOT_ENABLED'],
    globalSignOut: token,
    me: token,
    linkedIdentities: [...token, 'NOT_ENABLED'],
    unlinkIdentity: [...token, 'INVALID_INPUT', 'LAST_SIGN_IN_METHOD', 'NOT_ENABLED', 'NOT_FOUND', 'REAUTHENTICATION_REQUIRED'],
    associateSoftwareToken: [...token, 'INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    verifySoftwareToken: [
      ...token,
      'CODE_EXPIRED',
      'INVALID_INPUT',
      'NOT_ENABLED',
      'TOO_MANY_ATTEMPTS',
      'REAUTHENTICATION_REQUIRED',
    ],
    setUserMfaPreference: [...token, 'INVALID_INPUT', 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    confirmDevice: [...token, 'INVALID_INPUT'],
    startWebAuthnRegistration: [...token, 'REAUTHENTICATION_REQUIRED'],
    completeWebAuthnRegistration: [...token, 'INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    deleteWebAuthnCredential: [...token, 'INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    passkeys: [...token, 'INVALID_INPUT'],
    authFactors: token,
    devices: [...token, 'INVALID_INPUT'],
    device: [...token, 'INVALID_INPUT'],
    updateDeviceStatus: [...token, 'INVALID_INPUT'],
    forgetDevice: [...token, 'INVALID_INPUT'],
    sessions: [...token, 'NOT_ENABLED'],
    revokeUserSession: [...token, 'INVALID_INPUT', 'NOT_ENABLED'],
    changePassword: [...token, 'INVALID_INPUT', 'PASSWORD_POLICY', 'REAUTHENTICATION_REQUIRED'],
    updateUserAttributes: [...token, 'INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    deleteUserAttributes: [...token, 'INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    getUserAttributeVerificationCode: [...token, 'INVALID_INPUT'],
    verifyUserAttribute: [...token, 'INVALID_INPUT'],
    deleteUser: [...token, 'REAUTHENTICATION_REQUIRED'],
    recoveryCodes: [...token, 'NOT_ENABLED'],
    generateRecoveryCodes: [...token, 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    activity: [...token, 'INVALID_INPUT', 'NOT_ENABLED'],
    myData: token,
    recoverAccess: ['INVALID_CREDENTIALS', 'INVALID_INPUT', 'NOT_ENABLED', 'TOO_MANY_ATTEMPTS'],
    users: ['INVALID_INPUT'],
    user: ['INVALID_INPUT'],
    groups: ['INVALID_INPUT'],
    groupMembers: ['INVALID_INPUT'],
    createGroup: ['INVALID_INPUT'],
    updateGroup: ['INVALID_INPUT'],
    deleteGroup: ['INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    adminListUserSessions: ['INVALID_INPUT', 'NOT_ENABLED'],
    adminListActivity: ['INVALID_INPUT', 'NOT_ENABLED'],
    adminCreateUser: ['INVALID_INPUT', 'ALIAS_EXISTS'],
    adminConfirmSignUp: ['INVALID_INPUT'],
    adminEnableUser: ['INVALID_INPUT'],
    adminDisableUser: ['INVALID_INPUT', 'LAST_ADMINISTRATOR', 'REAUTHENTICATION_REQUIRED'],
    adminDeleteUser: ['INVALID_INPUT', 'LAST_ADMINISTRATOR', 'REAUTHENTICATION_REQUIRED'],
    adminResetUserPassword: ['INVALID_INPUT', 'USER_DISABLED', 'REAUTHENTICATION_REQUIRED'],
    adminSetUserPassword: ['INVALID_INPUT', 'PASSWORD_POLICY', 'REAUTHENTICATION_REQUIRED'],
    adminUpdateUserAttributes: ['INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    adminUserGlobalSignOut: ['INVALID_INPUT'],
    adminSetUserMfaPreference: ['INVALID_INPUT', 'MFA_NOT_SET_UP', 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    adminDeleteSoftwareToken: ['INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    adminResetRecoveryCodes: ['INVALID_INPUT', 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    adminRevokeUserSession: ['INVALID_INPUT', 'NOT_ENABLED'],
    adminLinkProviderForUser: ['INVALID_INPUT', 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    adminDisableProviderForUser: ['INVALID_INPUT', 'NOT_ENABLED', 'REAUTHENTICATION_REQUIRED'],
    adminForgetDevice: ['INVALID_INPUT', 'NOT_ENABLED'],
    adminAddUserToGroup: ['INVALID_INPUT', 'REAUTHENTICATION_REQUIRED'],
    adminRemoveUserFromGroup: ['INVALID_INPUT', 'LAST_ADMINISTRATOR', 'REAUTHENTICATION_REQUIRED'],
  };

  const schema = buildSchema(`scalar AWSJSON scalar AWSDateTime ${readFileSync('schema.graphql', 'utf8')}`, {
    assumeValidSDL: true,
  });
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };

  const sorted = (codes: Iterable<string>): string[] => Array.from(new Set(codes)).sort();

  test.each(Object.entries(further))('tell all that %s can give, and nothing else', (field, own) => {
    const [, list = ''] = /Errors: (.*)$/s.exec(fields[field]?.description ?? '') ?? [];
    const listed = Array.from(list.matchAll(/`([A-Z_]+)`/g), ([, code = '']) => code);
    const met = (commands[field as keyof typeof commands] ?? []).flatMap(thrownBy);
    const possible = [
      ...own,
      ...met.map((name) => toFailure(field, cognitoError(name, 'Some text.')).code),
      ...texts.flatMap(([where, , , code]) => (where === field ? code : [])),
    ];
    // A common code is listed where it has a meaning of its own.
    const isOf = (codes: readonly string[]) => sorted(codes.filter((code) => !common.some((each) => each === code)));
    expect(isOf(listed)).toEqual(isOf(possible));
  });
});
