import { adviceFor } from '../aws/repetition.ts';
import type { AdminField } from '../call/fields.ts';
import type { Field } from '../call/operation.ts';
import {
  aliasTaken,
  codeExpired,
  codeMismatch,
  deviceConfirmed,
  forbidden,
  incorrect,
  internal,
  notSent,
  passkeysOff,
  type Row,
  registrationExpired,
  sessionExpired,
  tokenInvalid,
  tokenRevoked,
  tooManyPasskeys,
  tooManyRequests,
  unavailable,
  usernameTaken,
  waitBeforeTrying,
} from './outcomes.ts';
import { triggerRefusal } from './trigger-refusal.ts';

type Key = `${string}Exception` | `${Field}/${string}Exception`;

/** Fields that Cognito authorizes by the access token only. */
const withAccessToken = [
  'me',
  'authFactors',
  'devices',
  'device',
  'passkeys',
  'sessions',
  'globalSignOut',
  'revokeUserSession',
  'changePassword',
  'updateUserAttributes',
  'deleteUserAttributes',
  'getUserAttributeVerificationCode',
  'verifyUserAttribute',
  'deleteUser',
  'setUserMfaPreference',
  'confirmDevice',
  'updateDeviceStatus',
  'forgetDevice',
  'startWebAuthnRegistration',
  'completeWebAuthnRegistration',
  'deleteWebAuthnCredential',
  'recoveryCodes',
  'generateRecoveryCodes',
  'activity',
  'myData',
  'linkedIdentities',
  'unlinkIdentity',
] as const satisfies readonly Field[];
/**
 * Fields that Cognito authorizes by the access token or by the session of a sign-in. Only the text of a refusal tells
 * which of them it is about.
 */
const withTokenOrSession = ['associateSoftwareToken', 'verifySoftwareToken'] as const satisfies readonly Field[];

/** Fields of administrators. */
const ofAdministrators = [
  'users',
  'user',
  'groups',
  'groupMembers',
  'createGroup',
  'updateGroup',
  'deleteGroup',
  'adminAddUserToGroup',
  'adminConfirmSignUp',
  'adminCreateUser',
  'adminDeleteSoftwareToken',
  'adminDeleteUser',
  'adminDisableProviderForUser',
  'adminDisableUser',
  'adminEnableUser',
  'adminForgetDevice',
  'adminLinkProviderForUser',
  'adminListActivity',
  'adminListUserSessions',
  'adminRemoveUserFromGroup',
  'adminResetRecoveryCodes',
  'adminResetUserPassword',
  'adminRevokeUserSession',
  'adminSetUserMfaPreference',
  'adminSetUserPassword',
  'adminUpdateUserAttributes',
  'adminUserGlobalSignOut',
] as const satisfies readonly AdminField[];

/** By `<field>/<exception>`, then by `<exception>`, since the meaning of an exception depends on the call. */
export const rows: ReadonlyMap<string, Row> = new Map<Key, Row>([
  ['NotAuthorizedException', incorrect],
  ['signUp/NotAuthorizedException', forbidden],
  ['confirmSignUp/NotAuthorizedException', forbidden],
  ['resendConfirmationCode/NotAuthorizedException', forbidden],
  ['forgotPassword/NotAuthorizedException', forbidden],
  ['confirmForgotPassword/NotAuthorizedException', forbidden],
  ['respondToChallenge/NotAuthorizedException', sessionExpired],
  ['refreshTokens/NotAuthorizedException', { ...tokenInvalid, field: 'refreshToken' }],
  ...withAccessToken.map((field): [Key, Row] => [`${field}/NotAuthorizedException`, tokenInvalid]),
  ...withTokenOrSession.map((field): [Key, Row] => [`${field}/NotAuthorizedException`, sessionExpired]),
  ['UnauthorizedException', { ...tokenInvalid, field: 'refreshToken' }],
  ['UnsupportedTokenTypeException', { code: 'TOKEN_INVALID', message: 'Send the refresh token.', field: 'refreshToken' }],
  ['UnsupportedOperationException', { code: 'NOT_ENABLED', message: 'This operation is disabled for the app client.' }],
  ['RefreshTokenReuseException', { ...tokenRevoked, field: 'refreshToken' }],

  // With PreventUserExistenceErrors on, Cognito answers this itself. These rows apply if a pool has it off.
  ['UserNotFoundException', incorrect],
  ['signUp/UserNotFoundException', internal],
  ['confirmSignUp/UserNotFoundException', codeExpired],
  ['confirmForgotPassword/UserNotFoundException', codeExpired],
  ['resendConfirmationCode/UserNotFoundException', { ...notSent, shownAs: 'CodeDeliveryFailureException' }],
  ['forgotPassword/UserNotFoundException', { ...notSent, shownAs: 'CodeDeliveryFailureException' }],
  ['refreshTokens/UserNotFoundException', { ...tokenRevoked, shownAs: 'NotAuthorizedException' }],
  // An access token or a session of a user who no longer exists.
  ...[...withAccessToken, ...withTokenOrSession].map((field): [Key, Row] => [
    `${field}/UserNotFoundException`,
    { ...tokenRevoked, shownAs: 'NotAuthorizedException' },
  ]),
  // Administrators are told. That the caller is gone, their own check translates (`administrator.ts`).
  ...ofAdministrators.flatMap((field): [Key, Row][] => [
    [`${field}/UserNotFoundException`, { code: 'NOT_FOUND', message: 'There is no such user.', field: 'username' }],
    [`${field}/NotAuthorizedException`, forbidden],
  ]),
  ['UserNotConfirmedException', { code: 'USER_NOT_CONFIRMED', message: 'Confirm your account first.' }],
  ['PasswordResetRequiredException', { code: 'PASSWORD_RESET_REQUIRED', message: 'Set a new password first.' }],

  ['UsernameExistsException', usernameTaken],
  ['AliasExistsException', aliasTaken],
  ['InvalidPasswordException', { code: 'PASSWORD_POLICY', field: 'password' }],
  ...(['respondToChallenge', 'changePassword'] as const).flatMap((field): [Key, Row][] => [
    [`${field}/InvalidPasswordException`, { code: 'PASSWORD_POLICY', field: 'newPassword' }],
    [
      `${field}/PasswordHistoryPolicyViolationException`,
      { code: 'PASSWORD_REUSED', message: 'This password was used before.', field: 'newPassword' },
    ],
  ]),
  [
    'PasswordHistoryPolicyViolationException',
    { code: 'PASSWORD_REUSED', message: 'This password was used before.', field: 'password' },
  ],
  [
    'UnsupportedUserStateException',
    { code: 'INVALID_INPUT', message: 'The state of this user does not allow it.', field: 'username' },
  ],

  ['CodeMismatchException', codeMismatch],
  ['EnableSoftwareTokenMFAException', codeMismatch],
  ['ExpiredCodeException', codeExpired],
  ['CodeDeliveryFailureException', { ...notSent, retryable: true }],
  // The user may exist nevertheless (UNCONFIRMED), and repeating the call would then be refused because of the name.
  [
    'signUp/CodeDeliveryFailureException',
    { ...notSent, message: 'The code could not be sent. The account may exist: ask for a new code before you sign up again.' },
  ],
  ['InvalidSmsRoleAccessPolicyException', notSent],
  ['InvalidSmsRoleTrustRelationshipException', notSent],
  ['InvalidEmailRoleAccessPolicyException', notSent],
  ['MFAMethodNotFoundException', { code: 'MFA_NOT_SET_UP', message: 'The user has no such second factor.' }],
  ['SoftwareTokenMFANotFoundException', { code: 'MFA_NOT_SET_UP', message: 'The user has no authenticator app set up.' }],

  ['DeviceKeyExistsException', deviceConfirmed],
  ['confirmDevice/UsernameExistsException', deviceConfirmed],
  [
    'confirmDevice/InvalidPasswordException',
    { code: 'INVALID_INPUT', message: 'This verifier is refused.', field: 'passwordVerifier' },
  ],

  // A pool that does not remember devices.
  ...(['devices', 'device', 'updateDeviceStatus', 'forgetDevice', 'adminForgetDevice'] as const).map((field): [Key, Row] => [
    `${field}/InvalidUserPoolConfigurationException`,
    { code: 'NOT_ENABLED', message: 'Devices are not remembered here.' },
  ]),

  [
    'revokeUserSession/ResourceNotFoundException',
    { code: 'NOT_FOUND', message: 'There is no such session.', field: 'sessionId' },
  ],
  ['revokeUserSession/InvalidParameterException', { code: 'INVALID_INPUT', field: 'sessionId' }],
  ['updateUserAttributes/AliasExistsException', { ...aliasTaken, field: 'attributes' }],
  ['updateUserAttributes/InvalidParameterException', { code: 'INVALID_INPUT', field: 'attributes' }],
  ['deleteUserAttributes/InvalidParameterException', { code: 'INVALID_INPUT', field: 'names' }],
  ['getUserAttributeVerificationCode/InvalidParameterException', { code: 'INVALID_INPUT', field: 'name' }],

  ...(['groupMembers', 'updateGroup', 'deleteGroup', 'adminAddUserToGroup', 'adminRemoveUserFromGroup'] as const).map(
    (field): [Key, Row] => [
      `${field}/ResourceNotFoundException`,
      { code: 'NOT_FOUND', message: 'There is no such group.', field: 'groupName' },
    ],
  ),
  ['GroupExistsException', { code: 'INVALID_INPUT', message: 'There is a group of this name.', field: 'groupName' }],
  [
    'adminRevokeUserSession/ResourceNotFoundException',
    { code: 'NOT_FOUND', message: 'There is no such session.', field: 'sessionId' },
  ],
  [
    'adminLinkProviderForUser/LimitExceededException',
    { code: 'FORBIDDEN', message: 'This user has as many identities as a user may have. Unlink one first.' },
  ],
  ['adminUpdateUserAttributes/AliasExistsException', { ...aliasTaken, field: 'attributes' }],
  ['adminUpdateUserAttributes/InvalidParameterException', { code: 'INVALID_INPUT', field: 'attributes' }],
  ['adminCreateUser/InvalidPasswordException', { code: 'PASSWORD_POLICY', field: 'temporaryPassword' }],
  // UNCONFIRMED which of the two Cognito says of a user who has no app.
  [
    'adminDeleteSoftwareToken/ResourceNotFoundException',
    { code: 'MFA_NOT_SET_UP', message: 'The user has no authenticator app set up.' },
  ],

  [
    'deleteWebAuthnCredential/ResourceNotFoundException',
    { code: 'NOT_FOUND', message: 'There is no such passkey.', field: 'credentialId' },
  ],
  ['WebAuthnNotEnabledException', passkeysOff],
  ['WebAuthnConfigurationMissingException', passkeysOff],
  ['WebAuthnChallengeNotFoundException', registrationExpired],
  // The token belongs to another app client than the one that started the registration.
  ['WebAuthnClientMismatchException', registrationExpired],
  [
    'WebAuthnOriginNotAllowedException',
    { code: 'INVALID_INPUT', message: 'The passkey was made on a site that is not allowed here.', field: 'credential' },
  ],
  [
    'WebAuthnRelyingPartyMismatchException',
    { code: 'INVALID_INPUT', message: 'The passkey is bound to another site.', field: 'credential' },
  ],
  [
    'WebAuthnCredentialNotSupportedException',
    { code: 'INVALID_INPUT', message: 'This kind of passkey is not supported.', field: 'credential' },
  ],

  ['LimitExceededException', waitBeforeTrying],
  // A limit of the number of passkeys, not of attempts (quotas: 20 passkeys per user).
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.limit
  ['startWebAuthnRegistration/LimitExceededException', tooManyPasskeys],
  ['completeWebAuthnRegistration/LimitExceededException', tooManyPasskeys],
  [
    'createGroup/LimitExceededException',
    { code: 'FORBIDDEN', message: 'The user pool has as many groups as it may have. Delete one first.' },
  ],
  ['TooManyFailedAttemptsException', waitBeforeTrying],
  ['TooManyRequestsException', tooManyRequests],
  // Two calls for the same user at once.
  ['ConcurrentModificationException', tooManyRequests],

  ['InvalidParameterException', { code: 'INVALID_INPUT' }],
  // The operation has no other input.
  ['completeWebAuthnRegistration/InvalidParameterException', { code: 'INVALID_INPUT', field: 'credential' }],
  // Not from Cognito: a local stand-in answers this (HTTP 501) for what it does not support, and its text says what.
  ['NotImplementedException', { code: 'NOT_ENABLED' }],
  ['ForbiddenException', forbidden],
  ['FeatureUnavailableInTierException', { code: 'NOT_ENABLED', message: 'The user pool does not have this feature.' }],
  ['UserLambdaValidationException', { code: 'TRIGGER_REFUSED', message: triggerRefusal }],
  // The trigger timed out or could not be started; the next call may succeed.
  [
    'UnexpectedLambdaException',
    { code: 'UNAVAILABLE', message: 'A part of this deployment did not answer. Try again.', retryable: true },
  ],
  // Except for a trigger that may run after the change, such as PostConfirmation.
  ...(
    [
      ['signUp', 'SignUp'],
      ['confirmSignUp', 'ConfirmSignUp'],
      ['confirmForgotPassword', 'ConfirmForgotPassword'],
      ['respondToChallenge', 'RespondToAuthChallenge'],
    ] as const
  ).map(([field, operation]): [Key, Row] => [
    `${field}/UnexpectedLambdaException`,
    { code: 'UNAVAILABLE', message: adviceFor(operation, 'A part of this deployment did not answer').message },
  ]),
  ['InvalidLambdaResponseException', { code: 'UNAVAILABLE', message: 'A part of this deployment gave an invalid answer.' }],
  ['InternalErrorException', unavailable],
  ['InternalServerException', unavailable],
  ['OperationNotEnabledException', unavailable],
  // The configuration is wrong, which concerns only the operator, who finds the name in the log.
  ['ResourceNotFoundException', internal],
  ['InvalidUserPoolConfigurationException', internal],
  ['PreconditionNotMetException', internal],
  ['AccessDeniedException', internal],
]);
