import { failedConstraint } from './faulty-input.ts';
import type { AuthErrorCode } from './generated/schema.ts';
import type { Field } from './operation.ts';

/** What a client sees of one of Cognito's exceptions. */
export interface Row {
  readonly code: AuthErrorCode;
  /** Absent: Cognito's own text is fit to show. */
  readonly message?: string | ((text: string) => string);
  /** The input at fault. Absent: what Cognito's text tells (`faulty-input.ts`). */
  readonly field?: string;
  /** Whether the same call can succeed later. Absent: no. */
  readonly retryable?: true;
  /** The exception to name instead, where the true one would tell that there is no such user. */
  readonly shownAs?: string;
}

export interface TextRow extends Row {
  readonly exception: string;
  readonly text: RegExp;
  /** Absent: in every field. */
  readonly in?: Field;
}

const incorrect: Row = {
  code: 'INVALID_CREDENTIALS',
  message: 'Incorrect username or password.',
  shownAs: 'NotAuthorizedException',
};
const sessionExpired: Row = {
  code: 'SESSION_EXPIRED',
  message: 'This sign-in has expired. Start again with `login`.',
  field: 'session',
};
const tokenInvalid: Row = { code: 'TOKEN_INVALID', message: 'This token is not valid here. Sign in again.' };
const tokenExpired: Row = { code: 'TOKEN_EXPIRED', message: 'This token has expired.' };
const tokenRevoked: Row = { code: 'TOKEN_REVOKED', message: 'This token was revoked. Sign in again.' };
const codeMismatch: Row = { code: 'CODE_MISMATCH', message: 'This code is wrong.', field: 'code' };
const codeExpired: Row = {
  code: 'CODE_EXPIRED',
  message: 'This code is no longer valid. Ask for a new one.',
  field: 'code',
  shownAs: 'ExpiredCodeException',
};
const temporaryPasswordExpired: Row = {
  code: 'TEMPORARY_PASSWORD_EXPIRED',
  message: 'The temporary password has expired. An administrator must send a new one.',
};
const forbidden: Row = { code: 'FORBIDDEN', message: 'This is not allowed.' };
const notSent: Row = { code: 'CODE_DELIVERY_FAILED', message: 'The code could not be sent.' };
const unavailable: Row = { code: 'UNAVAILABLE', message: 'Cognito is not available just now. Try again.', retryable: true };
const internal: Row = { code: 'INTERNAL', message: 'Something went wrong.' };
const flowOff: Row = { code: 'NOT_ENABLED', message: 'This flow is not enabled.', field: 'flow' };
const alreadyConfirmed: Row = { code: 'INVALID_INPUT', message: 'This user is confirmed already.', field: 'username' };
const waitBeforeTrying: Row = {
  code: 'TOO_MANY_ATTEMPTS',
  message: 'Too many attempts. Wait before you try again.',
  retryable: true,
};
const deviceConfirmed: Row = { code: 'INVALID_INPUT', message: 'This device is confirmed already.', field: 'deviceKey' };
const passkeysOff: Row = { code: 'NOT_ENABLED', message: 'The user pool has no passkeys.' };
const registrationExpired: Row = {
  code: 'SESSION_EXPIRED',
  message: 'This registration has expired. Start again with `startWebAuthnRegistration`.',
  field: 'credential',
};
const tooManyPasskeys: Row = {
  code: 'FORBIDDEN',
  message: 'This user has as many passkeys as a user may have. Delete one first.',
};
const tooManyRequests: Row = {
  code: 'TOO_MANY_REQUESTS',
  message: 'Too many calls at once. Try again shortly.',
  retryable: true,
};

type Key = `${string}Exception` | `${Field}/${string}Exception`;

/** Fields that Cognito answers by the access token alone. */
const withAccessToken = [
  'me',
  'globalSignOut',
  'setUserMfaPreference',
  'confirmDevice',
  'startWebAuthnRegistration',
  'completeWebAuthnRegistration',
] as const satisfies readonly Field[];
/** Fields that it answers by the access token or by the session of a sign-in. Which of them a refusal is about, only its text tells. */
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
  ['UserNotConfirmedException', { code: 'USER_NOT_CONFIRMED', message: 'Confirm the user first.' }],
  ['PasswordResetRequiredException', { code: 'PASSWORD_RESET_REQUIRED', message: 'Set a new password first.' }],

  ['UsernameExistsException', { code: 'USERNAME_EXISTS', message: 'This user name is taken.', field: 'username' }],
  ['AliasExistsException', { code: 'ALIAS_EXISTS', message: 'Another user has this address or number.' }],
  ['InvalidPasswordException', { code: 'PASSWORD_POLICY', field: 'password' }],
  ['respondToChallenge/InvalidPasswordException', { code: 'PASSWORD_POLICY', field: 'newPassword' }],
  [
    'PasswordHistoryPolicyViolationException',
    { code: 'PASSWORD_REUSED', message: 'This password was used before.', field: 'password' },
  ],
  [
    'respondToChallenge/PasswordHistoryPolicyViolationException',
    { code: 'PASSWORD_REUSED', message: 'This password was used before.', field: 'newPassword' },
  ],
  [
    'UnsupportedUserStateException',
    { code: 'INVALID_INPUT', message: 'The state of this user does not allow it.', field: 'username' },
  ],

  ['CodeMismatchException', codeMismatch],
  ['EnableSoftwareTokenMFAException', codeMismatch],
  ['ExpiredCodeException', codeExpired],
  ['CodeDeliveryFailureException', { ...notSent, retryable: true }],
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
  ['UserLambdaValidationException', { code: 'TRIGGER_REFUSED', message: triggersOwnWords }],
  // The trigger timed out or could not be started: the next call may find it well.
  [
    'UnexpectedLambdaException',
    { code: 'UNAVAILABLE', message: 'A part of this deployment did not answer. Try again.', retryable: true },
  ],
  ['InvalidLambdaResponseException', { code: 'UNAVAILABLE', message: 'A part of this deployment gave an answer of no use.' }],
  ['InternalErrorException', unavailable],
  ['InternalServerException', unavailable],
  ['OperationNotEnabledException', unavailable],
  // The configuration is wrong, which is nobody's business but the operator's: he finds the name in the log.
  ['ResourceNotFoundException', internal],
  ['InvalidUserPoolConfigurationException', internal],
  ['PreconditionNotMetException', internal],
  ['AccessDeniedException', internal],
]);

/** Where only the text tells the meaning (measured texts). The first that fits wins, and it goes before `rows`. */
export const textRows: readonly TextRow[] = [
  { exception: 'NotAuthorizedException', text: /^Incorrect username or password\.?$/, ...incorrect },
  {
    exception: 'NotAuthorizedException',
    text: /^User is disabled\.?$/,
    code: 'USER_DISABLED',
    message: 'This user is disabled.',
  },
  { exception: 'NotAuthorizedException', text: /^Password attempts exceeded/, ...waitBeforeTrying },
  { exception: 'NotAuthorizedException', text: /^Temporary password has expired/, ...temporaryPasswordExpired },
  // The older text of the same.
  { exception: 'NotAuthorizedException', text: /^User account has expired/, ...temporaryPasswordExpired },
  { exception: 'NotAuthorizedException', text: /^Invalid session for the user/, ...sessionExpired },
  { exception: 'NotAuthorizedException', text: /^Access Token has expired/, ...tokenExpired },
  { exception: 'NotAuthorizedException', text: /^Access Token has been revoked/, ...tokenRevoked },
  { exception: 'NotAuthorizedException', text: /^(Invalid|Could not verify signature for) Access Token/, ...tokenInvalid },
  {
    exception: 'NotAuthorizedException',
    text: /^Access Token does not have required scopes/,
    code: 'FORBIDDEN',
    message: 'The token lacks the scope `aws.cognito.signin.user.admin`.',
  },
  { exception: 'NotAuthorizedException', text: /^Refresh Token has expired/, ...tokenExpired, field: 'refreshToken' },
  { exception: 'NotAuthorizedException', text: /^Refresh Token has been revoked/, ...tokenRevoked, field: 'refreshToken' },
  { exception: 'NotAuthorizedException', text: /^Invalid Refresh Token/, ...tokenInvalid, field: 'refreshToken' },
  // The deployment's fault: the app client has a secret and the function was not told, or was told another.
  { exception: 'NotAuthorizedException', text: /^Unable to verify secret hash|^Client .* is configured /, ...internal },
  {
    exception: 'NotAuthorizedException',
    text: /^SignUp is not permitted for this user pool/,
    code: 'NOT_ENABLED',
    message: 'This form of sign-up is not enabled.',
  },
  { exception: 'NotAuthorizedException', text: /^User cannot be confirmed/, ...alreadyConfirmed },
  { exception: 'InvalidParameterException', text: /^User is already confirmed/, ...alreadyConfirmed },
  {
    exception: 'NotAuthorizedException',
    text: /^User password cannot be reset in the current state/,
    code: 'INVALID_INPUT',
    message: 'This user cannot reset the password in this state.',
    field: 'username',
  },
  {
    exception: 'NotAuthorizedException',
    text: /^A client attempted to write unauthorized attribute/,
    code: 'INVALID_INPUT',
    field: 'attributes',
  },
  { exception: 'NotAuthorizedException', text: /^Cannot modify an already provided/, code: 'INVALID_INPUT', field: 'attributes' },
  {
    exception: 'NotAuthorizedException',
    text: /^Cannot resend codes|^Contact administrator to reset password/,
    code: 'NOT_ENABLED',
    message: 'The configuration has this off.',
  },
  // AdminCreateUser words it so, SignUp "did not conform with": the only sign of which of the two passwords it was.
  {
    exception: 'InvalidPasswordException',
    in: 'signUp',
    text: /^Password does not conform to policy/,
    code: 'PASSWORD_POLICY',
    field: 'temporaryPassword',
  },
  {
    exception: 'UsernameExistsException',
    text: /with the (given )?email/,
    code: 'ALIAS_EXISTS',
    message: 'Another user has this address.',
    field: 'email',
  },
  {
    exception: 'UsernameExistsException',
    text: /with the (given )?phone_number/,
    code: 'ALIAS_EXISTS',
    message: 'Another user has this number.',
    field: 'phoneNumber',
  },
  {
    exception: 'ExpiredCodeException',
    text: /software token has already been used/,
    ...codeExpired,
    message: 'This code was used already. Wait for the next.',
  },
  {
    exception: 'InvalidParameterException',
    text: /^User has not (set up|verified) software token mfa/,
    code: 'MFA_NOT_SET_UP',
    message: 'The user has no authenticator app set up.',
    field: 'softwareToken',
  },
  {
    exception: 'InvalidParameterException',
    text: /^User does not have delivery config set to turn on /,
    code: 'MFA_NOT_SET_UP',
    message: 'The user has not set up this second factor.',
  },
  {
    exception: 'SoftwareTokenMFANotFoundException',
    text: /has not been enabled by the user ?pool/i,
    code: 'NOT_ENABLED',
    message: 'This second factor is not enabled.',
  },
  {
    exception: 'ResourceNotFoundException',
    text: /device/i,
    code: 'NOT_FOUND',
    message: 'There is no such device.',
    field: 'deviceKey',
  },
  {
    exception: 'InvalidParameterException',
    text: /flow not enabled for this client|is not enabled for the client|^Initiate Auth method not supported|^Custom auth lambda trigger is not configured/,
    ...flowOff,
  },
  // A session of fewer characters than Cognito's own have is made up, as one that Cognito does not know is.
  { exception: 'InvalidParameterException', text: /at 'session' failed .* greater than or equal to/, ...sessionExpired },
  // A password of fewer characters than any policy allows never reaches the policy.
  {
    exception: 'InvalidParameterException',
    text: /^\d+ validation errors? detected: Value at '(password|temporaryPassword)' failed/,
    code: 'PASSWORD_POLICY',
    message: failedConstraint,
  },
  {
    exception: 'InvalidParameterException',
    text: /failed to satisfy constraint: /,
    code: 'INVALID_INPUT',
    message: failedConstraint,
  },
];

/** `PreSignUp failed with error Members only.` → `Members only` */
function triggersOwnWords(text: string): string {
  return /^\w+ failed with error (.*?)\.?$/s.exec(text)?.[1] || 'Refused.';
}
