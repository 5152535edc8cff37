import { readFileSync } from 'node:fs';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { NoAnswer } from '../../../resolvers/aws/no-answer.ts';
import type { Field } from '../../../resolvers/call/operation.ts';
import { AuthError } from '../../../resolvers/errors/auth-error.ts';
import { textRows } from '../../../resolvers/errors/exception-texts.ts';
import { rows } from '../../../resolvers/errors/exceptions.ts';
import { toFailure } from '../../../resolvers/errors/failure.ts';
import { AuthErrorCode } from '../../../resolvers/generated/schema.ts';

/** What each field asks of Cognito. */
const commands: Readonly<Record<Exclude<Field, 'authConfig' | 'gpt'>, readonly string[]>> = {
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

/** Exceptions that no operation of the schema can meet yet. */
const unmet = [
  'DuplicateProviderException',
  'GroupExistsException',
  'InvalidOAuthFlowException',
  'ManagedLoginBrandingExistsException',
  'ScopeDoesNotExistException',
  'ServiceQuotaExceededException',
  'TermsExistsException',
  'TierChangeNotAllowedException',
  'UnsupportedIdentityProviderException',
  'UserImportInProgressException',
  'UserPoolAddOnNotEnabledException',
  'UserPoolTaggingException',
];

const exported = Object.keys(sdk).filter((name) => name.endsWith('Exception') && !name.endsWith('ServiceException'));

/** The SDK tells in its documentation alone what an operation throws. */
function thrownBy(command: string): string[] {
  const path = `node_modules/@aws-sdk/client-cognito-identity-provider/dist-types/commands/${command}Command.d.ts`;
  const documented = readFileSync(path, 'utf8').matchAll(/@throws \{@link (\w+Exception)\} \((?:client|server) fault\)/g);
  return Array.from(documented, ([, name = '']) => name);
}

function cognitoError(name: string, message: string, httpStatusCode = 400): Error {
  const fault = httpStatusCode >= 500 ? 'server' : 'client';
  return new sdk.CognitoIdentityProviderServiceException({ name, message, $fault: fault, $metadata: { httpStatusCode } });
}

describe('the table', () => {
  test.each(exported)('%s has a decision', (name) => {
    const decided = rows.has(name) || Array.from(rows.keys()).some((key) => key.endsWith(`/${name}`));
    expect(decided !== unmet.includes(name), `${name} must be in the table, or among the unmet, and not in both`).toBe(true);
  });

  test('names no exception that the SDK does not have', () => {
    const named = [
      ...Array.from(rows.keys(), (key) => key.split('/').at(-1)),
      ...textRows.map(({ exception }) => exception),
      ...unmet,
    ];
    expect(named.filter((name) => !exported.includes(name ?? ''))).toEqual(['NotImplementedException']);
  });

  const met = Object.entries(commands).flatMap(([field, names]) =>
    names.flatMap(thrownBy).map((name): [string, string] => [field, name]),
  );

  test('is walked over what the SDK documents', () => {
    expect(met.length).toBeGreaterThan(130);
  });

  test.each(met)('%s answers %s with a code of the schema', (field, name) => {
    const failure = toFailure(field, cognitoError(name, 'Some text.'));
    expect(Object.values(AuthErrorCode)).toContain(failure.code);
    expect(failure.message).toMatch(/^[A-Z`].*[.!]$/);
    expect(rows.has(`${field}/${name}`) || rows.has(name)).toBe(true);
  });
});

/** Texts that were measured, or that many clients match. */
const texts: readonly [Field, string, string, string, string | null][] = [
  [
    'signUp',
    'LimitExceededException',
    'Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use your own Amazon SES configuration for sending email.',
    'CODE_DELIVERY_FAILED',
    null,
  ],
  [
    'forgotPassword',
    'InvalidParameterException',
    'Cognito received the following error from Amazon SES when attempting to send email: Sending paused.',
    'CODE_DELIVERY_FAILED',
    null,
  ],
  [
    'login',
    'UserLambdaValidationException',
    'CreateAuthChallenge failed with error The code could not be sent..',
    'CODE_DELIVERY_FAILED',
    null,
  ],
  ['login', 'NotAuthorizedException', 'Incorrect username or password.', 'INVALID_CREDENTIALS', null],
  // Whoever shows a password, a code or a token; not `signUp`, which knows no user yet, nor `revokeToken`, which knows none.
  ...(
    [
      'login',
      'confirmSignUp',
      'resendConfirmationCode',
      'refreshTokens',
      'me',
      'globalSignOut',
      'associateSoftwareToken',
      'verifySoftwareToken',
      'setUserMfaPreference',
      'confirmDevice',
      'startWebAuthnRegistration',
      'completeWebAuthnRegistration',
      'deleteWebAuthnCredential',
      'passkeys',
      'authFactors',
      'devices',
      'device',
      'updateDeviceStatus',
      'forgetDevice',
      'sessions',
      'revokeUserSession',
      'changePassword',
      'updateUserAttributes',
      'deleteUserAttributes',
      'getUserAttributeVerificationCode',
      'verifyUserAttribute',
      'deleteUser',
      'recoveryCodes',
      'generateRecoveryCodes',
      'activity',
      'myData',
    ] as const
  ).map((field): (typeof texts)[number] => [field, 'NotAuthorizedException', 'User is disabled.', 'USER_DISABLED', null]),
  ['changePassword', 'NotAuthorizedException', 'Incorrect username or password.', 'INVALID_CREDENTIALS', 'previousPassword'],
  [
    'changePassword',
    'InvalidPasswordException',
    'Password does not conform to policy: Password must have symbol characters',
    'PASSWORD_POLICY',
    'newPassword',
  ],
  ['changePassword', 'LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'TOO_MANY_ATTEMPTS', null],
  [
    'updateUserAttributes',
    'NotAuthorizedException',
    'A client attempted to write unauthorized attribute',
    'INVALID_INPUT',
    'attributes',
  ],
  [
    'updateUserAttributes',
    'InvalidParameterException',
    'user.nickname: Attribute cannot be updated.',
    'INVALID_INPUT',
    'attributes',
  ],
  ['updateUserAttributes', 'InvalidParameterException', 'Invalid email address format.', 'INVALID_INPUT', 'attributes'],
  [
    'deleteUserAttributes',
    'InvalidParameterException',
    'Invalid user attributes: phone_number: Required attribute cannot be deleted.',
    'INVALID_INPUT',
    'names',
  ],
  [
    'getUserAttributeVerificationCode',
    'InvalidParameterException',
    'User does not have a valid registered email address',
    'INVALID_INPUT',
    'name',
  ],
  ['verifyUserAttribute', 'AliasExistsException', 'An account with the given email already exists.', 'ALIAS_EXISTS', null],
  ['device', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'key'],
  ['updateDeviceStatus', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  ['forgetDevice', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  // What ends a sign-in by SRP or by USER_AUTH one step later than one by a password.
  [
    'respondToChallenge',
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    'TEMPORARY_PASSWORD_EXPIRED',
    null,
  ],
  ['respondToChallenge', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  // The session of `signUp` or `confirmSignUp`.
  ['login', 'NotAuthorizedException', 'Invalid session for the user.', 'SESSION_EXPIRED', 'session'],
  ['login', 'NotAuthorizedException', 'Password attempts exceeded', 'TOO_MANY_ATTEMPTS', null],
  [
    'login',
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    'TEMPORARY_PASSWORD_EXPIRED',
    null,
  ],
  [
    'login',
    'NotAuthorizedException',
    'User account has expired, it must be reset by an administrator.',
    'TEMPORARY_PASSWORD_EXPIRED',
    null,
  ],
  ['login', 'NotAuthorizedException', 'Unable to verify secret hash for client 1example', 'INTERNAL', null],
  [
    'login',
    'NotAuthorizedException',
    'Client 1example is configured with secret but SECRET_HASH was not received',
    'INTERNAL',
    null,
  ],
  ['login', 'InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', 'NOT_ENABLED', 'flow'],
  ['login', 'InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.', 'NOT_ENABLED', 'flow'],
  ['login', 'InvalidParameterException', 'Initiate Auth method not supported.', 'NOT_ENABLED', 'flow'],
  [
    'login',
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
    'NOT_ENABLED',
    'flow',
  ],
  ['login', 'InvalidParameterException', 'Missing required parameter SRP_A', 'INVALID_INPUT', 'srpA'],
  ['login', 'UserNotConfirmedException', 'User is not confirmed.', 'USER_NOT_CONFIRMED', null],
  ['login', 'PasswordResetRequiredException', 'Password reset required for the user', 'PASSWORD_RESET_REQUIRED', null],
  ['login', 'ResourceNotFoundException', 'User pool client 1example does not exist.', 'INTERNAL', null],
  ['login', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  ['login', 'UserLambdaValidationException', 'PreAuthentication failed with error Members only.', 'TRIGGER_REFUSED', null],
  ['login', 'TooManyRequestsException', 'Too many requests', 'TOO_MANY_REQUESTS', null],
  [
    'respondToChallenge',
    'NotAuthorizedException',
    'Invalid session for the user, session is expired.',
    'SESSION_EXPIRED',
    'session',
  ],
  [
    'respondToChallenge',
    'NotAuthorizedException',
    'Invalid session for the user, session can only be used once.',
    'SESSION_EXPIRED',
    'session',
  ],
  ['respondToChallenge', 'NotAuthorizedException', 'Invalid session for the user.', 'SESSION_EXPIRED', 'session'],
  ['respondToChallenge', 'NotAuthorizedException', 'Something that nobody listed.', 'SESSION_EXPIRED', 'session'],
  ['respondToChallenge', 'NotAuthorizedException', 'Incorrect username or password.', 'INVALID_CREDENTIALS', null],
  ['respondToChallenge', 'NotAuthorizedException', 'Cannot modify an already provided email', 'INVALID_INPUT', 'attributes'],
  [
    'respondToChallenge',
    'InvalidParameterException',
    "1 validation error detected: Value at 'session' failed to satisfy constraint: Member must have length greater than or equal to 20",
    'SESSION_EXPIRED',
    'session',
  ],
  [
    'respondToChallenge',
    'InvalidParameterException',
    'Invalid attributes given, given_name is missing',
    'INVALID_INPUT',
    'attributes',
  ],
  [
    'respondToChallenge',
    'InvalidPasswordException',
    'Password does not conform to policy: Password not long enough',
    'PASSWORD_POLICY',
    'newPassword',
  ],
  ['respondToChallenge', 'CodeMismatchException', 'Invalid code received for user', 'CODE_MISMATCH', 'code'],
  ['respondToChallenge', 'ExpiredCodeException', 'Your software token has already been used once.', 'CODE_EXPIRED', 'code'],
  [
    'respondToChallenge',
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool',
    'NOT_ENABLED',
    null,
  ],
  ['me', 'NotAuthorizedException', 'Access Token has expired', 'TOKEN_EXPIRED', null],
  ['me', 'NotAuthorizedException', 'Access Token has been revoked', 'TOKEN_REVOKED', null],
  ['me', 'NotAuthorizedException', 'Invalid Access Token', 'TOKEN_INVALID', null],
  ['me', 'NotAuthorizedException', 'Could not verify signature for Access Token', 'TOKEN_INVALID', null],
  ['me', 'NotAuthorizedException', 'Access Token does not have required scopes', 'FORBIDDEN', null],
  ['refreshTokens', 'NotAuthorizedException', 'Invalid Refresh Token', 'TOKEN_INVALID', 'refreshToken'],
  ['refreshTokens', 'NotAuthorizedException', 'Refresh Token has expired', 'TOKEN_EXPIRED', 'refreshToken'],
  ['refreshTokens', 'NotAuthorizedException', 'Refresh Token has been revoked', 'TOKEN_REVOKED', 'refreshToken'],
  ['signUp', 'NotAuthorizedException', 'SignUp is not permitted for this user pool', 'NOT_ENABLED', null],
  ['signUp', 'NotAuthorizedException', 'A client attempted to write unauthorized attribute', 'INVALID_INPUT', 'attributes'],
  [
    'signUp',
    'InvalidPasswordException',
    'Password did not conform with policy: Password not long enough',
    'PASSWORD_POLICY',
    'password',
  ],
  [
    'signUp',
    'InvalidPasswordException',
    'Password does not conform to policy: Password must have numeric characters',
    'PASSWORD_POLICY',
    'temporaryPassword',
  ],
  [
    'signUp',
    'InvalidParameterException',
    "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length greater than or equal to 6",
    'PASSWORD_POLICY',
    'password',
  ],
  [
    'signUp',
    'InvalidParameterException',
    "1 validation error detected: Value at 'temporaryPassword' failed to satisfy constraint: Member must have length greater than or equal to 6",
    'PASSWORD_POLICY',
    'temporaryPassword',
  ],
  ['login', 'NotImplementedException', 'The auth flow USER_SRP_AUTH is not implemented.', 'NOT_ENABLED', null],
  ['signUp', 'UsernameExistsException', 'User already exists', 'USERNAME_EXISTS', 'username'],
  ['signUp', 'UsernameExistsException', 'An account with the given email already exists.', 'ALIAS_EXISTS', 'email'],
  ['signUp', 'UsernameExistsException', 'An account with the given phone_number already exists.', 'ALIAS_EXISTS', 'phoneNumber'],
  ['signUp', 'InvalidParameterException', 'Invalid email address format.', 'INVALID_INPUT', 'email'],
  ['signUp', 'InvalidParameterException', 'Invalid phone number format.', 'INVALID_INPUT', 'phoneNumber'],
  ['signUp', 'InvalidParameterException', 'Username should be an email.', 'INVALID_INPUT', 'username'],
  [
    'signUp',
    'InvalidParameterException',
    'Username cannot be of email format, since user pool is configured for email alias.',
    'INVALID_INPUT',
    'username',
  ],
  [
    'signUp',
    'InvalidParameterException',
    'Attributes did not conform to the schema: email: The attribute is required',
    'INVALID_INPUT',
    'email',
  ],
  [
    'signUp',
    'InvalidParameterException',
    'Attributes did not conform to the schema: custom:x: Attribute does not exist in the schema.',
    'INVALID_INPUT',
    'attributes',
  ],
  [
    'signUp',
    'InvalidParameterException',
    'Type for attribute {custom:role} could not be determined',
    'INVALID_INPUT',
    'attributes',
  ],
  [
    'confirmSignUp',
    'NotAuthorizedException',
    'User cannot be confirmed. Current status is CONFIRMED',
    'INVALID_INPUT',
    'username',
  ],
  ['confirmSignUp', 'AliasExistsException', 'An account with the email already exists.', 'ALIAS_EXISTS', null],
  ['resendConfirmationCode', 'InvalidParameterException', 'User is already confirmed.', 'INVALID_INPUT', 'username'],
  [
    'resendConfirmationCode',
    'NotAuthorizedException',
    'Cannot resend codes. Auto verification not turned on.',
    'NOT_ENABLED',
    null,
  ],
  [
    'resendConfirmationCode',
    'LimitExceededException',
    'Attempt limit exceeded, please try after some time.',
    'TOO_MANY_ATTEMPTS',
    null,
  ],
  [
    'forgotPassword',
    'NotAuthorizedException',
    'User password cannot be reset in the current state.',
    'INVALID_INPUT',
    'username',
  ],
  ['forgotPassword', 'NotAuthorizedException', 'Contact administrator to reset password.', 'NOT_ENABLED', null],
  [
    'forgotPassword',
    'InvalidParameterException',
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
    'INVALID_INPUT',
    'username',
  ],
  [
    'associateSoftwareToken',
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA has not been enabled by the userPool',
    'NOT_ENABLED',
    null,
  ],
  [
    'verifySoftwareToken',
    'SoftwareTokenMFANotFoundException',
    'Software Token MFA does not exist for the user.',
    'MFA_NOT_SET_UP',
    null,
  ],
  [
    'setUserMfaPreference',
    'InvalidParameterException',
    'User has not set up software token mfa',
    'MFA_NOT_SET_UP',
    'softwareToken',
  ],
  [
    'setUserMfaPreference',
    'InvalidParameterException',
    'User has not verified software token mfa',
    'MFA_NOT_SET_UP',
    'softwareToken',
  ],
  [
    'setUserMfaPreference',
    'InvalidParameterException',
    'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA',
    'MFA_NOT_SET_UP',
    'softwareToken',
  ],
  [
    'setUserMfaPreference',
    'InvalidParameterException',
    'User does not have delivery config set to turn on SMS_MFA',
    'MFA_NOT_SET_UP',
    'sms',
  ],
  [
    'setUserMfaPreference',
    'InvalidParameterException',
    'User does not have delivery config set to turn on EMAIL_OTP',
    'MFA_NOT_SET_UP',
    'email',
  ],
  ['confirmDevice', 'InvalidParameterException', 'Invalid device secret verifier config', 'INVALID_INPUT', 'passwordVerifier'],
  ['confirmDevice', 'ResourceNotFoundException', 'Device does not exist.', 'NOT_FOUND', 'deviceKey'],
  ['revokeToken', 'UnsupportedTokenTypeException', 'Unsupported token type', 'TOKEN_INVALID', 'refreshToken'],
  ['revokeToken', 'UnsupportedOperationException', 'Revoke is disabled', 'NOT_ENABLED', null],
];

describe('a text that tells the meaning', () => {
  test.each(texts)('%s · %s · %s', (field, name, text, code, input) => {
    expect(toFailure(field, cognitoError(name, text))).toMatchObject({ code, field: input });
  });

  test('each row of the table is met by one of them', () => {
    const unmetRows = textRows.filter(
      (row) => !texts.some(([field, name, text]) => row.exception === name && (row.in ?? field) === field && row.text.test(text)),
    );
    expect(unmetRows).toEqual([]);
  });
});

describe('a trigger', () => {
  const failure = (words: string, trigger = 'PreSignUp') =>
    toFailure('signUp', cognitoError('UserLambdaValidationException', `${trigger} failed with error ${words}.`));

  test.each([
    ['Members only', 'Members only'],
    ['Members only!', 'Members only!'],
    ['Only e-mail addresses of example.com may sign up.', 'Only e-mail addresses of example.com may sign up.'],
    ['Two\nlines', 'Two\nlines'],
    ['EMAIL_DOMAIN_NOT_ALLOWED', 'EMAIL_DOMAIN_NOT_ALLOWED'],
    ['You are not authorized to sign up', 'You are not authorized to sign up'],
    ['+491701234567 is on the list of blocked numbers', '+491701234567 is on the list of blocked numbers'],
    ['Cannot find your invitation: ask for a new one', 'Cannot find your invitation: ask for a new one'],
    ['Sign-ups from 192.0.2.7 are closed until 2026-12-01 08:00', 'Sign-ups from 192.0.2.7 are closed until 2026-12-01 08:00'],
    ['', 'Refused.'],
  ])('that refuses speaks in its own words: %s', (words, message) => {
    expect(failure(words)).toMatchObject({ code: 'TRIGGER_REFUSED', message });
  });

  test('whose words come in an unheard-of form is quoted with none of them', () => {
    expect(toFailure('login', cognitoError('UserLambdaValidationException', 'An unheard-of form.'))).toMatchObject({
      code: 'TRIGGER_REFUSED',
      message: 'Refused.',
    });
  });

  test.each([
    'User: arn:aws:sts::226915686048:assumed-role/post-confirmation/f is not authorized to perform: cognito-idp:CreateGroup on resource: x',
    'AccessDeniedException: no identity-based policy allows the action',
    'The role arn:aws-us-gov:iam::1:role/x cannot be assumed',
    'Account 226915686048 is suspended',
    'User is not authorized to access this resource with an explicit deny',
    'ThrottlingException: Rate exceeded',
    'Rate exceeded',
    'MessageRejected: Sending paused',
    'Email address is not verified. The following identities failed the check in region US-EAST-1: ada@example.com',
    'The conditional request failed',
    'Requested resource not found',
    '1 validation error detected: Value null at tableName failed to satisfy constraint',
    'The security token included in the request is expired',
    'Could not load credentials from any providers',
    'Slow down (Service: AmazonSES; Status Code: 400; Error Code: Throttling; Request ID: 8)',
    'An error occurred (AccessDenied) when calling the PutItem operation',
    "Cannot read properties of undefined (reading 'email')",
    'callback is not a function',
    'db is not defined',
    "TypeError: unsupported operand type(s) for +: 'int' and 'str'",
    "'NoneType' object has no attribute 'get'",
    'Unexpected token < in JSON at position 0',
    'getaddrinfo ENOTFOUND users.cluster-x.eu-central-1.rds.example',
    'connect ECONNREFUSED 10.0.3.7:5432',
    'fetch failed',
    'self-signed certificate in certificate chain',
    'RequestId: 9fdb5cfa-5ec1-47bf-bc07-8adc3b4bebf6 Error: Runtime exited with error: exit status 129',
    '2026-11-28T10:00:00.000Z 9fdb5cfa-5ec1-47bf-bc07-8adc3b4bebf6 Task timed out after 3.00 seconds',
    'The environment variable EMAIL_DOMAINS is missing',
    "Cannot find module '/var/task/index'",
    'Nope\n    at handler (file:///index.mjs:3:9)',
    "'email'",
    'list index out of range',
    'Invalid time value',
    'Converting circular structure to JSON',
    'Assignment to constant variable.',
    'password authentication failed for user "signup"',
    'duplicate key value violates unique constraint "users_email_key"',
    'relation "tenants" does not exist',
    'Connection terminated unexpectedly',
    'Request failed with status code 500',
    "Secrets Manager can't find the specified secret.",
    'The specified bucket does not exist',
    'no answer of https://sqs.eu-central-1.amazonaws.com/queue',
    'x'.repeat(501),
  ])('that broke is not quoted: %s', (words) => {
    for (const trigger of ['PreSignUp', 'PostConfirmation', 'CreateAuthChallenge']) {
      expect(failure(words, trigger)).toEqual({
        code: 'INTERNAL',
        message: 'Something went wrong.',
        cognito: 'UserLambdaValidationException',
        retryable: false,
        field: null,
      });
    }
  });
});

test.each([
  ['InvalidParameterException', 'The role arn:aws:iam::226915686048:role/sms does not exist'],
  ['InvalidPasswordException', 'User: x is not authorized to perform: kms:Decrypt'],
  ['NotImplementedException', 'Not in account 226915686048.'],
])('a text of the service that names what is inside is not shown: %s, %s', (name, text) => {
  expect(toFailure('signUp', cognitoError(name, text))).toMatchObject({
    code: 'INTERNAL',
    message: 'Something went wrong.',
    cognito: name,
  });
});

test.each([
  ['signUp', false, /^A part .* may have happened or not\. Your account may exist/],
  ['confirmSignUp', false, /^A part .* may have happened or not\. Your account may be confirmed/],
  ['confirmForgotPassword', false, /^A part .* may have happened or not\. The new password may be set/],
  ['respondToChallenge', false, /^A part .* may have happened or not\. Start again with `login`/],
  ['login', true, /^A part of this deployment did not answer\. Try again\.$/],
  ['forgotPassword', true, /^A part of this deployment did not answer\. Try again\.$/],
])('a trigger that did not answer may have been called after the deed: %s', (field, retryable, message) => {
  const text = 'PostConfirmation invocation failed due to error Socket timeout while invoking Lambda function.';
  const failure = toFailure(field, cognitoError('UnexpectedLambdaException', text));
  expect(failure).toMatchObject({ code: 'UNAVAILABLE', retryable, message: expect.stringMatching(message) });
});

describe('a message that cannot be sent', () => {
  test.each([
    ['CodeDeliveryFailureException', 'Invalid email provided/Unable to send the email', true],
    ['InvalidSmsRoleAccessPolicyException', 'Role does not have permission to publish with SNS', false],
    ['InvalidSmsRoleTrustRelationshipException', 'Role does not have a trust relationship', false],
    ['InvalidEmailRoleAccessPolicyException', 'x', false],
    // rahulpsd18/cognito-backup-restore#46
    [
      'LimitExceededException',
      'Exceeded daily email limit for the operation or the account. If a higher limit is required, please …',
      false,
    ],
    // aws-amplify/amplify-studio#884
    ['LimitExceededException', 'Exceeded daily limit for the operation of the account. Please configure your user pool …', false],
    // aws/aws-cdk#18964
    [
      'InvalidParameterException',
      'Cognito received the following error from Amazon SES when attempting to send email: Email address is not verified. The following identities failed the check in region US-EAST-1: arn:aws:ses:us-east-1:226915686048:identity/x',
      false,
    ],
  ])('is CODE_DELIVERY_FAILED: %s, %s', (name, text, retryable) => {
    for (const field of ['signUp', 'resendConfirmationCode', 'forgotPassword', 'login', 'respondToChallenge'] as const) {
      const failure = toFailure(field, cognitoError(name, text));
      // The user is there by then, and the same call would be refused for the name.
      expect(failure).toMatchObject({ code: 'CODE_DELIVERY_FAILED', retryable: retryable && field !== 'signUp' });
      expect(failure.message).toMatch(/^The code could not be sent[.:]/);
    }
  });

  test('is CODE_DELIVERY_FAILED where a trigger says that it could not send the code', () => {
    const text = 'CreateAuthChallenge failed with error The code could not be sent..';
    for (const field of ['login', 'respondToChallenge'] as const) {
      const failure = toFailure(field, cognitoError('UserLambdaValidationException', text));
      expect(failure).toMatchObject({ code: 'CODE_DELIVERY_FAILED', message: 'The code could not be sent.', retryable: true });
    }
  });

  test.each([
    ['CodeDeliveryFailureException', 'Unable to send the email'],
    ['LimitExceededException', 'Exceeded daily email limit for the operation or the account. If a higher limit …'],
  ])('at the sign-up is told with what to do next, as the user may be there: %s', (name, text) => {
    expect(toFailure('signUp', cognitoError(name, text))).toMatchObject({
      message: expect.stringMatching(/The account may exist: ask for a new code\b/),
      retryable: false,
    });
  });
});

test('a broken constraint is told without the value that broke it, and without its regular expression', () => {
  const text =
    "2 validation errors detected: Value 'hunter 2' at 'confirmationCode' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+; Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 256";
  const failure = toFailure('confirmForgotPassword', cognitoError('InvalidParameterException', text));
  expect(failure).toEqual({
    code: 'INVALID_INPUT',
    message: 'This value is refused: it contains characters that are not allowed here.',
    cognito: 'InvalidParameterException',
    retryable: false,
    field: 'code',
  });
});

test('an unknown user and a wrong password are one, even where the pool tells them apart', () => {
  for (const field of ['login', 'respondToChallenge'] as const) {
    expect(toFailure(field, cognitoError('UserNotFoundException', 'User does not exist.'))).toEqual(
      toFailure(field, cognitoError('NotAuthorizedException', 'Incorrect username or password.')),
    );
  }
});

describe('what nobody listed', () => {
  test('is INTERNAL with a fixed text', () => {
    for (const error of [new Error('s3cret'), cognitoError('BrandNewException', 's3cret'), 's3cret', null]) {
      const failure = toFailure('login', error);
      expect(failure).toMatchObject({ code: 'INTERNAL', message: 'Something went wrong.', retryable: false, field: null });
    }
  });

  test('is UNAVAILABLE when the fault is the server’s', () => {
    expect(toFailure('login', cognitoError('BrandNewException', 's3cret', 503))).toEqual({
      code: 'UNAVAILABLE',
      message: 'Cognito did not answer in time. Try again.',
      cognito: 'BrandNewException',
      retryable: true,
      field: null,
    });
  });

  test('is UNAVAILABLE when no answer came', () => {
    const failure = toFailure('login', new NoAnswer('No connection to 10.0.0.1.', { sent: false }));
    expect(failure).toEqual({
      code: 'UNAVAILABLE',
      message: 'Cognito did not answer in time. Try again.',
      cognito: null,
      retryable: true,
      field: null,
    });
  });

  test('is TOO_MANY_REQUESTS when the call was turned away for their number', () => {
    const page = new NoAnswer('A page.', { sent: true, status: 429 });
    for (const error of [cognitoError('ThrottlingException', ''), cognitoError('BrandNewException', '', 429), page]) {
      expect(toFailure('login', error)).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        message: 'Too many calls at once. Try again shortly.',
        retryable: true,
      });
    }
  });
});

test('an own refusal passes as it is', () => {
  expect(toFailure('gpt', new AuthError('GPT_FAILED', 'No.', { field: 'key', retryable: true }))).toEqual({
    code: 'GPT_FAILED',
    message: 'No.',
    cognito: null,
    retryable: true,
    field: 'key',
  });
});

describe('the lists in schema.graphql', () => {
  /** What every operation can give: the head of the schema tells it. */
  const common: readonly AuthErrorCode[] = ['FORBIDDEN', 'INTERNAL', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'];

  const token = ['ACCESS_TOKEN_REQUIRED', 'TOKEN_EXPIRED', 'TOKEN_INVALID', 'TOKEN_REVOKED'] as const;

  /** What an operation refuses by itself, and what the texts that others share with it tell. */
  const further: Readonly<Record<keyof typeof commands, readonly AuthErrorCode[]>> = {
    signUp: ['INVALID_INPUT', 'NOT_ENABLED', 'PASSWORD_POLICY'],
    confirmSignUp: ['INVALID_INPUT'],
    resendConfirmationCode: ['INVALID_INPUT'],
    login: ['INVALID_INPUT', 'ACCESS_TOKEN_REQUIRED'],
    respondToChallenge: ['INVALID_INPUT', 'PASSWORD_POLICY', 'TOO_MANY_ATTEMPTS', 'USER_DISABLED'],
    forgotPassword: ['INVALID_INPUT', 'USER_DISABLED'],
    confirmForgotPassword: ['INVALID_INPUT', 'PASSWORD_POLICY', 'USER_DISABLED'],
    refreshTokens: ['INVALID_INPUT'],
    revokeToken: ['INVALID_INPUT'],
    globalSignOut: token,
    me: token,
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
