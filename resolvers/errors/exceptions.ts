import { adviceFor } from '../aws/repetition.ts';
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

/** Fields that Cognito answers by the access token alone. */
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
] as const satisfies readonly Field[];
/**
 * Fields that it answers by the access token or by the session of a sign-in. Which of them a refusal is about, only its
 * text tells.
 */
const withTokenOrSession = ['associateSoftwareToken', 'verifySoftwareToken'] as const satisfies readonly Field[];

/** By `<field>/<exception>`, then by `<exception>`: what one exception means depends on the call. */
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
  ['UnsupportedTokenTypeException', { code: 'TOKEN_INVALID', message: 'Give the refresh token.', field: 'refreshToken' }],
  ['UnsupportedOperationException', { code: 'NOT_ENABLED', message: 'The app client has this operation off.' }],
  ['RefreshTokenReuseException', { ...tokenRevoked, field: 'refreshToken' }],

  // With PreventUserExistenceErrors on, Cognito itself answers so; these rows hold where a pool has it off.
  ['UserNotFoundException', incorrect],
  ['signUp/UserNotFoundException', internal],
  ['confirmSignUp/UserNotFoundException', codeExpired],
  ['confirmForgotPassword/UserNotFoundException', codeExpired],
  ['resendConfirmationCode/UserNotFoundException', { ...notSent, shownAs: 'CodeDeliveryFailureException' }],
  ['forgotPassword/UserNotFoundException', { ...notSent, shownAs: 'CodeDeliveryFailureException' }],
  ['refreshTokens/UserNotFoundException', { ...tokenRevoked, shownAs: 'NotAuthorizedException' }],
  // An access token or a session of a user who is gone.
  ...[...withAccessToken, ...withTokenOrSession].map((field): [Key, Row] => [
    `${field}/UserNotFoundException`,
    { ...tokenRevoked, shownAs: 'NotAuthorizedException' },
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
  // The user may have been made all the same (UNCONFIRMED), and the same call would then be refused for the name.
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

  // A pool that remembers no devices.
  ...(['devices', 'device', 'updateDeviceStatus', 'forgetDevice'] as const).map((field): [Key, Row] => [
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

  [
    'deleteWebAuthnCredential/ResourceNotFoundException',
    { code: 'NOT_FOUND', message: 'There is no such passkey.', field: 'credentialId' },
  ],
  ['WebAuthnNotEnabledException', passkeysOff],
  ['WebAuthnConfigurationMissingException', passkeysOff],
  ['WebAuthnChallengeNotFoundException', registrationExpired],
  // The token is of another app client than the one that began.
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
  // A limit of things, not of tries (quotas: 20 passkeys for each user).
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.limit
  ['startWebAuthnRegistration/LimitExceededException', tooManyPasskeys],
  ['completeWebAuthnRegistration/LimitExceededException', tooManyPasskeys],
  ['TooManyFailedAttemptsException', waitBeforeTrying],
  ['TooManyRequestsException', tooManyRequests],
  // Two calls for one user at once.
  ['ConcurrentModificationException', tooManyRequests],

  ['InvalidParameterException', { code: 'INVALID_INPUT' }],
  // It has no other input.
  ['completeWebAuthnRegistration/InvalidParameterException', { code: 'INVALID_INPUT', field: 'credential' }],
  // Not Cognito's: what a stand-in for it answers for what it does not have (HTTP 501). Its text says what that is.
  ['NotImplementedException', { code: 'NOT_ENABLED' }],
  ['ForbiddenException', forbidden],
  ['FeatureUnavailableInTierException', { code: 'NOT_ENABLED', message: 'The user pool does not have this feature.' }],
  ['UserLambdaValidationException', { code: 'TRIGGER_REFUSED', message: triggerRefusal }],
  // The trigger timed out or could not be started: the next call may find it well.
  [
    'UnexpectedLambdaException',
    { code: 'UNAVAILABLE', message: 'A part of this deployment did not answer. Try again.', retryable: true },
  ],
  // Unless it may have been a trigger that comes after the deed, such as PostConfirmation.
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
  ['InvalidLambdaResponseException', { code: 'UNAVAILABLE', message: 'A part of this deployment gave an answer of no use.' }],
  ['InternalErrorException', unavailable],
  ['InternalServerException', unavailable],
  ['OperationNotEnabledException', unavailable],
  // The configuration is wrong, which is nobody's business but the operator's: who finds the name in the log.
  ['ResourceNotFoundException', internal],
  ['InvalidUserPoolConfigurationException', internal],
  ['PreconditionNotMetException', internal],
  ['AccessDeniedException', internal],
]);
