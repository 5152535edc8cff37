import type { Field } from '../call/operation.ts';
import { failedConstraint, failedPassword } from './faulty-input.ts';
import {
  alreadyConfirmed,
  codeExpired,
  flowOff,
  incorrect,
  internal,
  notSent,
  type Row,
  sessionExpired,
  temporaryPasswordExpired,
  tokenExpired,
  tokenInvalid,
  tokenRevoked,
  waitBeforeTrying,
} from './outcomes.ts';

export interface TextRow extends Row {
  readonly exception: string;
  readonly text: RegExp;
  /** Absent: for every field. */
  readonly in?: Field;
}

/**
 * Exceptions whose meaning only their text reveals. The first match wins, and is tried before `rows`.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.not-authorized
 */
export const textRows: readonly TextRow[] = [
  {
    exception: 'NotAuthorizedException',
    in: 'changePassword',
    text: /^Incorrect username or password\.?$/,
    code: 'INVALID_CREDENTIALS',
    message: 'Your current password is different.',
    field: 'previousPassword',
  },
  { exception: 'NotAuthorizedException', text: /^Incorrect username or password\.?$/, ...incorrect },
  {
    exception: 'NotAuthorizedException',
    text: /^User is disabled\.?$/,
    code: 'USER_DISABLED',
    message: 'This user is disabled.',
  },
  { exception: 'NotAuthorizedException', text: /^Password attempts exceeded/, ...waitBeforeTrying },
  { exception: 'NotAuthorizedException', text: /^Temporary password has expired/, ...temporaryPasswordExpired },
  // An older text with the same meaning.
  { exception: 'NotAuthorizedException', text: /^User account has expired/, ...temporaryPasswordExpired },
  { exception: 'NotAuthorizedException', text: /^Invalid session for the user/, ...sessionExpired },
  // @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.tokens
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
  // A fault of the deployment: the app client has a secret, but the function has none or a different one.
  // @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.secret
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
    text: /^Cannot resend codes/,
    code: 'NOT_ENABLED',
    message: 'This is disabled in the configuration.',
  },
  {
    exception: 'NotAuthorizedException',
    text: /^Contact administrator to reset password/,
    code: 'NOT_ENABLED',
    message: 'Only an administrator can reset passwords here.',
  },
  // AdminCreateUser uses this wording, SignUp "did not conform with". Nothing else tells which password was refused.
  // @see docs/aws-behaviour/cognito-users.md#cognito.passwords.wording
  {
    exception: 'InvalidPasswordException',
    in: 'signUp',
    text: /^Password does not conform to policy/,
    code: 'PASSWORD_POLICY',
    field: 'temporaryPassword',
  },
  {
    exception: 'InvalidParameterException',
    in: 'adminLinkProviderForUser',
    // @see docs/aws-behaviour/cognito-federation.md#cognito.federation.link-refused
    text: /Merging is not currently supported|already linked/i,
    code: 'ACCOUNT_EXISTS_WITH_OTHER_METHOD',
    message: 'This identity has been used to sign in, or is linked already. Only an identity that is new here can be linked.',
    field: 'userId',
  },
  {
    exception: 'UsernameExistsException',
    // @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.taken
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
    message: 'This code was already used. Wait for the next one.',
  },
  {
    exception: 'InvalidParameterException',
    // @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.factors
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
    in: 'device',
    text: /device/i,
    code: 'NOT_FOUND',
    message: 'There is no such device.',
    field: 'key',
  },
  {
    exception: 'ResourceNotFoundException',
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.devices.unknown
    text: /device/i,
    code: 'NOT_FOUND',
    message: 'There is no such device.',
    field: 'deviceKey',
  },
  {
    exception: 'InvalidParameterException',
    // @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.flow-off
    text: /flow not enabled for this client|is not enabled for the client|^Initiate Auth method not supported|^Custom auth lambda trigger is not configured/,
    ...flowOff,
  },
  // API_SignUp: the user was created nevertheless.
  {
    exception: 'LimitExceededException',
    in: 'signUp',
    text: /^Exceeded daily (email )?limit/,
    ...notSent,
    message: 'The code could not be sent: no more mails can go out today. The account may exist: ask for a new code tomorrow.',
  },
  // The daily limit of 50 mails from Cognito's own address (quotas), while every other text of this exception is about
  // the attempts of one user.
  // @see docs/aws-behaviour/messages.md#messages.daily-mails
  {
    exception: 'LimitExceededException',
    text: /^Exceeded daily (email )?limit/,
    ...notSent,
    message: 'The code could not be sent: no more mails can go out today. Try again tomorrow.',
  },
  // A sender that SES refuses. The text contains its ARN.
  // @see docs/aws-behaviour/messages.md#messages.sender-refused
  { exception: 'InvalidParameterException', text: /^Cognito received the following error from Amazon S(ES|NS)\b/, ...notSent },
  // The text of a trigger that sends codes itself (resolvers/passwordless).
  {
    exception: 'UserLambdaValidationException',
    text: /^\w+ failed with error The code could not be sent\b/,
    ...notSent,
    retryable: true,
  },
  // A session that is shorter than Cognito's own is made up, and treated like one that Cognito does not know.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.size
  { exception: 'InvalidParameterException', text: /at 'session' failed .* greater than or equal to/, ...sessionExpired },
  // What no pool's policy allows is refused before the policy is checked. `new-password.ts` refuses it first, but
  // Cognito's own bounds may change.
  {
    exception: 'InvalidParameterException',
    text: /^\d+ validation errors? detected: Value at '(password|temporaryPassword)' failed/,
    code: 'PASSWORD_POLICY',
    message: failedPassword,
  },
  {
    exception: 'InvalidParameterException',
    text: /failed to satisfy constraint: /,
    code: 'INVALID_INPUT',
    message: failedConstraint,
  },
];
